import { describe, expect, test } from 'vitest';
import type { Use } from '../../src/backends/evaluator/index.ts';
import type { Expr, Notice, Plan, PlanReading, Source } from '../../src/model/plan.ts';
import {
  always,
  and,
  cap,
  compare,
  deem,
  flat,
  gate,
  is,
  item,
  line,
  minimum,
  not,
  or,
  perHours,
  person,
  planOf,
  requirement,
  source,
  total,
  yes,
} from '../support/plan.ts';
import { evaluate } from './run.ts';

const reading = (code: string, ...options: string[]): PlanReading => ({
  code,
  label: code,
  question: null,
  clause: null,
  options: options.map((option) => ({ code: option, label: option, text: null })),
  adopted: options[0] ?? '',
});
const readings = ['a', 'b', 'c'].map((code) => reading(code, 'x', 'y'));
const says = (...codes: string[]): Source => source('行', { readings: codes });
const used = (plan: Partial<Plan> & Pick<Plan, 'items'>, ...records: Record<string, string | number | boolean>[]) =>
  evaluate(
    planOf({ readings: [...readings, reading('decided', 'only')], ...plan }),
    records.map((record) => ({ form: 'course', ...record })),
  ).result.readings;

describe('readings used', () => {
  test('are those of the line that earned, in the order of the plan', () => {
    const items = [item('course', { lines: [line(perHours(3, 1), { source: says('c', 'a', 'decided') })] })];
    expect(used({ items }, { hours: 3 })).toEqual(['a', 'c']);
    expect(used({ items }, { hours: 2 })).toEqual(['a', 'c']);
    expect(used({ items }, { review: 'pending' })).toEqual([]);
  });

  test('are those of a cap that cut', () => {
    const items = [item('course', { lines: [line(flat(3))] })];
    const caps = [cap(2, { items: ['course'], source: says('a') }), cap(9, { items: ['course'], source: says('b') })];
    expect(used({ items, caps }, {})).toEqual(['a']);
  });

  test('are those of a deeming that held, and of a requirement that bound', () => {
    const items = [
      item('course', { lines: [line(flat(30))], deems: [deem(yes('passed'), 25, { source: says('b') })] }),
    ];
    const requirements = [requirement([minimum(1, { source: says('c') })])];
    expect(used({ items, requirements }, { passed: true })).toEqual(['b', 'c']);
    expect(used({ items, requirements }, { passed: false })).toEqual(['c']);
  });

  test('are those that kept a line from holding', () => {
    const no = { op: 'const', value: false, readings: ['a'] } as const;
    const lines = [line(flat(1), { when: and(yes('remote'), no), source: says('a', 'b') })];
    const items = [item('course', { lines })];
    expect(used({ items }, { remote: true })).toEqual(['a', 'b']);
    expect(used({ items }, { remote: false })).toEqual([]);
    const unless = [
      item('course', { lines: [line(flat(1), { when: not({ ...no, value: true }), source: says('a') })] }),
    ];
    expect(used({ items: unless }, {})).toEqual(['a']);
  });

  test('are those by which a gate refused', () => {
    const three = { ...compare('hours', '>=', 3), readings: ['a'] };
    const items = [
      item('course', { gates: [gate(and(three, yes('remote')), { source: says('a') })], lines: [line(flat(1))] }),
    ];
    expect(used({ items }, { hours: 2, remote: true })).toEqual(['a']);
    expect(used({ items }, { hours: 2, remote: false })).toEqual([]);
    expect(used({ items }, { hours: 3, remote: true })).toEqual([]);
  });
});

describe('readings used beside the lines', () => {
  const wide = { ...is('form', 'talk'), readings: ['a'] };

  test('are those that 适用 names, where a record earned or would have', () => {
    const items = [item('course', { match: or(is('form', 'course'), wide), lines: [line(flat(1))] })];
    expect(used({ items }, {})).toEqual(['a']);
    expect(used({ items }, { form: 'paper' })).toEqual(['a']);
    expect(used({ items }, { form: 'paper', date: '2020-01-01' })).toEqual([]);
  });

  test('are those that 适用 of a requirement names, where they decide whether it binds', () => {
    const unless = { op: 'const', value: false, readings: ['b'] } as const;
    const binds = person(is('institution', 'clinic'));
    const among = (institution: string, when: Expr) =>
      evaluate(planOf({ readings, items: [], requirements: [requirement([minimum(1)], { binds: when })] }), [], {
        id: 'p',
        institution,
      }).result.readings;
    expect(among('clinic', or(binds, unless))).toEqual([]); // bound either way
    expect(among('hospital', or(binds, unless))).toEqual(['b']);
    expect(among('clinic', and(binds, unless))).toEqual(['b']);
    expect(among('hospital', and(binds, unless))).toEqual([]);
  });
});

