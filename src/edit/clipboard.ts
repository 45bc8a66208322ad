/** Blocks of cells as spreadsheets copy them: tabs between cells, quotation marks around what holds one. */

/** The rows of a copied block; a line end behind the last row is none. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (at <= source.length) {
    let cell = '';
    if (source[at] === '"') {
      at++;
      while (at < source.length && (source[at] !== '"' || source[at + 1] === '"')) {
        if (source[at] === '"') at++;
        cell += source[at++] ?? '';
      }
      at++;
    }
    while (at < source.length && source[at] !== '\t' && source[at] !== '\n') cell += source[at++] ?? '';
    row.push(cell);
    if (source[at] !== '\t') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}

/** The same the other way. */
export const copied = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');
