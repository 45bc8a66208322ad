import { type ReactNode, useEffect, useRef } from 'react';
import { loadPane } from '../monaco/load.ts';
import type { Pane } from '../monaco/pane.ts';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { CloseDrawer, useDrawer } from './Drawers.tsx';

/** The text. Monaco is fetched once the first table stands, so that it takes no time from it. */
export function TextPane(): ReactNode {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const text = useStore(session, (all) => all.text);
  const table = useStore(session, (all) => all.page !== null);
  const monaco = useStore(session, (all) => all.monaco);
  const theme = useStore(prefs, (all) => all.theme);
  const pane = useRef<Pane>(null);
  const label = say('ruleText');

  useEffect(() => {
    const here = place.current;
    if (!here || !text || !table) return;
    let gone = false;
    const enter = () => pane.current?.focus();
    here.addEventListener('enter-pane', enter);
    loadPane().then(
      ({ mount }) => {
        if (!gone) pane.current = mount(here, text, { theme: prefs.get().theme, label });
      },
      () => session.set({ monaco: 'failed' }),
    );
    return () => {
      gone = true;
      here.removeEventListener('enter-pane', enter);
      pane.current?.dispose();
      pane.current = null;
    };
  }, [text, table, label]);
  useEffect(() => pane.current?.theme(theme), [theme]);

  return (
    <section {...useDrawer('text')} aria-label={say('text')}>
      <div className="panehead">
        <h2>{say('text')}</h2>
        <span className="push" />
        <CloseDrawer />
      </div>
      <div className="monaco" data-pane="text" ref={place} />
      {monaco !== 'ready' && <p className="wait">{say(monaco === 'failed' ? 'textFailed' : 'loadingText')}</p>}
    </section>
  );
}
