import type { ReactNode } from 'react';
import type { ImpactFound } from '../../src/index.ts';
import { verdictText } from '../../src/print/index.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';

/** Practitioners before and after, those who are moved most first. */
export function MostMoved({ of }: { readonly of: ImpactFound['most_affected'] }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('movedWho')}</th>
          <th scope="col">{say('nowStands')}</th>
          <th scope="col">{say('wouldStand')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ practitioner, before, after }, at) => (
          <tr key={practitioner}>
            <th scope="row">{masked ? say('movedNth', { n: at + 1 }) : practitioner}</th>
            <td>{verdictText(before, lang)}</td>
            <td>{verdictText(after, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
