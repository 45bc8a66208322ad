import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { incrementalSqlOf } from '../../src/backends/sql/index.ts';
import { nastyRules } from '../support/nastyRules.ts';
import { duckdb } from './sqlDuckdb.ts';
import { postgres, postgresFolder } from './sqlPostgres.ts';
import { actual, type Engine, expected, inputs, type TextPerson, textPeople } from './sqlRoster.ts';

const TIME = 120_000;
const YEAR = 2025;
const { plan, people } = nastyRules(31, 30);
const before = textPeople(plan, people);
const record = { id: '0', form: '?', date: '2025-05-05' };
const poorer = before.slice(7).find(({ records }) => records.length > 1)?.facts.id ?? '';

/** p1 has one record more, p2 another name, p3 is gone, p31 is new, someone lost a record; nobody else changed. */
const after: readonly TextPerson[] = [
  ...before.flatMap((person): TextPerson[] => {
    const { facts, records } = person;
    if (facts.id === 'p1') return [{ facts, records: [record, ...records] }];
    if (facts.id === 'p2') return [{ facts: { ...facts, name: `${facts.name ?? ''}又` }, records }];
    if (facts.id === 'p3') return [];
    if (facts.id === poorer) return [{ facts, records: records.slice(1) }];
    return [person];
  }),
  { facts: { id: 'p31' }, records: [record] },
];
const CHANGED = ['p1 records', 'p2 records', 'p3 gone', 'p31 new', `${poorer} records`].sort();

const job = async (engine: Engine, people: readonly TextPerson[], rules: string, id: 'duckdb' | 'postgres') => {
  for (const statement of inputs(plan, people)) await engine.run(statement);
  for (const statement of incrementalSqlOf(plan, YEAR, id, rules).statements) await engine.run(statement);
};

const changed = async (engine: Engine): Promise<readonly string[]> =>
  (await engine.rows('SELECT practitioner, why FROM cme_changed'))
    .map(({ practitioner, why }) => `${practitioner} ${why}`)
    .sort();

const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted();
const said = (people: readonly TextPerson[]): readonly string[] => sorted(expected(plan, people, YEAR));
const kept = (lines: readonly string[]): readonly string[] =>
  sorted(lines.map((line) => line.replace(/^p7 (?:met|unmet|exempt) /, 'p7 kept ')));

const trials = (id: 'duckdb' | 'postgres', engine: () => Engine): void => {
  test('the first run reckons everybody', { timeout: TIME }, async () => {
    await job(engine(), before, 'a', id);
    expect(sorted(await actual(engine()))).toEqual(said(before));
    expect(await changed(engine())).toHaveLength(before.length);
  });

  test('the next one those who have changed, and has what a whole run has', { timeout: TIME }, async () => {
    // What was not reckoned anew shows what was put there in between.
    await engine().run("UPDATE cme_practitioners SET status = 'kept' WHERE practitioner = 'p7'");
    await job(engine(), after, 'a', id);
    expect(await changed(engine())).toEqual(CHANGED);
    expect(sorted(await actual(engine()))).toEqual(kept(expected(plan, after, YEAR)));
  });

  test('where nothing has changed nobody is reckoned', { timeout: TIME }, async () => {
    await job(engine(), after, 'a', id);
    expect(await changed(engine())).toEqual([]);
    expect(sorted(await actual(engine()))).toEqual(kept(expected(plan, after, YEAR)));
  });

  test('under other rules, or after a run that was cut off, everybody is', { timeout: TIME }, async () => {
    await job(engine(), after, 'b', id);
    expect(await changed(engine())).toHaveLength(after.length);
    expect(sorted(await actual(engine()))).toEqual(said(after));
    for (const lost of ['cme_inputs', 'cme_records']) await engine().run(`DROP TABLE ${lost}`);
    await job(engine(), before, 'b', id);
    expect(sorted(await actual(engine()))).toEqual(said(before));
  });
};

describe('who has not changed is not reckoned again', () => {
  let engine: Awaited<ReturnType<typeof duckdb>>;
  beforeAll(async () => {
    engine = await duckdb();
  }, TIME);
  afterAll(() => engine.close());
  describe('by DuckDB', () => trials('duckdb', () => engine));
});

const folder = postgresFolder();

describe.skipIf(folder === null)('nor by Postgres', () => {
  let server: Awaited<ReturnType<typeof postgres>>;
  beforeAll(async () => {
    server = await postgres(folder ?? '');
  }, TIME);
  afterAll(() => server?.close());
  trials('postgres', () => server);
});
