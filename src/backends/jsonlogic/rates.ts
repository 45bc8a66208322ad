/** Rates as JsonLogic: hundredths of a credit for a measure. The measure is written more than once, so it should be short. */
import type { Item, Measure, Rate } from '../../model/plan.ts';
import { type ByMeasure, type ByRate, type ByRounding, pick } from '../backend.ts';
import type { Build } from './build.ts';
import { answerOf, type Class } from './classes.ts';
import { and, floored, halved, type Logic, named, raised, times, variable, when } from './logic.ts';
import { meets } from './possible.ts';
import { ABSENT, AT_RECORD, within } from './truth.ts';

/** Of the current record alone. */
export function measureOf(build: Build, measure: Measure): Logic {
  const table: ByMeasure<Logic> = {
    field: ({ key }) => variable(build.truths.path({ on: 'record', key }, AT_RECORD)),
    days: () => variable('current.stay.days'),
    months: () => variable('current.stay.months'),
    count: () => 1,
  };
  return pick(table, measure.of, measure);
}

/** Whether the current record has it. */
export function hasMeasure(build: Build, measure: Measure): Logic {
  const stay: Logic = { '>': [variable('current.stay.days', ABSENT), ABSENT] };
  const table: ByMeasure<Logic> = {
    field: ({ key }) => ({
      '>': [variable(build.truths.path({ on: 'record', key }, AT_RECORD), ABSENT), ABSENT],
    }),
    days: () => stay,
    months: () => stay,
    count: () => true,
  };
  return pick(table, measure.of, measure);
}

/** Whether it has some of it in the year: a stay that lies in another has no days here. */
export const bringsMeasure = (build: Build, measure: Measure): Logic =>
  byStay(measure) ? { '>': [variable('current.stay.days', ABSENT), 0] } : hasMeasure(build, measure);

export const byStay = (measure: Measure): boolean => measure.of === 'days' || measure.of === 'months';

export const measureIn = (rate: Rate): Measure => {
  if (rate.kind === 'field') return { of: 'field', key: rate.key };
  return rate.kind === 'flat' ? { of: 'count' } : rate.measure;
};

/** Whether its records and those that only visit the year earn. */
export const ofVisitors = (measure: Measure): boolean => byStay(measure);

/** What a sum is worth in hundredths, before factors. */
export function worth(rate: Rate, value: Logic): Logic {
  const table: ByRate<Logic> = {
    flat: ({ credits }) => halved(credits.n, 1, credits.d),
    field: () => halved(value, 1, 10_000),
    per: ({ per, credits, rounding }) => {
      const paid = (units: Logic): Logic => named(units, (whole) => halved(whole, credits.n, credits.d));
      const plain = (units: Logic): Logic => (credits.d === 1 ? times(units, credits.n) : paid(units));
      const rounded: ByRounding<Logic> = {
        floor: () => plain(floored(value, per.d, per.n)),
        ceil: () => plain(raised(value, per.d, per.n)),
        nearest: ({ step }) => {
          const { n, d } = lowest(per.d * credits.n, per.n * credits.d * step);
          return times(halved(value, n, d), step);
        },
      };
      return pick(rounded, rounding.to, rounding);
    },
    steps: ({ rows }) =>
      rows.reduceRight<Logic>(
        (otherwise, { bounds, credits }) =>
          when(
            and(...bounds.map(({ by, to }) => within(value, by, to))),
            Math.floor((2 * credits.n + credits.d) / (2 * credits.d)),
            otherwise,
          ),
        0,
      ),
  };
  return pick(table, rate.kind, rate);
}

export function lowest(n: number, d: number): { n: number; d: number } {
  let [a, b] = [n, d];
  while (b > 0) [a, b] = [b, a % b];
  return a === 0 ? { n: 0, d: 1 } : { n: n / a, d: d / a };
}

/** What multiplies the amounts of a class: its factors, of which it is known whether they hold. */
export function factorOf(one: Class): { n: number; d: number } {
  const held = one.item.factors.filter((factor) => answerOf(one, factor.when) === 2);
  return held.reduce((all, { by }) => lowest(all.n * by.n, all.d * by.d), { n: 1, d: 1 });
}

/** Whether more of the measure never earns less. */
export function grows(rate: Rate): boolean {
  if (rate.kind !== 'steps') return true;
  const edges = rate.rows.flatMap(({ bounds }) => bounds.map(({ to }) => Math.floor(to.n / to.d)));
  const points = [0, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1, edge + 2])].filter((point) => point >= 0);
  let before = 0;
  for (const point of points.sort((a, b) => a - b)) {
    const row = rate.rows.find(({ bounds }) => bounds.every(({ by, to }) => meets(point, by, to)));
    const here = row === undefined ? 0 : row.credits.n / row.credits.d;
    if (here < before) return false;
    before = here;
  }
  return true;
}

/** Notes how much this class multiplies its numbers on the way. */
export function noteSize(build: Build, one: Class): void {
  const { rate, source } = one.line;
  const factor = factorOf(one);
  const own = rate.kind === 'per' ? ownSize(rate) : 1;
  const size = 2 * own * factor.n * factor.d;
  build.multiplies(Number.isSafeInteger(size) ? size : Number.POSITIVE_INFINITY, source);
}

const ownSize = ({ per, credits, rounding }: Extract<Rate, { kind: 'per' }>): number =>
  rounding.to === 'nearest'
    ? lowest(per.d * credits.n, per.n * credits.d * rounding.step).n
    : Math.max(per.d, Math.ceil((credits.n * per.d) / per.n) + 1);

export const timeOf = ({ time }: Item): { key: string; n: number; d: number } | null =>
  time === null ? null : { key: time.key, n: time.perClassHour.n, d: time.perClassHour.d };
