/**
 * One practitioner under several rule sets at once: what each gives, record by record, and by which of its lines they come
 * apart. The first rule set is what the others are held against. What a rule set does not know of the data is said; nothing
 * is put in its place.
 */
import { evaluator } from './backends/evaluator/index.ts';
import { hundredthsOf } from './model/credit.ts';
import type { Field, Plan } from './model/plan.ts';
import { type PersonResult, recordName, type Step } from './model/result.ts';
import type { RawFacts, RawPerson } from './model/roster.ts';

export interface AcrossSide {
  readonly plan: Plan;
  /** As read by the names of this very plan. */
  readonly person: RawPerson;
}

/** A fact that the data hold and one rule set has no field for, or has another kind of field. */
export interface Strange {
  readonly on: 'person' | 'record';
  readonly key: string;
  /** As another of the rule sets calls it. */
  readonly label: string;
  /** `unknown`: there is no such field. `unlike`: there is one of another type or unit. */
  readonly why: 'unknown' | 'unlike';
}

export interface AcrossResult {
  readonly ruleset: { readonly code: string; readonly version: string; readonly label: string };
  readonly result: PersonResult;
  readonly strange: readonly Strange[];
}

/** What one line of a rule set did to one record. */
export interface Doing {
  readonly clause: string | null;
  readonly rule: string;
  /** What it gave, or took: below zero. */
  readonly credits: number;
}

export interface Why {
  readonly doings: readonly Doing[];
  /** Why it earned nothing, in words; null where it earned. */
  readonly refused: string | null;
}

export interface RecordApart {
  /** By its place in the data. */
  readonly index: number;
  readonly record: string;
  /** Of the first rule set, and of the other. */
  readonly credits: readonly [number, number];
  /** The lines by which they come apart: where what they grant is the same, those that take; else all, which add up. */
  readonly why: readonly [Why, Why];
}

export interface Apart {
  /** Which of the rule sets, from 1: the first is held against. */
  readonly side: number;
  /** How much more it gives than the first. */
  readonly credits: number;
  /** How much more it asks for. */
  readonly required: number;
  readonly verdict: boolean;
  /** Largest first; with `rest` they add up to `credits`. */
  readonly records: readonly RecordApart[];
  /** What belongs to no record: credits carried over. */
  readonly rest: number;
}

export interface Across {
  readonly sides: readonly AcrossResult[];
  readonly apart: readonly Apart[];
}

export function across(sides: readonly AcrossSide[], year: number, lang: 'zh' | 'en' = 'zh'): Across {
  const results = sides.map(({ plan, person }, at): AcrossResult => {
    const { code, version, label } = plan;
    const { result } = evaluator(plan)(person, year, { explain: true, lang });
    return { ruleset: { code, version, label }, result, strange: strangeTo(at, sides) };
  });
  const [first, ...others] = results;
  if (first === undefined) return { sides: [], apart: [] };
  return { sides: results, apart: others.map((other, at) => apartOf(first.result, other.result, at + 1)) };
}

function apartOf(first: PersonResult, other: PersonResult, side: number): Apart {
  const records = first.records.flatMap((record, index): RecordApart[] => {
    const also = other.records[index];
    if (also === undefined || also.credits === record.credits) return [];
    const name = recordName(record.id, index);
    return [{ index, record: name, credits: [record.credits, also.credits], why: whyOf(first, other, index, name) }];
  });
  const byRecords = records.reduce((sum, { credits: [a, b] }) => sum + hundredthsOf(b) - hundredthsOf(a), 0);
  const all = hundredthsOf(other.credits) - hundredthsOf(first.credits);
  return {
    side,
    credits: all / 100,
    required: (hundredthsOf(other.required) - hundredthsOf(first.required)) / 100,
    verdict: first.status !== other.status,
    records: records.toSorted((a, b) => weight(b) - weight(a) || a.index - b.index),
    rest: (all - byRecords) / 100,
  };
}

const weight = ({ credits: [a, b] }: RecordApart): number => Math.abs(hundredthsOf(a) - hundredthsOf(b));

function whyOf(first: PersonResult, other: PersonResult, index: number, name: string): readonly [Why, Why] {
  const both = [first, other].map((result) => {
    const steps = (result.steps ?? []).filter(({ record }) => record === name);
    return { granting: steps.filter(grants), taking: steps.filter(({ lost }) => lost > 0), of: result.records[index] };
  });
  const [a, b] = both.map(({ granting }) => granting.reduce((sum, { credits }) => sum + hundredthsOf(credits), 0));
  const isGranted = a !== b;
  const why = both.map(({ granting, taking, of }): Why => {
    const refused = of?.reason == null ? null : (of.detail ?? of.reason);
    const doings = [
      ...(isGranted ? granting : []).map(({ clause, rule, credits }): Doing => ({ clause, rule, credits })),
      ...taking.map(({ clause, rule, lost }): Doing => ({ clause, rule, credits: -lost })),
    ];
    return { doings, refused };
  });
  return why as unknown as readonly [Why, Why];
}

const grants = ({ kind }: Step): boolean => kind === 'award' || kind === 'deem';

/** Of the facts that any rule set has read: those that this one has no field for, or an unlike one. */
function strangeTo(at: number, sides: readonly AcrossSide[]): readonly Strange[] {
  const own = sides[at];
  if (own === undefined) return [];
  const found = new Map<string, Strange>();
  for (const other of sides) {
    if (other === own) continue;
    for (const on of ['person', 'record'] as const) {
      const [mine, theirs] = [fieldsOf(own.plan, on), fieldsOf(other.plan, on)];
      for (const key of keysIn(other.person, on)) {
        const field = named(theirs, key);
        if (field === undefined || IDS.has(field.key)) continue;
        const known = named(mine, field.key) ?? named(mine, field.label);
        const why = known === undefined ? 'unknown' : isLike(known, field) ? null : 'unlike';
        if (why !== null) found.set(`${on} ${field.key}`, { on, key: field.key, label: field.label, why });
      }
    }
  }
  return [...found.values()];
}

/** Who and which, of which no rule makes anything. */
const IDS = new Set(['id', 'name', 'practitioner']);

const fieldsOf = (plan: Plan, on: 'person' | 'record'): readonly Field[] =>
  on === 'person' ? plan.personFields : plan.recordFields;

const named = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find(({ key }) => key === name) ?? fields.find(({ label }) => label === name);

const isLike = (one: Field, other: Field): boolean => one.type === other.type && one.unit === other.unit;

function keysIn({ facts, records }: RawPerson, on: 'person' | 'record'): ReadonlySet<string> {
  const held = (of: RawFacts): string[] =>
    [...of].flatMap(([key, value]) => (value === null || value === undefined || value === '' ? [] : [key]));
  return new Set(on === 'person' ? held(facts) : records.flatMap(held));
}
