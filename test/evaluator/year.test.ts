import { describe, expect, test } from 'vitest';
import { evaluator } from '../../src/backends/evaluator/index.ts';
import type { MakeUp } from '../../src/model/plan.ts';
import {
  deem,
  type Facts,
  flat,
  item,
  line,
  minimum,
  people,
  perDays,
  perHours,
  planOf,
  requirement,
  source,
  total,
  yes,
} from '../support/plan.ts';
import { evaluate, only, reasonsOf } from './run.ts';

const makeUp: MakeUp = { when: yes('makeup_proof'), source: source('补学 次年 当 单位证明', { clause: '第十四条' }) };
const paper = item('paper', { lines: [line(flat(10))] });
const study = item('study', {
  stays: true,
  lines: [line(perHours(6, 1), { when: total('days', '<', 90) })],
  deems: [deem(total('days', '>=', 90, yes('passed')), 25)],
});

const inYears = (plan: Parameters<typeof evaluator>[0], records: readonly Facts[], ...years: number[]) =>
  years.map((year) => evaluator(plan)(people(records), year).result);

describe('a record belongs to the year', () => {
  const plan = planOf({ items: [paper, item('course', { lines: [line(flat(1))], placed: 'start' })] });

  test.each([
    [{ form: 'paper', date: '2025-01-01' }, null],
    [{ form: 'paper', date: '2025-12-31' }, null],
    [{ form: 'paper', date: '2024-12-31' }, 'out_of_period'],
    [{ form: 'paper', date: '2026-01-01' }, 'out_of_period'],
    [{ form: 'paper', date: '2024-05-01', end: '2025-01-01' }, null],
    [{ form: 'paper', date: '2025-05-01', end: '2026-01-01' }, 'out_of_period'],
    [{ form: 'paper', date: '2025-05-01', start: '2024-01-01' }, null],
    [{ form: 'course', date: '2025-05-01', start: '2024-01-01' }, 'out_of_period'],
    [{ form: 'course', date: '2024-05-01', start: '2025-01-01' }, null],
  ])('%j: %s', (record, reason) => expect(reasonsOf(evaluate(plan, [record]))).toEqual([reason]));

  test('that it does not tell: incomplete', () => {
    expect(only(evaluate(plan, [{ form: 'paper', date: '' }]))).toMatchObject({
      reason: 'incomplete',
      detail: '缺少「‹date›」',
    });
    expect(only(evaluate(plan, [{ form: 'course' }]))).toMatchObject({
      reason: 'incomplete',
      detail: '缺少「‹start›」',
    });
  });

  test('and says which, where it is another', () => {
    expect(only(evaluate(plan, [{ form: 'paper', date: '2023-05-01' }])).detail).toBe(
      '属于 2023 年度，不计入 2025 年度',
    );
  });
});

describe('a stay across New Year', () => {
  const plan = planOf({ items: [study] });
  // 100 days in 2025, 10 in 2026.
  const stay = { form: 'study', date: '', start: '2025-09-23', end: '2026-01-10', hours: 60, passed: true };

  test('counts its days where they lie, and its hours in the year of its end', () => {
    const [before, after] = inYears(plan, [stay], 2025, 2026);
    expect(before).toMatchObject({ credits: 25, records: [{ reason: null, raw: 25, credits: 25 }] });
    expect(after).toMatchObject({ credits: 10, records: [{ reason: null, credits: 10 }] });
  });

  test('is out of period where it has no day', () => {
    for (const result of inYears(plan, [stay], 2024, 2027)) expect(result.records[0]?.reason).toBe('out_of_period');
  });

  test('is nothing in the year before its end, where its item does not measure stays', () => {
    const [before] = inYears(planOf({ items: [{ ...study, stays: false }] }), [stay], 2025);
    expect(before?.records[0]?.reason).toBe('out_of_period');
  });

  test('that visits a year with too few days has no reason and no credits there', () => {
    const [before] = inYears(plan, [{ ...stay, start: '2025-12-01' }], 2025);
    expect(before).toMatchObject({ credits: 0, records: [{ reason: null, raw: 0, credits: 0 }] });
  });

  test('is judged by review and gates in both', () => {
    const [before] = inYears(plan, [{ ...stay, review: 'rejected' }], 2025);
    expect(before).toMatchObject({ credits: 0, records: [{ reason: 'review' }] });
  });

  test('earns by its days in both, where the rate is by days', () => {
    const byDays = planOf({ items: [item('study', { stays: true, lines: [line(perDays(10, 1))] })] });
    expect(inYears(byDays, [stay], 2025, 2026).map(({ credits }) => credits)).toEqual([10, 1]);
  });
});

