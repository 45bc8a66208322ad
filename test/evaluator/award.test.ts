import { describe, expect, test } from 'vitest';
import type { Factor, Falling, Rate } from '../../src/model/plan.ts';
import {
  and,
  cap,
  compare,
  credits,
  flat,
  gate,
  hours,
  is,
  item,
  line,
  not,
  or,
  perHours,
  person,
  planOf,
  source,
  yes,
} from '../support/plan.ts';
import { creditsOf, evaluate, only, reasonsOf } from './run.ts';

const course = (rate: Rate, over: Parameters<typeof line>[1] = {}) => item('course', { lines: [line(rate, over)] });

describe('a rate', () => {
  test('for whole units leaves the rest', () => {
    const third = course(perHours(3, 1));
    expect(creditsOf(third, { hours: 9 }, { hours: '8.999999' }, { hours: 2 })).toEqual([3, 2, 0]);
  });

  test('may count a begun unit', () => {
    expect(creditsOf(course(perHours(3, 1, 'ceil')), { hours: 3 }, { hours: '3.000001' }, { hours: 0 })).toEqual([
      1, 2, 0,
    ]);
  });

  test('in proportion is rounded half up, to a step', () => {
    expect(creditsOf(course(perHours(3, 1, 1)), { hours: 7 }, { hours: 8 }, { hours: '0.015' })).toEqual([
      2.33, 2.67, 0.01,
    ]);
    expect(creditsOf(course(perHours(1, 1, 50)), { hours: '1.25' }, { hours: '1.24' })).toEqual([1.5, 1]);
  });

  test('adds no floats: 5 × 0.2 is 1', () => {
    const { result } = evaluate(
      planOf({ items: [course(flat(0.2))] }),
      [1, 2, 3, 4, 5].map(() => ({ form: 'course' })),
    );
    expect(result.credits).toBe(1);
  });

  test('of a third of a credit pays it whole for three', () => {
    const third: Rate = { ...perHours(1, 1), credits: { n: 100, d: 3 } } as Rate;
    const { result } = evaluate(
      planOf({ items: [course(third, { basis: 'year' })] }),
      [1, 2, 3].map(() => ({ form: 'course', hours: 1 })),
    );
    expect(result.records.map(({ raw }) => raw)).toEqual([0.33, 0.34, 0.33]);
    expect(result.credits).toBe(1);
  });

  test('may be what the record says, rounded to hundredths', () => {
    expect(creditsOf(course({ kind: 'field', key: 'credits' }), { credits: '2.345' }, { credits: '0' })).toEqual([
      2.35, 0,
    ]);
  });

  test('may go by steps', () => {
    const step = (from: number, to: number, n: number) => ({
      bounds: [
        { by: '>=' as const, to: { n: from * 1_000_000, d: 1 } },
        { by: '<' as const, to: { n: to * 1_000_000, d: 1 } },
      ],
      credits: credits(n),
      source: source(`| ${n} |`, { clause: `第${n}条` }),
    });
    const rate: Rate = { kind: 'steps', measure: hours, rows: [step(1, 2, 1), step(2, 9, 3)] };
    expect(creditsOf(course(rate), { hours: 1 }, { hours: 2 }, { hours: '0.5' }, { hours: 9 })).toEqual([1, 3, 0, 0]);
    const plan = planOf({ items: [course(rate)] });
    expect(only(evaluate(plan, [{ form: 'course', hours: 2 }])).clause).toBe('第3条');
    expect(only(evaluate(plan, [{ form: 'course', hours: 9 }])).reason).toBe('no_award');
  });

  test('stays exact however large the hours', () => {
    const records = Array.from({ length: 2000 }, () => ({ form: 'course', hours: 999_999_999 }));
    const { result, findings } = evaluate(planOf({ items: [course(perHours(1, 2), { basis: 'year' })] }), records);
    expect(result.credits).toBe(999_999_999 * 2 * 2000);
    expect(findings).toEqual([]);
  });

  test('too large to be added up is reported, and nothing is counted', () => {
    const records = [
      { form: 'course', hours: 999_999_999 },
      { form: 'paper', hours: 1 },
    ];
    const { result, findings } = evaluate(planOf({ items: [course(perHours(1, 99_999))] }), records);
    expect(findings.map(({ code }) => code)).toEqual(['CME921']);
    expect(result).toMatchObject({
      credits: 0,
      status: 'unmet',
      records: [{ reason: 'invalid' }, { reason: 'invalid' }],
    });
  });
});

