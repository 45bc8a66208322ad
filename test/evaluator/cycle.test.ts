import { describe, expect, test } from 'vitest';
import { evaluator } from '../../src/backends/evaluator/index.ts';
import type { Plan } from '../../src/model/plan.ts';
import { cap, type Facts, field, flat, item, line, minimum, people, planOf, requirement } from '../support/plan.ts';

const talk = item('talk', { lines: [line(flat(4))] });
const each = (...years: number[]): readonly Facts[] =>
  years.map((year, i) => ({ form: 'talk', date: `${year}-05-0${i + 1}` }));

const judged = (plan: Plan, year: number, records: readonly Facts[], facts?: Facts) =>
  evaluator(plan)(people(records, facts), year).result;

const cycleOf = (over: Partial<Plan>): Plan =>
  planOf({
    items: [talk],
    cycle: { kind: 'anchored', years: 2, from: { day: 0 } }, // 1970, so that even years begin one
    requirements: [requirement([minimum(10, { period: 'cycle' })])],
    ...over,
  });

describe('a requirement of the cycle', () => {
  test('is shown as progress before the last year, and judged in it', () => {
    const records = each(2024, 2025);
    expect(judged(cycleOf({}), 2024, records)).toMatchObject({ status: 'met', credits: 4, shortfall: 0 });
    const last = judged(cycleOf({}), 2025, records);
    expect(last).toMatchObject({ status: 'unmet', required: 10, shortfall: 2 });
    expect(last.period).toEqual({ from: '2024-01-01', to: '2025-12-31' });
    expect(last.requirements).toMatchObject([{ required: 10, earned: 8, met: false }]);
  });

  test('begins anew with the next cycle', () => {
    expect(judged(cycleOf({}), 2026, each(2024, 2025, 2026)).requirements).toMatchObject([{ earned: 4 }]);
  });

  test('begins with the date of the person, and lacking it with the rules, which is said', () => {
    const plan = cycleOf({
      effective: '2024-07-01',
      personFields: [...planOf({ items: [] }).personFields, field('hired', 'date')],
      cycle: { kind: 'anchored', years: 2, from: { field: 'hired' } },
    });
    expect(judged(plan, 2025, [], { id: 'p', hired: '2019-03-01' }).period.to).toBe('2026-12-31');
    const lacking = judged(plan, 2025, []);
    expect(lacking.period.to).toBe('2025-12-31');
    expect(lacking.notices).toHaveLength(1);
  });

  test('rolls with the year: the last years, judged each year', () => {
    const plan = cycleOf({ cycle: { kind: 'rolling', years: 3 } });
    const result = judged(plan, 2025, each(2022, 2023, 2024, 2025));
    expect(result).toMatchObject({ status: 'met', period: { from: '2023-01-01' } });
    expect(result.requirements).toMatchObject([{ earned: 12 }]);
  });
});

test('a cap of the cycle leaves to a year what those before did not count', () => {
  const plan = cycleOf({ caps: [cap(6, { items: ['talk'], per: 'cycle' })] });
  expect(judged(plan, 2024, each(2024, 2025)).credits).toBe(4);
  expect(judged(plan, 2025, each(2024, 2025)).credits).toBe(2);
});
