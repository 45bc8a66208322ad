/** Who is passed over by `cme readings` would not have changed: on synthetic years, under one option and two. */
import { describe, expect, test } from 'vitest';
import { type Evaluate, evaluator, formsHeldBy, type Plan, type RawPerson, touched, touches } from '../../src/index.ts';
import { hubeiRoster } from '../support/hubei.ts';
import { planOf, plans } from '../support/hubeiRules.ts';
import { rawRoster } from '../support/roster.ts';

const plan = plans.hubei;
const people = rawRoster(hubeiRoster(4, 40)).practitioners;
const formsOf = formsHeldBy(plan);

const others = plan.readings.flatMap(({ code, options, adopted }) =>
  options.filter((one) => one.code !== adopted).map((one) => ({ [code]: one.code })),
);
const alone = others.map((choice) => planOf('hubei', choice));

const judged = (judge: Evaluate, person: RawPerson) => {
  const { status, credits, shortfall } = judge(person, 2025).result;
  return { status, credits, shortfall };
};

/** How many were passed over, each of whom is shown to stay as they were. */
const passedOver = (before: Plan, after: Plan): number => {
  const change = touched(before, after);
  const away = people.filter((person) => !touches(change, formsOf(person)));
  const [old, now] = [evaluator(before), evaluator(after)];
  expect(away.map((person) => judged(now, person))).toEqual(away.map((person) => judged(old, person)));
  return away.length;
};

describe('whoever is not touched keeps their result', () => {
  test('under each option alone', () => {
    const counts = alone.map((after) => passedOver(plan, after));
    expect(counts.filter((count) => count > people.length / 2).length).toBeGreaterThan(5);
  });

  test('under two together, against either alone', { timeout: 60_000 }, () => {
    for (const [at, first] of others.entries()) {
      const [place, second] = [(at + 5) % others.length, others[(at + 5) % others.length]];
      const both = planOf('hubei', { ...first, ...second });
      for (const before of [alone[at], alone[place]]) if (before) passedOver(before, both);
    }
  });

  test('a record whose form cannot be told is touched by any change', () => {
    const person = (facts: Readonly<Record<string, string>>): RawPerson => ({
      facts: new Map(),
      records: [new Map(Object.entries(facts))],
    });
    expect(formsOf(person({ 形式: '论文' }))).toEqual(new Set(['paper']));
    for (const facts of [{}, { form: ' 论文' }, { form: 'paper', 形式: '著作' }] as Record<string, string>[])
      expect(formsOf(person(facts))).toBe('mixed');
    expect(touches(new Set(['book']), 'mixed')).toBe(true);
    expect(touches(touched(plan, plan), 'mixed')).toBe(false);
  });
});
