/**
 * The columns of a table of its own: how wide each is, and which are in sight. Of a table wider than any pane only these
 * are drawn in a row, and its first column, which stays in sight; rows of thirty columns are light then.
 */
import type { DrawnCell, DrawnRow } from '../sheets/model.ts';

/** Of a column, and of what stands beside the columns: the indent before them, the menu behind. */
const LEAST = 96;
const BEFORE = 32;
const BEHIND = 28;
const TESTS = 60;
const FIGURE = { least: 88, most: 164 } as const;

/** Fewer columns than this are all drawn. */
const FEW = 16;
/** The view is looked at in steps of this, and a column further to both sides than it goes. */
export const STEP = LEAST;

/** What the pane shows of its content from left to right; both in whole steps. */
export interface Sight {
  readonly left: number;
  readonly width: number;
}

/** From the first to the last, each counted from 0. */
export interface Seen {
  readonly from: number;
  readonly to: number;
}

export const isWide = (columns: DrawnRow['columns']): boolean => typeof columns === 'number' && columns > FEW;

/** Fields share the width; what comes of them is narrow where it is a number. */
export const templateOf = ({ cells }: Pick<DrawnRow, 'cells'>): string =>
  cells
    .map(({ column, tone }) => {
      if (column === 'tests') return `${TESTS}px`;
      if (column === 'all') return '1fr';
      return tone === 'number' ? `minmax(${FIGURE.least}px, ${FIGURE.most}px)` : `minmax(${LEAST}px, 1fr)`;
    })
    .join(' ');

/** The same for each row of a table, or its columns would not stand under one another. */
export const leastWidth = (columns: number): number => columns * LEAST + BEFORE + BEHIND + TESTS + 4;

/** Where columns stand in a pane of this width, as the browser lays out `templateOf`: edges, one more than columns. */
export function edgesOf({ cells, columns }: Pick<DrawnRow, 'cells' | 'columns'>, width: number): readonly number[] {
  const room = Math.max(width, leastWidth(Number(columns))) - BEFORE - BEHIND;
  const kinds = cells.map(({ column, tone }: DrawnCell) =>
    column === 'tests' ? 'tests' : tone === 'number' ? 'figure' : 'field',
  );
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  const left = room - count('tests') * TESTS - count('figure') * FIGURE.least - count('field') * LEAST;
  const grown = Math.min(FIGURE.most - FIGURE.least, Math.max(0, left) / Math.max(1, count('figure')));
  const shared = (left - grown * count('figure')) / Math.max(1, count('field'));
  const widths = {
    tests: TESTS,
    figure: FIGURE.least + grown,
    field: LEAST + Math.max(0, shared),
  } as const;
  const edges = [BEFORE];
  for (const kind of kinds) edges.push((edges.at(-1) ?? 0) + widths[kind]);
  return edges;
}

/** Null: all. */
export function seenOf(row: Pick<DrawnRow, 'cells' | 'columns'>, { left, width }: Sight): Seen | null {
  if (!isWide(row.columns) || row.cells.length <= 1) return null;
  // Before it is measured a pane is taken for this wide.
  if (width === 0) return { from: 0, to: FEW };
  const edges = edgesOf(row, width);
  const from = edges.findIndex((_, at) => (edges[at + 1] ?? 0) > left - LEAST);
  const after = edges.findIndex((edge) => edge >= left + width + STEP + LEAST);
  const last = row.cells.length - 1;
  return { from: Math.max(0, Math.min(from, last)), to: after < 0 ? last : Math.min(after, last) };
}

/** How far the pane has to be moved for a column to be in sight beside the first one; null where it is. */
export function towards(
  row: Pick<DrawnRow, 'cells' | 'columns'>,
  column: number,
  { left, width }: Sight,
): number | null {
  if (column === 0 || typeof row.columns !== 'number') return null;
  const edges = edgesOf(row, width);
  const [start = 0, end = 0] = edges.slice(column, column + 2);
  const first = (edges[1] ?? 0) - BEFORE;
  if (start - first < left) return Math.max(0, start - first - BEFORE);
  return end + BEHIND > left + width ? end + BEHIND - width : null;
}
