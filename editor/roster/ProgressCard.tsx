import type { ReactNode } from 'react';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { count } from './show.ts';
import { roster, stop } from './state.ts';

/** How far what takes long is, and the way out of it. */
export function ProgressCard(): ReactNode {
  const say = useSay();
  const { stage, progress, trying, exporting } = useStore(roster, (all) => all);
  const what =
    stage === 'reading' ? 'readingFile' : stage === 'running' || trying ? 'judging' : exporting ? 'writing' : null;
  const { done = 0, total = 1 } = progress ?? {};
  const bytes = stage === 'reading';
  const shown = (number: number): string => (bytes ? `${(number / 2 ** 20).toFixed(1)} MB` : count(number));
  return (
    <>
      <output className="sr" aria-live="polite">
        {what ? say(what) : ''}
      </output>
      {what && (
        <div
          data-step
          data-passing
          tabIndex={-1}
          className={stage === 'reading' || stage === 'running' ? 'card rosterprogress' : 'card rosterprogress thin'}
        >
          <b>{say(what)}</b>
          <progress value={Math.min(done, total)} max={Math.max(1, total)} aria-label={say(what)} />
          <span className="num">
            {say(bytes ? 'progressSays' : 'progressPeople', {
              done: shown(Math.min(done, total)),
              total: shown(total),
            })}
          </span>
          <button type="button" className="btn" onClick={stop}>
            {say('stopIt')}
          </button>
        </div>
      )}
    </>
  );
}
