/** From another screen to a place in the text or in its table. */
import { type RowView, rowsIn } from '../../src/edit/index.ts';
import type { Span } from '../../src/index.ts';
import { focusPane } from '../frame/shortcuts.ts';
import { isFaulty } from '../sheets/model.ts';
import { prefs } from './prefs.ts';
import { go, route } from './route.ts';
import { reveal, revealLine, sheetAt } from './select.ts';
import { type Selection, session } from './session.ts';

const PATIENCE_MS = 8000;

/** A later visit, and whoever goes elsewhere meanwhile, is not called back by an earlier one. */
let visits = 0;

/** `span` is left out where only the line is known. */
export async function visit(pane: 'text' | 'table', line: number, span?: Span): Promise<void> {
  go('edit');
  const own = ++visits;
  const { text, checked } = session.get();
  await until(
    () => true,
    () => (route.get().screen === 'edit' ? true : null),
  );
  const here = () => own === visits && route.get().screen === 'edit' && session.get().text === text;
  // A pane that is hidden would never come.
  const { layout } = prefs.get();
  if (layout !== 'both' && layout !== pane) prefs.set({ layout: pane });
  // It has to stand before it can show a place.
  await until(here, () => document.querySelector(pane === 'text' ? '[data-pane="text"] .monaco-editor' : '[data-row]'));
  if (!here()) return;
  if (span) reveal(span, line, checked);
  else revealLine(line);
  if (pane === 'table') await stand(session.get().caret.line, here);
  if (here()) focusPane(pane);
}

/** The grid is entered at the row of the line, at the cell that is at fault if one is. */
async function stand(line: number, here: () => boolean): Promise<void> {
  const { text, outline } = session.get();
  // Above the first section there is nothing to stand on.
  if (outline?.blocks.every((block) => block.line > line)) return;
  const version = text?.version;
  const place = await until(
    () => here() && text?.version === version,
    () => rowAt(line),
  );
  if (place === null) return;
  const { sheet, found } = place;
  const { key: row } = found;
  // What is not in sight is not drawn until it is selected: a row at all, and of a wide table a column.
  const far = found.kind === 'tableRow' ? found.cells.find((cell) => isFaulty({ row: found, cell })) : undefined;
  const chosen: Selection = { sheet, row, slot: far?.slot ?? null };
  session.set({ selection: chosen, caret: { line, column: 1 } });
  if (far) return;
  // A line may be drawn within another's row; its cells are its own.
  const cells = `[data-stop^="${CSS.escape(`${row}|`)}"]`;
  const stop = await until(
    () => here() && session.get().selection === chosen,
    () => document.querySelector<HTMLElement>(`${cells}.faulty`) ?? document.querySelector<HTMLElement>(cells),
  );
  const id = stop?.dataset.stop ?? '';
  if (stop) session.set({ selection: { sheet, row, slot: id.slice(row.length + 1) } });
  session.set({ caret: { line, column: 1 } });
}

/** The row that the line is in, or is behind; null until the tables of the text as it stands show its sheet. */
function rowAt(line: number): { readonly sheet: string; readonly found: RowView } | null {
  const { page, outline, text } = session.get();
  if (text === null || page?.version !== text.version || outline?.version !== text.version) return null;
  const sheet = sheetAt(line);
  if (page.sheet.key !== sheet) return null;
  const found = page.blocks
    .flatMap(rowsIn)
    .filter((one) => one.line <= line)
    .toSorted((a, b) => a.line - b.line)
    .at(-1);
  return found ? { sheet, found } : null;
}

/** Asked again with each frame while it is wanted, until it is there or has been waited for long enough. */
async function until<T>(wanted: () => boolean, find: () => T | null): Promise<T | null> {
  for (const end = performance.now() + PATIENCE_MS; wanted(); ) {
    const found = find();
    if (found !== null || performance.now() > end) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return null;
}
