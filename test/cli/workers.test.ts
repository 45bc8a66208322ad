import { describe, expect, test } from 'vitest';
import { workersFor } from '../../src/cli/workers/index.ts';
import { Pool } from '../../src/cli/workers/pool.ts';
import { columnar, gathered } from '../../src/index.ts';
import { plans } from '../support/hubeiRules.ts';
import { rawRoster, rosterFor } from '../support/roster.ts';
import { root, cme as run } from './cme.ts';

const cme = (...args: readonly string[]) =>
  run(['eval', 'hubei', 'rules/samples/hubei-2025.csv', ...args], { cwd: root });
const TIME = 60_000;

describe('cme eval --workers', { timeout: TIME }, () => {
  test.each([
    ['as JSON', ['--format', 'json']],
    ['with names hidden, by institution', ['--mask', '--by', 'institution']],
  ])('gives on two threads what it gives on one: %s', async (_, options) => {
    const args = ['--year', '2025', ...options];
    const [one, two] = [await cme(...args, '--workers', '1'), await cme(...args, '--workers', '2')];
    expect(two).toEqual(one);
    expect(one.stdout).not.toBe('');
  });

  test('a count that is none is not taken', async () => {
    for (const count of ['0', '-1', 'two', '65'])
      expect(await cme('--year', '2025', `--workers=${count}`), count).toMatchObject({ code: 2 });
  });

  test('a small roster is judged by one', () => {
    expect(workersFor(999_999, undefined)).toBe(1);
    expect(workersFor(10, '3')).toBe(3);
  });
});

test('a roster in columns has on two threads what it has on one', { timeout: TIME }, async () => {
  const { practitioners, year } = rawRoster(rosterFor(plans.hubei, 3, { practitioners: 60, year: 2025 }));
  const { columns } = gathered(plans.hubei, practitioners, true);
  const alone = columnar(plans.hubei)(columns, year);
  const pool = new Pool(plans.hubei, 2);
  try {
    const { outcomes, handed } = await pool.evaluate(columns, year);
    const lists = (all: object) => Object.fromEntries(Object.entries(all).map(([name, of]) => [name, [...of]]));
    expect(lists(outcomes)).toEqual(lists(alone.outcomes));
    expect(handed).toEqual(alone.handed);
  } finally {
    await pool.close();
  }
});
