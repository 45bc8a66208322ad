import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluator } from '../../src/backends/evaluator/index.ts';
import { dateText, dayOf, yearOf } from '../../src/model/date.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { PersonResult } from '../../src/model/result.ts';
import type { RawPerson, RawValue } from '../../src/model/roster.ts';
import {
  and,
  cap,
  deem,
  type Facts,
  flat,
  gate,
  hours,
  is,
  item,
  line,
  minimum,
  not,
  people,
  perHours,
  person,
  planOf,
  requirement,
  source,
  total,
  yes,
} from '../support/plan.ts';

const YEAR = 2025;

// One of each thing, caps one within the other. Nothing in it makes a further record lower a total.
const plan: Plan = planOf({
  items: [
    item('course', {
      gates: [gate(yes('passed'), { when: is('role', 'participant') })],
      lines: [
        line(perHours(3, 1), { basis: 'project', when: is('role', 'participant') }),
        line(perHours(1, 2, 1), { basis: 'project', when: is('role', 'lecturer') }),
      ],
      apart: [yes('remote')],
      time: { key: 'hours', perClassHour: { n: 750_000, d: 1 } },
    }),
    item('talk', {
      category: 'practice',
      lines: [
        line({
          kind: 'per',
          measure: hours,
          per: { n: 700_000, d: 1 },
          credits: { n: 17, d: 1 },
          rounding: { to: 'ceil' },
        }),
      ],
    }),
    item('paper', { category: 'practice', lines: [line({ kind: 'field', key: 'credits' })] }),
    item('study', {
      stays: true,
      lines: [line(perHours(6, 1), { basis: 'year' })],
      deems: [deem(and(total('days', '>=', 90, yes('passed')), yes('passed')), 25)],
    }),
  ],
  caps: [
    cap(3, { items: ['course'], per: 'project', when: yes('remote') }),
    cap(10, { items: ['course'], per: 'project' }),
    cap(4, { items: ['talk'], per: 'day' }),
    cap(15, { items: ['talk', 'paper'], stage: 'section' }),
    cap(40, { items: ['course', 'talk', 'paper', 'study'], stage: 'section' }),
  ],
  requirements: [
    requirement([minimum(25)]),
    requirement([minimum(15)], { binds: person(is('institution', 'clinic')) }),
  ],
  makeUp: { when: yes('makeup_proof'), source: source('补学') },
  notices: [{ text: '重复', when: not(yes('remote')), same: ['project', 'role', 'date'], source: source('提示') }],
});

const judge = evaluator(plan);
const run = (records: readonly Facts[], of: Plan = plan, facts?: Facts): PersonResult =>
  (of === plan ? judge : evaluator(of))(people(records, facts), YEAR).result;

const day = fc.integer({ min: dayOf(2024, 6, 1), max: dayOf(2026, 6, 1) });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 6 });
const amount = fc.integer({ min: 0, max: 400_00 }).map((hundredths) => String(hundredths / 100));

const record = fc
  .record({
    form: fc.constantFrom('course', 'course', 'talk', 'paper', 'study', 'study'),
    day,
    length: fc.nat(120),
    project: maybe(fc.constantFrom('a', 'b', 'c')),
    role: maybe(fc.constantFrom('participant', 'lecturer')),
    review: fc.constantFrom(undefined, undefined, undefined, 'approved', 'pending'),
    passed: maybe(fc.constantFrom('yes', 'yes', 'no')),
    remote: fc.constantFrom(undefined, 'yes', 'no'),
    hours: maybe(amount),
    credits: maybe(amount),
    makeup_year: fc.constantFrom(undefined, undefined, 2024, 2025),
    makeup_proof: fc.constantFrom(undefined, 'yes'),
  })
  .map(({ day: from, length, ...facts }): Facts => {
    const stay = facts.form === 'study' ? { date: '', start: dateText(from), end: dateText(from + length) } : {};
    return { date: dateText(from), ...stay, ...facts };
  });

const records = fc
  .array(record, { maxLength: 14 })
  .map((all) => all.map((facts, index): Facts => ({ id: `r${index}`, ...facts })));

const hundredths = (credits: number): number => Math.round(credits * 100);
const sum = (parts: readonly number[]): number => parts.reduce((left, each) => left + hundredths(each), 0);

