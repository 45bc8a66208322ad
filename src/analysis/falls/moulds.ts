/** Records of every kind that an item tells apart, of one person, to make up cases from. */
import { part } from '../../model/credit.ts';
import { dayOf, yearOf } from '../../model/date.ts';
import type { Cap, Expr, Fraction, Item, Measure, Plan, Value } from '../../model/plan.ts';
import { type Atom, atomsOf, hasAtoms } from '../axes.ts';
import { isOver, reach } from '../reach.ts';
import { fails, holds, type Regions, type Wish } from '../regions.ts';
import { factsOf, isValue } from '../witness.ts';
import { settled } from './spans.ts';
import type { edgesOf } from './suspects.ts';

export type Facts = ReadonlyMap<string, Value>;

export interface Moulds {
  readonly year: number;
  readonly person: Map<string, Value>;
  readonly records: readonly Facts[];
  /** By field: quantities on both sides of what the item's lines ask for. */
  readonly grids: ReadonlyMap<string, readonly number[]>;
  /** Lengths of stays in days, where the item measures any. */
  readonly stays: readonly number[];
}

/** So many kinds are enough to show what goes wrong between two or three of them. */
const MOST_KINDS = 24;

export const knownOf = (on: 'person' | 'record', facts: Facts): readonly Wish[] =>
  [...facts].map(([key, value]) => holds(isValue(on, key, value)));

/** Null where no record comes as far as a line. `first`: the condition whose person they all are. */
export const mouldsOf = (regions: Regions, plan: Plan, item: Item, first: Expr | null): Moulds | null => {
  const caps = plan.caps.filter((cap) => isOver(cap, item));
  const ways = [
    ...(first === null ? [] : [first]),
    ...item.lines.map(({ when }) => when),
    ...item.deems.map(({ when }) => when),
  ].map(settled);
  let person: Map<string, Value> | null = null;
  let year = Number(plan.effective?.slice(0, 4) ?? 2030);
  const found = new Map<string, Facts>();
  const take = (wishes: readonly Wish[]): void => {
    if (found.size >= MOST_KINDS) return;
    const answer = regions.find([...(person === null ? [] : knownOf('person', person)), ...reach(item), ...wishes]);
    if (answer.kind !== 'point') return;
    const facts = factsOf(answer.point, 'record');
    const own = yearIn(facts, item);
    if (person === null) {
      person = factsOf(answer.point, 'person');
      year = own ?? year;
    } else if (own !== null && own !== year) return;
    found.set(JSON.stringify([...facts]), facts);
  };
  for (const way of ways) take([holds(way)]);
  const apart = apartOf(item, caps);
  for (const way of ways) {
    for (const each of apart) {
      take([holds(way), holds(each)]);
      take([holds(way), fails(each)]);
    }
  }
  if (person === null) return null;
  const asked = askedOf(plan, item, caps);
  const records = [...found.values()].map((facts) => completed(asked, 'record', facts));
  const whole = completed(asked, 'person', person);
  return { year, person: whole, records, grids: gridsOf(plan, item, caps), stays: staysOf(item) };
};

/** What an evaluation must know of a record that earns, besides its line: a fact that it lacks leaves it incomplete. */
export const askedOf = (plan: Plan, item: Item, caps: readonly Cap[]): readonly Atom[] => {
  const subjects = plan.requirements
    .flatMap(({ lines }) => lines.flatMap(({ subject, fillable }) => [subject, ...(fillable?.from ?? [])]))
    .filter((subject) => subject !== null && isOver(subject, item));
  return [...caps, ...item.factors, ...item.best, ...subjects].flatMap((one) => (one?.when ? atomsOf(one.when) : []));
};

/** With some value of what it leaves out; days are given by the witness. */
export const completed = (asked: readonly Atom[], on: 'person' | 'record', facts: Facts): Map<string, Value> => {
  const whole = new Map(facts);
  for (const atom of asked) {
    if (atom.op === 'total' || atom.field.on !== on || whole.has(atom.field.key) || DAYS.has(atom.field.key)) continue;
    if (atom.op === 'among') whole.set(atom.field.key, atom.keys[0] ?? '');
    if (atom.op === 'compare') whole.set(atom.field.key, micro(atom.to));
  }
  return whole;
};
const DAYS: ReadonlySet<string> = new Set(['date', 'start', 'end']);

export const yearIn = (facts: Facts, item: Item): number | null => {
  const day = [item.placed ?? '', 'end', 'date']
    .map((key) => facts.get(key))
    .find((value) => typeof value === 'number');
  return typeof day === 'number' ? yearOf(day) : null;
};

/** What tells records of the item apart behind its lines, and in its sums. */
const apartOf = (item: Item, caps: readonly Cap[]): readonly Expr[] => {
  const all = [
    ...item.deems.map(({ when }) => when),
    ...[...caps, ...item.factors, ...item.best].flatMap(({ when }) => (when === null ? [] : [when])),
    ...item.lines.flatMap(({ when }) => atomsOf(when).flatMap((atom) => (atom.op === 'total' ? [atom.where] : []))),
  ].map(settled);
  const byText = new Map(all.filter(hasAtoms).map((expr) => [JSON.stringify(expr), expr]));
  return [...byText.values()].slice(0, 6);
};

