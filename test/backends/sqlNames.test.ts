/** No name or text of a rule file, and no fact of a roster, is ever more than a name or a text in SQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedBy, sqlOf } from '../../src/backends/sql/index.ts';
import { certificateOf, certified, readCertified, sqlVectors } from '../../src/index.ts';
import { nastyRules } from '../support/nastyRules.ts';
import { duckdb } from './sqlDuckdb.ts';
import { type Postgres, postgres, postgresFolder } from './sqlPostgres.ts';
import { parted } from './sqlRoster.ts';

const LONG = process.env.CME_LONG === '1';
const TIME = LONG ? 3_600_000 : 120_000;
const seeds = (count: number): readonly number[] => {
  const first = Number(process.env.CME_SEED ?? 1) % 1_000_000;
  return Array.from({ length: LONG ? count * 40 : count }, (_, at) => first + at);
};

describe('names and texts of rule files stay words', () => {
  let engine: Awaited<ReturnType<typeof duckdb>>;
  beforeAll(async () => {
    engine = await duckdb();
  }, TIME);
  afterAll(() => engine.close());

  test('in DuckDB', { timeout: TIME }, async () => {
    for (const seed of seeds(3)) {
      const { plan, people, text } = nastyRules(seed);
      expect(refusedBy(plan, 'duckdb'), text).toEqual([]);
      expect(await parted(engine, { plan, year: 2025, people }, 'duckdb'), `seed ${seed}\n${text}`).toEqual([]);
    }
  });

  test('in Spark every sign that could end a text is put by its number, and no line is another than it looks', () => {
    for (const seed of seeds(30)) {
      const { plan } = nastyRules(seed);
      if (refusedBy(plan, 'spark').length > 0) continue;
      const { text } = sqlOf(plan, 2025, 'spark');
      const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('--'));
      for (const line of lines) {
        // A text opens and closes on its line, and between its quotes there is no quote, backslash or end of line.
        const bare = line.replaceAll(/`(?:[^`]|``)*`/g, '').replaceAll(/'[^'\\]*'/g, '');
        expect(bare.replaceAll(/ -- .*$/g, ''), `seed ${seed}: ${line}`).not.toMatch(/['`\\"]/);
        expect(line, `seed ${seed}`).not.toContain('${'.slice(0, 2));
      }
    }
  });

  test('a certificate says what it was given, in lines that no engine reads', () => {
    for (const seed of seeds(10)) {
      const { plan, people } = nastyRules(seed);
      const cases = people.map(({ facts, records }, at) => ({
        name: `${at}`,
        year: 2025,
        raw: { facts: new Map(Object.entries(facts)), records: records.map((one) => new Map(Object.entries(one))) },
      }));
      const vectors = sqlVectors(plan, cases);
      const certificate = certificateOf(plan, 'spark', { hash: 'h', unreached: [plan.label] });
      const text = certified('SELECT 1;\n', certificate, vectors, (whole) => String(whole.length));
      expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('--'))).toEqual(['SELECT 1;']);
      expect(text.split('\n').filter((line) => line.startsWith('-- cme ') && /[;'`$]|\\$/.test(line))).toEqual([]);
      expect(readCertified(text, (whole) => String(whole.length))).toMatchObject({
        certificate,
        vectors,
        intact: true,
      });
    }
  });
});

const folder = postgresFolder();

describe.skipIf(folder === null)('nor are they anything else in Postgres', () => {
  let server: Postgres | undefined;
  beforeAll(async () => {
    server = await postgres(folder ?? '');
  }, TIME);
  afterAll(() => server?.close());

  test.each(['on', 'off'])('standard_conforming_strings %s', { timeout: TIME }, async (setting) => {
    if (server === undefined) return;
    const { run, rows } = server;
    // The inputs are written for the standard; the export must not hang on it.
    const engine = {
      rows,
      run: (statement: string) =>
        run(
          statement.startsWith('DROP TABLE IF EXISTS cme_records')
            ? `SET standard_conforming_strings = ${setting};\n${statement}`
            : statement,
        ),
    };
    for (const seed of seeds(setting === 'on' ? 2 : 1)) {
      const { plan, people, text } = nastyRules(seed);
      if (refusedBy(plan, 'postgres').length > 0) continue;
      expect(await parted(engine, { plan, year: 2025, people }, 'postgres'), `seed ${seed}\n${text}`).toEqual([]);
    }
  });
});
