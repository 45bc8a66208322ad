/** Keys that work wherever one is. Those of a pane are the pane's own. */
import { useEffect } from 'react';
import { redo, saveNow, undo } from '../state/commands.ts';
import { prefs } from '../state/prefs.ts';
import { nextProblem } from '../state/problems.ts';
import { session } from '../state/session.ts';

export function useShortcuts(): void {
  useEffect(() => {
    // In the capture phase, before Monaco takes the key for its own purposes.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || session.get().text === null) return;
  const done = () => {
    event.preventDefault();
    event.stopPropagation();
  };
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (command && !event.shiftKey && key === 's') {
    done();
    void saveNow();
  } else if (event.key === 'F8') {
    done();
    nextProblem(event.shiftKey ? -1 : 1);
  } else if (event.altKey && !command && (event.code === 'Digit1' || event.code === 'Digit2')) {
    done();
    focusPane(event.code === 'Digit1' ? 'table' : 'text');
  } else if (command && !isWriting(event.target) && (key === 'z' || key === 'y')) {
    done();
    void (key === 'y' || event.shiftKey ? redo() : undo());
  }
}

/** Monaco undoes by itself, and so does a box one writes in; the grid's hidden box holds nothing of its own. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset.idle === 'true') return false;
  return target.matches('input, textarea, [contenteditable="true"]') || target.closest('.monaco-editor') !== null;
}

/** Shows a pane where it is hidden, then goes to it. */
export function focusPane(pane: 'table' | 'text'): void {
  const { layout } = prefs.get();
  if (layout !== 'both' && layout !== pane) prefs.set({ layout: pane });
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)?.dispatchEvent(new Event('enter-pane')),
  );
}
