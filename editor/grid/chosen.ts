/** What is chosen, as the rows that are drawn have it. */
import type { DrawnRow, Stop } from '../sheets/model.ts';
import { select } from '../state/select.ts';

/** Whether the row that is chosen is drawn in this one. */
export const isOf = (row: DrawnRow, key: string | null): boolean =>
  key !== null && (row.rows.some((one) => one.key === key) || (row.acts === 'block' && row.block.key === key));

/** Shows where it stands; the text follows. */
export function choose({ row, cell, chip }: Stop): void {
  const { span } = chip === undefined ? cell : (cell.chips?.[chip] ?? cell);
  select(row.key, `${cell.slot}${chip === undefined ? '' : `#${chip}`}`, span, row.line);
}
