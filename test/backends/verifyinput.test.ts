/** `cme verify` of the step that prepares what the JsonLogic rules read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root, cme as run } from '../cli/cme.ts';
import { postgres, postgresFolder } from './sqlPostgres.ts';

const TIME = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'cme-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const cme = (...args: readonly string[]) => run(args, { cwd: root });
const exported = (rules: string, dialect: string) =>
  cme('export', rules, '--to', 'jsonlogic-input', '--dialect', dialect, '--out', file(`${dialect}.sql`));

describe('cme verify of a preparing step', () => {
  test('agrees with what it was exported as, on DuckDB', { timeout: TIME }, async () => {
    expect(await exported('national', 'duckdb')).toMatchObject({ code: 0 });
    const { code, stdout } = await cme('verify', file('duckdb.sql'));
    expect([code, stdout]).toEqual([0, expect.stringContaining('一致')]);
  });

  test('tells the first place that is another, and that the file was changed', { timeout: TIME }, async () => {
    const text = readFileSync(file('duckdb.sql'), 'utf8');
    const other = text.replaceAll(`'"after_month":'`, `'"after_month":1'`);
    expect(other).not.toBe(text);
    writeFileSync(file('changed.sql'), other);
    const { code, stdout } = await cme('verify', file('changed.sql'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/input\..*after_month/);
    expect(stdout).toContain('校验码不符');
  });

  test.skipIf(postgresFolder() === null)('and on Postgres', { timeout: TIME }, async () => {
    const server = await postgres(postgresFolder() ?? '');
    try {
      expect(await exported('docs/examples/first.cme', 'postgres')).toMatchObject({ code: 0 });
      expect(await cme('verify', file('postgres.sql'), '--via', server.via)).toMatchObject({ code: 0 });
    } finally {
      await server.close();
    }
  });
});
