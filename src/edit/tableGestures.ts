/** Rows and columns of tables, and blocks of cells out of a spreadsheet. */
import stringWidth from 'string-width';
import { name as printName } from '../language/value.ts';
import type { Row, Table } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import { type Desk, type Place, refuse, type Tried } from './desk.ts';
import { tableOf } from './elements.ts';
import type { Edited, Gesture, Refused } from './intent.ts';
import { say } from './messages.ts';
import { placeOf, regionOf } from './region.ts';
import { emptyAt, type Reading } from './slot.ts';
import { insertAfter, insertBefore } from './surgery.ts';
import { isWhole } from './tableSlots.ts';
import * as values from './values.ts';
import type { Grid, RowView } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

export interface TablePlace {
  readonly place: Place;
  readonly table: Table;
  readonly grid: Grid;
  readonly reading: Reading;
  readonly isAward: boolean;
}

/** The table of a line; the key of one of its rows will do. */
export function tableAt(desk: Desk, key: string): TablePlace | Refused {
  const found = placeOf(desk, key);
  if ('refused' in found) return found;
  const place = found.table ? { row: found.table, block: found.block } : found;
  if (place.row.stale) return refuse('stale', { line: String(place.row.line) });
  const element = desk.element(place.row);
  const table = element?.kind === 'line' ? tableOf(element.line) : undefined;
  if (!table || !place.row.grid || element?.kind !== 'line') return refuse('noTable');
  const isAward = element.line.kind === 'awardTable';
  const reading = desk.look.readingOf(isAward ? element.line.word : element.section.word);
  return { place, table, grid: place.row.grid, reading, isAward };
}

/** A row in the manner of another: its indent, its blanks, its columns. */
export function rowLike(desk: Desk, like: Row, cells: readonly string[]): string {
  const { page } = desk.look;
  const { text } = desk;
  const line = page.at(like.span.start);
  const spaced = /^\s*[|｜]\s/.test(page.of(line));
  const padded = cells.map((cell, at) => {
    const own = like.cells[at];
    if (!own) return cell;
    const old = text.slice(own.span.start, own.span.end);
    const blanks = /^ *(?=[|｜])/.exec(text.slice(own.span.end))?.[0].length ?? 0;
    const width =
      old.trim() === '' ? stringWidth(old) - (spaced ? 2 : 0) : stringWidth(old) + blanks - (spaced ? 1 : 0);
    return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
  });
  return page.indent(line) + (spaced ? `| ${padded.join(' | ')} |` : `|${padded.join('|')}|`);
}

/** What a new row says until somebody fills it in. */
export const defaults = ({ table, reading, isAward }: TablePlace, like: RowView | undefined): readonly string[] =>
  table.columns.map((column, at) => {
    if (column.kind === 'field') return isAward ? reading.p.spell('any') : (like?.cells[at]?.shown ?? '');
    return column.kind === 'cite' ? '' : (like?.cells[at]?.shown ?? '0');
  });

/** How many rows the table has after an edit, and whether all can be read. */
const rowsAfter = (tried: Tried | undefined, place: Place): Table | undefined => {
  const element = tried?.element(place.row.at);
  return element?.kind === 'line' ? tableOf(element.line) : undefined;
};

export function addTableRow(desk: Desk, gesture: Of<'addTableRow'>): Edited | Refused {
  const at = tableAt(desk, gesture.table);
  if ('refused' in at) return at;
  const { page } = desk.look;
  const { rows } = at.grid;
  const { where } = gesture;
  const key = where && ('before' in where ? where.before : where.after);
  const beside = key === undefined ? rows.at(-1) : rows.find((row) => row.key === key);
  if (!beside) return refuse(key !== undefined && desk.place(key) ? 'notHere' : 'goneAway');
  const like = at.table.rows[beside.at.row ?? 0];
  if (!like) return refuse('goneAway');
  const cells = defaults(at, beside).map((value, k) => {
    const own = gesture.cells?.[k];
    return own === undefined ? value : values.typed(own);
  });
  const line = rowLike(desk, like, cells);
  const region = regionOf(desk, beside.key, { row: beside, block: at.place.block, table: at.place.row });
  const edit =
    where && 'before' in where ? insertBefore(page, region.first, [line]) : insertAfter(page, region.last, [line]);
  const after = rowsAfter(desk.attempt(at.place.row.at.section, [edit]), at.place);
  if (after?.rows.length !== at.table.rows.length + 1) return refuse('wouldNotRead', { value: cells.join(' | ') });
  const start = edit.span.start + edit.text.indexOf(line) + (line.length - line.trimStart().length);
  const says = say('added', { where: at.place.block.title });
  return desk.give([edit], { select: { start, end: start + line.trim().length }, says });
}

