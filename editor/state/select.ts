/**
 * What one looks at, in table and text at once. Selecting never moves the focus: the other pane only shows the same place.
 */
import { rowsIn } from '../../src/edit/index.ts';
import type { Span } from '../../src/index.ts';
import { engine } from './engine.ts';
import { type Selection, session } from './session.ts';

/** What the text pane does when a place is to be shown; set when Monaco has come. */
type Show = (span: Span) => void;
let shows: Show | null = null;
/** The place that was asked for last, and the text that it is a place in. */
let wanted: { readonly span: Span; readonly text: unknown } | null = null;
/** Where the cursor went, in which version of the text, and what was chosen then; null once its row is shown. */
let sought: { readonly line: number; readonly version: number; readonly selection: Selection } | null = null;

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

/**
 * The cursor of the text has moved: the table shows the row that it is in. Rows of an older text may have stood on other
 * lines, and those of another sheet are yet to come: then it does so once they are there.
 */
export function cursorAt(line: number, column: number): void {
  session.set({ caret: { line, column } });
  const { text, selection } = session.get();
  sought = text && { line, version: text.version, selection };
  seek();
}

function seek(): void {
  if (sought === null) return;
  const { text, selection, outline, page } = session.get();
  const { line, version } = sought;
  if (selection !== sought.selection || text?.version !== version) {
    // Something else was chosen or written meanwhile.
    sought = null;
    return;
  }
  if (outline?.version !== version) return;
  const sheet = sheetAt(line);
  if (sheet === null) {
    sought = null;
    return;
  }
  if (sheet !== selection.sheet) {
    const there = { sheet, row: null, slot: null };
    sought = { ...sought, selection: there };
    session.set({ selection: there });
    engine.look(sheet);
  }
  if (page?.version !== version || page.sheet.key !== sheet) return;
  sought = null;
  const row = page.blocks
    .flatMap(rowsIn)
    .filter((one) => one.line <= line)
    .findLast((one) => one.line + one.text.split('\n').length > line)?.key;
  if (row && row !== selection.row) session.set({ selection: { sheet, row, slot: null } });
}

let seen = session.get();
session.subscribe(() => {
  const now = session.get();
  const come = now.page !== seen.page || now.outline !== seen.outline;
  seen = now;
  if (come) seek();
});

/** Shows a place in both panes, as for a finding. */
export function reveal(span: Span, line: number): void {
  cursorAt(line, 1);
  showInText(span);
}

function sheetAt(line: number): string | null {
  const { outline } = session.get();
  const block = outline?.blocks.findLast((one) => one.line <= line);
  return outline?.sheets.find(({ blocks }) => block && blocks.includes(block.key))?.key ?? null;
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