describe('what is summed before the rate', () => {
  const records = [
    { id: 'c', date: '2025-03-03', project: 'p', hours: 2 },
    { id: 'b', date: '2025-03-02', project: 'p', hours: 2 },
    { id: 'a', date: '2025-03-02', project: 'q', hours: 2 },
    { id: 'd', date: '2025-03-02', hours: 2 },
    { id: 'e', date: '2025-03-02', hours: 2 },
  ];

  test('is each record', () => expect(creditsOf(course(perHours(4, 1)), ...records)).toEqual([0, 0, 0, 0, 0]));

  test('is a project, and a record without one stands alone', () =>
    expect(creditsOf(course(perHours(4, 1), { basis: 'project' }), ...records)).toEqual([1, 0, 0, 0, 0]));

  test('is a day', () =>
    expect(creditsOf(course(perHours(4, 1), { basis: 'day' }), ...records)).toEqual([0, 1, 0, 0, 1]));

  test('is the year', () =>
    expect(creditsOf(course(perHours(4, 1), { basis: 'year' }), ...records)).toEqual([0, 1, 0, 0, 1]));

  test('is never what a cap, a factor or a group tells apart', () => {
    const apart = item('course', { lines: [line(perHours(3, 1), { basis: 'year' })], apart: [yes('remote')] });
    expect(creditsOf(apart, { hours: 2, remote: true }, { hours: 1 }, { hours: 1, remote: true })).toEqual([0, 0, 1]);
  });

  test('goes by code point, not by UTF-16 unit', () => {
    const year = course(perHours(4, 1), { basis: 'year' });
    expect(creditsOf(year, { id: '\u{20BB7}', hours: 2 }, { id: '\uFF21', hours: 2 })).toEqual([1, 0]);
  });
});

describe('after the rate', () => {
  const falling = (by: Falling['by'], least = 0): Falling => ({ by, rank: 'rank', least: credits(least) });

  test('each rank earns a share less', () => {
    const by = { kind: 'share' as const, ratio: { n: 1, d: 5 } };
    const ranks = [1, 2, 3, 12, 999_999_999].map((rank) => ({ rank }));
    expect(creditsOf(course(flat(10), { falling: falling(by) }), ...ranks)).toEqual([10, 8, 6.4, 0.86, 0]);
    expect(creditsOf(course(flat(10), { falling: falling(by, 1) }), ...ranks)).toEqual([10, 8, 6.4, 1, 1]);
  });

  test('each rank earns so much less', () => {
    const by = { kind: 'step' as const, credits: credits(2) };
    const ranks = [1, 2, 5, 6, 7].map((rank) => ({ rank }));
    expect(creditsOf(course(flat(10), { falling: falling(by) }), ...ranks)).toEqual([10, 8, 2, 0, 0]);
    expect(creditsOf(course(flat(10), { falling: falling(by, 3) }), ...ranks)).toEqual([10, 8, 3, 3, 3]);
  });

  test('a missing rank leaves the record incomplete', () => {
    const by = { kind: 'step' as const, credits: credits(2) };
    const plan = planOf({ items: [course(flat(10), { falling: falling(by) })] });
    expect(only(evaluate(plan, [{ form: 'course' }]))).toMatchObject({
      reason: 'incomplete',
      detail: '缺少「‹rank›」',
    });
  });

  test('factors multiply, and are rounded once', () => {
    const half: Factor = { when: null, by: { n: 1, d: 2 }, source: source('系数 50%') };
    const third: Factor = { when: yes('remote'), by: { n: 1, d: 3 }, source: source('系数 1/3 当 远程') };
    const both = item('course', { lines: [line(flat(0.05))], factors: [half, third] });
    // 5 hundredths, halved: 2.5, up to 3; a third of the exact 2.5 is 0.83, up to 1.
    expect(creditsOf(both, {}, { remote: true })).toEqual([0.03, 0.01]);
  });

  test('only the best count, and of equals the earlier', () => {
    const best = { count: 1, per: 'year' as const, when: null, source: source('只计最高 1 次') };
    const highest = item('course', { lines: [line(perHours(1, 1))], best: [best] });
    expect(creditsOf(highest, { hours: 2 }, { hours: 5 }, { hours: 5 })).toEqual([0, 5, 0]);
    const each = item('course', { lines: [line(perHours(1, 1))], best: [{ ...best, per: 'project' }] });
    expect(creditsOf(each, { hours: 2, project: 'a' }, { hours: 5, project: 'a' }, { hours: 1 })).toEqual([0, 5, 1]);
  });
});

