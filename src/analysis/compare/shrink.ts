/** A smaller practitioner who still shows it: fewer records, fewer facts, rounder numbers. Greedy and bounded. */
import type { Field, Plan, Value } from '../../model/plan.ts';
import { type Draft, effort, type Facts } from './draft.ts';

const MICRO = 1_000_000;
const MOST = 160;

const without = (facts: Facts, key: string): Facts => new Map([...facts].filter(([name]) => name !== key));

/** Numbers near a number, and small ones, that are shorter to read. */
const rounder = (value: number): readonly number[] => {
  const found = new Set<number>();
  for (let power = MICRO / 10; power <= value * 10; power *= 10) {
    const lead = Math.floor(value / power);
    for (const one of [lead, lead + 1, lead - 1]) if (one > 0) found.add(one * power);
  }
  for (let one = 1; one <= 12; one += 1) found.add(one * MICRO);
  return [...found].filter((one) => one !== value);
};

function* smaller(plan: Plan, draft: Draft): Generator<Draft> {
  const { records, person } = draft;
  for (let at = 0; at < records.length; at += 1) yield { ...draft, records: records.toSpliced(at, 1) };
  for (const key of person.keys()) yield { ...draft, person: without(person, key) };
  for (const [at, record] of records.entries()) {
    for (const key of record.keys()) yield { ...draft, records: records.with(at, without(record, key)) };
    for (const [key, value] of record) {
      const field = plan.recordFields.find((one) => one.key === key);
      for (const one of field ? numbers(field, value) : [])
        yield { ...draft, records: records.with(at, new Map([...record, [key, one]])) };
    }
  }
}

const numbers = (field: Field, value: Value): readonly number[] =>
  typeof value === 'number' && (field.type === 'decimal' || field.type === 'whole')
    ? rounder(value).filter((one) => field.type === 'decimal' || one % MICRO === 0)
    : [];

export const shrink = (plan: Plan, draft: Draft, shows: (draft: Draft) => boolean): Draft => {
  let best = draft;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    const now = effort(plan, best);
    for (const less of smaller(plan, best)) {
      if (less.records.length === best.records.length && effort(plan, less) >= now) continue;
      if (tries++ > MOST) return best;
      if (!shows(less)) continue;
      best = less;
      found = true;
      break;
    }
  }
  return best;
};