describe('laws', () => {
  test('whatever the data hold, it does not throw, and nothing is negative', () => {
    const key = fc.oneof(
      fc.constantFrom(
        'form',
        'date',
        'start',
        'end',
        'hours',
        'credits',
        'rank',
        'project',
        'review',
        'makeup_year',
        'id',
      ),
      fc.string(),
    );
    const value: fc.Arbitrary<RawValue> = fc.oneof(
      fc.constantFrom<RawValue>(
        'course',
        'study',
        '2025-01-01',
        '2025-02-30',
        '1e999',
        '5',
        'yes',
        '',
        null,
        undefined,
      ),
      fc.anything() as fc.Arbitrary<RawValue>,
    );
    const facts = fc.array(fc.tuple(key, value), { maxLength: 8 }).map((entries) => new Map(entries));
    const raw: fc.Arbitrary<RawPerson> = fc.record({ facts, records: fc.array(facts, { maxLength: 6 }) });
    fc.assert(
      fc.property(raw, fc.integer({ min: 1900, max: 2199 }), (data, year) => {
        const { result } = judge(data, year, { explain: true });
        expect(result.records).toHaveLength(data.records.length);
        for (const { raw: before, credits } of result.records) expect(credits >= 0 && credits <= before).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the records does not matter', () => {
    const orders = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(orders, ([all, other]) => {
        const [one, two] = [run(all), run(other)];
        const byId = ({ records: results }: PersonResult) =>
          results.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
        expect(byId(two)).toEqual(byId(one));
        expect({ ...two, records: [], notices: new Set(two.notices.map(({ message }) => message)) }).toEqual({
          ...one,
          records: [],
          notices: new Set(one.notices.map(({ message }) => message)),
        });
      }),
    );
  });

  test('renaming ids does not change a total', () => {
    fc.assert(
      fc.property(records, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (all, names) => {
        const renamed = all.map((facts, index) => ({ ...facts, id: `${names[index]}-${index}` }));
        // Of records of one day the id says which is cut: under a cap over several categories, in which of them it is lost.
        const totals = (of: typeof all) => {
          const { credits, categories } = run(of);
          return { credits, raw: categories.map(({ code, raw }) => [code, raw]) };
        };
        expect(totals(renamed)).toEqual(totals(all));
      }),
    );
  });

  test('evaluating twice is evaluating once', () => {
    fc.assert(
      fc.property(records, (all) => {
        expect(run(all)).toEqual(run(all));
      }),
    );
  });

  test('no cap is exceeded', () => {
    fc.assert(
      fc.property(records, (all) => {
        const results = run(all).records;
        const counted = all.map((facts, index) => ({ facts, credits: results[index]?.credits ?? 0 }));
        const most = (limit: number, part: typeof counted) =>
          expect(sum(part.map(({ credits }) => credits))).toBeLessThanOrEqual(limit * 100);
        const by = (key: string, part: typeof counted) => [...Map.groupBy(part, ({ facts }) => facts[key]).values()];
        const of = (...forms: string[]) => counted.filter(({ facts }) => forms.includes(String(facts.form)));
        const courses = of('course').filter(({ facts }) => facts.project !== undefined);
        for (const part of by('project', courses)) most(10, part);
        for (const part of by(
          'project',
          courses.filter(({ facts }) => facts.remote === 'yes'),
        ))
          most(3, part);
        for (const { credits } of of('course')) expect(credits).toBeLessThanOrEqual(10);
        for (const part of by('date', of('talk'))) most(4, part);
        most(15, of('talk', 'paper'));
        most(40, counted);
      }),
    );
  });

  test('one more record never lowers the total', () => {
    fc.assert(
      fc.property(records, record, (all, more) => {
        expect(run([...all, { id: 'more', ...more }]).credits).toBeGreaterThanOrEqual(run(all).credits);
        expect(run([...all, { id: '0', ...more }]).credits).toBeGreaterThanOrEqual(run(all).credits);
      }),
      { numRuns: 300 },
    );
  });

  test('raising a cap lowers nobody', () => {
    fc.assert(
      fc.property(records, fc.nat(plan.caps.length - 1), fc.nat(2000), (all, which, by) => {
        const caps = plan.caps.map((each, index) => (index === which ? { ...each, limit: each.limit + by } : each));
        expect(run(all, { ...plan, caps }).credits).toBeGreaterThanOrEqual(run(all).credits);
      }),
    );
  });

  test('records add up to categories, and these to the total', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { records: results, categories, credits } = run(all);
        for (const { code, ...sums } of categories) {
          const own = results.filter(({ category }) => category === code);
          expect(sum(own.map(({ raw }) => raw))).toBe(hundredths(sums.raw));
          expect(sum(own.map((each) => each.credits))).toBe(hundredths(sums.credits));
        }
        expect(sum(categories.map((each) => each.credits))).toBe(hundredths(credits));
      }),
    );
  });

  test('an explanation adds up, and changes nothing', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { steps = [], ...explained } = judge(people(all), YEAR, { explain: true }).result;
        expect(explained).toEqual(run(all));
        for (const { id, credits, raw, reason } of explained.records) {
          const own = steps.filter((step) => step.record === id);
          const gained = own.filter(({ kind }) => kind === 'award' || kind === 'deem').map((step) => step.credits);
          expect(sum(gained)).toBe(hundredths(raw));
          expect(sum(gained) - sum(own.map(({ lost }) => lost))).toBe(hundredths(credits));
          expect(own.some(({ kind }) => kind === 'refused')).toBe(reason !== null);
        }
      }),
    );
  });

  test('a record with a reason earns nothing', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const { reason, raw, credits, detail } of run(all).records) {
          if (reason !== null) expect([raw, credits]).toEqual([0, 0]);
          expect(reason === null).toBe(detail === undefined);
        }
      }),
    );
  });

  test('what was made up made a difference exactly where the year is unmet without it', () => {
    const countsHere = ({ date, end, makeup_year, makeup_proof }: Facts): boolean =>
      makeup_year === YEAR && makeup_proof === 'yes' && String(date || end).startsWith(String(YEAR + 1));
    fc.assert(
      fc.property(records, (all) => {
        const [result, without] = [run(all), run(all.filter((facts) => !countsHere(facts)))];
        expect(result.made_up).toBe(result.status === 'met' && without.status !== 'met');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a deeming', () => {
  const study = planOf({
    items: [
      item('study', { stays: true, deems: [deem(and(total('days', '>=', 60, yes('passed')), yes('passed')), 25)] }),
    ],
  });
  const stays = records.map((all) =>
    all.filter(({ form, makeup_year }) => form === 'study' && makeup_year === undefined),
  );

  test('stands at the last record of the shortest beginning with which it holds', () => {
    fc.assert(
      fc.property(stays, (all) => {
        const ordered = all.toSorted((a, b) => (String(a.end) + a.id < String(b.end) + b.id ? -1 : 1));
        const reached = ordered.findIndex((_, last) => run(ordered.slice(0, last + 1), study).credits > 0);
        const credited = run(ordered, study).records.findIndex(({ credits }) => credits > 0);
        expect(credited).toBe(reached);
      }),
      { numRuns: 300 },
    );
  });

  test('counts the days that lie in the year, each once', () => {
    fc.assert(
      fc.property(stays, (all) => {
        const days = new Set<number>();
        for (const { start, end, passed, review } of all) {
          if (passed !== 'yes' || review === 'pending') continue;
          for (let at = at0(start); at <= at0(end); at += 1) if (yearOf(at) === YEAR) days.add(at);
        }
        expect(run(all, study).credits).toBe(days.size >= 60 ? 25 : 0);
      }),
    );
  });
});

const at0 = (text: RawValue): number => {
  const [year = 0, month = 0, inMonth = 0] = String(text).split('-').map(Number);
  return dayOf(year, month, inMonth);
};

test('fifty thousand records of one practitioner are no matter', () => {
  const many = Array.from({ length: 50_000 }, (_, index): Facts => {
    const [from, form] = [dateText(dayOf(YEAR, 1, 1) + (index % 360)), index % 2 === 0 ? 'course' : 'study'];
    const stay = form === 'study' ? { date: '', start: from, end: from } : {};
    return { form, date: from, role: 'lecturer', hours: 2, passed: true, project: `p${index % 999}`, ...stay };
  });
  expect(run(many).records).toHaveLength(50_000);
});

test('flat credits of a fraction are rounded once for each record', () => {
  const third = { kind: 'flat', credits: { n: 100, d: 3 } } as const;
  const { credits } = run(
    [{}, {}, {}].map(() => ({ form: 'course' })),
    planOf({ items: [item('course', { lines: [line(third)] })] }),
  );
  expect(credits).toBe(0.99);
  expect(run([{ form: 'course' }], planOf({ items: [item('course', { lines: [line(flat(0.1))] })] })).credits).toBe(
    0.1,
  );
});
