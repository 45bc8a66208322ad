/** Rows that begin with `|`: a head that names the columns, and under it cells, each read by what its column asks for. */
import type { IToken } from 'chevrotain';
import type { Cell, Column, Row, Table } from '../src/model/ast.ts';
import type { Span } from '../src/model/span.ts';
import { half } from './characters.ts';
import { classify } from './classify.ts';
import { keywords } from './keywords.ts';
import type { LogicalLine } from './lines.ts';
import { type Place, reportError } from './messages.ts';
import { unquoted } from './names.ts';
import { type LineParser, lineParser } from './parser.ts';
import { reportHidden } from './raw.ts';
import { inserting, Report } from './report.ts';
import { endOf } from './scan.ts';
import { meaningsOf, Pipe, Quoted, Run } from './tokens.ts';
import type { Dictionary } from './words.ts';

export type TableKind = 'awardTable' | 'examples';

export interface TableContext {
  readonly kind: TableKind;
  /** The word of the table, as it is written. */
  readonly word: string;
  readonly language: 'zh' | 'en';
  readonly text: string;
  readonly dictionary: Dictionary;
  readonly report: Report;
}

interface RawCell {
  readonly tokens: readonly IToken[];
  readonly span: Span;
}

/** The cells of a row; a missing last `|` is forgiven. */
const cellsOf = (row: LogicalLine): RawCell[] => {
  const cells: RawCell[] = [];
  let tokens: IToken[] = [];
  const opened = row.tokens[0]?.tokenType === Pipe;
  let start = row.span.start + (opened ? 1 : 0);
  const close = (end: number): void => {
    const first = tokens[0];
    const last = tokens[tokens.length - 1];
    cells.push({ tokens, span: first && last ? { start: first.startOffset, end: endOf(last) } : { start, end } });
    tokens = [];
  };
  for (const token of opened ? row.tokens.slice(1) : row.tokens) {
    if (token.tokenType === Pipe) {
      close(token.startOffset);
      start = endOf(token);
    } else tokens.push(token);
  }
  if (tokens.length > 0) close(endOf(tokens[tokens.length - 1] as IToken));
  return cells;
};

const ownWords = { awardTable: { credits: 'credits', cite: 'cite' }, examples: { expect: 'expect' } } as const;

const columnOf = ({ tokens, span }: RawCell, kind: TableKind): Column | undefined => {
  const [token, more] = tokens;
  if (!token || more || (token.tokenType !== Run && token.tokenType !== Quoted)) return undefined;
  if (token.tokenType === Quoted)
    return { kind: 'field', name: { text: unquoted(token.image), quoted: true, span }, span };
  const run = half(token.image);
  const own = ownWords[kind] as Readonly<Record<string, 'credits' | 'cite' | 'expect'>>;
  const word = meaningsOf(run)
    .map((id) => own[id])
    .find((id) => id !== undefined);
  return word ? { kind: word, span } : { kind: 'field', name: { text: run, quoted: false, span }, span };
};

/** 学分 and then perhaps 依据 are the last columns of a 授予表, 期望 that of a 用例表. */
const endsRight = (columns: readonly Column[], kind: TableKind): boolean => {
  const words = columns.map((column) => (column.kind === 'field' ? '-' : column.kind)).join(' ');
  return kind === 'awardTable' ? /^(- )+credits( cite)?$/.test(words) : /^(- )*expect$/.test(words);
};

const readHead = (row: LogicalLine, context: TableContext): Column[] | undefined => {
  const columns = cellsOf(row).map((cell) => columnOf(cell, context.kind));
  const found = columns.filter((column) => column !== undefined);
  if (found.length === columns.length && endsRight(found, context.kind)) return found;
  const last = context.kind === 'awardTable' ? keywords.credits : keywords.expect;
  const expected = `「${last[context.language]}」`;
  context.report.add('CME306', row.span, { word: context.word, expected });
  return undefined;
};

type CellRule = (parser: LineParser) => Cell;

const ruleOf = (column: Column, kind: TableKind): CellRule => {
  if (column.kind === 'credits') return (parser) => parser.creditsCell();
  if (column.kind === 'expect') return (parser) => parser.expectCell();
  return kind === 'awardTable' ? (parser) => parser.matchCell() : (parser) => parser.factsCell();
};

const noRoles = new Map<number, never>();

const readCell = (cell: RawCell, column: Column, context: TableContext): Cell => {
  const { text, report, kind } = context;
  const { span } = cell;
  const broken: Cell = { kind: 'broken', text: text.slice(span.start, span.end), span };
  const where = text.slice(column.span.start, column.span.end);
  if (cell.tokens.length === 0) {
    if (kind === 'examples' && column.kind === 'field') return { kind: 'empty', span };
    if (column.kind === 'cite') return { kind: 'empty', span };
    const fix =
      column.kind === 'field' ? inserting(span.start, ` ${keywords.any[context.language]}`, false) : undefined;
    report.add('CME308', span, { column: where }, fix);
    return { kind: 'empty', span };
  }
  if (column.kind === 'cite') {
    if (reportHidden(cell.tokens, report)) return broken;
    return { kind: 'clause', raw: { text: text.slice(span.start, span.end), span }, span };
  }
  const { tokens, faulty } = classify(cell.tokens, noRoles, context.dictionary, report);
  const parser = lineParser();
  parser.input = [...tokens];
  const read: Cell | undefined = ruleOf(column, kind)(parser);
  const [error] = parser.errors;
  if (!error && read) return read;
  const { language, dictionary } = context;
  const place: Place = { tokens, language, dictionary, where, span };
  if (error && !faulty) reportError(error, place, report);
  return broken;
};

const triviaOf = ({ leading, trailing, blankBefore }: LogicalLine) => ({
  leading,
  blankBefore,
  ...(trailing && { trailing }),
});

/** A row that does not begin with `|` is read as if it did. */
const reportUnopened = ({ tokens, span }: LogicalLine, report: Report): void => {
  if (tokens[0]?.tokenType === Pipe) return;
  report.add('CME309', { start: span.start, end: endOf(tokens[0] as IToken) }, {}, inserting(span.start, '| ', true));
};

/** The table in these rows; undefined if its head cannot be read, and then nothing is said of its cells. */
export const readTable = (rows: readonly LogicalLine[], context: TableContext): Table | undefined => {
  const [head, ...body] = rows;
  if (!head) return undefined;
  for (const row of rows) reportUnopened(row, context.report);
  const columns = readHead(head, context);
  if (!columns) return undefined;
  const read = body.map((row): Row => {
    const cells = cellsOf(row);
    const fits = cells.length === columns.length;
    if (!fits) {
      context.report.add('CME305', row.span, { found: String(cells.length), expected: String(columns.length) });
    }
    return {
      cells: cells.map((cell, at): Cell => {
        const column = columns[at];
        // A row that does not fit its head is one mistake: its cells are read, and not complained of.
        if (column) return readCell(cell, column, fits ? context : { ...context, report: new Report('') });
        return { kind: 'broken', text: context.text.slice(cell.span.start, cell.span.end), span: cell.span };
      }),
      span: row.span,
      ...triviaOf(row),
    };
  });
  const last = rows[rows.length - 1] ?? head;
  return {
    columns,
    head: { span: head.span, ...triviaOf(head) },
    rows: read,
    span: { start: head.span.start, end: last.span.end },
  };
};
