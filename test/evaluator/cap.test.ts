import { describe, expect, test } from 'vitest';
import type { Cap } from '../../src/model/plan.ts';
import { cap, flat, item, line, perHours, planOf, yes } from '../support/plan.ts';
import { evaluate } from './run.ts';

const items = [item('course', { lines: [line(perHours(1, 1))] }), item('talk', { lines: [line(flat(4))] })];

const credited = (caps: readonly Cap[], ...records: readonly Record<string, string | number | boolean>[]) =>
  evaluate(
    planOf({ items, caps }),
    records.map((record) => ({ form: 'course', hours: 4, ...record })),
  ).result.records.map(({ credits }) => credits);

describe('a cap', () => {
  const course = (limit: number, over: Partial<Cap> = {}) => [cap(limit, { items: ['course'], ...over })];

  test('takes from the latest records first', () => {
    const dates = ['2025-03-03', '2025-03-01', '2025-03-02'].map((date) => ({ date }));
    expect(credited(course(5), ...dates)).toEqual([0, 4, 1]);
  });

  test('of one day takes by id', () => {
    expect(credited(course(5), { id: 'b' }, { id: 'a' })).toEqual([1, 4]);
  });

  test('leaves what is exactly as much', () => expect(credited(course(8), {}, {})).toEqual([4, 4]));

  test('of nothing leaves nothing', () => expect(credited(course(0), {}, {})).toEqual([0, 0]));

  test('looks at each record', () => expect(credited(course(3, { per: 'record' }), {}, { hours: 2 })).toEqual([3, 2]));

  test('looks at each project, and at a record without one by itself', () => {
    const records = [{ project: 'a' }, { project: 'a' }, { project: 'b' }, {}, {}];
    expect(credited(course(5, { per: 'project' }), ...records)).toEqual([4, 1, 4, 4, 4]);
    expect(credited(course(3, { per: 'project' }), ...records)).toEqual([3, 0, 3, 3, 3]);
  });

  test('looks at each day', () => {
    const days = ['2025-03-01', '2025-03-01', '2025-03-02'].map((date) => ({ date }));
    expect(credited(course(5, { per: 'day' }), ...days)).toEqual([4, 1, 4]);
  });

  test('looks only at the records for which it holds', () => {
    expect(credited(course(5, { when: yes('remote') }), { remote: true }, {}, { remote: true })).toEqual([4, 4, 1]);
  });

  test('of a project ends at its item: elsewhere the number is another project', () => {
    const both = [cap(5, { items: ['course'], per: 'project' }), cap(5, { items: ['talk'], per: 'project' })];
    expect(credited(both, { project: 'a' }, { project: 'a', form: 'talk' })).toEqual([4, 4]);
    const one = [cap(5, { items: ['course', 'talk'], per: 'project', stage: 'section' })];
    expect(credited(one, { project: 'a' }, { project: 'a', form: 'talk' })).toEqual([4, 1]);
  });

  test('stands within another: both hold', () => {
    const caps = [
      cap(3, { items: ['course'], per: 'project', when: yes('remote') }),
      cap(5, { items: ['course'], per: 'project' }),
      cap(8, { items: ['course', 'talk'], stage: 'section' }),
    ];
    const records = [
      { project: 'a', remote: true },
      { project: 'a' },
      { project: 'b', remote: true },
      { form: 'talk' },
    ];
    expect(credited(caps, ...records)).toEqual([3, 2, 3, 0]);
  });
});
