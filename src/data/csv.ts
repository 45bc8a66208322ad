/** CSV to rows of cells. Rows are counted as a spreadsheet counts them, blank ones included. */
import Papa from 'papaparse';
import type { InputFinding } from './finding.ts';

export interface Rows {
  readonly file: string;
  /** The first row holds the names of the columns. Null: unreadable, and the findings say why. */
  readonly cells: readonly (readonly string[])[] | null;
  readonly findings: readonly InputFinding[];
}

export function readCsv(text: string, file: string): Rows {
  // Mixed line ends would confuse the reader; within a cell they are one and the same.
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter: delimiterOf(lines), newline: '\n' });
  const [broken] = errors.filter(({ type }) => type === 'Quotes');
  if (broken === undefined) return { file, cells: data, findings: [] };
  const place = { file, row: (broken.row ?? 0) + 1 };
  return { file, cells: null, findings: [{ code: 'CME970', args: {}, place }] };
}

/** The mark that stands most often in the head; a comma unless another does. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') >>> 0).replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
