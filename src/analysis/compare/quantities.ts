/** Numbers at which something turns: units, thresholds, and as much as reaches a cap or a requirement. */
import { part, ratio } from '../../model/credit.ts';
import { dayOf, lastOfMonths } from '../../model/date.ts';
import type { Expr, Fraction, Item, Measure, Plan } from '../../model/plan.ts';
import { atomsOf } from '../axes.ts';

const MICRO = 1_000_000;
const MOST = 1e9 * MICRO;

const up = (to: Fraction): number => Number(part(1, to, 'ceil'));

/** Hundredths of credits that caps over the item and requirements speak of. */
export const limitsOf = (plans: readonly Plan[], key: string | null): readonly number[] => [
  ...new Set(
    plans.flatMap((plan) => [
      ...plan.caps.flatMap(({ items, limit }) => (key === null || items.includes(key) ? [limit] : [])),
      ...plan.requirements.flatMap(({ lines }) =>
        lines.flatMap(({ amount, unit }) => (amount.kind === 'amount' && unit === 'credits' ? [amount.value] : [])),
      ),
    ]),
  ),
];

const sameMeasure = (a: Measure, b: Measure): boolean =>
  a.of === b.of && (a.of !== 'field' || (b.of === 'field' && a.key === b.key));

const conditionsOf = ({ match, gates, lines, factors, deems }: Item): readonly Expr[] => [
  match,
  ...gates.flatMap(({ when, that }) => (when ? [when, that] : [that])),
  ...[...lines, ...factors, ...deems].flatMap(({ when }) => when ?? []),
];

/** What the item's conditions compare this measure with. */
const thresholds = (item: Item, measure: Measure): readonly number[] =>
  conditionsOf(item)
    .flatMap(atomsOf)
    .flatMap((atom) => {
      if (atom.op === 'total') return sameMeasure(atom.measure, measure) ? [up(atom.to)] : [];
      const own =
        atom.op === 'compare' && measure.of === 'field' && atom.field.on === 'record' && atom.field.key === measure.key;
      return own ? [up(atom.to)] : [];
    });

/** In the scale of the measure; `unit` is what people count in. */
export const valuesOf = (
  items: readonly Item[],
  measure: Measure,
  limits: readonly number[],
  unit: number,
): readonly number[] => {
  const found = new Set<number>();
  const near = (value: number): void => {
    for (const one of [value, value - unit, value + unit]) found.add(one);
  };
  const units: number[] = [];
  for (const item of items) {
    for (const mark of thresholds(item, measure)) near(mark);
    for (const { rate } of item.lines) {
      if (rate.kind === 'per' && sameMeasure(rate.measure, measure)) {
        const size = up(rate.per);
        units.push(size);
        for (const one of [size, 2 * size, size - unit, size / 2, size + size / 2, 10 * size]) found.add(one);
        for (const limit of limits) {
          // So many units reach the limit.
          const count = Number(part(limit, ratio(rate.credits.d, Math.max(1, rate.credits.n)), 'ceil'));
          for (const one of [count, count + 1, 2 * count]) found.add(one * size);
        }
      } else if (rate.kind === 'steps' && sameMeasure(rate.measure, measure)) {
        for (const { bounds } of rate.rows) for (const { to } of bounds) near(up(to));
      } else if (rate.kind === 'field' && measure.of === 'field' && rate.key === measure.key) {
        for (const limit of [100, ...limits])
          for (const one of [limit, limit + 100, 2 * limit]) found.add(one * 10_000);
      }
    }
  }
  for (const a of units) for (const b of units) if (a !== b) found.add((a / unit) * b);
  const whole = [...found].filter((value) => value > 0 && value < MOST && value % Math.min(unit, 1000) === 0);
  return whole.sort((a, b) => a - b);
};

export interface Stay {
  readonly start: number;
  readonly end: number;
}

/** Stays of these lengths, from days where months are long and short. */
export const staysOf = (items: readonly Item[], year: number): readonly Stay[] => {
  const days = items.flatMap((item) => [...thresholds(item, { of: 'days' }), ...unitsOf(item, 'days')]);
  const months = items.flatMap((item) => [...thresholds(item, { of: 'months' }), ...unitsOf(item, 'months')]);
  const starts = [dayOf(year, 1, 1), dayOf(year, 2, 1), dayOf(year, 3, 1), dayOf(year, 7, 1)];
  const found = new Map<string, Stay>();
  const add = (start: number, end: number): void => {
    if (end >= start && end - start < 1000) found.set(`${start} ${end}`, { start, end });
  };
  for (const start of starts) {
    for (const count of new Set(days.flatMap((one) => [one, one - 1, one + 1]))) add(start, start + count - 1);
    for (const count of new Set(months.filter((one) => one > 0 && one < 30))) {
      add(start, lastOfMonths(start, count));
      add(start, lastOfMonths(start, count) - 1);
    }
    if (days.length + months.length === 0) add(start, start + 9);
  }
  return [...found.values()].slice(0, 48);
};

const unitsOf = ({ lines }: Item, of: 'days' | 'months'): readonly number[] =>
  lines.flatMap(({ rate }) => (rate.kind === 'per' && rate.measure.of === of ? [up(rate.per)] : []));
