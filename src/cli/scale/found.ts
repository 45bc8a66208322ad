/** What DATA holds, staged: its rows, its columns, and what is odd in them as a whole. */
import { resolve } from 'node:path';
import { type Columns, columnsOf, type Place, shortPlace, veiled } from '../../data/index.ts';
import type { Plan } from '../../index.ts';
import type { FindingReport } from '../findings.ts';
import type { Shell } from '../shell.ts';
import { Stop } from '../stop.ts';
import type { Bucket, Roster } from './buckets.ts';
import { type Duck, literal } from './duckdb.ts';
import { type Source, sourceOf } from './sources.ts';
import { type Staged, stage, stageTable } from './stage.ts';
import type { ScaleTask } from './task.ts';

export async function rosterStaged(
  duck: Duck,
  { named, practitioners, report }: ScaleTask,
  shell: Shell,
): Promise<{ records: Staged; persons: Staged | null }> {
  shell.tell('staging');
  if (named.as === 'files') {
    const sources = named.files.map((file) => told(sourceOf(file), report));
    const persons = practitioners === undefined ? [] : [told(sourceOf(practitioners), report)];
    return {
      records: await stage(duck, 'records', sources),
      persons: persons.length === 0 ? null : await stage(duck, 'persons', persons),
    };
  }
  const { file } = named;
  try {
    await duck.run(`ATTACH ${literal(resolve(file))} AS roster (READ_ONLY)`);
  } catch {
    throw new Stop('databaseUnreadable', { file });
  }
  const tables = (
    await duck.rows(
      "SELECT table_name FROM information_schema.tables WHERE table_catalog = 'roster' AND table_schema = 'main' ORDER BY 1",
    )
  ).map(([name]) => String(name));
  const only = tables.filter((name) => !['practitioners', 'results'].includes(name));
  const name = tables.includes('records') ? 'records' : only.length === 1 ? only[0] : undefined;
  if (name === undefined) throw new Stop('databaseTables', { file, known: tables.join('、') });
  const held = tables.includes('practitioners') && practitioners === undefined;
  const persons =
    practitioners === undefined ? null : await stage(duck, 'persons', [told(sourceOf(practitioners), report)]);
  return {
    records: await stageTable(duck, 'records', 'roster', name, file),
    persons: held ? await stageTable(duck, 'persons', 'roster', 'practitioners', file) : persons,
  };
}

/** What is wrong with a file that was read here is said, and is the end where it cannot be read. */
function told(source: Source, report: FindingReport): Source {
  if (source.kind !== 'rows') return source;
  for (const finding of source.rows.findings) report.add(finding);
  if (source.rows.cells === null) throw new Stop(null);
  return source;
}

/** What the columns are; what is odd in the heads is said once. */
export function headed(
  { records, persons }: { records: Staged; persons: Staged | null },
  plan: Plan,
  report: FindingReport,
): { columns: Columns; persons: Columns | null } {
  const own = columnsOf(records.head, 'records', plan, records.files[0] ?? '');
  const others = persons === null ? null : columnsOf(persons.head, 'persons', plan, persons.files[0] ?? '');
  for (const finding of [...own.findings, ...(others?.findings ?? [])]) report.add(finding);
  if (own.columns === null || (others !== null && others.columns === null)) throw new Stop(null);
  return { columns: own.columns, persons: others?.columns ?? null };
}

/** Two practitioners of one id in two buckets, of whom neither bucket knows. */
export async function tellDoubles(
  duck: Duck,
  { persons }: Roster,
  buckets: readonly Bucket[],
  { report, mask }: Pick<ScaleTask, 'report' | 'mask'>,
): Promise<void> {
  if (persons === null || buckets.length < 2) return;
  const { staged, id } = persons;
  const rows = await duck.rows(
    `SELECT c${id}, rowid, ${staged.number}, f FROM stage.${staged.table} WHERE c${id} IN (SELECT c${id} FROM stage.${staged.table} GROUP BY 1 HAVING count(*) > 1) ORDER BY rowid`,
  );
  const bucketOf = (place: number): number =>
    buckets.findIndex(({ personsFrom, personsTo }) => place >= personsFrom && place < personsTo);
  const first = new Map<string, { readonly bucket: number; readonly place: Place }>();
  for (const [name, place, row, file] of rows) {
    const found = {
      bucket: bucketOf(Number(place)),
      place: { file: staged.files[Number(file)] ?? '', row: Number(row) },
    };
    const before = first.get(String(name));
    if (before === undefined) first.set(String(name), found);
    else if (before.bucket !== found.bucket) {
      const args = { id: String(name), first: shortPlace(before.place), second: shortPlace(found.place) };
      const twice = { code: 'CME980', args, place: found.place } as const;
      report.add(mask ? veiled(twice) : twice);
    }
  }
}
