import type { ReactNode } from 'react';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { visit } from '../state/visit.ts';
import { useSay } from '../words/index.ts';
import type { Results } from '../worker/rosterProtocol.ts';
import { Num } from './Num.tsx';
import { creditsOf, one } from './show.ts';

/** What each category gave. */
export function CategoryTable({ results: { categories } }: { readonly results: Results }): ReactNode {
  const say = useSay();
  const sum = (of: (row: (typeof categories)[number]['row']) => number): number =>
    categories.reduce((all, { row }) => all + of(row), 0);
  return (
    <div className="dframe">
      <table className="dtable" aria-label={say('byCategories')}>
        <thead>
          <tr>
            <th scope="col">{say('colCategory')}</th>
            {(['peopleCol', 'colRaw', 'colCountedAll', 'colLost', 'colAverage'] as const).map((word) => (
              <th key={word} scope="col" className="num">
                {say(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map(({ label, row }) => (
            <tr key={row.at}>
              <th scope="row">{label}</th>
              <td className="num">
                <Num n={row.people} of={label} filter={{ category: row.at }} sort="most" />
              </td>
              <td className="num">{creditsOf(row.raw)}</td>
              <td className="num c-1">{creditsOf(row.credits)}</td>
              <td className="num">{row.raw > row.credits ? `−${creditsOf(row.raw - row.credits)}` : ''}</td>
              <td className="num">{row.people === 0 ? '—' : one(row.credits / row.people / 100)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="tot">
            <th scope="row">{say('total')}</th>
            <td />
            <td className="num">{creditsOf(sum(({ raw }) => raw))}</td>
            <td className="num">{creditsOf(sum(({ credits }) => credits))}</td>
            <td className="num">−{creditsOf(sum(({ raw, credits }) => raw - credits))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What each cap took, and from how many; its words lead to its line. */
export function CapTable({ results: { caps } }: { readonly results: Results }): ReactNode {
  const say = useSay();
  const own = useStore(session, (all) => all.file?.entry.name);
  if (caps.length === 0) return <p className="sect c-3">{say('noCaps')}</p>;
  const sorted = caps.toSorted((a, b) => b.row.lost - a.row.lost);
  return (
    <div className="dframe">
      <table className="dtable" aria-label={say('byCaps')}>
        <thead>
          <tr>
            <th scope="col">{say('colCap')}</th>
            {(['colTouchedPeople', 'colStillUnmet', 'colLost', 'colAverage'] as const).map((word) => (
              <th key={word} scope="col" className="num">
                {say(word === 'colAverage' ? 'colLost' : word)}
                {word === 'colAverage' && ` / ${say('peopleCol')}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ cap, row }) => (
            <tr key={row.at}>
              <th scope="row">
                {cap.owner} ·{' '}
                {cap.file === own ? (
                  <button type="button" className="link" onClick={() => void visit('table', cap.line)}>
                    {cap.words}
                  </button>
                ) : (
                  cap.words
                )}
                {cap.clause && <span className="c-3"> {cap.clause}</span>}
              </th>
              <td className="num">
                <Num n={row.people} of={`${cap.owner} · ${cap.words}`} filter={{ cap: row.at }} />
              </td>
              <td className="num">
                <Num
                  n={row.unmet}
                  of={`${cap.owner} · ${cap.words} · ${say('colUnmet')}`}
                  filter={{ cap: row.at, status: 'unmet' }}
                  sort="near"
                />
              </td>
              <td className="num c-1">−{creditsOf(row.lost)}</td>
              <td className="num">{one(row.lost / row.people / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
