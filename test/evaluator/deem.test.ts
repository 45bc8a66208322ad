import { describe, expect, test } from 'vitest';
import {
  always,
  and,
  cap,
  counting,
  deem,
  flat,
  gate,
  item,
  line,
  minimum,
  or,
  perHours,
  planOf,
  requirement,
  source,
  total,
  yes,
} from '../support/plan.ts';
import { evaluate } from './run.ts';

const stay = (from: string, to: string, over = {}) => ({
  form: 'study',
  date: '',
  start: from,
  end: to,
  passed: true,
  ...over,
});
const quarter = stay('2025-01-01', '2025-03-31'); // 90 days
const enough = and(total('days', '>=', 90, yes('passed')), yes('passed'));
const study = item('study', {
  stays: true,
  gates: [gate(yes('remote'), { when: yes('makeup_proof') })],
  lines: [line(perHours(6, 1), { basis: 'year', when: total('days', '<', 90) })],
  deems: [deem(enough, 25, { source: source('视同完成 25 学分', { clause: '第二条' }) })],
});
const plan = planOf({ items: [study] });

describe('视同完成', () => {
  test('counts its amount once, at the record that reaches it', () => {
    const parts = [
      stay('2025-01-01', '2025-01-31'),
      stay('2025-02-01', '2025-03-31'),
      stay('2025-04-01', '2025-12-31'),
    ];
    const { result } = evaluate(plan, parts);
    expect(result.records).toMatchObject([
      { raw: 0, credits: 0, reason: null },
      { raw: 25, credits: 25, reason: null, clause: '第二条' },
      { raw: 0, credits: 0, reason: null },
    ]);
    expect(result.categories).toEqual([{ code: 'study', raw: 25, credits: 25 }]);
  });

  test('does not hold one day short', () => {
    const { result } = evaluate(plan, [stay('2025-01-01', '2025-03-30', { hours: 12 })]);
    expect(result.records).toMatchObject([{ raw: 2, credits: 2, reason: null }]);
  });

  test('needs all that stands beside the sum, record by record', () => {
    const failed = stay('2025-01-01', '2025-03-31', { passed: false });
    const { result } = evaluate(plan, [failed]);
    expect(result).toMatchObject({ credits: 0, records: [{ reason: 'no_award' }] });
    const both = evaluate(plan, [failed, stay('2025-04-01', '2025-06-29')]).result;
    expect(both.records).toMatchObject([
      { reason: 'no_award', credits: 0 },
      { reason: null, credits: 25 },
    ]);
  });

  test('leaves out a record of which it does not know, and says so', () => {
    const { result } = evaluate(plan, [{ ...quarter, passed: '' }]);
    expect(result).toMatchObject({
      credits: 0,
      records: [{ reason: 'no_award' }],
      notices: [{ record: 'r1', message: '缺少「‹passed›」，未计入累计' }],
    });
  });

  test('leaves out a record without its days', () => {
    const { result } = evaluate(plan, [{ form: 'study', passed: true, hours: 6 }]);
    expect(result.records).toMatchObject([{ credits: 1, reason: null }]);
    expect(result.notices).toMatchObject([{ message: '缺少「‹start›」、「‹end›」，未计入累计' }]);
  });

  test('leaves a record that is not in its sum without an award', () => {
    const { result } = evaluate(plan, [quarter, { form: 'study', passed: true }]);
    expect(result.records).toMatchObject([{ credits: 25 }, { reason: 'no_award', credits: 0 }]);
  });

  test('counts the days of a stay without hours', () => {
    const greater = item('study', {
      stays: true,
      lines: [line(perHours(6, 1), { when: or(total('days', '<', 90), always) })],
      deems: [deem(enough, 25)],
    });
    const { result } = evaluate(planOf({ items: [greater] }), [
      stay('2025-01-01', '2025-02-28'),
      stay('2025-03-01', '2025-12-31', { hours: 6 }),
    ]);
    expect(result).toMatchObject({
      credits: 25,
      records: [
        { credits: 0, reason: null },
        { raw: 25, credits: 25, reason: null },
      ],
      notices: [{ record: 'r1', message: '缺少「‹hours›」，只计天数' }],
    });
  });

  test('counts no record that review or a gate turned away', () => {
    expect(evaluate(plan, [{ ...quarter, review: 'pending' }]).result.credits).toBe(0);
    expect(evaluate(plan, [{ ...quarter, makeup_proof: true }]).result.credits).toBe(0);
  });

  test('lifts what was earned by hours to its amount, and no higher', () => {
    const greater = { ...study, lines: [line(perHours(6, 1), { basis: 'year' })] };
    const credited = (hours: number) => evaluate(planOf({ items: [greater] }), [{ ...quarter, hours }]).result.credits;
    expect([credited(60), credited(150), credited(600)]).toEqual([25, 25, 100]);
  });

  test('is over the caps of its item and under those of its category', () => {
    const items = [{ ...study, lines: [line(perHours(6, 1))] }];
    const caps = [cap(5, { items: ['study'] }), cap(20, { items: ['study'], stage: 'section' })];
    const { result } = evaluate(planOf({ items, caps }), [{ ...quarter, hours: 60 }]);
    expect(result).toMatchObject({ credits: 20, records: [{ raw: 30, credits: 20 }] });
  });

  test('without a sum stands at the first record that passed', () => {
    const items = [item('course', { gates: [gate(yes('remote'))], deems: [deem(yes('passed'), 25)] })];
    const record = { form: 'course', remote: true, passed: true };
    const { result } = evaluate(planOf({ items }), [
      { ...record, remote: false },
      { ...record, passed: false },
      record,
      record,
    ]);
    expect(result.records.map(({ credits, reason }) => [credits, reason])).toEqual([
      [0, 'gate'],
      [0, 'no_award'],
      [25, null],
      [0, null],
    ]);
  });

  test('without an amount meets the whole requirement of the year, and adds nothing', () => {
    const items = [{ ...study, deems: [deem(enough, null)] }];
    const minima = [minimum(25), minimum(5, { key: 'own', subject: counting('other') })];
    const { result } = evaluate(planOf({ items, requirements: [requirement(minima)] }), [quarter]);
    expect(result).toMatchObject({ status: 'met', credits: 0, shortfall: 0, records: [{ reason: null }] });
    expect(result.requirements.map(({ met }) => met)).toEqual([true, true]);
  });

  test('may ask for less than so much, and then holds only if the whole year does', () => {
    const items = [
      item('study', { stays: true, deems: [deem(and(total('days', '<', 90), total('count', '>=', 1)), 5)] }),
    ];
    const month = stay('2025-01-01', '2025-01-31');
    expect(evaluate(planOf({ items }), [month]).result.credits).toBe(5);
    expect(evaluate(planOf({ items }), [month, stay('2025-03-01', '2025-12-31')]).result.credits).toBe(0);
  });

  test('never stands at a record of which two lines claim to be the one', () => {
    const items = [{ ...study, lines: [line(flat(1), { when: yes('remote') }), line(flat(2))] }];
    const { result } = evaluate(planOf({ items }), [{ ...quarter, remote: true }]);
    expect(result).toMatchObject({ credits: 0, records: [{ reason: 'invalid', credits: 0 }] });
  });
});
