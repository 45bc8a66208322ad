/** From another screen to a place in the text or in its table. */
import type { Span } from '../../src/index.ts';
import { focusPane } from '../frame/shortcuts.ts';
import { prefs } from './prefs.ts';
import { go } from './route.ts';
import { reveal, revealLine } from './select.ts';
import { session } from './session.ts';

const PATIENCE_MS = 15_000;

/** `span` is left out where only the line is known. */
export async function visit(pane: 'text' | 'table', line: number, span?: Span): Promise<void> {
  go('edit');
  // A pane that is hidden would never come.
  const { layout } = prefs.get();
  if (layout !== 'both' && layout !== pane) prefs.set({ layout: pane });
  // It has to stand before it can show a place.
  await until(() => document.querySelector(pane === 'text' ? '[data-pane="text"] .monaco-editor' : '[data-row]'));
  const show = () => (span ? reveal(span, line) : revealLine(line));
  show();
  if (pane === 'table') await stand(line, show);
  focusPane(pane);
}

/** The grid is entered at the row of the line, at the cell that is at fault if one is. */
async function stand(line: number, show: () => void): Promise<void> {
  // The row is found in its sheet once that has come.
  await until(() => (session.get().page?.sheet.key === session.get().selection.sheet ? true : null));
  show();
  const row = await until(() => {
    const { page, selection, caret } = session.get();
    const on = caret.line === line && selection.row !== null && page?.sheet.key === selection.sheet;
    return on ? document.querySelector<HTMLElement>(`[data-row="${CSS.escape(selection.row ?? '')}"]`) : null;
  });
  const stop = row?.querySelector<HTMLElement>('[data-stop].faulty') ?? row?.querySelector<HTMLElement>('[data-stop]');
  const id = stop?.dataset.stop ?? '';
  const at = id.lastIndexOf('|');
  const { selection } = session.get();
  if (at > 0) session.set({ selection: { ...selection, row: id.slice(0, at), slot: id.slice(at + 1) } });
}

/** Asked again with each frame, until it is there or has been waited for long enough. */
async function until<T>(find: () => T | null): Promise<T | null> {
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    const found = find();
    if (found !== null || performance.now() > end) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
