import type { Block, RowView } from './view.ts';

/** Every row of a section in the order of the text: its head, its lines, and within a line those of its table. */
export const rowsIn = ({ head, rows }: Block): readonly RowView[] => [
  head,
  ...rows.flatMap((row) => [row, ...(row.grid?.rows ?? [])]),
];
