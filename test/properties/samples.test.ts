import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folder, samples } from '../../scripts/samples.ts';
import { openRoster, rosterOf } from '../../src/data/index.ts';
import { type Evaluation, evaluate } from '../../src/index.ts';
import { YEAR } from '../support/hubeiArbitrary.ts';
import { plans } from '../support/hubeiRules.ts';

const shipped = (name: string): Buffer => readFileSync(new URL(name, folder));

function evaluated(name: string): Evaluation {
  const { roster, findings } = rosterOf(openRoster(shipped(name), name), plans.hubei);
  expect(findings).toEqual([]);
  const practitioners = (roster?.entries ?? []).map((entry) => entry.person());
  return evaluate(plans.hubei, { year: roster?.year ?? YEAR, practitioners }).evaluation;
}

describe('the shipped samples', () => {
  test.each(samples())('%s is what `npm run samples` writes', (name, text) => {
    expect(shipped(name).toString() === text).toBe(true);
  });

  test('are one roster in two forms', () => {
    expect(evaluated('hubei-2025.csv')).toEqual(evaluated('hubei-2025.json'));
  });

  test('show every status, every category, and a handful of faulty records', () => {
    const { results, summary } = evaluated('hubei-2025.json');
    expect(summary).toMatchObject({ practitioners: 300, invalid_records: 5 });
    expect(Math.min(summary.met / 5, summary.unmet / 3, summary.exempt)).toBeGreaterThan(5);
    const records = results.flatMap((result) => result.records);
    expect(records.length).toBeGreaterThan(3000);
    const categories = new Set(records.flatMap(({ category, credits }) => (credits > 0 ? [category] : [])));
    expect([...categories].sort()).toEqual(plans.hubei.categories.map(({ key }) => key).sort());
    expect(results.some((result) => result.made_up)).toBe(true);
    expect(results.some((result) => result.records.length === 0)).toBe(true);
  });
});
