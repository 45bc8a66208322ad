/** Rows are dragged by the handle before them. What it does, the row's menu and Alt with the arrows do too. */
import { type PointerEvent, useState } from 'react';
import { perform } from '../state/gesture.ts';
import { session } from '../state/session.ts';
import { canBeHeld, type Drop, dropOn, isOfBlock } from './dropPlace.ts';

/** The line that shows where the row would come, on the page. */
export interface Mark {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** The handle is the margin of the row: the style sheet draws it there. */
const HANDLE = 16;
/** So near the edge the table moves on. */
const EDGE = 32;
const STEP = 10;

export function useRowDrag(): { readonly mark: Mark | null; readonly onPointerDown: (event: PointerEvent) => void } {
  const [mark, setMark] = useState<Mark | null>(null);
  const onPointerDown = (event: PointerEvent): void => {
    // A finger moves the page; for it there is the menu.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const row = event.target as HTMLElement;
    const from = row.dataset.row;
    const blocks = session.get().page?.blocks ?? [];
    if (from === undefined || event.clientX - row.getBoundingClientRect().left > HANDLE) return;
    if (canBeHeld(blocks, from) && row.querySelector('[data-menu]')) drag(from, row, setMark);
  };
  return { mark, onPointerDown };
}

function drag(from: string, row: HTMLElement, show: (mark: Mark | null) => void): void {
  const sheet = row.closest<HTMLElement>('.sheet');
  const ended = new AbortController();
  const { signal } = ended;
  let drop: Drop | null = null;
  let at: { readonly x: number; readonly y: number } | null = null;
  const look = (): void => {
    const blocks = session.get().page?.blocks ?? [];
    const under = at && document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-row]');
    drop = under ? dropOn(blocks, from, under.dataset.row ?? '') : null;
    show(under && drop && sheet ? markOf(under, drop, sheet) : null);
  };
  const creep = (): void => {
    if (signal.aborted) return;
    if (sheet && at) {
      const { top, bottom } = sheet.getBoundingClientRect();
      const by = at.y < top + EDGE ? -STEP : at.y > bottom - EDGE ? STEP : 0;
      if (by !== 0) {
        sheet.scrollBy(0, by);
        look();
      }
    }
    requestAnimationFrame(creep);
  };
  const end = (put: boolean): void => {
    ended.abort();
    document.documentElement.classList.remove('dragging');
    show(null);
    if (put && drop) void perform(drop.gesture);
  };
  document.documentElement.classList.add('dragging');
  addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      at = { x, y };
      look();
    },
    { signal },
  );
  addEventListener('pointerup', () => end(true), { signal });
  addEventListener('pointercancel', () => end(false), { signal });
  addEventListener('blur', () => end(false), { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
  creep();
}

/** Under the row that it would come behind, over the one that it would come before; of a section, under or over all of it. */
function markOf(under: HTMLElement, { behind, beside }: Drop, sheet: HTMLElement): Mark {
  const blocks = session.get().page?.blocks ?? [];
  const rows = [...sheet.querySelectorAll<HTMLElement>('[data-row]')];
  const of = beside === null ? [under] : rows.filter((one) => isOfBlock(blocks, one.dataset.row ?? '', beside));
  const edge = (behind ? of.at(-1) : of[0]) ?? under;
  const { top, bottom } = edge.getBoundingClientRect();
  const box = sheet.getBoundingClientRect();
  const y = Math.min(Math.max(behind ? bottom : top, box.top), box.bottom);
  return { left: box.left, top: y - 1, width: sheet.clientWidth };
}
