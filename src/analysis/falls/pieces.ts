/**
 * What one record is worth by how long it is, all else being equal. Between the values that conditions, rows and rates name
 * it grows evenly, so that what happens at these values and right beside them is all that can happen.
 */
import type { UnitId } from '../../model/ast.ts';
import { part } from '../../model/credit.ts';
import type { AwardLine, Cap, Expr, Field, Fraction, Item, Plan, Value } from '../../model/plan.ts';
import { atomsOf, holdsAt } from '../axes.ts';
import { isOver, passes, reach } from '../reach.ts';
import { fails, holds, type Regions, type Wish } from '../regions.ts';
import { factsOf } from '../witness.ts';
import { askedOf, completed, type Facts, measuredBy, yearIn } from './moulds.ts';
import type { Scales } from './scales.ts';
import { settled } from './spans.ts';

/** Records that differ in one quantity alone. */
export interface Pieces {
  readonly item: Item;
  readonly field: Field;
  readonly year: number;
  readonly person: Map<string, Value>;
  readonly facts: Facts;
  /** In millionths, the smallest first. */
  readonly marks: readonly number[];
  /** Credits of one record of this quantity; null where it is not valid or complete. */
  worth(quantity: number): number | null;
  /** The line that the record earns by. */
  lineAt(quantity: number): AwardLine | null;
}

const MICRO = 1_000_000;
/** Values of one quantity, and kinds of records of one item, that are looked at. */
const MOST_MARKS = 40;
const MOST_KINDS = 16;

export const piecesIn = (regions: Regions, plan: Plan, scales: Scales): readonly Pieces[] =>
  plan.items.flatMap((item) => {
    const caps = plan.caps.filter((cap) => isOver(cap, item));
    return fieldsOf(plan, item, caps).flatMap((field) => ofField(regions, plan, scales, item, caps, field));
  });

/** Conditions that a record of the item comes by, each once: the caps of one section are often over the same records. */
const conditionsOf = (item: Item, caps: readonly Cap[]): readonly Expr[] => {
  const asked = [
    item.match,
    ...item.gates.map(passes),
    ...item.lines.map(({ when }) => when),
    ...[...item.factors, ...item.best, ...caps].flatMap(({ when }) => when ?? []),
  ];
  return [...new Set(asked)].map(settledOnce);
};

/** Each item asks about the caps over it again. */
const settledOnce = (expr: Expr): Expr => {
  const known = settledAs.get(expr);
  if (known !== undefined) return known;
  const made = settled(expr);
  settledAs.set(expr, made);
  return made;
};
const settledAs = new WeakMap<Expr, Expr>();

/** Fields of a record that the condition compares with something; found once, as it may be long. */
const comparedIn = (expr: Expr): ReadonlySet<string> => {
  const known = compared.get(expr);
  if (known !== undefined) return known;
  const atoms = atomsOf(expr);
  const made = new Set(
    atoms.flatMap((atom) => (atom.op === 'compare' && atom.field.on === 'record' ? [atom.field.key] : [])),
  );
  compared.set(expr, made);
  return made;
};
const compared = new WeakMap<Expr, ReadonlySet<string>>();

/** How long ago something was is no activity that could be longer, nor is an amount of credits. */
const OF_AGE: ReadonlySet<UnitId> = new Set(['days', 'months', 'years', 'credits']);

/** Quantities that more than a rate by whole units hangs on: there alone can length lower, or splitting raise. */
const fieldsOf = (plan: Plan, item: Item, caps: readonly Cap[]): readonly Field[] => {
  const read = new Set(conditionsOf(item, caps).flatMap((expr) => [...comparedIn(expr)]));
  const measured = new Set(
    item.lines.flatMap(({ rate }) => ('measure' in rate && rate.measure.of === 'field' ? [rate.measure.key] : [])),
  );
  const single = caps.some(({ per }) => per === 'record');
  for (const { rate, basis } of item.lines) {
    if ((rate.kind !== 'per' && rate.kind !== 'steps') || rate.measure.of !== 'field') continue;
    const uneven = rate.kind === 'steps' || rate.rounding.to !== 'floor';
    if (single || (basis === 'record' && uneven)) read.add(rate.measure.key);
  }
  return plan.recordFields.filter(
    ({ key, unit, type }) =>
      read.has(key) &&
      (type === 'decimal' || type === 'whole') &&
      (measured.has(key) || (unit !== null && !OF_AGE.has(unit))),
  );
};

const ofField = (
  regions: Regions,
  plan: Plan,
  scales: Scales,
  item: Item,
  caps: readonly Cap[],
  field: Field,
): readonly Pieces[] => {
  const grid = field.type === 'whole' ? MICRO : 1;
  const marks = marksOf(item, caps, field, grid);
  const asked = askedOf(plan, item, caps);
  const kinds = new Map<string, Pieces>();
  for (const wishes of waysOf(plan, item, field, marks)) {
    if (kinds.size >= MOST_KINDS) break;
    const found = regions.find(wishes);
    if (found.kind !== 'point') continue;
    const person = completed(asked, 'person', factsOf(found.point, 'person'));
    const bare = completed(asked, 'record', factsOf(found.point, 'record'));
    const year = yearIn(bare, item) ?? Number(plan.effective?.slice(0, 4) ?? 2030);
    for (const facts of measuredBy(plan, item, caps, bare, year).map((one) => without(one, field.key))) {
      const sign = JSON.stringify([[...person].sort(), [...facts].sort()]);
      if (!kinds.has(sign)) kinds.set(sign, ofKind(scales, { item, field, year, person, facts, marks }));
    }
  }
  return [...kinds.values()];
};

