/** Rows of a bucket as the evaluator reads them, with the numbers that they have in their files. */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { Rows } from '../../data/index.ts';
import type { Duck } from './duckdb.ts';
import { BETWEEN } from './joined.ts';
import type { Staged } from './stage.ts';

const SIGN = String.fromCharCode(BETWEEN);

type Vector = ReturnType<DuckDBDataChunk['getColumnVector']>;

/** `where`: a condition on the table, whose places are `rowid`. */
export async function rowsOf(duck: Duck, staged: Staged, where: string): Promise<Rows> {
  const { head, files, columns, table, number } = staged;
  const cells: (readonly string[])[] = [head];
  const numbers: number[] = [1];
  const from: number[] = [0];
  const odd: { readonly at: number; readonly place: number; readonly end: number }[] = [];
  const names = Array.from({ length: columns }, (_, at) => `c${at}`);
  const whole = `concat_ws(chr(${BETWEEN}), ${names.map((name) => `COALESCE(${name}, '')`).join(', ')})`;
  // As binary fractions, which are numbers here as they come; whole ones up to 2^53 are exact.
  const numbered = ['f', number, 'w', 'rowid'].map((one) => `CAST(${one} AS DOUBLE)`).join(', ');
  const query = `SELECT ${numbered}, ${whole} FROM stage.${table} WHERE ${where} ORDER BY rowid`;
  const blank = SIGN.repeat(Math.max(0, columns - 1));
  for await (const chunk of duck.chunks(query)) {
    const [file, row, width, place, texts] = vectorsOf(chunk);
    for (let at = 0; at < chunk.rowCount; at += 1) {
      const text = texts.getItem(at) as string;
      if (text === blank) continue;
      const split = text.split(SIGN);
      const end = (width.getItem(at) as number | null) ?? head.length;
      if (split.length !== columns) odd.push({ at: cells.length, place: place.getItem(at) as number, end });
      cells.push(split.length === end ? split : split.slice(0, end));
      numbers.push(row.getItem(at) as number);
      from.push(file.getItem(at) as number);
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

const vectorsOf = (chunk: DuckDBDataChunk): readonly [Vector, Vector, Vector, Vector, Vector] => [
  chunk.getColumnVector(0),
  chunk.getColumnVector(1),
  chunk.getColumnVector(2),
  chunk.getColumnVector(3),
  chunk.getColumnVector(4),
];

/** A row with the sign itself in one of its cells. */
async function oneByOne(duck: Duck, { table }: Staged, names: readonly string[], place: number): Promise<string[]> {
  const row = await duck.one(`SELECT ${names.join(', ')} FROM stage.${table} WHERE rowid = ${place}`);
  return row.map((text) => (text === null ? '' : String(text)));
}
