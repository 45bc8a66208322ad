/** `cme eval` of what does not go through the memory as one: staged in DuckDB, reckoned bucket by bucket, written as it comes. */
import { resolve } from 'node:path';
import {
  type Columns,
  Counter,
  columnsOf,
  type Entry,
  fieldNamed,
  type Grouper,
  type InputFinding,
  openRows,
  type Place,
  type Rows,
  rosterOf,
  shortPlace,
  type Tail,
} from '../../data/index.ts';
import { headOf, type PersonResult, type Plan } from '../../index.ts';
import { EvalText } from '../evaltext.ts';
import type { FindingReport } from '../findings.ts';
import { onInterrupt } from '../interrupt.ts';
import { judging } from '../judging.ts';
import type { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import type { Shell } from '../shell.ts';
import { Stop } from '../stop.ts';
import { type Bucket, bucketsOf, type Roster } from './buckets.ts';
import { type Duck, literal } from './duckdb.ts';
import { chosenEngine, type EngineId } from './engine.ts';
import { csvOut, type TableOut, tableOut } from './out.ts';
import { rowsOf } from './rows.ts';
import { type Named, type Source, sourceOf } from './sources.ts';
import { type SqlReckoner, sqlReckoner } from './sql.ts';
import { type Staged, stage, stageTable } from './stage.ts';

export interface ScaleTask {
  readonly named: Exclude<Named, { as: 'memory' }>;
  readonly practitioners: string | undefined;
  readonly plan: Plan;
  readonly year: number;
  readonly report: FindingReport;
  readonly engine: EngineId;
  readonly mask: boolean;
  readonly out: string | undefined;
  readonly format: 'text' | 'json';
  readonly by: string | undefined;
  readonly grouper: Grouper | null;
  /** What the evaluator's results go to, one by one. */
  outputs(): Promise<readonly Output[]>;
}

/** Rows of a bucket: enough that planning the SQL is little beside them; few enough for the memory. */
const BUCKET = { sql: 200_000, js: 50_000 } as const;

export async function evalStaged(duck: Duck, task: ScaleTask, shell: Shell): Promise<Counter> {
  const { plan, report } = task;
  const found = await rosterStaged(duck, task, shell);
  const { columns, persons } = headed(found, plan, report);
  const whole: Roster = {
    records: found.records,
    owner: columns.owner.index,
    persons: found.persons === null || persons === null ? null : { staged: found.persons, id: persons.owner.index },
  };
  const wordy =
    task.format === 'json' ||
    task.mask ||
    task.out === undefined ||
    !/\.(?:csv|parquet|duckdb|ddb|db)$/i.test(task.out);
  const records = found.records.rows;
  const asked = { engine: task.engine, plan, records, buckets: Math.ceil(records / BUCKET.sql), wordy };
  const way = chosenEngine(asked, shell);
  const { roster, buckets } = await bucketsOf(duck, whole, BUCKET[way]);
  await tellDoubles(duck, roster, buckets, report);
  const run = { duck, task, shell, roster, buckets, columns, persons };
  const counter = await (way === 'sql' ? bySql(run) : byEvaluator(run));
  if (counter.summary.practitioners === 0)
    report.add({ code: 'CME984', args: {}, place: { file: found.records.files[0] ?? '' } });
  report.end();
  return counter;
}

interface Run {
  readonly duck: Duck;
  readonly task: ScaleTask;
  readonly shell: Shell;
  readonly roster: Roster;
  readonly buckets: readonly Bucket[];
  readonly columns: Columns;
  readonly persons: Columns | null;
}

// ---- what there is ----------------------------------------------------------------------------------------------------

async function rosterStaged(
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
function headed(
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
async function tellDoubles(
  duck: Duck,
  { persons }: Roster,
  buckets: readonly Bucket[],
  report: FindingReport,
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
      report.add({ code: 'CME980', args, place: found.place });
    }
  }
}

// ---- by the evaluator -------------------------------------------------------------------------------------------------

/** Said of the heads and of the whole already. */
const SAID: readonly InputFinding['code'][] = ['CME971', 'CME972', 'CME973', 'CME974', 'CME984'];

function entriesOf({ task: { plan, report, mask } }: Run, records: Rows, persons: Rows | null): readonly Entry[] {
  const { roster, findings } = rosterOf(
    openRows(records, 'csv'),
    plan,
    persons === null ? null : openRows(persons, 'csv'),
  );
  for (const finding of inRowOrder(findings)) {
    if (SAID.includes(finding.code)) continue;
    report.add(mask ? { ...finding, args: hidden(finding.args) } : finding);
  }
  return roster?.entries ?? [];
}

/** Of ids after all rows, as they are found; the others by row, in whatever order the rows were put. */
function inRowOrder(findings: readonly InputFinding[]): readonly InputFinding[] {
  const ofRows = findings.filter(({ code }) => code < 'CME980');
  const files = Map.groupBy(ofRows, ({ place }) => place.file);
  const sorted = [...files.values()].flatMap((own) => own.toSorted((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0)));
  return [...sorted, ...findings.filter(({ code }) => code >= 'CME980')];
}

const hidden = (args: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      ['id', 'said', 'before', 'after', 'text'].includes(key) ? '***' : value,
    ]),
  );