/** Where the mark before each cell of a row stands. */
const barBefore = (text: string, offset: number): number => {
  let at = offset - 1;
  while (at > 0 && /[ \t\u3000]/.test(text[at] ?? '')) at--;
  return /[|｜]/.test(text[at] ?? '') ? at : offset;
};

/** The head's and the rows' cells under one column. */
const columnSpans = (table: Table, at: number) => [
  table.columns[at]?.span,
  ...table.rows.map((row) => row.cells[at]?.span),
];

export function addColumn(desk: Desk, gesture: Of<'addColumn'>): Edited | Refused {
  const at = tableAt(desk, gesture.table);
  if ('refused' in at) return at;
  const { table, reading, isAward } = at;
  const field =
    reading.vocabulary.field(gesture.field, 'record') ??
    (isAward ? undefined : reading.vocabulary.field(gesture.field, 'person'));
  if (!field) return refuse('noField', { name: gesture.field });
  const own = table.columns.findIndex(({ kind }) => kind !== 'field');
  const asked = gesture.before === undefined ? own : at.grid.columns.findIndex(({ slot }) => slot === gesture.before);
  if (asked < 0) return refuse('noCell');
  const column = Math.min(asked, own);
  if (!table.rows.every((row) => isWhole(row, table))) return refuse('stale', { line: String(at.place.row.line) });
  const label = printName({ text: field.label, quoted: false, span: emptyAt(0) });
  const value = isAward ? reading.p.spell('any') : '';
  const width = Math.max(stringWidth(label), stringWidth(value));
  const edits = columnSpans(table, column).flatMap((span, k): TextEdit[] => {
    if (!span) return [];
    const shown = k === 0 ? label : value;
    return [
      { span: emptyAt(barBefore(desk.text, span.start)), text: `| ${shown}${' '.repeat(width - stringWidth(shown))} ` },
    ];
  });
  const after = rowsAfter(desk.attempt(at.place.row.at.section, edits), at.place);
  if (after?.columns.length !== table.columns.length + 1) return refuse('wouldBreak');
  return desk.give(edits, { says: say('added', { where: `${at.place.block.title} · ${field.label}` }) });
}

export function deleteColumn(desk: Desk, gesture: Of<'deleteColumn'>): Edited | Refused {
  const at = tableAt(desk, gesture.table);
  if ('refused' in at) return at;
  const { table, isAward } = at;
  const column = at.grid.columns.findIndex(({ slot }) => slot === gesture.slot);
  const kind = table.columns[column]?.kind;
  if (kind === undefined) return refuse('noCell');
  if (kind === 'credits' || kind === 'expect') return refuse('mustStay');
  if (isAward && kind === 'field' && table.columns.filter((one) => one.kind === 'field').length < 2)
    return refuse('lastColumn');
  if (!table.rows.every((row) => isWhole(row, table))) return refuse('stale', { line: String(at.place.row.line) });
  const next = columnSpans(table, column + 1);
  const edits = columnSpans(table, column).flatMap((span, k): TextEdit[] => {
    if (!span) return [];
    const after = next[k];
    const end = after
      ? barBefore(desk.text, after.start)
      : span.end + (/^ */.exec(desk.text.slice(span.end))?.[0].length ?? 0);
    return [{ span: { start: barBefore(desk.text, span.start), end }, text: '' }];
  });
  const after = rowsAfter(desk.attempt(at.place.row.at.section, edits), at.place);
  if (after?.columns.length !== table.columns.length - 1) return refuse('wouldBreak');
  return desk.give(edits, {
    says: say('tookAway', { where: at.place.block.title, before: at.grid.columns[column]?.label ?? '' }),
  });
}
