/** Where the tables of a sheet lie among its rows: from the head of each to its last row, both counted from 0. */
import type { DrawnRow } from '../sheets/model.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function stretchesOf(rows: readonly DrawnRow[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [from, head] of rows.entries()) {
    if (head.look !== 'head') continue;
    let to = from;
    while (rows[to + 1]?.of === head.of || rows[to + 1]?.table === head.of) to++;
    found.push({ from, to });
  }
  return found;
}

/** The rows in runs: each table one of its own, and what lies before, between and after them. */
export function runsOf(count: number, tables: readonly Stretch[]): readonly Stretch[] {
  const runs: Stretch[] = [];
  let from = 0;
  for (const table of tables) {
    if (table.from > from) runs.push({ from, to: table.from - 1 });
    runs.push(table);
    from = table.to + 1;
  }
  if (from < count) runs.push({ from, to: count - 1 });
  return runs;
}
