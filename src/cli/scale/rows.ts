/** Rows of a bucket as the evaluator reads them, with the numbers that they have in their files. */
import type { Rows } from '../../data/index.ts';
import type { Duck } from './duckdb.ts';
import type { Staged } from './stage.ts';

/** `where`: a condition on the table, whose places are `rowid`. */
export async function rowsOf(duck: Duck, staged: Staged, where: string): Promise<Rows> {
  const { head, files, columns, table, number } = staged;
  const cells: (readonly string[])[] = [head];
  const places: { readonly file: number; readonly row: number }[] = [{ file: 0, row: 1 }];
  const names = Array.from({ length: columns }, (_, at) => `c${at}`).join(', ');
  const query = `SELECT f, ${number}, w, ${names} FROM stage.${table} WHERE ${where} ORDER BY rowid`;
  for await (const rows of duck.stream(query)) {
    for (const [file, row, width, ...texts] of rows) {
      if (texts.every((text) => text === null)) continue;
      const all = texts.map((text) => (text === null ? '' : String(text)));
      cells.push(width === null ? all.slice(0, head.length) : all.slice(0, Number(width)));
      places.push({ file: Number(file), row: Number(row) });
    }
  }
  return {
    file: files[0] ?? '',
    cells,
    findings: [],
    origin: (place) => ({ file: files[places[place]?.file ?? 0] ?? '', row: places[place]?.row ?? 1 }),
  };
}
