import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialectIds } from '../../src/index.ts';
import { root, cme as run } from '../cli/cme.ts';
import { type Postgres, postgres, postgresFolder } from './sqlPostgres.ts';

const TIME = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'cme-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const textOf = (name: string): string => readFileSync(file(name), 'utf8');
const cme = (...args: readonly string[]) => run(args, { cwd: root });

const exported = async (rules: string, dialect: string, name: string): Promise<string> => {
  const path = file(name);
  if (!existsSync(path))
    expect(await cme('export', rules, '--to', 'sql', '--dialect', dialect, '--out', path)).toMatchObject({
      code: 0,
      stdout: '',
    });
  return path;
};
const nationalIn = (dialect: string): Promise<string> => exported('national', dialect, `${dialect}.sql`);

/** A short export for DuckDB with something else in one place. */
async function changed(name: string, from: string | RegExp, to: string): Promise<string> {
  const text = readFileSync(await exported('docs/examples/first.cme', 'duckdb', 'first.sql'), 'utf8');
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  writeFileSync(file(name), other);
  return file(name);
}

describe('cme export --to sql', () => {
  test.each(dialectIds)('for %s: whose rules, which readings, and practitioners to try it with', async (dialect) => {
    await nationalIn(dialect);
    const lines = textOf(`${dialect}.sql`)
      .split('\n')
      .filter((line) => line.startsWith('-- cme '))
      .map((line) => JSON.parse(line.slice('-- cme '.length)));
    const [head, ...vectors] = lines.slice(0, -1);
    expect(head).toMatchObject({ format: 'cme-sql', language: 1, dialect, ruleset: { code: 'national' } });
    expect(head.ruleset.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(head.readings)).toContain('partial_unit');
    expect(vectors.length).toBeGreaterThan(30);
    expect(lines.at(-1).checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  test('without --out it is on stdout, the same', async () => {
    await nationalIn('duckdb');
    const { code, stdout } = await cme('export', 'national', '--to', 'sql', '--dialect', 'duckdb');
    expect({ code, stdout }).toEqual({ code: 0, stdout: textOf('duckdb.sql') });
  });

  test('a dialect that is none, or none at all, is told which there are', async () => {
    const wrong = await cme('export', 'national', '--to', 'sql', '--dialect', 'oracle');
    const none = await cme('export', 'national', '--to', 'sql');
    for (const { code, stdout, stderr } of [wrong, none]) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      for (const id of dialectIds) expect(stderr).toContain(id);
    }
  });

  test.each(dialectIds)('what %s cannot say exactly is refused by name, and no file is written', async (dialect) => {
    const args = ['--to', 'sql', '--dialect', dialect, '--out', file('cycle.sql')];
    const { code, stderr } = await cme('export', 'rules/samples/five-year.cme', ...args);
    expect(code).toBe(1);
    expect(stderr).toContain('周期');
    expect(existsSync(file('cycle.sql'))).toBe(false);
  });
});

describe('cme verify of SQL', () => {
  test(
    'runs on DuckDB, and says on what and how much agreed',
    async () => {
      const { code, stdout } = await cme('verify', await nationalIn('duckdb'));
      expect(stdout).toMatch(/一致.*\n运行于：DuckDB v[0-9.]+；核对了 [0-9]{2,} 项/);
      expect(code).toBe(0);
    },
    TIME,
  );

  test(
    'the SQL for runs that follow one another gives the same',
    async () => {
      const args = ['--to', 'sql', '--dialect', 'duckdb', '--incremental', '--out', file('following.sql')];
      expect(await cme('export', 'docs/examples/first.cme', ...args)).toMatchObject({ code: 0 });
      expect(textOf('following.sql')).toContain('cme_changed');
      expect(await cme('verify', file('following.sql'))).toMatchObject({ code: 0 });
    },
    TIME,
  );

  test(
    'the year may be another',
    async () => {
      const other = await changed('year.sql', /\(SELECT \d{4} AS year\)/, '(SELECT 2031 AS year)');
      expect(await cme('verify', other)).toMatchObject({ code: 0 });
    },
    TIME,
  );

  test(
    'a rule that was changed is found, with the first difference',
    async () => {
      const other = await changed('rule.sql', 'ELSE LEAST(', 'ELSE 1 + LEAST(');
      const { code, stdout } = await cme('verify', other);
      expect(code).toBe(1);
      expect(stdout).toMatch(/不一致：「.+」的 .+ 应为 .+，得到 .+/);
      expect(stdout).toContain('校验码不符');
    },
    TIME,
  );

  test(
    'so is an expectation that was changed, and a text that no vector feels',
    async () => {
      const expectation = await changed('expect.sql', '["shortfall","0.00"]', '["shortfall","9.00"]');
      const { code, stdout } = await cme('verify', expectation);
      expect(code).toBe(1);
      expect(stdout).toContain('shortfall 应为 9.00，得到 0.00');
      const unfelt = await cme('verify', await changed('unfelt.sql', 'Space around a text', 'No space around a text'));
      expect(unfelt).toMatchObject({ code: 1 });
      expect(unfelt.stdout).toContain('校验码不符');
    },
    TIME,
  );

  test('what was made to reach the disk does not, and what is no export is not run', async () => {
    const target = file('stolen.csv');
    const other = await changed('reach.sql', '\n\nCREATE', `\n\nCOPY (SELECT 1) TO '${target}';\n\nCREATE`);
    expect(await cme('verify', other)).toMatchObject({ code: 1 });
    expect(existsSync(target)).toBe(false);
    writeFileSync(file('plain.sql'), 'SELECT 1;\n');
    writeFileSync(file('cut.sql'), textOf('duckdb.sql').slice(0, -200));
    for (const name of ['plain.sql', 'cut.sql'])
      expect(await cme('verify', file(name)), name).toMatchObject({ code: 2, stdout: '' });
  });

  test.each(['spark', 'postgres'])('%s is elsewhere: nothing is run, and it is told how to', async (dialect) => {
    const { code, stdout, stderr } = await cme('verify', await nationalIn(dialect));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--via');
    const script = file(`${dialect}-verify.sql`);
    expect(await cme('verify', await nationalIn(dialect), '--script', script)).toMatchObject({ code: 0 });
    expect(readFileSync(script, 'utf8')).toContain('cme-verify compared');
  });
});

const installed = postgresFolder();

describe.skipIf(installed === null)('cme verify by Postgres', () => {
  let server: Postgres | undefined;
  beforeAll(async () => {
    server = await postgres(installed ?? '');
  }, TIME);
  afterAll(() => server?.close());

  test(
    'agrees, and finds what was changed',
    async () => {
      const via = ['--via', server?.via ?? ''];
      const { code, stdout, stderr } = await cme('verify', await nationalIn('postgres'), ...via);
      expect(stdout + stderr).toMatch(/一致.*\n运行于：.*psql.*；核对了 [0-9]{2,} 项/);
      expect(code).toBe(0);
      const text = textOf('postgres.sql');
      writeFileSync(file('pg-changed.sql'), text.replace('ELSE LEAST(', 'ELSE 1 + LEAST('));
      const other = await cme('verify', file('pg-changed.sql'), ...via);
      expect(other.code).toBe(1);
      expect(other.stdout).toContain('不一致');
    },
    TIME,
  );

  test('a command that does not start is told', async () => {
    const { code, stderr } = await cme('verify', await nationalIn('postgres'), '--via', 'no-such-psql');
    expect(code).toBe(2);
    expect(stderr).toContain('no-such-psql');
  });
});
