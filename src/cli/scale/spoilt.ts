/** Rows of a staged roster whose ids a spreadsheet has spoilt are told and left behind, before anything is reckoned. */
import { type Columns, idColumns, isSpoilt, SPOILT, spoiltFinding, veiled } from '../../data/index.ts';
import { type Duck, literal } from './duckdb.ts';
import type { Staged } from './stage.ts';
import type { ScaleTask } from './task.ts';

/** The second character is looked at first: an expression for every cell would take a tenth of the staging. */
const isSpoiltCell = (cell: string): string =>
  `(substr(${cell}, 2, 1) IN ('.', ',', 'e', 'E') OR ${cell} LIKE '#%') AND regexp_full_match(${cell}, ${literal(SPOILT)})`;

export async function spared(
  duck: Duck,
  staged: Staged,
  columns: Columns,
  { report, mask }: Pick<ScaleTask, 'report' | 'mask'>,
): Promise<Staged> {
  const { table, files, number } = staged;
  const ids = idColumns(columns);
  const spoilt = ids.map(({ index }) => `COALESCE(${isSpoiltCell(`c${index}`)}, FALSE)`).join(' OR ');
  const cells = ids.map(({ index }) => `c${index}`).join(', ');
  let left = 0;
  const query = `SELECT f, CAST(${number} AS DOUBLE), ${cells} FROM stage.${table} WHERE ${spoilt} ORDER BY rowid`;
  for await (const rows of duck.stream(query)) {
    for (const [file, row, ...texts] of rows) {
      const at = texts.findIndex(isSpoilt);
      const column = ids[at];
      if (column === undefined) continue;
      const { index, header } = column;
      const place = { file: files[Number(file)] ?? '', row: Number(row), column: index + 1, header };
      const found = spoiltFinding(String(texts[at]), place);
      report.add(mask ? veiled(found) : found);
      left += 1;
    }
  }
  if (left === 0) return staged;
  const own = Array.from({ length: staged.columns }, (_, at) => `c${at}`).join(', ');
  const sound = `${table}_sound`;
  await duck.run(
    `CREATE TABLE stage.${sound} AS SELECT f, ${number} AS n, w, ${own} FROM stage.${table} WHERE NOT (${spoilt}) ORDER BY rowid`,
  );
  await duck.run(`DROP TABLE stage.${table}`);
  return { ...staged, table: sound, rows: staged.rows - left, number: 'n' };
}
