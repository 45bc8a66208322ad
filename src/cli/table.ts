/** Rows of cells in columns that line up, Chinese text being twice as wide. */
import { pad, printable, widthOf } from './width.ts';

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** `paint` colours a cell once its blanks are known. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  paint: (text: string, row: number, column: number) => string = (text) => text,
): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map(({ title }, at) =>
    cells.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? '')), widthOf(title)),
  );
  const line = (row: readonly string[], index: number): string =>
    columns
      .map(({ align }, at) => {
        const last = at === columns.length - 1 && align === 'left';
        const text = last ? (row[at] ?? '') : pad(row[at] ?? '', widths[at] ?? 0, align);
        return index < 0 ? text : paint(text, index, at);
      })
      .join('  ')
      .trimEnd();
  const head = line(
    columns.map(({ title }) => title),
    -1,
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [head, rule, ...cells.map(line)].map((text) => `${text}\n`).join('');
}
