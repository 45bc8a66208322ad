import { type RefObject, useEffect, useRef } from 'react';

/**
 * Of a screen that goes step by step: what was pressed goes with its step, and the focus would be nowhere. Then one goes on
 * from the part that took its place, which says of itself `data-step`; and where what had the focus before is there still,
 * or comes back, from that. `data-passing`: a part that is only there for a while, and nobody comes back to.
 */
export function useStep(within: RefObject<HTMLElement | null>, step: unknown): void {
  const last = useRef<Element | null>(null);
  const before = useRef(step);
  useEffect(() => {
    const screen = within.current;
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest('[data-passing]') === null && !target.matches('[data-step]'))
        last.current = target;
    };
    screen?.addEventListener('focusin', note);
    return () => screen?.removeEventListener('focusin', note);
  }, [within]);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (!isNowhere(within.current)) return;
    const back = last.current;
    if (back instanceof HTMLElement && back.isConnected && back.closest('[inert], [hidden]') === null) {
      back.focus({ preventScroll: true });
    }
    if (isNowhere(within.current)) {
      within.current?.querySelector<HTMLElement>('[data-step]:not([inert], [hidden])')?.focus({ preventScroll: true });
    }
  }, [within, step]);
}

/** On nothing, or on the part of a step that one was led to. */
function isNowhere(screen: HTMLElement | null): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || (at.matches('[data-step]') && screen?.contains(at) === true);
}
