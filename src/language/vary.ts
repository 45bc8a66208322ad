/** Examples near those there are: one fact set to a value about the numbers at hand, turned round, or left out; a record twice. */
import type { RawFacts, RawValue } from '../model/roster.ts';
import type { FieldEntry, RuleSet } from '../model/ruleset.ts';
import type { ExampleCase } from './lower/example.ts';

/** So many examples are varied; each yields some hundred. */
const MOST_CASES = 30;

/** The examples themselves under other options come last: they ask more of whoever reads them. */
export function* variants(
  cases: readonly ExampleCase[],
  rules: RuleSet,
  numbers: readonly string[],
): Generator<ExampleCase> {
  const values = valuesNear(numbers);
  const few = [...cases].sort((a, b) => a.records.length - b.records.length).slice(0, MOST_CASES);
  for (const one of few) {
    for (const [at, record] of one.records.entries()) {
      for (const facts of varied(record, 'record', rules, values))
        yield { ...one, records: one.records.with(at, facts) };
    }
    for (const person of varied(one.person, 'person', rules, values)) yield { ...one, person };
    yield { ...one, records: twice(one.records) };
    yield { ...one, records: twice(twice(one.records)) };
  }
  for (const one of few) {
    for (const { key, options } of rules.readings) {
      for (const option of options) yield { ...one, chosen: new Map([...one.chosen, [key, option.key]]) };
    }
  }
}

function* varied(
  facts: RawFacts,
  on: FieldEntry['on'],
  { fields }: RuleSet,
  values: readonly string[],
): Generator<RawFacts> {
  const put = (key: string, value: RawValue): RawFacts => new Map([...facts, [key, value]]);
  for (const { key, type, options } of fields.filter((one) => one.on === on && one.key !== 'id')) {
    const has = facts.has(key);
    if (type === 'yesno') yield put(key, facts.get(key) !== true);
    else if (type === 'choice') for (const option of options) yield put(key, option.key);
    else if (has && type === 'decimal') for (const value of values) yield put(key, value);
    else if (has && type === 'whole') for (const value of values) if (!value.includes('.')) yield put(key, value);
    if (has && type !== 'date') yield new Map([...facts].filter(([name]) => name !== key));
  }
}

const twice = (records: readonly RawFacts[]): readonly RawFacts[] =>
  [...records, ...records].map((facts, at) => new Map([...facts, ['id', `活动${String(at + 1).padStart(3, '0')}`]]));

/** Each number, its neighbours, and some of its multiples. */
function valuesNear(numbers: readonly string[]): readonly string[] {
  const found = new Set<number>();
  for (const text of numbers) {
    const value = Number(text);
    for (const one of [
      value,
      value - 1,
      value + 1,
      value - 0.1,
      value + 0.1,
      2 * value,
      2 * value + 1,
      10 * value,
      40 * value,
    ])
      if (one > 0 && one < 1e6) found.add(Math.round(one * 100) / 100);
  }
  return [...found].sort((a, b) => a - b).map(String);
}