const without = (facts: Facts, key: string): Facts => new Map([...facts].filter(([own]) => own !== key));

const ofKind = (scales: Scales, kind: Omit<Pieces, 'worth' | 'lineAt'>): Pieces => {
  const { item, field, year, person, facts } = kind;
  const known = new Map<number, number | null>();
  const worth = (quantity: number): number | null => {
    const before = known.get(quantity);
    if (before !== undefined) return before;
    const records = [new Map([...facts, [field.key, quantity] as const])];
    const total = scales.weigh({ year, person, records }, item)?.total ?? null;
    known.set(quantity, total);
    return total;
  };
  const lineAt = (quantity: number): AwardLine | null => {
    const all = new Map([...person, ...facts, [field.key, quantity] as const]);
    return item.lines.find(({ when }) => isTrue(when, all)) ?? null;
  };
  return { ...kind, worth, lineAt };
};

/** Records of each line, and of two quantities side by side of which another line takes the second, or another item. */
function* waysOf(plan: Plan, item: Item, { key }: Field, marks: readonly number[]): Generator<readonly Wish[]> {
  const at = (wishes: readonly Wish[], quantity: number): readonly Wish[] =>
    wishes.map(({ expr, is }) => ({ expr: settled(given(expr, key, quantity)), is }));
  const reads = (expr: Expr): boolean => atomsOf(expr).some((atom) => atom.op !== 'total' && atom.field.key === key);
  const reached = reach(item);
  for (const each of item.lines) yield [...reached, holds(each.when)];
  const reading = item.lines.filter(({ when }) => reads(when));
  const others = reads(item.match) ? plan.items.filter((other) => other !== item && reads(other.match)) : [];
  for (const [place, quantity] of marks.entries()) {
    const next = marks[place + 1];
    if (next === undefined) continue;
    for (const one of reading) {
      for (const other of reading) {
        if (one !== other)
          yield [...at([...reached, holds(one.when)], quantity), ...at([...reached, holds(other.when)], next)];
      }
    }
    for (const other of others) {
      for (const one of item.lines) {
        const left = at([...reached, holds(one.when)], quantity);
        for (const gate of other.gates) yield [...left, ...at([holds(other.match), fails(passes(gate))], next)];
        yield [...left, ...at([...reach(other), ...other.lines.map(({ when }) => fails(when))], next)];
        for (const { when } of other.lines) yield [...left, ...at([...reach(other), holds(when)], next)];
      }
    }
  }
}

/** As it is for records of this quantity. */
const given = (expr: Expr, key: string, quantity: number): Expr => {
  switch (expr.op) {
    case 'and':
    case 'or':
      return { op: expr.op, of: expr.of.map((arm) => given(arm, key, quantity)) };
    case 'not':
      return { op: 'not', of: given(expr.of, key, quantity) };
    case 'compare':
      return expr.field.on === 'record' && expr.field.key === key
        ? { op: 'const', value: holdsAt(expr)(quantity) }
        : expr;
    default:
      return expr;
  }
};

/** Of facts that leave out what does not matter; sums are as they are with little. */
const isTrue = (expr: Expr, facts: Facts): boolean => {
  switch (expr.op) {
    case 'const':
      return expr.value;
    case 'and':
      return expr.of.every((arm) => isTrue(arm, facts));
    case 'or':
      return expr.of.some((arm) => isTrue(arm, facts));
    case 'not':
      return !isTrue(expr.of, facts);
    case 'total':
      return holdsAt(expr)(0);
    default: {
      const value = facts.get(expr.field.key);
      return value !== undefined && holdsAt(expr)(value);
    }
  }
};

const marksOf = (item: Item, caps: readonly Cap[], { key }: Field, grid: number): readonly number[] => {
  const named: Fraction[] = conditionsOf(item, caps)
    .flatMap(atomsOf)
    .flatMap((atom) =>
      atom.op === 'compare' && atom.field.on === 'record' && atom.field.key === key ? [atom.to] : [],
    );
  for (const { rate } of item.lines) {
    if (rate.kind === 'steps') named.push(...rate.rows.flatMap(({ bounds }) => bounds.map(({ to }) => to)));
    if (rate.kind === 'per') named.push(rate.per, { n: 2 * rate.per.n, d: rate.per.d });
    if (rate.kind === 'per' && rate.rounding.to !== 'floor')
      named.push({ n: rate.per.n, d: 2 * rate.per.d }, { n: 3 * rate.per.n, d: 2 * rate.per.d });
  }
  const exact = named.flatMap((to) => {
    const [low, high] = [part(1, to, 'floor'), part(1, to, 'ceil')].map(
      (one) => Number(part(one, { n: 1, d: grid }, 'floor')) * grid,
    );
    return [(low ?? 0) - grid, low ?? 0, high ?? 0, (high ?? 0) + grid];
  });
  // Whole units beside them: what is shown is as round as it can be.
  const round = named
    .flatMap((to) => [Math.floor(to.n / to.d / MICRO) - 1, Math.floor(to.n / to.d / MICRO) + 1])
    .map((one) => one * MICRO);
  return [...new Set([...round, ...exact])]
    .filter((mark) => mark > 0 && mark < 1e15)
    .slice(0, MOST_MARKS)
    .sort((a, b) => a - b);
};

/** How many digits a quantity is written with, then how large it is. */
export const plainness = (quantity: number): number => {
  let digits = 0;
  for (let unit = MICRO; unit > 1 && quantity % unit !== 0; unit /= 10) digits += 1;
  return digits;
};
