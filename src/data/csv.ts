/** CSV to rows of cells. Rows are counted as a spreadsheet counts them, blank ones included. */
import Papa from 'papaparse';
import type { InputFinding } from './finding.ts';
import type { Lost } from './lost.ts';

export interface Rows {
  readonly file: string;
  /** The first row holds the names of the columns. Null: unreadable, and the findings say why. */
  readonly cells: readonly (readonly string[])[] | null;
  readonly findings: readonly InputFinding[];
  /** Where a row stands, by its place in `cells`, where these are a part of a file or of several. */
  readonly origin?: (place: number) => { readonly file: string; readonly row: number };
  /** Of a spreadsheet: cells whose digits are lost. */
  readonly lost?: Lost;
}

/** Called now and then with how many characters have been read. */
export type OnRead = (done: number) => void;

export function readCsv(text: string, file: string, onRead?: OnRead): Rows {
  // Mixed line ends would confuse the reader; within a cell they are one and the same.
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  const cells: string[][] = [];
  const pool = new Pool();
  let broken = null as number | null;
  const read = ({ data, errors, meta }: Papa.ParseResult<string[]>): void => {
    const quotes = errors.find(({ type }) => type === 'Quotes');
    if (quotes !== undefined) broken ??= cells.length + (quotes.row ?? 0);
    for (const row of data) cells.push(pool.row(row));
    onRead?.(meta.cursor);
  };
  // A text is read in pieces as a file is, though the types have it for files alone.
  const config: object = { chunkSize: CHUNK, chunk: read };
  Papa.parse<string[]>(lines, { ...config, delimiter: delimiterOf(lines), newline: '\n' });
  if (broken === null) return { file, cells, findings: [] };
  const place = { file, row: broken + 1 };
  return { file, cells: null, findings: [{ code: 'CME970', args: {}, place }] };
}

/** Characters that are read at a time. */
const CHUNK = 1 << 20;

/** Keeps a value that stands in many rows once. A column of which every value is another is left alone. */
class Pool {
  private readonly columns: (Map<string, string> | null)[] = [];

  row(cells: string[]): string[] {
    for (let at = 0; at < cells.length; at++) {
      const known = this.columns[at];
      if (known === null) continue;
      const cell = cells[at] as string;
      const column = known ?? new Map<string, string>();
      if (known === undefined) this.columns[at] = column;
      const same = column.get(cell);
      if (same !== undefined) cells[at] = same;
      else if (column.size < MOST_KNOWN) column.set(cell, cell);
      else this.columns[at] = null;
    }
    return cells;
  }
}
const MOST_KNOWN = 5000;

/** The mark that stands most often in the head; a comma unless another does. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') >>> 0).replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
