import { type ReactNode, useEffect, useRef, useState } from 'react';
import { loadPane } from '../monaco/load.ts';
import type { Pane } from '../monaco/pane.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

/** The lines, for those who want them. Monaco comes when it is asked for. */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const say = useSay();
  const theme = useStore(prefs, (all) => all.theme);
  const place = useRef<HTMLDivElement>(null);
  const pane = useRef<Pane>(null);
  const [state, setState] = useState<'waiting' | 'ready' | 'failed'>('waiting');
  const [beforeLabel, afterLabel] = [say('beforeText'), say('afterText')];
  useEffect(() => {
    const here = place.current;
    if (here === null) return;
    let gone = false;
    loadPane()
      .then(() => import('../monaco/diff.ts'))
      .then(
        ({ mountDiff }) => {
          if (gone) return;
          pane.current = mountDiff(here, { before, after, beforeLabel, afterLabel, theme: prefs.get().theme });
          setState('ready');
        },
        () => setState('failed'),
      );
    return () => {
      gone = true;
      pane.current?.dispose();
      pane.current = null;
    };
  }, [before, after, beforeLabel, afterLabel]);
  useEffect(() => pane.current?.theme(theme), [theme]);
  return (
    <div className="card lines">
      {state !== 'ready' && <p className="wait c-3">{say(state === 'failed' ? 'textFailed' : 'loadingText')}</p>}
      <div className="monaco" ref={place} />
    </div>
  );
}
