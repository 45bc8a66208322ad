import type { KeyboardEvent } from 'react';

const takers = 'input, select, textarea, a[href], button:not(:disabled), [tabindex="0"]';

/** Of a small panel that lies over the page: past its last part Tab comes to the first again. Esc leaves it. */
export function loopTab(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab') return;
  const parts = [...event.currentTarget.querySelectorAll<HTMLElement>(takers)].filter((one) => one.checkVisibility());
  const [from, to] = event.shiftKey ? [parts[0], parts.at(-1)] : [parts.at(-1), parts[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
