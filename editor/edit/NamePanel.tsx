import { type ReactNode, useEffect, useId, useRef } from 'react';
import { sectionWord } from '../../src/edit/index.ts';
import { loopTab } from '../parts/loopTab.ts';
import { type Asking, asking, nameAs } from '../state/add.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';

/** Asks how a new section is to be called. */
export function NamePanel(): ReactNode {
  const now = useStore(asking, (all) => all.now);
  return now ? <Panel key={`${now.section} ${now.into} ${now.before}`} now={now} /> : null;
}

function Panel({ now }: { readonly now: Asking }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const clauses = useStore(session, (all) => all.outline?.lists.clauses);
  useEffect(() => box.current?.focus(), []);
  const { section, at, from } = now;
  const what = section === 'brokenSection' ? '' : sectionWord(section)[lang];
  const cites = section === 'uncomputed';

  const close = (to = from) => {
    if (asking.get().now !== now) return;
    const inside = panel.current?.contains(document.activeElement);
    asking.set({ now: null });
    // Who has gone elsewhere meanwhile stays there.
    if (!inside) return;
    if (to?.isConnected) to.focus();
    else document.querySelector('[data-pane="table"]')?.dispatchEvent(new Event('enter-pane'));
  };
  const put = async () => {
    const label = box.current?.value.trim() ?? '';
    if (busy.current) return;
    if (label === '' && section !== 'require') {
      box.current?.focus();
      return;
    }
    // Asked twice, as by a key that repeats, it is still one section.
    busy.current = true;
    const done = await nameAs(label, now);
    busy.current = false;
    if (done) close(null);
    else box.current?.focus();
  };

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={say('addOne', { what })}
      className="overlay panel naming"
      style={{
        left: Math.max(8, Math.min(at.left, innerWidth - 336)),
        top: Math.min(at.bottom + 4, innerHeight - 130),
      }}
      onKeyDown={(event) => {
        const { key, nativeEvent } = event;
        if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
        loopTab(event);
        if (key === 'Escape') close();
        if (key === 'Enter' && nativeEvent.target === box.current) void put();
      }}
    >
      <div className="labelled">
        <label htmlFor={id}>{say(cites ? 'whichClause' : 'nameOf', { what })}</label>
        <input ref={box} id={id} className="text" autoComplete="off" {...(cites && { list: `${id}-clauses` })} />
        {cites && (
          <datalist id={`${id}-clauses`}>
            {(clauses ?? []).map(({ value }) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        )}
      </div>
      <div className="row end">
        <button type="button" className="btn" onClick={() => close()}>
          {say('cancel')}
        </button>
        <button type="button" className="btn primary" onClick={() => void put()}>
          {say('addOne', { what })}
        </button>
      </div>
    </div>
  );
}
