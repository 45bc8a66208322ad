/** A block of cells in one table, from corner to corner. */
import type { DrawnRow } from '../sheets/model.ts';
import { heldBy } from './commit.ts';
import type { Spot } from './move.ts';

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Null where the corners are one cell, or stand in different tables. */
export function rangeOf(rows: readonly DrawnRow[], from: Spot | null, to: Spot | null): Block | null {
  if (!from || !to || (from.row === to.row && from.stop === to.stop)) return null;
  const table = rows[from.row]?.table?.key;
  if (table === undefined || rows[to.row]?.table?.key !== table) return null;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.stop, to.stop),
    right: Math.max(from.stop, to.stop),
  };
}

/** The place where it is one, else null. */
export const within = (rows: readonly DrawnRow[], at: Spot): Spot | null =>
  rows[at.row]?.stops[at.stop] === undefined ? null : at;

export const cellsOf = (
  rows: readonly DrawnRow[],
  { top, bottom, left, right }: Block,
): readonly (readonly string[])[] =>
  rows
    .slice(top, bottom + 1)
    .filter(({ stops }) => stops.length > 0)
    .map(({ stops }) => stops.slice(left, right + 1).map(heldBy));