describe('which line', () => {
  const lines = [
    line(flat(1), { when: is('role', 'participant'), source: source('甲') }),
    line(flat(2), { when: and(is('role', 'lecturer'), compare('hours', '>=', 2)), source: source('乙') }),
  ];
  const plan = planOf({ items: [item('course', { lines })] });

  test('is the one whose conditions hold', () => {
    expect(creditsOf(item('course', { lines }), { role: 'participant' }, { role: 'lecturer', hours: 2 })).toEqual([
      1, 2,
    ]);
  });

  test('is none: no award', () => {
    const outcome = evaluate(plan, [{ form: 'course', role: 'lecturer', hours: 1 }]);
    expect(only(outcome)).toMatchObject({
      reason: 'no_award',
      award: 'course',
      detail: '条目「course」没有适用于这条记录的授予',
    });
  });

  test('cannot be told: incomplete, and what is missing', () => {
    expect(only(evaluate(plan, [{ form: 'course' }])).detail).toBe('缺少「‹role›」、「‹hours›」');
    expect(only(evaluate(plan, [{ form: 'course', role: 'lecturer' }])).detail).toBe('缺少「‹hours›」');
  });

  test('is told all the same where what is missing does not matter', () => {
    expect(only(evaluate(plan, [{ form: 'course', role: 'participant' }]))).toMatchObject({ reason: null, credits: 1 });
  });

  test('is two at once: invalid, and both are named', () => {
    const both = planOf({ items: [item('course', { lines: [...lines, line(flat(3), { source: source('丙') })] })] });
    const outcome = evaluate(both, [{ form: 'course', role: 'participant' }]);
    expect(only(outcome)).toMatchObject({ reason: 'invalid', credits: 0, detail: '「甲」和「丙」都适用于这条记录' });
    expect(outcome.findings).toMatchObject([{ code: 'CME919', record: 0 }]);
  });

  test('pays by a quantity that is missing: incomplete', () => {
    const outcome = evaluate(planOf({ items: [course(perHours(1, 1))] }), [{ form: 'course' }]);
    expect(only(outcome)).toMatchObject({ reason: 'incomplete', detail: '缺少「‹hours›」' });
  });

  test('is under a cap of which it is not known whether it holds: incomplete', () => {
    const items = [item('course', { lines: [line(flat(3))] })];
    const caps = [cap(2, { items: ['course'], when: yes('passed') })];
    expect(only(evaluate(planOf({ items, caps }), [{ form: 'course' }]))).toMatchObject({ reason: 'incomplete' });
  });
});

