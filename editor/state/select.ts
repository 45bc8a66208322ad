/**
 * What one looks at, in table and text at once. Selecting never moves the focus: the other pane only shows the same place.
 */
import { rowsIn } from '../../src/edit/index.ts';
import { LineMap, type Span } from '../../src/index.ts';
import { openCell } from './cell.ts';
import { type Selection, session } from './session.ts';
import type { RuleText } from './text.ts';

/** What the text pane does when a place is to be shown; set when Monaco has come. */
type Show = (span: Span) => void;
let shows: Show | null = null;

/** A place in a version of a text. */
interface Place {
  readonly span: Span;
  readonly text: RuleText;
  readonly version: number;
}
/** The place that was asked for last. */
let wanted: Place | null = null;
/** Where the cursor went, and what was chosen then; null once its row is shown. */
let sought: (Omit<Place, 'span'> & { readonly at: number; readonly selection: Selection }) | null = null;

/** Null: the pane is gone. One that comes later shows what was asked for before it came. */
export const whenShown = (show: Show | null): void => {
  shows = show;
  if (wanted !== null && wanted.text === session.get().text) show?.(now(wanted));
};

const now = ({ span, text, version }: Place): Span => text.placeNow(span, version);
const lineOf = ({ text }: RuleText, offset: number): number => new LineMap(text).position(offset).line;

/** `version`: of the text that the place was found in; it is shown where it stands now. */
export function showInText(span: Span, version?: number): void {
  const { text } = session.get();
  if (text === null) return;
  wanted = { span, text, version: version ?? text.version };
  shows?.(now(wanted));
}

export function lookAt(sheet: string): void {
  const { selection, outline } = session.get();
  if (selection.sheet === sheet) return;
  session.set({ selection: { sheet, row: null, slot: null } });
  const first = outline?.sheets.find(({ key }) => key === sheet)?.blocks[0];
  const block = outline?.blocks.find(({ key }) => key === first);
  if (block) showInText({ start: block.extent.start, end: block.extent.start }, outline?.version);
}

/** A row or a cell was chosen in a table, which may be behind the text: the text shows where it stands now. */
export function select(row: string, slot: string | null, span: Span | null, line: number): void {
  const { selection, page, text, caret } = session.get();
  // Another sheet may be on its way: who chooses in this one stays in it.
  const sheet = page?.sheet.key ?? selection.sheet;
  const moved = span && text && page && page.version !== text.version ? text.placeNow(span, page.version) : null;
  session.set({
    selection: { sheet, row, slot },
    caret: { ...caret, line: text && moved ? lineOf(text, moved.start) : line },
  });
  if (span) showInText(span, page?.version);
}

/**
 * The cursor of the text has moved: the table shows the row that it is in. Rows of an older text may have stood on other
 * lines, and those of another sheet are yet to come: then it does so once they are there, wherever the line stands by then.
 */
export function cursorAt(line: number, column: number): void {
  session.set({ caret: { line, column } });
  const { text, selection } = session.get();
  const at = text && new LineMap(text.text).offset({ line, column: 1 });
  sought = text && at !== null ? { at, text, version: text.version, selection } : null;
  seek();
}

function seek(): void {
  if (sought === null) return;
  const { text, selection, outline, page } = session.get();
  if (selection !== sought.selection || text !== sought.text || openCell()) {
    // Something else was chosen meanwhile, or a cell is being filled in.
    sought = null;
    return;
  }
  if (outline?.version !== text.version) return;
  const { at, version } = sought;
  const line = lineOf(text, text.placeNow({ start: at, end: at }, version).start);
  const sheet = sheetAt(line);
  if (sheet === null) {
    sought = null;
    return;
  }
  if (sheet !== selection.sheet) {
    const there = { sheet, row: null, slot: null };
    sought = { ...sought, selection: there };
    session.set({ selection: there });
  }
  if (page?.version !== text.version || page.sheet.key !== sheet) return;
  sought = null;
  const row = page.blocks
    .flatMap(rowsIn)
    .filter((one) => one.line <= line)
    .findLast((one) => one.line + one.text.split('\n').length > line)?.key;
  if (row && row !== selection.row) session.set({ selection: { sheet, row, slot: null } });
}

let seen = session.get();
session.subscribe(() => {
  const all = session.get();
  const come = all.page !== seen.page || all.outline !== seen.outline;
  seen = all;
  if (come) seek();
});

/** Shows a place in both panes, as for a finding; `version`: of the text that it was found in. */
export function reveal(span: Span, line: number, version?: number): void {
  const { text } = session.get();
  if (text === null) return;
  const isOld = version !== undefined && version !== text.version;
  cursorAt(isOld ? lineOf(text, text.placeNow(span, version).start) : line, 1);
  showInText(span, version);
}

/** The sheet that holds the section which the line is in, or is behind. */
export function sheetAt(line: number): string | null {
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
  showInText(block.extent, outline?.version);
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
