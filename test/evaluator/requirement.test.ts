import { describe, expect, test } from 'vitest';
import type { Expr, Minimum, Reduction, Requirement } from '../../src/model/plan.ts';
import {
  counting,
  deem,
  type Facts,
  flat,
  is,
  item,
  line,
  minimum,
  never,
  perHours,
  person,
  planOf,
  requirement,
  source,
  yes,
} from '../support/plan.ts';
import { evaluate } from './run.ts';

const time = { key: 'hours', perClassHour: { n: 750_000, d: 1 } };
const items = [
  item('course', { lines: [line(perHours(3, 1), { basis: 'project' })], time }),
  item('paper', { lines: [line(flat(10))] }),
];
const clinic: Expr = person(is('institution', 'clinic'));

const judged = (
  requirements: readonly Requirement[],
  facts: Facts = {},
  records: readonly Facts[] = [{ form: 'paper' }],
) => evaluate(planOf({ items, requirements }), records, { id: 'p', ...facts }).result;

const classHours = (amount: number, over: Partial<Minimum> = {}): Minimum =>
  minimum(0, {
    key: 'class hours',
    unit: 'classHours',
    amount: { kind: 'amount', value: amount * 1_000_000 },
    name: '学时',
    ...over,
  });

describe('a requirement', () => {
  test('is met, or how much is short of it', () => {
    expect(judged([requirement([minimum(10)])])).toMatchObject({ status: 'met', required: 10, shortfall: 0 });
    expect(judged([requirement([minimum(10.5)])])).toMatchObject({
      status: 'unmet',
      required: 10.5,
      shortfall: 0.5,
      requirements: [{ name: '每年 10.5 学分', required: 10.5, earned: 10, met: false }],
    });
    expect(judged([])).toMatchObject({ status: 'met', required: 0, shortfall: 0, requirements: [] });
  });

  test('with a condition replaces what speaks of the same, and adds the rest', () => {
    const own = minimum(5, { key: 'own', subject: counting('course') });
    const both = [requirement([minimum(25), classHours(1)]), requirement([minimum(10), own], { binds: clinic })];
    const names = (institution: string) => judged(both, { institution }).requirements.map(({ required }) => required);
    expect(names('hospital')).toEqual([25, 1]);
    expect(names('clinic')).toEqual([10, 1, 5]);
  });

  test('of which it is unknown whether it binds does not, and that is said', () => {
    const both = [requirement([minimum(25)]), requirement([minimum(10)], { name: '基层', binds: clinic })];
    const { required, notices } = judged(both);
    expect(required).toBe(25);
    expect(notices).toEqual([
      { record: null, clause: null, message: '缺少「‹institution›」，无法判断要求「基层」是否适用，按不适用处理' },
    ]);
  });

  test('twice of the same thing is reported', () => {
    const twice = ['甲', '乙'].map((name) => requirement([minimum(10, { name })], { binds: clinic }));
    const { findings } = evaluate(planOf({ items, requirements: twice }), [], { id: 'p', institution: 'clinic' });
    expect(findings).toMatchObject([{ code: 'CME920', args: { first: '甲', second: '乙' } }]);
  });

  test('may have lines that a condition holds back', () => {
    expect(judged([requirement([minimum(25, { when: never })])]).requirements).toEqual([]);
  });

  test('may count a part of the items, records, or at most so much', () => {
    const lines = [
      minimum(5, { key: 'a', subject: counting('course') }),
      minimum(0, { key: 'b', unit: 'times', amount: { kind: 'amount', value: 1 }, subject: counting('course') }),
      minimum(4, { key: 'c', bound: 'most', subject: counting('paper') }),
    ];
    const records = [{ form: 'course', hours: 3 }, { form: 'course', hours: 2 }, { form: 'paper' }];
    expect(judged([requirement(lines)], {}, records).requirements).toMatchObject([
      { required: 5, earned: 1, met: false },
      { required: 1, earned: 1, met: true },
      { required: 4, earned: 10, met: false },
    ]);
  });

  test('may ask for a share of what is required, or earned', () => {
    const share = (key: string, of: 'required' | 'earned') =>
      minimum(0, { key, subject: counting('course'), amount: { kind: 'share', of, ratio: { n: 2, d: 3 } } });
    const lines = [minimum(25), share('a', 'required'), share('b', 'earned')];
    const records = [{ form: 'course', hours: 60 }, { form: 'paper' }];
    expect(judged([requirement(lines)], {}, records).requirements.slice(1)).toMatchObject([
      { required: 16.67, earned: 20, met: true },
      { required: 20, earned: 20, met: true },
    ]);
  });
});

