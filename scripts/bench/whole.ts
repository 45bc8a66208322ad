/** The whole of Hubei's rules on every engine: checked against the evaluator first, then timed. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { LogicEngine } from 'json-logic-engine';
import jsonLogicJs from 'json-logic-js';
import { numbersAt, numbersOf } from '../../src/backends/columnar/index.ts';
import { jsonLogic, resultsBy, resultsOf } from '../../src/backends/jsonlogic/index.ts';
import { sqlOf } from '../../src/backends/sql/index.ts';
import { Pool } from '../../src/cli/workers/pool.ts';
import { openText, rosterOf } from '../../src/data/index.ts';
import { columnar, evaluator, gathered, type Outcomes, type PersonResult, type RawPerson } from '../../src/index.ts';
import { plans } from '../../test/support/hubeiRules.ts';
import { handWritten } from './hand.ts';
import { handSql } from './handSql.ts';
import { benchRoster, csvOf, PEOPLE, RECORDS, YEAR } from './roster.ts';
import { least, ms, rate, ratio, table } from './timing.ts';

/** Whole practitioners that the slow engines judge. */
const FEW = 200;

const same = (name: string, got: unknown, wanted: unknown): void => {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${name} does not agree:\n${a.slice(0, 500)}\n${b.slice(0, 500)}`);
};

interface Row {
  readonly name: string;
  readonly records: number;
  readonly time: number;
}

/** `quick`: a tenth of the roster. */
export async function whole(quick: boolean): Promise<string> {
  const plan = plans.hubei;
  const { plain, raw } = benchRoster(PEOPLE / (quick ? 10 : 1), RECORDS / (quick ? 10 : 1));
  const records = raw.reduce((sum, one) => sum + one.records.length, 0);
  const judge = evaluator(plan);
  const results = raw.map((person) => judge(person, YEAR).result);
  const wanted = results.map(numbersOf);
  const { columns } = gathered(plan, raw, true);
  const agrees = (name: string, out: Outcomes): void => {
    for (const [person, one] of wanted.entries()) same(name, numbersAt(plan, columns, out, person), one);
  };

  const rows: Row[] = [];
  const add: Add = async (name, work, over = records, rounds = 7) => {
    const time = await least(work, rounds, rounds > 3 ? 1500 : 0);
    rows.push({ name, records: over, time });
    console.error(`  ${name}: ${ms(time)} ms`);
  };

  agrees('the loop by hand', handWritten(plan, columns, YEAR));
  await add('columnar loop written by hand (the limit)', () => handWritten(plan, columns, YEAR));
  const ours = columnar(plan);
  agrees('columnar', ours(columns, YEAR).outcomes);
  await add('cme, columnar', () => ours(columns, YEAR));
  for (const count of [1, 2]) {
    const pool = new Pool(plan, count);
    agrees('workers', (await pool.evaluate(columns, YEAR)).outcomes);
    await add(`cme, columnar, ${count} worker${count > 1 ? 's' : ''}`, () => pool.evaluate(columns, YEAR));
    await pool.close();
  }
  await add('cme, practitioner by practitioner, all in words', () => {
    for (const one of raw) judge(one, YEAR);
  });
  await databases(add, results, plain);
  await logics(add, results, raw);

  const base = rows[0]?.time ?? 1;
  const cells = rows.map(({ name, records: over, time }) => [
    over === records ? name : `${name} (${over.toLocaleString('en')} records)`,
    ms(time),
    rate(over, time),
    ratio((time / over) * records, base),
  ]);
  return table(['engine', 'ms', 'records a second', 'of the loop by hand'], [...cells, ...(await reading(plain))]);

  /** A flat file to what its people get, beside no more than its cells. */
  async function reading(people: typeof plain): Promise<readonly (readonly string[])[]> {
    const text = csvOf(plan, people);
    const cellsAlone = () => openText(text, 'roster.csv', 'csv');
    const toResults = () => {
      const { roster } = rosterOf(cellsAlone(), plan);
      if (roster === null) throw new Error('the roster is not read');
      const all = gathered(
        plan,
        roster.entries.map((entry) => entry.person()),
      );
      return ours(all.columns, YEAR).outcomes;
    };
    agrees('from CSV', toResults());
    const [bare, full] = [await least(cellsAlone, 3), await least(toResults, 3)];
    return [
      ['a CSV parsed, and no more', ms(bare), rate(records, bare), ''],
      ['the CSV to results', ms(full), rate(records, full), `${ratio(full, bare)} of the parse`],
    ];
  }
}

type Add = (name: string, work: () => unknown, over?: number, rounds?: number) => Promise<void>;

/** DuckDB in memory, the inputs in its tables. */
async function databases(add: Add, results: readonly PersonResult[], plain: ReturnType<typeof benchRoster>['plain']) {
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
  const { statements } = sqlOf(plans.hubei, YEAR, 'duckdb');
  const ours = async (): Promise<void> => {
    for (const statement of statements) await connection.run(statement);
  };
  await ours();
  await totals('our SQL', 'SELECT practitioner, credits, status FROM cme_practitioners');
  await add('DuckDB by our SQL, all four results', ours, undefined, 3);
  const byHand = async (): Promise<void> => {
    for (const statement of handSql(YEAR)) await connection.run(statement);
  };
  await byHand();
  await totals('the SQL by hand', 'SELECT practitioner, credits, status FROM hand_practitioners');
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
  const few = raw.slice(0, FEW);
  const inputs = few.map((one) => prepare(one, YEAR));
  const over = few.reduce((sum, one) => sum + one.records.length, 0);
  const engine = new LogicEngine();
  const built = new Map<unknown, (data: unknown) => unknown>();
  // One of the rules throws once this version of the engine has built it: that one is interpreted.
  const compiled = (rule: unknown, data: unknown): unknown => {
    const known = built.get(rule) ?? (engine.build(rule as never) as (data: unknown) => unknown);
    built.set(rule, known);
    try {
      return known(data);
    } catch {
      built.set(rule, (other) => engine.run(rule, other));
      return engine.run(rule, data);
    }
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
      results.slice(0, FEW).map((one) => resultsOf(plan, one)),
    );
    await add(name, work, over, name === 'json-logic-js' ? 1 : 3);
  }
}