describe('stays of one item', () => {
  test('count a shared day once, and say so', () => {
    const byDays = planOf({ items: [item('study', { stays: true, lines: [line(perDays(1, 1), { basis: 'year' })] })] });
    const first = { form: 'study', date: '', start: '2025-03-01', end: '2025-03-10' };
    const { result } = evaluate(byDays, [first, { ...first, start: '2025-03-08', end: '2025-03-12' }]);
    expect(result.records.map(({ credits }) => credits)).toEqual([10, 2]);
    expect(result.notices).toEqual([
      { record: 'r2', clause: null, message: '与「study」的其他记录有 3 天重叠，只计一次' },
    ]);
  });

  test('that touch are joined before their months are counted', () => {
    const months = item('study', { stays: true, deems: [deem(total('months', '>=', 3), 25)] });
    const parts = [
      { form: 'study', date: '', start: '2025-01-15', end: '2025-02-20' },
      { form: 'study', date: '', start: '2025-02-21', end: '2025-04-14' },
    ];
    expect(evaluate(planOf({ items: [months] }), parts).result.credits).toBe(25);
    const gap = [parts[0] ?? {}, { ...parts[1], start: '2025-02-22', end: '2025-04-20' }];
    expect(evaluate(planOf({ items: [months] }), gap).result.credits).toBe(0);
  });
});

describe('a make-up record', () => {
  const plan = planOf({ items: [paper, study], makeUp, requirements: [requirement([minimum(10)])] });
  const madeUp = { form: 'paper', date: '2026-03-01', makeup_year: 2025, makeup_proof: true };

  test('counts in its year, and not in its own', () => {
    const [year, own] = inYears(plan, [madeUp], 2025, 2026);
    expect(year).toMatchObject({ credits: 10, status: 'met', made_up: true, notices: [] });
    expect(own).toMatchObject({
      credits: 0,
      made_up: false,
      records: [{ reason: 'out_of_period', detail: '已作为补学计入 2025 年度' }],
    });
  });

  test('made no difference where the year was met without it', () => {
    const [year] = inYears(plan, [madeUp, { form: 'paper' }], 2025);
    expect(year).toMatchObject({ credits: 20, status: 'met', made_up: false });
  });

  test.each([
    [{ ...madeUp, makeup_proof: '' }, 2026],
    [{ ...madeUp, makeup_year: 2024 }, 2026],
    [{ ...madeUp, date: '2025-12-31' }, 2025],
  ])('%j is an ordinary record, with a notice', (record, own) => {
    const [result] = inYears(plan, [record], own);
    expect(result).toMatchObject({ credits: 10, made_up: false, notices: [{ record: 'r1', clause: '第十四条' }] });
  });

  test('says in the year that it was meant for why it does not count', () => {
    const [result] = inYears(plan, [{ ...madeUp, makeup_proof: false }], 2025);
    expect(result?.records[0]).toMatchObject({ reason: 'out_of_period', detail: '属于 2026 年度，不计入 2025 年度' });
    expect(result?.notices[0]?.message).toBe('不符合 2025 年度补学的条件，按 2026 年度的普通记录处理');
  });

  test('has its days of both years in the one that it is for', () => {
    const stay = { ...madeUp, form: 'study', start: '2025-12-01', end: '2026-03-10', passed: true, hours: 6 };
    const results = inYears(plan, [stay], 2025, 2026);
    expect(results.map(({ credits }) => credits)).toEqual([25, 0]);
    expect(results[1]?.records[0]?.reason).toBe('out_of_period');
  });

  test('is placed by its date, else by its end', () => {
    const [year] = inYears(plan, [{ ...madeUp, date: '', end: '2026-03-01' }], 2025);
    expect(year?.credits).toBe(10);
  });

  test('of an item that a date of its own places counts all the same', () => {
    const placed = planOf({ items: [{ ...paper, placed: 'start' }], makeUp });
    const [year] = inYears(placed, [{ ...madeUp, start: '2020-01-01' }], 2025);
    expect(year?.credits).toBe(10);
  });

  test('is an ordinary one where the rules know none', () => {
    const [result] = inYears(planOf({ items: [paper] }), [madeUp], 2026);
    expect(result).toMatchObject({ credits: 10, notices: [{ record: 'r1' }] });
  });
});
