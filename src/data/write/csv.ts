/**
 * CSV for spreadsheets: one row a record with its practitioner's columns beside it, as in the input; a practitioner
 * without records has one row. UTF-8 with byte order mark and CRLF, or Excel garbles it.
 */
import type { Lang } from '../../model/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { ResultWriter } from './report.ts';
import { type Cell, resultTable } from './table.ts';

export function csvWriter(lang: Lang, plan: Pick<Plan, 'categories'>): ResultWriter {
  const table = resultTable(lang, plan);
  return {
    head: () => `\ufeff${row(table.head)}`,
    row: (result) => table.rows(result).map(row).join(''),
    tail: () => '',
  };
}

const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs a text that begins like a formula; an apostrophe before it makes it a text again. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\0＝＋－＠]/.test(text) ? `'${text}` : text);
