import type { ReactNode } from 'react';
import {
  comparisonSay,
  EFFECT_SIGNS,
  headlineParts,
  type SideNames,
  type ToldComparison,
} from '../../src/print/index.ts';
import { useLang, useSay } from '../words/index.ts';
import { tones } from './ChangeCard.tsx';
import type { Measured } from './people.ts';

/** The sentence that one can sign, and beside it what the open roster says. */
export function Verdict(props: {
  readonly told: ToldComparison;
  readonly names: SideNames;
  readonly people: Measured | null;
}): ReactNode {
  const { told, names, people } = props;
  const say = useSay();
  const lang = useLang();
  const paper = comparisonSay(lang);
  return (
    <div className="card verdict">
      <div>
        <p aria-live="polite">
          {headlineParts(told, names, lang).map(({ text, effect }) =>
            effect === null ? (
              text
            ) : (
              <b key={effect} className={`c-${tones[effect]}`}>
                <span aria-hidden="true">{EFFECT_SIGNS[effect]}</span> {text}
              </b>
            ),
          )}
        </p>
        {people && (
          <p>
            {paper('people', {
              year: people.year,
              people: people.people,
              unmetToMet: people.unmetToMet,
              metToUnmet: people.metToUnmet,
              changed: people.changed,
            })}
          </p>
        )}
        {!told.exhausted && <p className="c-warn told">{paper('notExhausted')}</p>}
      </div>
      {people && (
        <dl className="kvs">
          {(
            [
              ['toMetPeople', people.unmetToMet],
              ['toUnmetPeople', people.metToUnmet],
              ['changedPeople', people.changed],
            ] as const
          ).map(([word, n]) => (
            <div key={word}>
              <dt className="label">{say(word)}</dt>
              <dd>{say('peopleN', { n })}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
