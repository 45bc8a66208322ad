import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type RawFacts, type RawPerson, type RawValue } from '../../src/index.ts';
import { YEAR } from '../support/hubeiArbitrary.ts';
import { addsUp, explained, judged } from '../support/hubeiLaws.ts';
import { plans, type Shipped } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { type Facts, recordFor } from '../support/roster.ts';

const awkwardNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '\ud800', '编号', 'records'];

const awkwardValues: readonly RawValue[] = [
  null,
  undefined,
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  '-0',
  -1,
  '-1',
  '1e999',
  1e300,
  5e-324,
  2 ** 53,
  '999999999',
  '9'.repeat(400),
  '0x10',
  '１２',
  '+1',
  '1.',
  '.5',
  '1.1234567',
  '0.00000000000000000001',
  '2025-02-30',
  '2025-13-01',
  '0000-00-00',
  '9999-12-31',
  '1900-01-01',
  '2025-1-1',
  true,
  'TRUE',
  {},
  [],
  { toString: null },
  Object.create(null) as object,
  [[[[[]]]]],
  { of: { of: { of: [1, { hours: 3 }] } } },
  new Date(Number.NaN),
  '\ud800',
  '\udfff\ud800',
  'a\u0000b',
  '字'.repeat(1_000_000),
];

/** Records as they should be, with some facts of theirs spoilt, and some beside them that nobody knows. */
const hostile = (name: Shipped): fc.Arbitrary<RawPerson> => {
  const plan = plans[name];
  const namesOf = (fields: typeof plan.recordFields): string[] => fields.flatMap(({ key, label }) => [key, label]);
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...awkwardValues) },
    fc.anything() as fc.Arbitrary<object>,
  );
  const spoiling = (names: readonly string[]) =>
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names, ...awkwardNames), fc.string()), value), { maxLength: 4 });
  const facts = (sound: Facts, spoilt: readonly (readonly [string, RawValue])[]): RawFacts =>
    new Map([...Object.entries(sound), ...spoilt]);
  const record = fc
    .tuple(fc.nat(), spoiling(namesOf(plan.recordFields)))
    .map(([seed, spoilt]) => facts({ id: `r${seed}`, ...recordFor(plan, plan.items, new Random(seed), YEAR) }, spoilt));
  return fc
    .tuple(spoiling(namesOf(plan.personFields)), fc.array(record, { maxLength: 8 }))
    .map(([spoilt, records]) => ({ facts: facts({ id: 'p' }, spoilt), records }));
};

describe.each<Shipped>(['hubei', 'national'])('%s', (name) => {
  test('no raw value makes an evaluation throw, or break a law', () => {
    fc.assert(
      fc.property(hostile(name), fc.constantFrom('zh' as const, 'en' as const), (person, lang) => {
        const roster = { year: YEAR, practitioners: [person] };
        const { evaluation, findings } = evaluate(plans[name], roster, { explain: true, lang });
        const [result] = evaluation.results;
        if (result === undefined) throw new Error('no result');
        expect(result.records).toHaveLength(person.records.length);
        addsUp(result);
        judged(result);
        const ids = new Set(result.records.map(({ id }) => id));
        if (ids.size === result.records.length && !ids.has(null)) explained(result);
        // What is invalid is said, with its place.
        result.records.forEach(({ reason }, record) => {
          if (reason === 'invalid') expect(findings.some((found) => found.record === record)).toBe(true);
        });
      }),
    );
  });
});

describe('an awkward value', () => {
  const plan = plans.hubei;
  const form = plan.recordFields.find(({ key }) => key === 'form');

  test.each(plan.recordFields.map(({ key }) => key))('in %s neither throws nor breaks a sum', (key) => {
    const sound = { id: 'r', date: '2025-06-30', role: 'lecturer', level: 'national', hours: 3, credits: 3 };
    const records = awkwardValues.flatMap((value) =>
      (form?.options ?? []).map(
        (option) => new Map<string, RawValue>([...Object.entries({ ...sound, form: option.key }), [key, value]]),
      ),
    );
    const practitioners = records.map((record) => ({
      facts: new Map<string, RawValue>([['id', 'p']]),
      records: [record],
    }));
    for (const result of evaluate(plan, { year: YEAR, practitioners }).evaluation.results) addsUp(result);
  });
});
