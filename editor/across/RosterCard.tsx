import type { ReactNode } from 'react';
import { roster } from '../roster/state.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { beside, measure } from './state.ts';

/** Everybody of the roster that is open, under the same rule sets. */
export function RosterCard(): ReactNode {
  const say = useSay();
  const { stage, results } = useStore(roster, (all) => all);
  const { impacts, measuring, chosen } = useStore(beside, (all) => all);
  const people = stage === 'done' && results ? results.figures.people : 0;
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
      <ul aria-live="polite">
        {Object.entries(impacts).map(([file, found]) => (
          <li key={file}>
            <b>{file}</b>{' '}
            {say('acrossRosterTold', {
              met: found.unmet_to_met,
              unmet: found.met_to_unmet,
              gained: found.gained,
              lost: found.lost,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
