import type { ReactNode } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { useLang, useSay } from '../words/index.ts';
import type { ToldAcross } from '../worker/acrossProtocol.ts';
import { nameOf } from './name.ts';

/** What a rule set has no field for: said, not guessed. */
export function Strange({ told }: { readonly told: ToldAcross }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const notes = told.across.sides.flatMap(({ ruleset, strange }) =>
    (['unknown', 'unlike'] as const).flatMap((why) => {
      const labels = strange.filter((one) => one.why === why).map(({ label }) => label);
      if (labels.length === 0) return [];
      const list = labels.join(lang === 'zh' ? '、' : ', ');
      return [say(why === 'unknown' ? 'acrossUnknown' : 'acrossUnlike', { name: nameOf(ruleset), list })];
    }),
  );
  if (notes.length === 0) return null;
  return (
    <ul className="card strange">
      {notes.map((note) => (
        <li key={note} className="row">
          <Sign kind="info" />
          {note}
        </li>
      ))}
    </ul>
  );
}