async function byEvaluator(run: Run): Promise<Counter> {
  const { duck, task, shell, roster, buckets } = run;
  const counter = new Counter();
  const outputs = await task.outputs();
  const judge = judging(task, shell, (result, entry, shown) => {
    counter.add(result);
    task.grouper?.add(entry.person().facts, result);
    return toEach(outputs, shown);
  });
  const progress = new Walked(roster.records.rows, shell, counter);
  let index = 0;
  for (const bucket of buckets) {
    const { records, persons } = await bucketRows(duck, roster, bucket, null);
    for (const entry of entriesOf(run, records, persons)) {
      const waiting = judge(entry, index);
      if (waiting !== undefined) await waiting;
      index += 1;
      await progress.breathe();
    }
    progress.at(Math.min(bucket.to, roster.records.rows));
  }
  progress.end();
  const tail = tailOf(counter, task);
  for (const output of outputs) await output.end(tail);
  return counter;
}

async function toEach(outputs: readonly Output[], result: PersonResult): Promise<void> {
  for (const output of outputs) {
    const waiting = output.row(result);
    if (waiting !== undefined) await waiting;
  }
}

async function bucketRows(
  duck: Duck,
  { records, owner, persons }: Roster,
  { from, to, personsFrom, personsTo }: Bucket,
  among: string | null,
): Promise<{ records: Rows; persons: Rows | null }> {
  const range = (low: number, high: number): string => `rowid >= ${low} AND rowid < ${high}`;
  const own =
    among === null
      ? ''
      : ` AND (c${owner} IN (SELECT id FROM ${among}) OR c${owner} IS NULL OR c${owner} NOT IN (SELECT id FROM bucket_people))`;
  return {
    records: await rowsOf(duck, records, range(from, to) + own),
    persons:
      persons === null
        ? null
        : await rowsOf(
            duck,
            persons.staged,
            range(personsFrom, personsTo) +
              (among === null ? '' : ` AND (c${persons.id} IN (SELECT id FROM ${among}) OR c${persons.id} IS NULL)`),
          ),
  };
}

// ---- by SQL -----------------------------------------------------------------------------------------------------------

