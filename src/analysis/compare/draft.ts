/** A practitioner who might show a difference, in the facts of the plan; and what both evaluators make of them. */

import type { Contrast, Verdict } from '../../model/comparison.ts';
import { microText } from '../../model/credit.ts';
import { dateText } from '../../model/date.ts';
import type { Field, Plan, Value } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import type { RawFacts, RawPerson, RawValue } from '../../model/roster.ts';

export type Facts = ReadonlyMap<string, Value>;

export interface Draft {
  readonly year: number;
  readonly person: Facts;
  readonly records: readonly Facts[];
}

/** An evaluation as the search needs it: null where two claim one, so that it shows nothing. */
export type Judge = (person: RawPerson, year: number) => PersonResult | null;

/** Made once for each plan; by whom, is not the analysis's to know. */
export type Judging = (plan: Plan) => Judge;

const rawOf = (field: Field | undefined, value: Value): RawValue => {
  if (typeof value !== 'number' || field === undefined) return value;
  if (field.type === 'date') return dateText(value);
  return field.type === 'year' ? String(value) : microText(value);
};

/** As a roster has it: with an id for each, and a date for each record that has none. */
export const personOf = (plan: Plan, { year, person, records }: Draft): RawPerson => {
  const raw = (fields: readonly Field[], facts: Facts, more: readonly (readonly [string, RawValue])[]): RawFacts =>
    new Map([
      ...more.filter(([key]) => !facts.has(key)),
      ...[...facts].map(
        ([key, value]) =>
          [
            key,
            rawOf(
              fields.find((one) => one.key === key),
              value,
            ),
          ] as const,
      ),
    ]);
  return {
    facts: raw(plan.personFields, person, [['id', 'p1']]),
    records: records.map((record, at) => {
      const dated = record.has('end') ? [] : [['date', `${year}-06-30`] as const];
      return raw(plan.recordFields, record, [['id', `r${at + 1}`], ...dated]);
    }),
  };
};

const verdictOf = ({ status, credits, required, shortfall }: PersonResult): Verdict => ({
  status,
  credits,
  required,
  shortfall,
});

const rank = { unmet: 0, met: 1, exempt: 2 } as const;

/** Less credit or a worse verdict; more or a better one; one of each. */
export type Sign = 'loss' | 'gain' | 'both';

export const signOf = (before: Verdict, after: Verdict): Sign | null => {
  const moves = [after.credits - before.credits, rank[after.status] - rank[before.status]];
  const [more, less] = [moves.some((move) => move > 0), moves.some((move) => move < 0)];
  if (more && less) return 'both';
  return more ? 'gain' : less ? 'loss' : null;
};

/** Two plans side by side. */
export class Sides {
  readonly #before: Judge;
  readonly #after: Judge;

  constructor(before: Judge, after: Judge) {
    this.#before = before;
    this.#after = after;
  }

  /** Of the first plan; 0 where two claim one. */
  credits(person: RawPerson, year: number): number {
    return this.#before(person, year)?.credits ?? 0;
  }

  contrast(person: RawPerson, year: number): (Contrast & { readonly sign: Sign }) | null {
    const [old, now] = [this.#before(person, year), this.#after(person, year)];
    if (old === null || now === null) return null;
    const [before, after] = [verdictOf(old), verdictOf(now)];
    const sign = signOf(before, after);
    return sign && { year, person, before, after, sign };
  }
}

const digits = (micro: number): number => {
  const text = microText(micro);
  const told = text.replace('.', '').replace(/0+$/, '').replace(/^0+/, '').length;
  return told * 10 + text.length + (text.includes('.') ? 5 : 0);
};

/** How much there is to read: facts, digits, days that are no first of a month. */
export const effort = (plan: Plan, { person, records }: Draft): number => {
  const of = (fields: readonly Field[], facts: Facts): number =>
    [...facts].reduce((sum, [key, value]) => {
      const field = fields.find((one) => one.key === key);
      if (typeof value !== 'number') return sum + 20;
      if (field?.type === 'date') return sum + (dateText(value).endsWith('-01') ? 20 : 24);
      return sum + 20 + (field?.type === 'year' ? 4 : digits(value));
    }, 0);
  return of(plan.personFields, person) + records.reduce((sum, record) => sum + of(plan.recordFields, record), 0);
};
