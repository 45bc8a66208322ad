/** From another screen to a place in the text or in its table. */
import { type RowView, rowsIn } from '../../src/edit/index.ts';
import type { Span } from '../../src/index.ts';
import { focusPane } from '../frame/shortcuts.ts';
import { isFaulty } from '../sheets/model.ts';
import { prefs } from './prefs.ts';
import { go } from './route.ts';
import { reveal, revealLine } from './select.ts';
import { session } from './session.ts';

const PATIENCE_MS = 8000;

/** `span` is left out where only the line is known. */
export async function visit(pane: 'text' | 'table', line: number, span?: Span): Promise<void> {
  go('edit');
  // A pane that is hidden would never come.
  const { layout } = prefs.get();
  if (layout !== 'both' && layout !== pane) prefs.set({ layout: pane });
  // It has to stand before it can show a place.
  await until(() => document.querySelector(pane === 'text' ? '[data-pane="text"] .monaco-editor' : '[data-row]'));
  if (span) reveal(span, line);
  else revealLine(line);
  if (pane === 'table') await stand(line);
  focusPane(pane);
}

/** The grid is entered at the row of the line, at the cell that is at fault if one is. */
async function stand(line: number): Promise<void> {
  const { outline } = session.get();
  const block = outline?.blocks.findLast((one) => one.line <= line);
  const sheet = outline?.sheets.find(({ blocks }) => block && blocks.includes(block.key))?.key;
  if (sheet === undefined) return;
  const found = await until(() => rowAt(sheet, line));
  if (found === null) return;
  const { key: row } = found;
  // What is not in sight is not drawn until it is selected: a row at all, and of a wide table a column.
  const far = found.kind === 'tableRow' ? found.cells.find((cell) => isFaulty({ row: found, cell })) : undefined;
  session.set({ selection: { sheet, row, slot: far?.slot ?? null }, caret: { line, column: 1 } });
  if (far) return;
  // A line may be drawn within another's row; its cells are its own.
  const cells = `[data-stop^="${CSS.escape(`${row}|`)}"]`;
  const stop = await until(
    () => document.querySelector<HTMLElement>(`${cells}.faulty`) ?? document.querySelector<HTMLElement>(cells),
  );
  const id = stop?.dataset.stop ?? '';
  if (stop) session.set({ selection: { sheet, row, slot: id.slice(row.length + 1) } });
  session.set({ caret: { line, column: 1 } });
}

/** Null while another sheet is shown. */
function rowAt(sheet: string, line: number): RowView | null {
  const { page } = session.get();
  if (page?.sheet.key !== sheet) return null;
  return (
    page.blocks
      .flatMap(rowsIn)
      .filter((one) => one.line <= line)
      .toSorted((a, b) => a.line - b.line)
      .at(-1) ?? null
  );
}

/** Asked again with each frame, until it is there or has been waited for long enough. */
async function until<T>(find: () => T | null): Promise<T | null> {
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    const found = find();
    if (found !== null || performance.now() > end) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