async function bySql(run: Run): Promise<Counter> {
  const { duck, task, shell, roster, buckets, columns, persons } = run;
  const { plan, year } = task;
  const counter = new Counter();
  const out = await outOf(duck, task, shell);
  const reckoner = sqlReckoner({ duck, plan, year, lang: shell.lang, roster, columns, persons });
  const progress = new Walked(roster.records.rows, shell, counter);
  for (const bucket of buckets) {
    await reckoner.reckon(bucket);
    const places = await placesOfLeft(run);
    const rows = await bucketRows(duck, roster, bucket, 'bucket_left');
    let next = 0;
    const judge = judging({ ...task, mask: false }, shell, (result, entry) => {
      counter.add(result);
      task.grouper?.add(entry.person().facts, result);
      return out.add(result, places[next++] ?? 0n);
    });
    for (const [at, entry] of entriesOf(run, rows.records, rows.persons).entries()) {
      const waiting = judge(entry, at);
      if (waiting !== undefined) await waiting;
    }
    await count(run, reckoner, counter);
    await out.merge();
    progress.at(Math.min(bucket.to, roster.records.rows));
  }
  progress.end();
  await out.end();
  const text = new EvalText(plan, headOf(plan, year), false, shell);
  await text.end(tailOf(counter, task));
  return counter;
}

/** The order, among the bucket's, of those whom the evaluator is left: two may have one id, and are two. */
async function placesOfLeft({ duck, roster: { persons } }: Run): Promise<readonly bigint[]> {
  const rows =
    persons === null
      ? 'SELECT ord FROM bucket_left ORDER BY 1'
      : `SELECT place FROM bucket_persons WHERE c${persons.id} IN (SELECT id FROM bucket_left) ORDER BY 1`;
  return (await duck.rows(rows)).map(([place]) => place as bigint);
}

const outOf = (duck: Duck, { plan, out = '' }: ScaleTask, shell: Shell): Promise<TableOut> =>
  out.toLowerCase().endsWith('.csv') ? csvOut(duck, plan, shell.lang, out) : tableOut(duck, plan, out);

/** Of those whom SQL told; none of them has an invalid or incomplete record. */
async function count(
  { duck, task: { plan, grouper, by } }: Run,
  reckoner: SqlReckoner,
  counter: Counter,
): Promise<void> {
  const told =
    'FROM cme_practitioners q JOIN bucket_people p ON CAST(p.ord AS VARCHAR) = q.practitioner WHERE p.id NOT IN (SELECT id FROM bucket_left)';
  for (const [status, number] of await duck.rows(`SELECT q.status, count(*) ${told} GROUP BY 1`))
    counter.addAll(summaryOf(String(status), Number(number)));
  const field = by === undefined ? undefined : fieldNamed(plan.personFields, by);
  if (grouper === null || field === undefined) return;
  const column = reckoner.column(field.key);
  const value = column === null ? 'NULL' : `p.${column}`;
  for (const [text, status, number] of await duck.rows(
    `SELECT ${value}, q.status, count(*) ${told} GROUP BY 1, 2 ORDER BY min(p.ord)`,
  )) {
    const facts = new Map<string, string>(text === null ? [] : [[field.key, String(text)]]);
    grouper.addAll(facts, summaryOf(String(status), Number(number)));
  }
}

const summaryOf = (status: string, number: number) => ({
  practitioners: number,
  met: status === 'met' ? number : 0,
  unmet: status === 'unmet' ? number : 0,
  exempt: status === 'exempt' ? number : 0,
  invalid_records: 0,
});

const tailOf = (counter: Counter, { grouper }: ScaleTask): Tail => ({
  summary: counter.summary,
  ...(grouper !== null && { by: grouper.groups }),
});

// ---- how far it is ----------------------------------------------------------------------------------------------------

const BREATH_MS = 50;

class Walked {
  readonly #progress: Progress;
  #breathed = performance.now();

  constructor(rows: number, shell: Shell, counter: Counter) {
    this.#progress = new Progress(rows, shell, 'evaluating', 'recordsWord');
    onInterrupt(() => {
      this.#progress.end();
      shell.tell('interruptedAt', { done: counter.summary.practitioners });
    });
  }

  at(rows: number): void {
    this.#progress.at(rows);
  }

  async breathe(): Promise<void> {
    if (performance.now() - this.#breathed < BREATH_MS) return;
    await new Promise((go) => setImmediate(go));
    this.#breathed = performance.now();
  }

  end(): void {
    this.#progress.end();
  }
}
