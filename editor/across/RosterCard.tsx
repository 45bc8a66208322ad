import { type ReactNode, useState } from 'react';
import type { ImpactFound } from '../../src/index.ts';
import { MostMoved } from '../compare/MostMoved.tsx';
import { compareWith } from '../compare/state.ts';
import { putPerson } from '../explain/gestures.ts';
import { judgedBy } from '../roster/byId.ts';
import { roster } from '../roster/state.ts';
import { prefs } from '../state/prefs.ts';
import { go, route } from '../state/route.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { beside, measure } from './state.ts';

/** Everybody of the roster that is open, under the same rule sets. */
export function RosterCard(): ReactNode {
  const say = useSay();
  const { stage, results } = useStore(roster, (all) => all);
  const { impacts, measuring, chosen } = useStore(beside, (all) => all);
  const own = useStore(session, ({ about }) => `${about?.label ?? ''} ${about?.version ?? ''}`.trim());
  const people = stage === 'done' && results ? results.figures.people : 0;
  const measured = Object.entries(impacts).filter(([other]) => chosen.includes(other));
  return (
    <section className="card everybody">
      <div className="row">
        <h2>{say('acrossRoster')}</h2>
        {people > 0 ? (
          <button
            type="button"
            className="btn"
            disabled={measuring || chosen.length === 0}
            onClick={() => void measure()}
          >
            {measuring ? say('acrossWorking') : say('acrossRosterDo', { n: people })}
          </button>
        ) : (
          <span className="c-3">{say('acrossRosterNone')}</span>
        )}
      </div>
      <div aria-live="polite">
        {measured.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">{say('acrossRosterAgainst', { own, year: results?.year ?? '', n: people })}</th>
                {columns.map(([word]) => (
                  <th key={word} scope="col" className="num">
                    {say(word)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            {measured.map(([file, found]) => (
              <Measured key={file} file={file} own={own} found={found} />
            ))}
          </table>
        )}
      </div>
    </section>
  );
}

const columns = [
  ['acrossRosterMet', ({ unmet_to_met }) => unmet_to_met],
  ['acrossRosterUnmet', ({ met_to_unmet }) => met_to_unmet],
  ['acrossRosterGained', ({ gained }) => gained],
  ['acrossRosterLost', ({ lost }) => lost],
  ['acrossRosterAlike', ({ practitioners, changed }) => practitioners - changed],
] as const satisfies readonly (readonly [string, (found: ImpactFound) => number])[];

function Measured(props: { readonly file: string; readonly own: string; readonly found: ImpactFound }): ReactNode {
  const { file, own, found } = props;
  const say = useSay();
  const { titles, offered } = useStore(beside, (all) => all);
  const [open, setOpen] = useState(false);
  const text = offered.find((one) => one.file === file)?.text;
  return (
    <tbody>
      <tr>
        <th scope="row" title={file}>
          {titles[file] ?? file}
        </th>
        {columns.map(([word, of]) => (
          <td key={word} className="num">
            {of(found)}
          </td>
        ))}
        <td className="num">
          {found.most_affected.length > 0 && (
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {say(open ? 'fold' : 'acrossWho')}
            </button>
          )}{' '}
          {text !== undefined && (
            <button
              type="button"
              className="link"
              onClick={() => void compareWith(file, text, 'after').then(() => go('compare'))}
            >
              {say('acrossWhich')}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={columns.length + 2}>
            <p className="c-3">{say('acrossWhoHint')}</p>
            <MostMoved
              of={found.most_affected}
              heads={[own, titles[file] ?? file]}
              open={(practitioner) => void shown(practitioner)}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
}

let asked = 0;

/** The one who is chosen takes the place of the one above. */
async function shown(practitioner: string): Promise<void> {
  const mine = ++asked;
  const judged = await judgedBy(practitioner, prefs.get().lang);
  // Somebody else was chosen meanwhile, or one has gone elsewhere.
  if (judged === null || mine !== asked || route.get().screen !== 'across') return;
  putPerson({ person: judged.person, year: judged.year, readings: {} });
  document.querySelector('.across')?.scrollTo({ top: 0 });
  document.querySelector<HTMLElement>('.across h1')?.focus();
}
