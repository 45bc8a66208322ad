/** The facts that the rules read, as JSON: what is absent is not there. */
import type { Field, FieldRef, Plan } from '../../model/plan.ts';
import { namesOf } from '../jsonlogic/names.ts';
import type { Context } from '../sql/context.ts';
import type { Json, Member } from './json.ts';

/** A field that the rules read. */
export interface Read {
  readonly field: Field;
  /** In the prepared input. */
  readonly name: string;
  readonly column: string;
}

export function readsOf({ plan, names }: Context, refs: readonly FieldRef[], on: FieldRef['on']): readonly Read[] {
  const given = namesOf(plan);
  return refs
    .filter((ref) => ref.on === on)
    .map((ref) => {
      const field = given.field(ref);
      return { field, name: given.of(ref), column: names.column({ on, key: field.key }) };
    });
}

export const isCounted = ({ field: { type } }: Read): boolean => type === 'whole' || type === 'decimal';

/** Days since 1970-01-01. */
export const dayNumber = ({ dialect }: Context, date: string): string => dialect.daysBetween("DATE '1970-01-01'", date);

export function factsOf(context: Context, json: Json, reads: readonly Read[]): readonly Member[] {
  const asJson = ({ field: { type }, column }: Read): string => {
    if (type === 'text' || type === 'choice') return json.text(column);
    return json.plain(type === 'date' ? dayNumber(context, column) : column);
  };
  return reads.map((read) => [read.name, asJson(read)]);
}

/** Months from a date of the person to the end of the year, a begun one counted. */
export function monthsLeft({ plan, names }: Context, json: Json): readonly Member[] {
  const given = namesOf(plan);
  return sinces(plan).map((key) => {
    const date = names.person(given.field({ on: 'person', key }).key);
    const months = `(year - EXTRACT(YEAR FROM ${date})) * 12 + 13 - EXTRACT(MONTH FROM ${date})`;
    // Of nothing there is neither a least nor a greatest, yet two of three engines give the other of the two.
    const left = `CASE WHEN ${date} IS NOT NULL THEN LEAST(12, GREATEST(0, CAST(${months} AS INTEGER))) END`;
    return [`months_${given.of({ on: 'person', key })}`, json.plain(left)];
  });
}

const sinces = ({ requirements }: Plan): readonly string[] => [
  ...new Set(requirements.flatMap(({ since }) => (since === null ? [] : [since.field]))),
];
