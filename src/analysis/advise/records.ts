/** Records as a roster has them, for activities that are yet to be done. */
import { lastOfMonths } from '../../model/date.ts';
import type { Field, Value } from '../../model/plan.ts';
import type { RawFacts } from '../../model/roster.ts';
import { rawOf } from '../witness.ts';
import type { Case } from './case.ts';
import type { Kind } from './kinds.ts';

/** An activity of a kind: so much of it, in the scale of what is measured. */
export interface Step {
  readonly kind: Kind;
  readonly quantity: number | null;
}

const DAY_HOURS = 24;
const MICRO = 1_000_000;

/**
 * Each has a number of its own as its project and its id. Null where the days that are left do not suffice: for a stay, or
 * for so many activities of which no two may lie on one day.
 */
export const recordsOf = (at: Case, steps: readonly Step[]): readonly RawFacts[] | null => {
  const days = new Map<string, Set<number>>();
  const records: RawFacts[] = [];
  for (const { kind, quantity } of steps) {
    const key = kind.item.key;
    const taken = days.get(key) ?? takenBy(at, key);
    days.set(key, taken);
    const stays = staysOf(at, kind, quantity, taken);
    if (stays === null) return null;
    for (const [piece, stay] of stays.entries()) {
      const facts = new Map<string, Value>(kind.facts);
      if (kind.quantity?.measure.of === 'field' && piece === 0 && quantity !== null) {
        facts.set(kind.quantity.measure.key, quantity);
      }
      for (const [name, day] of datesOf(at, kind, stay)) if (!facts.has(name)) facts.set(name, day);
      records.push(rawRecord(at, facts, `${at.prefix}${records.length + 1}`));
    }
  }
  return records;
};

const rawRecord = ({ plan }: Case, facts: ReadonlyMap<string, Value>, name: string): RawFacts => {
  const raw = plan.recordFields.flatMap((field: Field) => {
    if (field.key === 'id' || field.key === 'project') return [[field.key, name] as const];
    const value = facts.get(field.key);
    return value === undefined ? [] : [[field.key, rawOf(field, value)] as const];
  });
  return new Map(raw);
};

interface Span {
  readonly from: number;
  readonly to: number;
}

const datesOf = ({ plan }: Case, { item }: Kind, { from, to }: Span): readonly (readonly [string, number])[] => {
  const has = (key: string): boolean => plan.recordFields.some((field) => field.key === key);
  const stay = item.stays ? [['start', from] as const, ['end', to] as const] : [];
  const placed = item.placed === null ? [] : [[item.placed, to] as const];
  return [...stay, ...placed, ['date', to] as const].filter(([key]) => has(key));
};

const takenBy = ({ base }: Case, item: string): Set<number> => {
  const taken = new Set<number>();
  for (const { item: of, facts, day } of base.records) {
    if (of !== item) continue;
    taken.add(day);
    const [start, end] = [facts('start'), facts('end')];
    if (typeof start !== 'number' || typeof end !== 'number') continue;
    for (let one = start; one <= Math.min(end, start + 800); one += 1) taken.add(one);
  }
  return taken;
};

/** The days of an activity. One that is measured by its days may lie in several pieces, between those already spent. */
const staysOf = (at: Case, kind: Kind, quantity: number | null, taken: Set<number>): readonly Span[] | null => {
  const of = kind.quantity?.measure.of;
  if (of === 'days') return pieces(at, quantity ?? 0, taken);
  if (of === 'months') return months(at, quantity ?? 0, taken);
  if (!kind.item.stays) {
    if (!onePerDay(at, kind)) return [{ from: at.to, to: at.to }];
    for (let day = at.to; day >= at.from; day -= 1) {
      if (taken.has(day)) continue;
      taken.add(day);
      return [{ from: day, to: day }];
    }
    return null;
  }
  // A stay of so many hours takes the days that these fill at least.
  const hours = kind.hours(quantity) ?? 0;
  const length = Math.max(1, Math.ceil(hours / (DAY_HOURS * MICRO)));
  return at.to - at.from + 1 < length ? null : [{ from: at.to - length + 1, to: at.to }];
};

const onePerDay = ({ plan }: Case, { item, line, caps }: Kind): boolean =>
  item.lines[line]?.basis === 'day' ||
  item.best.some(({ per }) => per === 'day') ||
  caps.some((place) => plan.caps[place]?.per === 'day');

const pieces = ({ from, to }: Case, count: number, taken: Set<number>): readonly Span[] | null => {
  const spans: Span[] = [];
  let left = count;
  let start = from;
  for (let day = from; day <= to && left > 0; day += 1) {
    if (taken.has(day)) {
      if (day > start) spans.push({ from: start, to: day - 1 });
      start = day + 1;
      continue;
    }
    left -= 1;
    if (left === 0) spans.push({ from: start, to: day });
  }
  if (left > 0) return null;
  for (const span of spans) for (let day = span.from; day <= span.to; day += 1) taken.add(day);
  return spans;
};

/** Whole months stand in one piece, as early as there is room. */
const months = ({ from, to }: Case, count: number, taken: Set<number>): readonly Span[] | null => {
  for (let start = from; start <= to; start += 1) {
    const end = lastOfMonths(start, count);
    if (end > to) return null;
    let free = true;
    for (let day = start; day <= end && free; day += 1) free = !taken.has(day);
    if (!free) continue;
    for (let day = start; day <= end; day += 1) taken.add(day);
    return [{ from: start, to: end }];
  }
  return null;
};
