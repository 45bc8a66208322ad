import { describe, expect, test } from 'vitest';
import { evaluator } from '../../src/backends/evaluator/index.ts';
import { messageOf } from '../../src/model/codes.ts';
import type { RawValue } from '../../src/model/roster.ts';
import { field, item, line, planOf, recordFields } from '../support/plan.ts';
import { evaluate, only } from './run.ts';

const plan = planOf({
  items: [item('course', { lines: [line({ kind: 'field', key: 'credits' })] })],
  recordFields: [...recordFields, field('age', 'year')],
});

const reading = (key: string, value: RawValue) =>
  evaluate(plan, [{ form: 'course', credits: '1', [key]: value }]).findings.map(({ code }) => code);

describe('a number', () => {
  test.each<[RawValue, number]>([
    ['5', 5],
    ['0', 0],
    ['007', 7],
    ['0.25', 0.25],
    ['１２．５', 12.5],
    [' 3 ', 3],
    [2.5, 2.5],
    ['0.005', 0.01],
    ['0.004999', 0],
    ['999999999.999999', 1_000_000_000],
  ])('%j is read', (value, credits) => {
    expect(only(evaluate(plan, [{ form: 'course', credits: value }])).credits).toBe(credits);
  });

  test.each<[RawValue, string]>([
    ['1e999', 'CME904'],
    ['NaN', 'CME904'],
    [Number.NaN, 'CME904'],
    [Number.POSITIVE_INFINITY, 'CME904'],
    ['0x10', 'CME904'],
    ['1,000', 'CME904'],
    ['.5', 'CME904'],
    ['5.', 'CME904'],
    ['1.2.3', 'CME904'],
    ['large', 'CME904'],
    ['１２小时', 'CME904'],
    [true, 'CME904'],
    ['-1', 'CME905'],
    [-1, 'CME905'],
    ['1.00000000000000000001', 'CME906'],
    [1e-7, 'CME906'],
    ['1000000000', 'CME907'],
    ['9'.repeat(400), 'CME907'],
    [1e21, 'CME907'],
    [[1], 'CME913'],
    [{}, 'CME913'],
  ])('%j is none', (value, code) => {
    expect(reading('hours', value)).toEqual([code]);
    const record = only(evaluate(plan, [{ form: 'course', credits: '1', hours: value }]));
    expect(record).toMatchObject({ reason: 'invalid', credits: 0, raw: 0 });
    expect(record.detail).not.toBe('');
  });

  test.each<[RawValue, string[]]>([
    ['3', []],
    ['3.0', []],
    ['3.5', ['CME908']],
  ])('that is whole: %j', (value, codes) => expect(reading('rank', value)).toEqual(codes));
});

describe('other values', () => {
  test.each<[string, RawValue, string[]]>([
    ['passed', 'YES', []],
    ['passed', '是', []],
    ['passed', false, []],
    ['passed', 'maybe', ['CME903']],
    ['passed', 1, ['CME903']],
    ['date', '2025-02-30', ['CME910']],
    ['date', '2025/03/01', ['CME909']],
    ['date', 20250301, ['CME909']],
    ['date', '1899-12-31', ['CME911']],
    ['date', '2200-01-01', ['CME911']],
    ['age', '2025', []],
    ['age', 2025, []],
    ['age', '25', ['CME912']],
    ['age', '2025.0', ['CME912']],
    ['role', '‹lecturer›', []],
    ['role', 'lecturer', []],
    ['role', 'guest', ['CME902']],
    ['project', 12, []],
    ['project', true, ['CME913']],
    ['project', [], ['CME913']],
    ['hours', null, []],
    ['hours', undefined, []],
    ['hours', ' 　', []],
  ])('%s %j', (key, value, codes) => expect(reading(key, value)).toEqual(codes));

  test('are found by the label of their field', () => {
    expect(only(evaluate(plan, [{ '‹form›': '‹course›', '‹credits›': '2' }])).credits).toBe(2);
  });

  test('may come twice if they agree', () => {
    expect(reading('‹credits›', '1.0')).toEqual([]);
    expect(reading('‹credits›', '')).toEqual([]);
    expect(reading('‹credits›', '2')).toEqual(['CME914']);
  });

  test('of an unknown field are left aside, whatever its name', () => {
    for (const name of ['__proto__', 'constructor', 'nothing', '']) {
      const records = [
        new Map(Object.entries({ id: 'r', form: 'course', date: '2025-01-01', credits: '1' })).set(name, 'x'),
      ];
      const { result, findings } = evaluateRaw(records);
      expect(findings).toEqual([{ code: 'CME901', args: { field: name }, record: 0, field: name }]);
      expect(result.credits).toBe(1);
    }
  });

  test('that are wrong are each reported, with words in both languages', () => {
    const { findings } = evaluate(plan, [{ form: 'x', hours: '-1', start: '2025-02-30' }]);
    expect(findings.map(({ field: name }) => name)).toEqual(['form', 'hours', 'start']);
    for (const found of findings)
      for (const lang of ['zh', 'en'] as const) expect(messageOf(found, lang)).not.toMatch(/[{}]/);
  });

  test('of a practitioner that are wrong are taken as missing, and said', () => {
    const { result, findings } = evaluate(plan, [], { id: 'p', institution: 'zoo' });
    expect(findings).toMatchObject([{ code: 'CME902', record: null, field: 'institution' }]);
    expect(result.notices).toEqual([{ record: null, clause: null, message: '「‹institution›」无效，按缺少处理' }]);
  });
});

describe('a record', () => {
  test('that ends before it starts is invalid', () => {
    expect(reading('x', '')).toEqual(['CME901']);
    const { findings } = evaluate(plan, [{ form: 'course', start: '2025-05-02', end: '2025-05-01' }]);
    expect(findings).toMatchObject([{ code: 'CME915', field: 'end' }]);
  });

  test('of an id that another has is invalid, and so is the other', () => {
    const twice = { id: 'same', form: 'course', credits: 1 };
    const { result, findings } = evaluate(plan, [twice, { ...twice, id: 'own' }, twice]);
    expect(result.records.map(({ reason }) => reason)).toEqual(['invalid', null, 'invalid']);
    expect(findings.map(({ code, record }) => [code, record])).toEqual([
      ['CME916', 0],
      ['CME916', 2],
    ]);
  });

  test('without an id counts, with a warning', () => {
    const { result, findings } = evaluate(plan, [{ id: '', form: 'course', credits: 1 }]);
    expect(findings).toMatchObject([{ code: 'CME917', record: 0 }]);
    expect(result.credits).toBe(1);
  });
});

function evaluateRaw(records: readonly ReadonlyMap<string, RawValue>[]) {
  return evaluator(plan)({ facts: new Map([['id', 'p']]), records }, 2025);
}
