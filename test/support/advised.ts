/** Advice, put to the evaluator. */
import { expect } from 'vitest';
import {
  type Advice,
  advise,
  type Doing,
  evaluator,
  type Plan,
  type RawFacts,
  type RawPerson,
} from '../../src/index.ts';

const MICRO = 1_000_000;

export const statusWith = (plan: Plan, person: RawPerson, year: number, more: readonly RawFacts[]): string =>
  evaluator(plan)({ facts: person.facts, records: [...person.records, ...more] }, year).result.status;

/** Whatever it claims holds: its records close the gap, and where it says that it is the least, none of them is spare. */
export function holdsTrue(plan: Plan, person: RawPerson, year: number): Advice | null {
  const advice = advise(plan, person, year);
  const { result } = evaluator(plan)(person, year);
  if (advice === null) return null;
  expect(advice.status).toBe(result.status);
  if (result.status !== 'unmet') {
    expect(advice).toMatchObject({ missing: [], ways: [], useless: [], records: [] });
    return advice;
  }
  if (advice.least === null) return advice;
  expect(advice.records.length).toBeGreaterThan(0);
  expect(statusWith(plan, person, year, advice.records)).toBe('met');
  if (!advice.proven) return advice;
  const least = hoursOf(advice.least.steps);
  for (const { closes, hours } of advice.ways) {
    if (closes && least !== null && hours !== null) expect(hours).toBeGreaterThanOrEqual(least);
  }
  // What closes the gap in hours alone is never passed over for what has none.
  if (advice.ways.some(({ closes, hours }) => closes && hours !== null)) expect(least).not.toBeNull();
  // Hours that a condition asks for beside what is measured are a fact of the activity, and no effort.
  const asked = new Set(advice.least.steps.flatMap(({ facts }) => [...facts.keys()]));
  for (const [at, record] of advice.records.entries()) {
    expect(statusWith(plan, person, year, advice.records.toSpliced(at, 1)), 'without one').toBe('unmet');
    for (const [key, less] of shorter(plan, record)) {
      if (asked.has(key)) continue;
      const fewer = advice.records.with(at, new Map(record).set(key, less));
      expect(statusWith(plan, person, year, fewer), `${key} ${less}`).toBe('unmet');
    }
  }
  return advice;
}

/** Null where some of it has none. */
const hoursOf = (steps: readonly Doing[]): number | null =>
  steps.some(({ hours }) => hours === null) ? null : steps.reduce((sum, { hours }) => sum + (hours ?? 0), 0);

/** A record with one hour less. */
function* shorter({ recordFields }: Plan, record: RawFacts): Generator<readonly [string, string]> {
  for (const { key, unit } of recordFields) {
    const value = record.get(key);
    if (unit !== 'hours' || value === undefined) continue;
    const hours = Math.round(Number(value) * MICRO);
    if (hours > MICRO) yield [key, String((hours - MICRO) / MICRO)];
  }
}
