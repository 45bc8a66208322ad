/** Keys that work wherever one is. Those of a pane are the pane's own. */
import { useEffect } from 'react';
import { redo, saveNow, undo } from '../state/commands.ts';
import { showDrawer } from '../state/drawer.ts';
import { prefs } from '../state/prefs.ts';
import { nextProblem } from '../state/problems.ts';
import { go } from '../state/route.ts';
import { session } from '../state/session.ts';
import { type Act, shortcutOf } from './keys.ts';

export function useShortcuts(): void {
  useEffect(() => {
    // In the capture phase, before Monaco takes the key for its own purposes.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}

const acts: Readonly<Record<Act, () => void>> = {
  save: () => void saveNow(),
  undo: () => void undo(),
  redo: () => void redo(),
  next: () => nextProblem(1),
  previous: () => nextProblem(-1),
  table: () => focusPane('table'),
  text: () => focusPane('text'),
};

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || session.get().text === null) return;
  const found = shortcutOf(event);
  if (!found || (found.own && isWriting(event.target) && !isAwaited(event.target))) return;
  event.preventDefault();
  event.stopPropagation();
  acts[found.act]();
}

/** Monaco undoes by itself, and so does a box one writes in; the grid's hidden box holds nothing of its own. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset.idle === 'true') return false;
  return target.matches('input, textarea, [contenteditable="true"]') || target.closest('.monaco-editor') !== null;
}

/** Monaco would take back the step before a gesture that is yet to come, which could then not be made again. */
const isAwaited = (target: EventTarget | null): boolean =>
  session.get().asking > 0 && target instanceof HTMLElement && target.closest('[data-pane="text"]') !== null;

const PATIENCE_MS = 3000;

/** Shows a pane where it is hidden, on whatever screen one is, then goes to it. */
export function focusPane(pane: 'table' | 'text'): void {
  const { layout } = prefs.get();
  if (layout !== 'both' && layout !== pane) prefs.set({ layout: pane });
  showDrawer('text', pane === 'text');
  go('edit');
  const until = performance.now() + PATIENCE_MS;
  const enter = (): void => {
    const here = document.querySelector(`[data-pane="${pane}"]`);
    const stands = here?.matches(pane === 'table' ? ':not([aria-busy])' : ':has(.monaco-editor)') ?? false;
    if (stands) here?.dispatchEvent(new Event('enter-pane'));
    else if (performance.now() < until) requestAnimationFrame(enter);
  };
  requestAnimationFrame(enter);
}