describe('the requirement is lowered', () => {
  const since = (step: number) => requirement([minimum(25)], { since: { field: 'appointed', step } });

  test.each([
    ['2024-05-01', 1, 25],
    ['2025-01-31', 1, 25],
    ['2025-03-31', 1, 20.83],
    ['2025-03-01', 100, 21],
    ['2025-12-31', 1, 2.08],
    ['2026-01-01', 1, 0],
  ])('from %s in steps of %i hundredths: %d', (appointed, step, required) =>
    expect(judged([since(step)], { appointed }).required).toBe(required),
  );

  test('by no date: not at all, and that is said', () => {
    expect(judged([since(1)])).toMatchObject({
      required: 25,
      notices: [{ message: '缺少「‹appointed›」，要求未折算' }],
    });
  });

  const reduce = (by: Reduction['by'], when: Expr | null = null): Requirement =>
    requirement([minimum(25)], { reductions: [{ subject: null, by, when, source: source('减免') }] });

  test.each<[Reduction['by'], Facts, number]>([
    [{ kind: 'credits', value: 1000 }, {}, 15],
    [{ kind: 'credits', value: 10_000 }, {}, 0],
    [{ kind: 'share', ratio: { n: 1, d: 5 } }, {}, 20],
    [
      { kind: 'per', field: 'leave_months', per: { n: 1_000_000, d: 1 }, credits: { n: 200, d: 1 } },
      { leave_months: 3 },
      19,
    ],
    [{ kind: 'per', field: 'leave_months', per: { n: 1_000_000, d: 1 }, credits: { n: 200, d: 1 } }, {}, 25],
  ])('by %j for %j to %d', (by, facts, required) => expect(judged([reduce(by)], facts).required).toBe(required));

  test('altogether: exempt, and what it would be is still shown', () => {
    const all = [reduce({ kind: 'all' }, person(yes('on_leave')))];
    expect(judged(all, { on_leave: true })).toMatchObject({
      status: 'exempt',
      required: 25,
      shortfall: 0,
      credits: 10,
    });
    expect(judged(all, { on_leave: false })).toMatchObject({ status: 'unmet', notices: [] });
    expect(judged(all)).toMatchObject({
      status: 'unmet',
      notices: [{ message: '缺少「‹on_leave›」，未按「减免」减免' }],
    });
  });
});

describe('someone out of scope', () => {
  const exceptions = [{ when: person(yes('on_leave')), source: source('除外 离岗') }];
  const plan = planOf({ items, exceptions });

  test('is exempt; credits are reckoned all the same', () => {
    const { result } = evaluate(plan, [{ form: 'paper' }], { id: 'p', on_leave: true });
    expect(result).toMatchObject({ status: 'exempt', credits: 10, required: 25, shortfall: 0, made_up: false });
  });

  test('is not exempt where that is unknown, and it is said', () => {
    const { result } = evaluate(plan, [], { id: 'p' });
    expect(result).toMatchObject({
      status: 'unmet',
      notices: [{ message: '缺少「‹on_leave›」，无法判断「除外 离岗」，按不除外处理' }],
    });
  });
});

describe('class hours', () => {
  const ask = [requirement([minimum(1), classHours(8)])];

  test('are there only where they bind', () => {
    expect(judged([requirement([minimum(1)])])).not.toHaveProperty('class_hours');
    expect(judged(ask).class_hours).toEqual({ earned: 0, required: 8 });
  });

  test('are the time of pools that gained something, before caps, to the last hour of it', () => {
    const records = [
      { form: 'course', project: 'a', hours: 2 },
      { form: 'course', project: 'a', hours: 2 },
      { form: 'course', project: 'b', hours: '2.99' },
      { form: 'paper', hours: 100 },
    ];
    expect(judged(ask, {}, records).class_hours).toEqual({ earned: 5.33, required: 8 });
  });

  test('are compared exactly, and shown rounded', () => {
    const just = judged(ask, {}, [{ form: 'course', hours: 6 }]);
    expect(just).toMatchObject({ status: 'met', class_hours: { earned: 8 } });
    const less = judged(ask, {}, [{ form: 'course', hours: '5.999999' }]);
    expect(less).toMatchObject({ status: 'unmet', class_hours: { earned: 8 } });
  });

  test('are those of all records in the sum of a deeming that held', () => {
    const deemed = item('study', { deems: [deem(yes('passed'), 25)], time });
    const plan = planOf({ items: [deemed], requirements: ask });
    const records = [true, true, false].map((passed) => ({ form: 'study', passed, hours: 3 }));
    expect(evaluate(plan, records).result.class_hours).toEqual({ earned: 8, required: 8 });
  });
});

describe('what is carried over', () => {
  const carry = { field: 'carried', limit: 500, source: source('结转') };
  const plan = planOf({ items, carry });

  test.each([
    [{}, 10],
    [{ carried: '3.5' }, 13.5],
    [{ carried: 7 }, 15],
  ])('%j: %d', (facts, credits) => {
    const { result } = evaluate(plan, [{ form: 'paper' }], { id: 'p', ...facts });
    expect(result).toMatchObject({ credits, categories: [{ code: 'paper', credits: 10 }] });
  });
});
