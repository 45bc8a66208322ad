// The tables that Spark made as the lines that the evaluator's results are told in, and where the two part.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Row = Readonly<Record<string, string | null>>;
export type Table = 'practitioners' | 'categories' | 'records' | 'requirements';

const or = (value: string | null | undefined): string => value ?? '-';
const isTrue = (value: string | null | undefined): boolean => value?.toLowerCase() === 'true';

const lines: Readonly<Record<Table, (row: Row) => readonly (readonly [what: string, value: string])[]>> = {
  practitioners: (row) => ['status', 'credits', 'required', 'shortfall'].map((what) => [what, or(row[what])] as const),
  categories: (row) => (Number(row.raw) > 0 ? [[`category ${row.category}`, `${row.raw} ${row.credits}`]] : []),
  requirements: (row) => [
    [`requirement ${row.name}`, `${row.required} ${row.earned} ${isTrue(row.met) ? 'met' : 'unmet'}`],
  ],
  records: (row) => [
    [`record ${or(row.id)}`, [row.category, row.award, row.raw, row.credits, row.reason].map(or).join(' ')],
  ],
};

export const tables = Object.keys(lines) as readonly Table[];

export const linesOfTables = (rows: (table: Table) => readonly Row[]): readonly string[] =>
  tables.flatMap((table) =>
    rows(table).flatMap((row) => lines[table](row).map(([what, value]) => `${row.practitioner} | ${what} | ${value}`)),
  );

/** As PySpark wrote them. */
export const rowsIn =
  (folder: string) =>
  (table: string): readonly Row[] => {
    const file = join(folder, `cme_${table}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  };

/** The first few lines on which they part; none: they agree, line for line. */
export function parted(wanted: readonly string[], got: readonly string[]): readonly string[] {
  const left = counted(got);
  const missing = wanted.filter((line) => !taken(left, line));
  const over = [...left].filter(([, count]) => count > 0).map(([line]) => line);
  return [...missing.map((line) => `evaluator: ${line}`), ...over.map((line) => `spark:     ${line}`)];
}

function counted(all: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of all) found.set(line, (found.get(line) ?? 0) + 1);
  return found;
}

function taken(left: Map<string, number>, line: string): boolean {
  const count = left.get(line) ?? 0;
  if (count > 0) left.set(line, count - 1);
  return count > 0;
}
