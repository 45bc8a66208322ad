/** The whole of Hubei's rules on every engine: checked against the evaluator first, then timed. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { LogicEngine } from 'json-logic-engine';
import jsonLogicJs from 'json-logic-js';
import { jsonLogic, resultsBy, resultsOf } from '../../src/backends/jsonlogic/index.ts';
import { sqlOf } from '../../src/backends/sql/index.ts';
import { evaluator, type PersonResult, type RawPerson } from '../../src/index.ts';
import { plans } from '../../test/support/hubeiRules.ts';
import { handSql } from './handSql.ts';
import { inColumns } from './inColumns.ts';
import { benchRoster, PEOPLE, RECORDS, YEAR } from './roster.ts';
import { type Add, least, ms, rate, ratio, same, type Time, table } from './timing.ts';

/** Whole practitioners that the slow engines judge. */
const FEW = 200;

interface Row {
  readonly name: string;
  readonly records: number;
  readonly time: Time;
}

type Results = readonly Pick<PersonResult, 'practitioner' | 'credits' | 'status' | 'records'>[];

/** `quick`: a tenth of the roster. */
export async function whole(quick: boolean): Promise<string> {
  const plan = plans.hubei;
  const [people, records] = [PEOPLE / (quick ? 10 : 1), RECORDS / (quick ? 10 : 1)];
  const rows: Row[] = [];
  const add: Add = async (name, work, over = records, rounds = 7) => {
    const time = await least(work, rounds, rounds > 3 ? 1500 : 0);
    rows.push({ name, records: over, time });
    console.error(`  ${name}: ${ms(time.clock)} ms`);
  };
  await inColumns(add, people, records);
  const { plain, raw } = benchRoster(people, records);
  const judge = evaluator(plan);
  await add('cme, practitioner by practitioner, all in words', () => {
    for (const one of raw) judge(one, YEAR);
  });
  const results = raw.map((one) => judge(one, YEAR).result);
  await databases(add, results, plain);
  await logics(add, results.slice(0, FEW), raw.slice(0, FEW));

  const base = rows[0]?.time.cores ?? 1;
  const cells = rows.map(({ name, records: over, time: { clock, cores } }) => [
    over === records ? name : `${name} (${over.toLocaleString('en')} records)`,
    ms(clock),
    ms(cores),
    rate(over, cores),
    ratio((cores / over) * records, base),
  ]);
  return table(['engine', 'ms', 'ms of cores', 'records a core second', 'of the loop by hand'], cells);
}

/** DuckDB in memory, the inputs in its tables. */
async function databases(add: Add, results: Results, plain: ReturnType<typeof benchRoster>['plain']) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 2; SET preserve_insertion_order = false');
  await load(connection, plain);
  const totals = async (name: string, query: string): Promise<void> => {
    const rows = (await connection.runAndReadAll(query)).getRowsJS();
    const got = new Map(rows.map(([id, credits, status]) => [String(id), `${Number(credits)} ${status}`]));
    same(
      name,
      results.map(({ practitioner }) => got.get(practitioner ?? '')),
      results.map(({ credits, status }) => `${credits} ${status}`),
    );
  };
  const each = async (name: string, query: string): Promise<void> => {
    const rows = (await connection.runAndReadAll(query)).getRowsJS();
    const got = new Map(rows.map(([id, record, ...said]) => [`${id} ${record}`, said.map(String).join(' ')]));
    const all = results.flatMap(({ practitioner, records }) => records.map((one) => ({ practitioner, ...one })));
    same(
      `${name}, record by record`,
      all.map(({ practitioner, id }) => got.get(`${practitioner} ${id}`)),
      all.map(({ raw, credits, reason }) => `${raw} ${credits} ${reason}`),
    );
  };
  const { statements } = sqlOf(plans.hubei, YEAR, 'duckdb');
  const more = /^CREATE TABLE cme_(categories|requirements) /;
  const run = (all: readonly string[]) => async (): Promise<void> => {
    for (const statement of all) await connection.run(statement);
  };
  const ours = run(statements);
  await ours();
  await totals('our SQL', 'SELECT practitioner, credits, status FROM cme_practitioners');
  const numbers = 'CAST(raw AS DOUBLE), CAST(credits AS DOUBLE), reason';
  await each('our SQL', `SELECT practitioner, id, ${numbers} FROM cme_records`);
  await add('DuckDB by our SQL, all four results', ours, undefined, 3);
  // What the one by hand gives; both make every record with its reason first, and the people of these.
  const fewer = statements.filter((one) => !more.test(one));
  await add('DuckDB by our SQL, people and records', run(fewer), undefined, 3);
  const byHand = run(handSql(YEAR));
  await byHand();
  await totals('the SQL by hand', 'SELECT practitioner, credits, status FROM hand_practitioners');
  await each('the SQL by hand', 'SELECT practitioner, id, raw / 100, credits / 100, reason FROM hand_records');
  await add('DuckDB by SQL written by hand, people and records', byHand, undefined, 3);
  connection.closeSync();
  instance.closeSync();
}

async function load(connection: DuckDBConnection, plain: ReturnType<typeof benchRoster>['plain']): Promise<void> {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'cme-bench-'));
  const write = async (name: string, keys: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]) => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(
      file,
      `${[keys.join(','), ...rows.map((row) => keys.map((key) => row[key] ?? '').join(','))].join('\n')}\n`,
    );
    await connection.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv('${file}', all_varchar = true, header = true)`,
    );
  };
  const { personFields, recordFields } = plans.hubei;
  await write(
    'practitioners',
    personFields.map(({ key }) => key),
    plain.map(({ facts }) => facts),
  );
  await write(
    'records',
    ['practitioner', ...recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner')],
    plain.flatMap(({ facts, records }) => records.map((one) => ({ ...one, practitioner: facts.id }))),
  );
  rmSync(folder, { recursive: true });
}

/** The exported rules over prepared practitioners. */
async function logics(add: Add, results: readonly PersonResult[], raw: readonly RawPerson[]): Promise<void> {
  const plan = plans.hubei;
  const made = jsonLogic(plan);
  if ('refused' in made) throw new Error('Hubei is refused');
  const { rules, prepare } = made.logic;
  const inputs = raw.map((one) => prepare(one, YEAR));
  const over = raw.reduce((sum, one) => sum + one.records.length, 0);
  const engine = new LogicEngine();
  const built = new Map<unknown, (data: unknown) => unknown>();
  const compiled = (rule: unknown, data: unknown): unknown => {
    const known = built.get(rule) ?? (engine.build(rule as never) as (data: unknown) => unknown);
    built.set(rule, known);
    return known(data);
  };
  const engines = {
    'json-logic-engine, compiled': compiled,
    'json-logic-engine, interpreted': (rule: unknown, data: unknown): unknown => engine.run(rule, data),
    'json-logic-js': (rule: unknown, data: unknown): unknown => jsonLogicJs.apply(rule as never, data),
  };
  for (const [name, apply] of Object.entries(engines)) {
    const work = () => inputs.map((input) => resultsBy(apply, { rules }, input));
    same(
      name,
      work(),
      results.map((one) => resultsOf(plan, one)),
    );
    await add(name, work, over, name === 'json-logic-js' ? 1 : 3);
  }
}