describe('reasons stand in their order', () => {
  const plan = planOf({
    items: [
      item('course', {
        gates: [
          gate(yes('passed'), {
            when: is('role', 'participant'),
            source: source('条件 考核合格', { clause: '第一条' }),
          }),
          gate(compare('hours', '>=', 1), { source: source('条件 时长') }),
        ],
        lines: [line(flat(1), { when: not(yes('remote')) })],
      }),
    ],
  });
  const bad = { form: 'course', role: 'participant', passed: 'no', hours: 1, review: 'pending', date: '2024-01-01' };

  test.each([
    [{ ...bad, rank: '-1' }, 'invalid'],
    [bad, 'out_of_period'],
    [{ ...bad, form: 'paper' }, 'out_of_period'],
    [{ ...bad, form: 'paper', date: '2025-01-01' }, 'no_award'],
    [{ ...bad, date: '2025-01-01' }, 'review'],
    [{ ...bad, date: '2025-01-01', review: 'approved' }, 'gate'],
    [{ ...bad, date: '', review: '' }, 'gate'],
    [{ ...bad, date: '2025-01-01', review: '', passed: '' }, 'incomplete'],
    [{ ...bad, date: '', review: '', passed: 'yes' }, 'incomplete'],
    [{ ...bad, date: '2025-01-01', review: '', passed: 'yes', remote: 'yes' }, 'no_award'],
    [{ ...bad, date: '2025-01-01', review: '', passed: 'yes' }, null],
    [{ ...bad, date: '2025-01-01', review: '', role: 'lecturer' }, null],
  ])('%j', (record, reason) => expect(reasonsOf(evaluate(plan, [record]))).toEqual([reason]));

  test('a gate that is false comes before one that is unknown', () => {
    const record = only(evaluate(plan, [{ form: 'course', role: 'participant', hours: '0.5' }]));
    expect(record).toMatchObject({ reason: 'gate', detail: '不满足「条件 时长」' });
  });

  test('the clause is that of the gate', () => {
    const record = only(evaluate(plan, [{ form: 'course', role: 'participant', passed: false }]));
    expect(record).toMatchObject({ reason: 'gate', clause: '第一条', detail: '不满足「条件 考核合格」' });
  });

  test('a gate of which it is unknown whether it asks', () => {
    expect(reasonsOf(evaluate(plan, [{ form: 'course', hours: 1, passed: false }]))).toEqual(['incomplete']);
    expect(reasonsOf(evaluate(plan, [{ form: 'course', hours: 1, passed: true }]))).toEqual([null]);
  });

  test('details are said in English too', () => {
    const outcome = evaluate(plan, [{ form: 'course', review: 'rejected' }], { id: 'p' }, { lang: 'en' });
    expect(only(outcome).detail).toBe('「‹review›」 is 「‹rejected›」, not approved');
  });
});

describe('which item', () => {
  const items = [
    item('remote', { category: 'c', match: and(is('form', 'course'), yes('passed')), lines: [line(flat(1))] }),
    item('other', { category: 'c', match: and(is('form', 'course'), not(yes('passed'))), lines: [line(flat(2))] }),
    item('hidden', { category: 'd', match: and(is('form', 'talk'), person(is('institution', 'clinic'))) }),
  ];

  test('cannot be told: incomplete, in the category that they share', () => {
    const outcome = evaluate(planOf({ items }), [{ form: 'course' }, { form: 'talk' }, {}]);
    expect(outcome.result.records).toMatchObject([
      { reason: 'incomplete', category: 'c', award: null, detail: '缺少「‹passed›」' },
      { reason: 'incomplete', category: 'd', detail: '缺少「‹institution›」' },
      { reason: 'incomplete', category: null },
    ]);
  });

  test('review is looked at first', () => {
    expect(reasonsOf(evaluate(planOf({ items }), [{ form: 'course', review: 'pending' }]))).toEqual(['review']);
  });

  test('is two at once: invalid, and both are named', () => {
    const both = planOf({ items: [...items, item('third', { match: or(is('form', 'course')) })] });
    const outcome = evaluate(both, [{ form: 'course', passed: true }]);
    expect(only(outcome)).toMatchObject({ reason: 'invalid', category: null });
    expect(outcome.findings).toMatchObject([{ code: 'CME918', args: { first: 'remote', second: 'third' } }]);
  });
});
