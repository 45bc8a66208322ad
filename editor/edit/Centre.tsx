import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { DrawerBar } from './Drawers.tsx';
import { LastStrip } from './LastStrip.tsx';
import { SheetPane } from './SheetPane.tsx';
import { TextHead } from './TextHead.tsx';
import { TextPane } from './TextPane.tsx';
import { useRowDrag } from './useRowDrag.ts';

/** The table over the text, with what was done last between them. */
export function Centre(): ReactNode {
  const { layout, split } = useStore(prefs, (all) => all);
  const { mark, onPointerDown } = useRowDrag();
  const share = { '--split': `${split}fr`, '--rest': `${100 - split}fr` } as CSSProperties;
  return (
    <div className={`centre ${layout}`} style={share} onPointerDown={onPointerDown}>
      <DrawerBar />
      {layout !== 'text' && <SheetPane />}
      <div className="between">
        {layout === 'both' && <Splitter />}
        <LastStrip />
        <TextHead />
      </div>
      {layout !== 'table' && <TextPane />}
      {mark && <div className="dropline" style={mark} aria-hidden="true" />}
    </div>
  );
}

function Splitter(): ReactNode {
  const say = useSay();
  const split = useStore(prefs, (all) => all.split);
  const bar = useRef<HTMLHRElement>(null);
  const set = (to: number) => prefs.set({ split: Math.round(Math.min(80, Math.max(20, to))) });
  const onMove = (event: PointerEvent) => {
    const box = bar.current?.closest('.centre')?.getBoundingClientRect();
    if (box && event.buttons === 1) set(((event.clientY - box.top) / box.height) * 100);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -4, ArrowDown: 4 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(split + step);
  };
  return (
    <hr
      ref={bar}
      className="splitter"
      aria-label={say('splitter')}
      aria-orientation="horizontal"
      aria-valuenow={split}
      aria-valuemin={20}
      aria-valuemax={80}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onMove}
      onKeyDown={onKey}
      onDoubleClick={() => set(62)}
    />
  );
}
