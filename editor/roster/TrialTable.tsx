import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { Trial } from '../worker/rosterProtocol.ts';
import type { Move } from './filter.ts';
import { Num } from './Num.tsx';
import { count, creditsOf, one, rate } from './show.ts';

/** Old, new and change side by side; who wins, who loses, and for whom it goes against its own sense. */
export function TrialTable({ trial }: { readonly trial: Trial }): ReactNode {
  const say = useSay();
  const { before, after, counts, gained, lost } = trial;
  const points = (figures: typeof before): number => (figures.judged === 0 ? 0 : (figures.met / figures.judged) * 100);
  const lines = [
    {
      word: 'tryMet' as const,
      now: count(before.met),
      tried: count(after.met),
      by: after.met - before.met,
      shown: count,
    },
    {
      word: 'tryRate' as const,
      now: rate(before.met, before.judged),
      tried: rate(after.met, after.judged),
      by: points(after) - points(before),
      shown: one,
    },
    {
      word: 'tryCredits' as const,
      now: creditsOf(before.credits),
      tried: creditsOf(after.credits),
      by: after.credits - before.credits,
      shown: creditsOf,
    },
  ];
  const moves: readonly {
    readonly move: Move;
    readonly word: 'tryWon' | 'tryLost' | 'tryUp' | 'tryDown';
    readonly sum?: number;
  }[] = [
    { move: 'toMet', word: 'tryWon' },
    { move: 'toUnmet', word: 'tryLost' },
    { move: 'up', word: 'tryUp', sum: gained },
    { move: 'down', word: 'tryDown', sum: lost },
  ];
  return (
    <>
      <table aria-label={say('tryTitle')}>
        <thead>
          <tr>
            <td />
            {(['tryNow', 'tryThen', 'tryChange'] as const).map((word) => (
              <th key={word} scope="col" className="num">
                {say(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ word, now, tried, by, shown }) => (
            <tr key={word}>
              <th scope="row">{say(word)}</th>
              <td className="num">{now}</td>
              <td className="num c-1">{tried}</td>
              <td className={`num ${by > 0 ? 'c-good' : by < 0 ? 'c-bad' : 'c-3'}`}>
                {by > 0 ? `▲ ${shown(by)}` : by < 0 ? `▼ ${shown(-by)}` : say('trySame')}
              </td>
            </tr>
          ))}
          {moves.map(({ move, word, sum }) =>
            counts[move] === 0 ? null : (
              <tr key={move}>
                <th scope="row">{say(word)}</th>
                <td className="num c-3">—</td>
                <td className="num c-1">
                  <Num n={counts[move]} of={say(word)} filter={{ move }} sort="change" />
                </td>
                <td className="num">{sum === undefined ? '' : say('each', { n: one(sum / counts[move] / 100) })}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {counts.moved === 0 && counts.odd === 0 && <p className="c-3">{say('tryNobody')}</p>}
      {counts.odd > 0 && (
        <p className="odd" title={say('tryOddWhat')}>
          <span className="tag odd">! {say('tryOdd')}</span>
          <Num n={counts.odd} of={say('tryOdd')} filter={{ move: 'odd' }} sort="change" /> {say('peopleUnit')}
          <span className="c-3">{say('tryOddWhat')}</span>
        </p>
      )}
    </>
  );
}