const micro = (to: Fraction): number => Number(part(1, to, 'ceil'));

/** A third, two thirds, one, and somewhat more of a unit, of as many units as a deeming is worth, and of what caps let through. */
const unitsOf = (per: Fraction, credits: Fraction, amounts: readonly number[]): readonly number[] => {
  const unit = micro(per);
  const worth = Math.max(1, Math.round(credits.n / credits.d));
  const enough = amounts.map((amount) => unit * (Math.floor(amount / worth) + 1));
  const third = Math.round(unit / 3);
  return [
    unit,
    third,
    unit - third,
    unit + third,
    2 * unit - third,
    unit / 2,
    ...enough.flatMap((one) => [one, one - third]),
  ];
};

export const gridsOf = (plan: Plan, item: Item, caps: readonly Cap[]): ReadonlyMap<string, readonly number[]> => {
  const grids = new Map<string, number[]>();
  const add = (key: string, values: readonly number[]): void => {
    const type = plan.recordFields.find((field) => field.key === key)?.type;
    const step = type === 'whole' ? 1_000_000 : 1;
    const near = values.map((value) => Math.round(value / step) * step).filter((value) => value >= 0 && value < 1e15);
    grids.set(key, [...new Set([...(grids.get(key) ?? []), ...near])]);
  };
  const amounts = [...item.deems.flatMap(({ credits }) => credits ?? []), ...caps.map(({ limit }) => limit)].slice(
    0,
    4,
  );
  for (const { rate, falling } of item.lines) {
    if (rate.kind === 'field')
      add(
        rate.key,
        [1, 2, 5, 12].map((credits) => credits * 1_000_000),
      );
    if (rate.kind === 'per' && rate.measure.of === 'field') {
      add(rate.measure.key, unitsOf(rate.per, rate.credits, amounts));
      // What earns nothing has no step.
      if (rate.rounding.to === 'nearest' && rate.credits.n > 0)
        add(rate.measure.key, unitsOf(stepOf(rate), rate.credits, []));
    }
    if (rate.kind === 'steps' && rate.measure.of === 'field') add(rate.measure.key, rowsOf(rate));
    if (falling)
      add(
        falling.rank,
        [1, 2, 5].map((rank) => rank * 1_000_000),
      );
  }
  for (const { measure, to } of totalsOf(item))
    if (measure.of === 'field') add(measure.key, [micro(to), micro(to) / 2]);
  return grids;
};

/** At which rows begin and end, between, and behind the last. */
const rowsOf = (steps: Parameters<typeof edgesOf>[0]): readonly number[] => {
  const marks = [...new Set(steps.rows.flatMap(({ bounds }) => bounds.map(({ to }) => micro(to))))].sort(
    (a, b) => a - b,
  );
  return marks.flatMap((mark, at) => [mark, Math.round((mark + (marks[at + 1] ?? mark + 2_000_000)) / 2)]);
};

/** What earns one step of a rounding to the nearest. */
const stepOf = ({
  per,
  credits,
  rounding,
}: {
  per: Fraction;
  credits: Fraction;
  rounding: { to: string; step?: number };
}): Fraction => ({
  n: Math.round((per.n / per.d) * (rounding.step ?? 1) * (credits.d / credits.n)),
  d: 1,
});

export const totalsOf = (item: Item) =>
  [...item.lines, ...item.deems].flatMap(({ when }) =>
    atomsOf(when).flatMap((atom) => (atom.op === 'total' ? [atom] : [])),
  );

const DAYS_A_MONTH = 31;

const daysFor = (measure: Measure, amount: number): number =>
  measure.of === 'months' ? amount * DAYS_A_MONTH : amount;

export const staysOf = (item: Item): readonly number[] => {
  const lengths = [
    ...totalsOf(item).map(({ measure, to }) => ({ measure, amount: Math.ceil(to.n / to.d) })),
    ...item.lines.flatMap(({ rate }) =>
      rate.kind === 'per' ? [{ measure: rate.measure, amount: Math.ceil(rate.per.n / rate.per.d) }] : [],
    ),
  ].flatMap(({ measure, amount }) => {
    if (measure.of !== 'days' && measure.of !== 'months') return [];
    const days = daysFor(measure, amount);
    return [days, days - 1, Math.ceil(days / 3), Math.ceil((2 * days) / 3)];
  });
  return [...new Set(lengths)].filter((days) => days >= 1 && days <= 366);
};

/** With as little, or as much, of all that its lines measure besides. */
export const measuredBy = (
  plan: Plan,
  item: Item,
  caps: readonly Cap[],
  facts: Facts,
  year: number,
): readonly Facts[] => {
  const [grids, stays] = [gridsOf(plan, item, caps), staysOf(item)];
  return [Math.min, Math.max].map((pick) => {
    const whole = new Map(facts);
    for (const [key, values] of grids) if (!whole.has(key) && values.length > 0) whole.set(key, pick(...values));
    if (stays.length > 0 && !whole.has('start') && !whole.has('end')) {
      whole.set('start', firstDay(year)).set('end', firstDay(year) + pick(...stays) - 1);
    }
    return whole;
  });
};

export const firstDay = (year: number): number => dayOf(year, 1, 1);
