import type { ReactNode } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';

const signs = { info: 'info', bad: 'err', good: 'ok' } as const;

/** One line that says what has just come of it; it goes with the next step, or when told. */
export function NoticeBar(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const notice = useStore(session, (all) => all.notice);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notice && (
        <div className={`notice ${notice.tone}`}>
          <Sign kind={signs[notice.tone]} />
          <span>{notice[lang]}</span>
          <button type="button" className="link" onClick={() => session.set({ notice: null })}>
            {say('close')}
          </button>
        </div>
      )}
    </div>
  );
}
