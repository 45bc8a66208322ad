/**
 * A sheet as it is drawn: rows of cells, and in them the stops that keys and clicks go to. It is made from the view of the
 * text and knows nothing of the screen; a stop leads back to the cell of the text that it shows.
 */
import type { Block, Cell, RowView } from '../../src/edit/index.ts';

/** A place one can stand on. */
export interface Stop {
  /** `row key|slot`, and of a condition's part `row key|slot#2`. */
  readonly id: string;
  readonly row: RowView;
  readonly cell: Cell;
  /** A part of a condition. */
  readonly chip?: number;
  /** What stands there while nothing does. */
  readonly empty?: string;
  /** Where the text says it in other words than the cell: 考核合格 for 是. */
  readonly said?: string;
  /** The column in words, for those who hear it. */
  readonly label: string;
}

export type Look = 'plain' | 'name' | 'amount' | 'figure' | 'chip' | 'cap' | 'ref' | 'adopted';

export type Part =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly tone?: 'label' | 'strong' | 'soft' | 'mark';
      readonly title?: string;
    }
  | { readonly kind: 'stop'; readonly stop: Stop; readonly look: Look }
  /** Words and stops in one frame, as a limit and what it is per. */
  | { readonly kind: 'frame'; readonly look: 'cap' | 'gate' | 'option'; readonly parts: readonly Part[] }
  /** Where a condition may be added. */
  | { readonly kind: 'add'; readonly row: RowView; readonly slot: string }
  /** Where lines may be added to the row's section. */
  | { readonly kind: 'plus' }
  /** Where rows and columns may be added to a table. */
  | { readonly kind: 'enlarge'; readonly table: RowView }
  /** How the examples that touch these lines went. */
  | { readonly kind: 'tests'; readonly lines: readonly number[] };

export interface DrawnCell {
  readonly column: string;
  readonly parts: readonly Part[];
  readonly tone?: 'result' | 'number' | 'soft';
}

export type RowLook = 'band' | 'line' | 'head' | 'plain' | 'adder';

export interface DrawnRow {
  readonly key: string;
  /** What the row's own menu acts on: a line, a table's row, or the block of a band. */
  readonly of: RowView;
  readonly block: Block;
  readonly look: RowLook;
  /** Name of the columns that its cells stand in: a class of the style sheet, or a count for a grid of its own. */
  readonly columns: string | number;
  readonly cells: readonly DrawnCell[];
  readonly stops: readonly Stop[];
  /** Rows of the text that are shown in this one. */
  readonly rows: readonly RowView[];
  /** What can be done with it as a whole. */
  readonly acts: 'block' | 'line' | 'row' | 'none';
  /** Of a row of a table: the line that holds the table. */
  readonly table?: RowView;
}

export interface SheetModel {
  /** Words over the columns, where all rows share them. */
  readonly heads: readonly { readonly column: string; readonly label: string }[] | null;
  readonly columns: string;
  readonly rows: readonly DrawnRow[];
}

export const stopOf = (
  row: RowView,
  cell: Cell,
  label: string,
  more: Pick<Stop, 'chip' | 'empty' | 'said'> = {},
): Stop => ({
  id: `${row.key}|${cell.slot}${more.chip === undefined ? '' : `#${more.chip}`}`,
  row,
  cell,
  label,
  ...more,
});

/** Whether something is found fault with in it, and not only in more than it. */
export function isFaulty({ row, cell, chip }: Pick<Stop, 'row' | 'cell' | 'chip'>): boolean {
  const { span } = chip === undefined ? cell : (cell.chips?.[chip] ?? cell);
  return row.diagnostics.some(
    ({ span: at }) => at.start < span.end && at.end > span.start && at.end - at.start <= span.end - span.start + 2,
  );
}

export const cellOf = (row: RowView | undefined, slot: string): Cell | undefined =>
  row?.cells.find((cell) => cell.slot === slot);

const stopsIn = (parts: readonly Part[]): readonly Stop[] =>
  parts.flatMap((part) => (part.kind === 'stop' ? [part.stop] : part.kind === 'frame' ? stopsIn(part.parts) : []));

export const drawn = (row: Omit<DrawnRow, 'stops' | 'rows'> & { readonly rows?: readonly RowView[] }): DrawnRow => ({
  ...row,
  rows: row.rows ?? [row.of],
  stops: row.cells.flatMap(({ parts }) => stopsIn(parts)),
});
