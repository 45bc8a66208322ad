/** What a pane shows of its content from left to right, in steps, so that not every pixel of scrolling draws anew. */
import { type RefObject, useCallback, useRef, useSyncExternalStore } from 'react';
import { type Sight, STEP } from './columns.ts';

export const sightOf = ({ scrollLeft, clientWidth }: HTMLElement): Sight => ({ left: scrollLeft, width: clientWidth });

/** Nothing is watched where it is not `wanted`. */
export function useSight(scroller: RefObject<HTMLElement | null>, wanted: boolean): Sight {
  // It is read when the pane moves: reading it while drawing would have the page laid out in between.
  const now = useRef<Sight>({ left: 0, width: 0 });
  const subscribe = useCallback(
    (tell: () => void) => {
      const here = scroller.current;
      if (!here || !wanted) return () => {};
      const look = () => {
        const { left, width } = sightOf(here);
        const next = { left: Math.floor(left / STEP) * STEP, width };
        if (next.left === now.current.left && next.width === now.current.width) return;
        now.current = next;
        tell();
      };
      look();
      const watch = new ResizeObserver(look);
      watch.observe(here);
      // Before others hear of it and change what is drawn.
      const first = { passive: true, capture: true };
      here.addEventListener('scroll', look, first);
      return () => {
        watch.disconnect();
        here.removeEventListener('scroll', look, first);
      };
    },
    [scroller, wanted],
  );
  return useSyncExternalStore(subscribe, () => now.current);
}
