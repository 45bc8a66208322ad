/** Rows of a bucket as the evaluator reads them, with the numbers that they have in their files. */
import type { Rows } from '../../data/index.ts';
import type { Duck } from './duckdb.ts';
import type { Staged } from './stage.ts';

/** Between the cells of a row: a row comes over as one text, in a third of the time of its cells one by one. */
const BETWEEN = 31;
const SIGN = String.fromCharCode(BETWEEN);

/** `where`: a condition on the table, whose places are `rowid`. */
export async function rowsOf(duck: Duck, staged: Staged, where: string): Promise<Rows> {
  const { head, files, columns, table, number } = staged;
  const cells: (readonly string[])[] = [head];
  const numbers: number[] = [1];
  const from: number[] = [0];
  const odd: { readonly at: number; readonly place: number; readonly end: number }[] = [];
  const names = Array.from({ length: columns }, (_, at) => `c${at}`);
  const whole = `concat_ws(chr(${BETWEEN}), ${names.map((name) => `COALESCE(${name}, '')`).join(', ')})`;
  const query = `SELECT f, ${number}, w, rowid, ${whole} FROM stage.${table} WHERE ${where} ORDER BY rowid`;
  const blank = SIGN.repeat(Math.max(0, columns - 1));
  for await (const rows of duck.stream(query)) {
    for (const [file, row, width, place, text] of rows) {
      if (text === blank) continue;
      const split = String(text).split(SIGN);
      const end = width === null ? head.length : Number(width);
      if (split.length !== columns) odd.push({ at: cells.length, place: Number(place), end });
      cells.push(split.slice(0, end));
      numbers.push(Number(row));
      from.push(Number(file));
    }
  }
  // Not before: a second query would end the first.
  for (const { at, place, end } of odd) cells[at] = (await oneByOne(duck, staged, names, place)).slice(0, end);
  return {
    file: files[0] ?? '',
    cells,
    findings: [],
    origin: (place) => ({ file: files[from[place] ?? 0] ?? '', row: numbers[place] ?? 1 }),
  };
}

/** A row with the sign itself in one of its cells. */
async function oneByOne(duck: Duck, { table }: Staged, names: readonly string[], place: number): Promise<string[]> {
  const row = await duck.one(`SELECT ${names.join(', ')} FROM stage.${table} WHERE rowid = ${place}`);
  return row.map((text) => (text === null ? '' : String(text)));
}