describe('notices of the rule file', () => {
  const items = [item('course', { lines: [line(flat(1))] })];
  const spoken = (over: Partial<Notice>, ...records: Record<string, string | number | boolean>[]) =>
    evaluate(
      planOf({
        items,
        notices: [{ text: '请核对', when: null, same: null, source: source('提示', { clause: '一' }), ...over }],
      }),
      records.map((record) => ({ form: 'course', ...record })),
    ).result.notices;

  test('are given for each record of the year for which they hold', () => {
    const when = yes('remote');
    expect(
      spoken({ when }, { remote: true }, {}, { remote: true, date: '2024-01-01' }, { remote: true, form: 'paper' }),
    ).toEqual([
      { record: 'r1', clause: '一', message: '请核对' },
      { record: 'r4', clause: '一', message: '请核对' },
    ]);
  });

  test('are not given where they cannot be judged', () => expect(spoken({ when: yes('passed') }, {})).toEqual([]));

  test('of the person are given once', () => {
    expect(spoken({ when: person(yes('in_residency')) }, {}, {})).toEqual([]);
    expect(spoken({ when: not(person(yes('in_residency'))) }, {}, {})).toMatchObject([{ record: null }]);
  });

  test('of records alike are given once for each such group', () => {
    const same = ['project', 'role'];
    const a = { project: 'a', role: 'lecturer' };
    expect(spoken({ same }, a, { ...a, role: 'participant' }, a, { project: 'b' }, { project: 'b' }, a)).toEqual([
      { record: 'r1', clause: '一', message: '请核对（r1、r3、r6）' },
    ]);
  });

  test('call a record without an id by its number', () => {
    expect(spoken({ when: always }, { id: '' })).toMatchObject([{ record: null }]);
    expect(spoken({ when: yes('remote') }, { id: '', remote: true })).toMatchObject([{ record: '#1' }]);
  });
});

describe('an explanation', () => {
  test('says the whole reckoning', () => {
    const plan = planOf({
      items: [
        item('course', {
          clause: '第一条',
          lines: [line(perHours(3, 1), { basis: 'project', source: source('授予 每 3 小时 1 学分') })],
        }),
        item('study', {
          stays: true,
          deems: [deem(total('days', '>=', 90), 25, { source: source('视同完成 25 学分', { clause: '第二条' }) })],
        }),
      ],
      caps: [cap(2, { items: ['course'], owner: '课程', source: source('上限 每年 2 学分') })],
    });
    const records = [
      { form: 'course', hours: 4, project: 'a' },
      { form: 'course', hours: 5, project: 'a' },
      { form: 'study', date: '', start: '2025-01-01', end: '2025-04-10' },
      { form: 'paper' },
    ];
    const { result } = evaluate(plan, records, { id: 'p' }, { explain: true });
    const none = { record: null, clause: null, quantity: null, credits: 0, lost: 0 };
    const award = { ...none, kind: 'award', clause: '第一条', rule: '授予 每 3 小时 1 学分', to: 'course' };
    expect(result.steps).toEqual([
      { ...award, record: 'r1', quantity: '4 小时', credits: 1 },
      { ...award, record: 'r2', quantity: '5 小时，合计 9 小时', credits: 2 },
      { ...none, kind: 'cap', record: 'r2', rule: '上限 每年 2 学分', credits: 1, lost: 1, to: '课程' },
      {
        ...none,
        kind: 'deem',
        record: 'r3',
        clause: '第二条',
        rule: '视同完成 25 学分',
        quantity: '100 天',
        credits: 25,
        to: 'study',
      },
      { ...none, kind: 'refused', record: 'r4', rule: '没有条目适用于这条记录', to: '' },
      { ...none, kind: 'category', rule: 'course', credits: 2, lost: 1, to: '合计' },
      { ...none, kind: 'category', rule: 'study', credits: 25, to: '合计' },
      { ...none, kind: 'total', rule: '合计', credits: 27, to: '要求' },
      { ...none, kind: 'requirement', rule: '每年 25 学分', quantity: '25 学分', credits: 27, to: '每年 25 学分' },
    ]);
  });

  test('is not built unless it is asked for', () => {
    expect(evaluate(planOf({ items: [] }), []).result).not.toHaveProperty('steps');
  });
});

test('the use of each line is told', () => {
  const seen: string[] = [];
  const onUse = ({ words }: Source, what: Use): void => void seen.push(`${words} ${what}`);
  const plan = planOf({
    items: [item('course', { gates: [gate(yes('passed'))], lines: [line(perHours(1, 1), { when: yes('remote') })] })],
    caps: [cap(2, { items: ['course'] })],
  });
  const records = [
    { form: 'course', passed: true, remote: true, hours: 3 },
    { form: 'course', passed: false },
    { form: 'course', passed: true },
  ];
  evaluate(plan, records, { id: 'p' }, { onUse });
  expect(seen).toEqual([
    '条件 held',
    '条件 refused',
    '条件 held',
    '授予 held',
    '授予 failed',
    '授予 granted',
    '上限 2 学分 cut',
    '每年 25 学分 bound',
  ]);
});
