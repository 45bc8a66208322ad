/** Cells as people write them: the SQL reads each as the evaluator does, whichever of its looks at a row it takes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plans } from '../support/hubeiRules.ts';
import type { Practitioner } from '../support/roster.ts';
import { duckdb } from './sqlDuckdb.ts';
import { type Postgres, postgres, postgresFolder } from './sqlPostgres.ts';
import { type Engine, parted } from './sqlRoster.ts';

const TIME = 120_000;
const plan = plans.hubei;

const plain = { id: 'r1', form: 'practice', date: '2025-03-01', role: 'participant', hours: '9', passed: 'true' };

/** Every sign that counts as space, and two that do not. */
const BLANKS = [
  ...'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  '\u0001',
  '\u200b',
];
const HOURS = [
  '9',
  '9.5',
  '0009.500000',
  '123456789',
  '123456789.123456',
  '1234567890',
  '.5',
  '9.',
  '9.1234567',
  '9e1',
];
const MORE_HOURS = ['+9', '-9', '９', '９．５', '9 .5', '1,5', '0', ''];
const YESNO = ['TRUE', 'True', 'yes', 'YES', '是', 'no', 'False', '否', 't', '1', ''];

const only = (record: Readonly<Record<string, string>>): Practitioner => ({
  facts: { institution: 'hospital' },
  records: [record],
});

const people: readonly Practitioner[] = [
  // Around one cell of a row that is ASCII else, and around all.
  ...BLANKS.flatMap((blank) => [
    ...Object.entries(plain).map(([key, text]) => only({ ...plain, [key]: `${text}${blank}` })),
    only(Object.fromEntries(Object.entries(plain).map(([key, text]) => [key, `${blank}${text}`]))),
    only({ ...plain, project: blank }),
  ]),
  ...[...HOURS, ...MORE_HOURS].map((hours) => only({ ...plain, hours })),
  ...YESNO.map((passed) => only({ ...plain, form: 'advanced_study', employer_approved: 'true', passed })),
  only({ ...plain, date: '２０２５-03-01' }),
  only({ ...plain, form: '实践活动', role: ' 参加者' }),
];

const reads = async (engine: Engine, dialect: 'duckdb' | 'postgres'): Promise<void> => {
  expect(await parted(engine, { plan, year: 2025, people }, dialect)).toEqual([]);
};

describe('in DuckDB', () => {
  let engine: Awaited<ReturnType<typeof duckdb>>;
  beforeAll(async () => {
    engine = await duckdb();
  }, TIME);
  afterAll(() => engine.close());

  test('spaces, digits, and yes and no', { timeout: TIME }, () => reads(engine, 'duckdb'));
});

const folder = postgresFolder();

describe.skipIf(folder === null)('in Postgres', () => {
  let server: Postgres | undefined;
  beforeAll(async () => {
    server = await postgres(folder ?? '');
  }, TIME);
  afterAll(() => server?.close());

  test('spaces, digits, and yes and no', { timeout: TIME }, async () => {
    if (server !== undefined) await reads(server, 'postgres');
  });
});
