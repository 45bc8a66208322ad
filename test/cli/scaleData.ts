/** Rosters for the engines: the same people as CSV, Parquet and a database. */
import { DuckDBInstance } from '@duckdb/node-api';
import { plans } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { rosterFor } from '../support/roster.ts';

export async function withDuckDb<T>(
  work: (run: (sql: string) => Promise<readonly (readonly unknown[])[]>) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    return await work(async (sql) => (await connection.runAndReadAll(sql)).getRows());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const csvOf = (rows: readonly (readonly unknown[])[], newline = '\n'): string =>
  rows.map((row) => `${row.map((one) => cell(String(one ?? ''))).join(',')}${newline}`).join('');

/** People of Hubei with every flaw that a roster has: odd values, no id, one id twice, facts that disagree, nobody's rows. */
export function flawedRows(seed: number, practitioners: number): string[][] {
  const plan = plans.hubei;
  const random = new Random(seed);
  const personal = plan.personFields.map(({ key }) => key).filter((key) => key !== 'id');
  const keys = plan.recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner');
  const rows: string[][] = [];
  for (const { facts, records } of rosterFor(plan, seed, { practitioners, year: 2025 }).practitioners) {
    const odd = random.chance(6) ? { title: '外星' } : {};
    for (const record of records.length > 0 ? records : [{}]) {
      const own: Record<string, unknown> = { ...record };
      if (random.chance(2)) delete own.id;
      if (random.chance(2)) own.id = `${facts.id}.1`;
      if (random.chance(3)) own.id = `=cmd, "${String(own.id)}"\n😀`;
      const person: Record<string, unknown> = random.chance(10) ? {} : { ...facts, ...odd };
      if (random.chance(2)) person.institution = '医院';
      if (random.chance(2)) own.id = '4.20106E+17';
      const owner = random.chance(1) ? '' : random.chance(1) ? '4.2E+17' : String(facts.id);
      rows.push([
        owner,
        ...personal.map((key) => String(person[key] ?? '')),
        ...keys.map((key) => String(own[key] ?? '')),
      ]);
    }
  }
  return [['practitioner', ...personal, ...keys], ...rows];
}
