/**
 * Results as a workbook: ids and names are texts whatever they look like, so that no digit is lost and nothing is run as
 * a formula; credits are numbers.
 */
import writeXlsxFile, { type Cell as Written } from 'write-excel-file/universal';
import type { Lang } from '../../model/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import { type Cell, resultTable } from '../write/table.ts';
import { sheetText } from './text.ts';

/** What a sheet holds. */
export const MOST_ROWS = 1_048_576;

export interface Workbook {
  /** False where the sheet is full. */
  add(result: PersonResult): boolean;
  bytes(): Promise<Uint8Array>;
}

export function workbook(lang: Lang, plan: Pick<Plan, 'categories'>): Workbook {
  const table = resultTable(lang, plan);
  const rows: Written[][] = [table.head.map((value) => ({ value, type: String, fontWeight: 'bold' }))];
  const widths = table.head.map(widthOf);
  return {
    add(result) {
      for (const cells of table.rows(result)) {
        if (rows.length === MOST_ROWS) return false;
        rows.push(cells.map(written));
        cells.forEach((cell, at) => {
          widths[at] = Math.max(widths[at] ?? 0, widthOf(String(cell ?? '')));
        });
      }
      return true;
    },
    async bytes() {
      const columns = widths.map((width) => ({ width: Math.min(width + 2, 60) }));
      const sheet = lang === 'zh' ? '结果' : 'results';
      const blob = await writeXlsxFile(rows, { sheet, columns, stickyRowsCount: 1 }).toBlob();
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}

function written(cell: Cell): Written {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: sheetText(cell), type: String };
}

/** A Chinese character is two wide. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
