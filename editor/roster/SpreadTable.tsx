import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import { Num } from './Num.tsx';
import { rangeWords } from './spreadWords.ts';
import type { Spread } from './tally.ts';

/** The distribution as numbers: what the picture shows, for those who read it otherwise. */
export function SpreadTable({ spread: { bins, required } }: { readonly spread: Spread }): ReactNode {
  const say = useSay();
  return (
    <div className="spreadtable">
      <table className="dtable" aria-label={say('spreadTitle')}>
        <thead>
          <tr>
            <th scope="col">{say('creditsCol')}</th>
            <th scope="col" className="num">
              {say('peopleCol')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row" className={bin.from < required ? 'c-bad' : ''}>
                {rangeWords(bin, say)}
              </th>
              <td className="num">
                <Num
                  n={bin.people}
                  of={`${say('spreadTitle')} · ${rangeWords(bin, say)}`}
                  filter={{ judged: true, required, from: bin.from, below: bin.below }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
