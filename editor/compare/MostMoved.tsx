import type { ReactNode } from 'react';
import type { ImpactFound } from '../../src/index.ts';
import { verdictText } from '../../src/print/index.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';

/** Practitioners before and after, those who are moved most first. */
export function MostMoved(props: {
  readonly of: ImpactFound['most_affected'];
  /** What the two sides are called; before and after unless said. */
  readonly heads?: readonly [string, string];
  /** Where a name leads. */
  readonly open: (practitioner: string) => void;
}): ReactNode {
  const { of, open } = props;
  const say = useSay();
  const [before, after] = props.heads ?? [say('nowStands'), say('wouldStand')];
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('movedWho')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ practitioner, ...found }, at) => (
          <tr key={practitioner}>
            <th scope="row">
              {masked ? (
                say('movedNth', { n: at + 1 })
              ) : (
                <button type="button" className="link" onClick={() => open(practitioner)}>
                  {practitioner}
                </button>
              )}
            </th>
            <td>{verdictText(found.before, lang)}</td>
            <td>{verdictText(found.after, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
