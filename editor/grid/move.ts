/** From stop to stop: along a row, and down a column as far as rows have the same columns. */
import type { DrawnRow, Stop } from '../sheets/model.ts';

export interface Spot {
  readonly row: number;
  readonly stop: number;
}

export function spotOf(rows: readonly DrawnRow[], id: string | null): Spot | null {
  if (id === null) return null;
  for (const [row, { stops }] of rows.entries()) {
    const stop = stops.findIndex((one) => one.id === id);
    if (stop >= 0) return { row, stop };
  }
  return null;
}

export const stopAt = (rows: readonly DrawnRow[], spot: Spot | null): Stop | undefined =>
  spot ? rows[spot.row]?.stops[spot.stop] : undefined;

/** The next row with stops, and in it the stop of the same column, else the nearest before it. */
export function vertical(rows: readonly DrawnRow[], from: Spot, by: number): Spot {
  const step = Math.sign(by);
  let left = Math.abs(by);
  let at = from.row;
  for (let row = from.row + step; row >= 0 && row < rows.length && left > 0; row += step) {
    if ((rows[row]?.stops.length ?? 0) === 0) continue;
    at = row;
    left--;
  }
  if (at === from.row) return from;
  return { row: at, stop: sameColumn(rows[from.row], from.stop, rows[at]) };
}

function sameColumn(from: DrawnRow | undefined, stop: number, to: DrawnRow | undefined): number {
  if (!from || !to) return 0;
  const wanted = placeIn(from, stop);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at] of to.stops.entries()) {
    const place = placeIn(to, at);
    const far = Math.abs(place.column - wanted.column) * 100 + Math.abs(place.within - wanted.within);
    if (far >= least) continue;
    best = at;
    least = far;
  }
  return best;
}

/** In which cell of its row a stop stands, and at which place in it. */
function placeIn(row: DrawnRow, stop: number): { readonly column: number; readonly within: number } {
  const id = row.stops[stop]?.id ?? '';
  for (const [column, { parts }] of row.cells.entries()) {
    const ids = parts.flatMap(function flat(part): readonly string[] {
      return part.kind === 'stop' ? [part.stop.id] : part.kind === 'frame' ? part.parts.flatMap(flat) : [];
    });
    const within = ids.indexOf(id);
    if (within >= 0) return { column, within };
  }
  return { column: 0, within: 0 };
}

export function horizontal(rows: readonly DrawnRow[], from: Spot, by: 1 | -1, wrap: boolean): Spot | null {
  const stop = from.stop + by;
  const stops = rows[from.row]?.stops.length ?? 0;
  if (stop >= 0 && stop < stops) return { row: from.row, stop };
  if (!wrap) return from;
  for (let row = from.row + by; row >= 0 && row < rows.length; row += by) {
    const count = rows[row]?.stops.length ?? 0;
    if (count > 0) return { row, stop: by === 1 ? 0 : count - 1 };
  }
  return null;
}
