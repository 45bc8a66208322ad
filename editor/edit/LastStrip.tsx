import type { ReactNode } from 'react';
import { undo } from '../state/commands.ts';
import { type Session, session, tallyOf } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { clockOf, type Say, useLang, useSay } from '../words/index.ts';

/** The last step in words, what it caused, and the way back. */
export function LastStrip(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const all = useStore(session, (one) => one);
  const { last, text } = all;
  if (last === null) return <output className="last c-3">{say('noStep')}</output>;
  return (
    <output className="last">
      <span className="c-3">{say('lastStep', { time: clockOf(last.at, lang) })}</span>
      <ins>{last[lang]}</ins>
      <Caused all={all} say={say} />
      <span className="push" />
      {text?.canUndo && (
        <button type="button" className="link" onClick={() => void undo()}>
          {say('undo')} <span className="label">Ctrl+Z</span>
        </button>
      )}
    </output>
  );
}

function Caused({ all, say }: { readonly all: Session; readonly say: Say }): ReactNode {
  const { last, checked, tried, version } = all;
  const before = last?.before;
  if (!before || checked !== version || tried !== version) return null;
  const now = tallyOf(all);
  const more = now.errors - before.errors;
  const warned = now.warnings - before.warnings;
  const failed = now.failed - before.failed;
  const bad = [
    more > 0 && say('causedErrors', { n: more }),
    warned > 0 && say('causedWarnings', { n: warned }),
    failed > 0 && say('causedFailed', { n: failed }),
  ].filter((one) => one !== false);
  const good = [
    more < 0 && say('curedErrors', { n: -more }),
    failed < 0 && now.errors === 0 && say('curedFailed', { n: -failed }),
  ].filter((one) => one !== false);
  if (bad.length > 0) return <span className="c-bad">{bad.join('，')}</span>;
  if (good.length > 0) return <span className="c-good">{good.join('，')}</span>;
  return now.errors === 0 ? <span className="c-good">{say('causedNothing')}</span> : null;
}
