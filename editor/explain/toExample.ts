/**
 * A practitioner as an example of the rule file: without id and name, which are nobody's business there, and in the order
 * in which records of one day are reckoned. What it is to expect is reckoned of just this.
 */
import type { Gesture } from '../../src/edit/index.ts';
import type { PersonResult, Plan, RawFacts, RawPerson, RawValue } from '../../src/index.ts';
import type { Chosen } from '../worker/personProtocol.ts';

type AddExample = Extract<Gesture, { kind: 'addExample' }>;
type Fact = AddExample['person'][number];

/** What the example will say, as the evaluator will read it. */
export function bare(plan: Plan, { facts, records }: RawPerson, year: number): RawPerson {
  const person = keep(facts, plan.personFields, ['id', 'name']);
  const ordered = records
    .map((record, at) => ({ record, id: record.get('id'), at }))
    .toSorted((a, b) => byId(a.id, b.id) || a.at - b.at)
    .map(({ record }, at) => {
      const kept = keep(record, plan.recordFields, ['id', 'practitioner']);
      kept.set('id', `活动${String(at + 1).padStart(3, '0')}`);
      if (!['date', 'start', 'end'].some((key) => kept.has(key))) kept.set('date', `${year}-01-01`);
      return kept;
    });
  return { facts: new Map([...person, ['id', '人员']]), records: ordered };
}

const keep = (facts: RawFacts, fields: Plan['recordFields'], not: readonly string[]): Map<string, RawValue> =>
  new Map([...facts].filter(([key]) => !not.includes(key) && fields.some((field) => field.key === key)));

const byId = (a: RawValue, b: RawValue): number => {
  if (typeof a !== 'string' || typeof b !== 'string')
    return Number(typeof a !== 'string') - Number(typeof b !== 'string');
  const [one, other] = [[...a], [...b]];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const gap = (one[at]?.codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? 0);
    if (gap !== 0) return gap;
  }
  return one.length - other.length;
};

export function exampleOf(
  plan: Plan,
  of: { readonly title: string; readonly person: RawPerson; readonly year: number; readonly chosen: Chosen },
  { credits, status, shortfall }: PersonResult,
): AddExample {
  const { title, person, year, chosen } = of;
  const adopt = Object.entries(chosen).flatMap(([code, option]): [string, string][] => {
    const reading = plan.readings.find((one) => one.code === code);
    const label = reading?.options.find((one) => one.code === option)?.label;
    return reading && label ? [[reading.label, label]] : [];
  });
  return {
    kind: 'addExample',
    title,
    ...(plan.effective?.startsWith(`${year}-`) ? {} : { year: String(year) }),
    ...(adopt.length > 0 && { adopt }),
    person: factsOf(person.facts, plan.personFields),
    records: person.records.map((record) => factsOf(record, plan.recordFields)),
    expect: { credits: String(credits), status, ...(status === 'unmet' && { short: String(shortfall) }) },
  };
}

/** In the order of the vocabulary. */
const factsOf = (facts: RawFacts, fields: Plan['recordFields']): readonly Fact[] =>
  fields.flatMap((field): Fact[] => {
    const value = facts.get(field.key);
    if (field.key === 'id' || value === undefined || value === null || value === '') return [];
    const said = typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
    return [{ field: field.key, values: [said] }];
  });
