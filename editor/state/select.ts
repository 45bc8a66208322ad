/**
 * What one looks at, in table and text at once. Selecting never moves the focus: the other pane only shows the same place.
 */
import type { Span } from '../../src/index.ts';
import { engine } from './engine.ts';
import { session } from './session.ts';

/** What the text pane does when a place is to be shown; set when Monaco has come. */
type Show = (span: Span) => void;
let shows: Show | null = null;
/** The place that was asked for last, and the text that it is a place in. */
let wanted: { readonly span: Span; readonly text: unknown } | null = null;

/** Null: the pane is gone. One that comes later shows what was asked for before it came. */
export const whenShown = (show: Show | null): void => {
  shows = show;
  if (wanted !== null && wanted.text === session.get().text) show?.(wanted.span);
};

export function showInText(span: Span): void {
  wanted = { span, text: session.get().text };
  shows?.(span);
}

export function lookAt(sheet: string): void {
  const { selection, outline } = session.get();
  if (selection.sheet === sheet) return;
  session.set({ selection: { sheet, row: null, slot: null } });
  engine.look(sheet);
  const first = outline?.sheets.find(({ key }) => key === sheet)?.blocks[0];
  const block = outline?.blocks.find(({ key }) => key === first);
  if (block) showInText({ start: block.extent.start, end: block.extent.start });
}

/** A row or a cell was chosen in a table: the text shows where it stands. */
export function select(row: string, slot: string | null, span: Span | null, line: number): void {
  const { selection } = session.get();
  session.set({ selection: { ...selection, row, slot }, caret: { ...session.get().caret, line } });
  if (span) showInText(span);
}

/** The cursor of the text has moved: the table shows the row it is in, if that is another one. */
export function cursorAt(line: number, column: number): void {
  session.set({ caret: { line, column } });
  const block = blockAt(line);
  if (!block) return;
  const { selection, page } = session.get();
  const row = page?.blocks.flatMap((one) => [
    one.head,
    ...one.rows,
    ...one.rows.flatMap(({ grid }) => grid?.rows ?? []),
  ]);
  const at = row?.filter((one) => one.line <= line).findLast((one) => one.line + extra(one.text) >= line);
  if (block.sheet === (page?.sheet.key ?? null)) {
    if (at && at.key !== selection.row) session.set({ selection: { sheet: block.sheet, row: at.key, slot: null } });
  } else {
    session.set({ selection: { sheet: block.sheet, row: null, slot: null } });
    engine.look(block.sheet);
  }
}

/** Shows a place in both panes, as for a finding. */
export function reveal(span: Span, line: number): void {
  cursorAt(line, 1);
  showInText(span);
}

const extra = (text: string): number => text.split('\n').length - 1;

function blockAt(line: number): { readonly sheet: string } | null {
  const { outline } = session.get();
  const block = outline?.blocks.findLast((one) => one.line <= line);
  const sheet = block && outline?.sheets.find(({ blocks }) => blocks.includes(block.key));
  return sheet ? { sheet: sheet.key } : null;
}

/** A section was chosen in the 目录. */
export function selectBlock(block: { readonly key: string; readonly extent: Span; readonly line: number }): void {
  const { outline } = session.get();
  const sheet = outline?.sheets.find(({ blocks }) => blocks.includes(block.key));
  if (!sheet) return;
  session.set({
    selection: { sheet: sheet.key, row: block.key, slot: null },
    caret: { line: block.line, column: 1 },
  });
  engine.look(sheet.key);
  showInText(block.extent);
}

/** Shows a line in both panes. */
export function revealLine(line: number): void {
  const { text } = session.get();
  if (text === null) return;
  const breaks = /\r\n|\r|\n/g;
  let start = 0;
  for (let at = 1; at < line && breaks.exec(text.text) !== null; at++) start = breaks.lastIndex;
  reveal({ start, end: start }, line);
}
