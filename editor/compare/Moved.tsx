import type { ReactNode } from 'react';
import { verdictText } from '../../src/print/index.ts';
import { prefs } from '../state/prefs.ts';
import { hrefOf } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Measured } from './people.ts';

/** Those of the open roster whom the revision moves most. */
export function Moved({ people }: { readonly people: Measured }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  if (people.most.length === 0) return null;
  return (
    <section className="card movedmost">
      <h2>{say('movedMost', { n: people.most.length })}</h2>
      <span className="label">{say('movedAll', { n: people.changed, up: people.up, down: people.down })}</span>
      <a className="push" href={hrefOf('roster')}>
        {say('toRoster')}
      </a>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('movedWho')}</th>
            <th scope="col">{say('nowStands')}</th>
            <th scope="col">{say('wouldStand')}</th>
          </tr>
        </thead>
        <tbody>
          {people.most.map(({ practitioner, before, after }, at) => (
            <tr key={practitioner}>
              <th scope="row">{masked ? say('movedNth', { n: at + 1 }) : practitioner}</th>
              <td>{verdictText(before, lang)}</td>
              <td>{verdictText(after, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
