import type { ReactNode } from 'react';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

export function ExplainPane(): ReactNode {
  const say = useSay();
  const { caret, about, selection } = useStore(session, (all) => all);
  return (
    <aside className="explain" aria-label={say('explain')}>
      <div className="panehead">
        <h2>{say('explain')}</h2>
        {selection.row && <span className="label push">{say('line', { line: caret.line })}</span>}
      </div>
      <p className="sect c-3">{say('pickRow')}</p>
      <div className="foot">
        {say('sameCommand')} <code>cme check {about?.code}</code>
      </div>
    </aside>
  );
}
