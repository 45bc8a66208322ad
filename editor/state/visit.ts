/** From another screen to a place in the text or in its table. */
import type { Span } from '../../src/index.ts';
import { focusPane } from '../frame/shortcuts.ts';
import { go } from './route.ts';
import { reveal, revealLine } from './select.ts';

const stands = {
  text: '[data-pane="text"] .monaco-editor',
  table: '[data-pane="table"]:not([aria-busy])',
} as const;
const PATIENCE_MS = 5000;

/** `span` is left out where only the line is known. */
export function visit(pane: 'text' | 'table', line: number, span?: Span): void {
  go('edit');
  const until = performance.now() + PATIENCE_MS;
  const arrive = (): void => {
    // The pane has to stand before it can show a place.
    if (document.querySelector(stands[pane]) === null && performance.now() < until) {
      requestAnimationFrame(arrive);
      return;
    }
    if (span) reveal(span, line);
    else revealLine(line);
    focusPane(pane);
  };
  // A pane that is hidden would never come.
  focusPane(pane);
  requestAnimationFrame(arrive);
}
