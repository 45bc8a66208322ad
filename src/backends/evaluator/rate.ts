/** Rates: what a quantity is worth, in hundredths of a credit. */
import { type Exact, part, type Ratio, ratio, times } from '../../model/credit.ts';
import type { Rate, Source } from '../../model/plan.ts';
import { type ByRate, type ByRounding, pick } from '../backend.ts';
import { bound } from './condition.ts';
import type { Entry } from './entry.ts';
import type { Schema } from './facts.ts';
import { type Measuring, measuring } from './measure.ts';

/** A record earns by itself, or the measure of a pool is worth something. */
export type RateProgram =
  | {
      readonly kind: 'alone';
      /** Labels of the facts that it lacks. */
      missing(entry: Entry): readonly string[];
      worth(entry: Entry): Ratio;
      /** The record's quantity, where there is one to show. */
      readonly of: Measuring | null;
    }
  | {
      readonly kind: 'pooled';
      readonly of: Measuring;
      /** Of the pool's sum; null where no row holds it. */
      worth(sum: Exact): Exact | null;
      /** The row that holds the sum, of a rate by steps. */
      row(sum: Exact): Source | null;
    };

/** A record that only visits the year earns there by its days, if at all. */
export const earns = (rate: RateProgram, entry: Entry): boolean =>
  !entry.visiting || (rate.kind === 'pooled' && rate.of.ofVisitors);

const noRow = (): null => null;
const nothing: readonly string[] = [];

/** Hundredths for a measure, by what becomes of the rest that is no whole unit. */
function perUnit({ per, credits, rounding }: Extract<Rate, { kind: 'per' }>): (sum: Exact) => Exact {
  const units = ratio(per.d, per.n);
  const whole = (how: 'floor' | 'ceil') => (sum: Exact) => part(part(sum, units, how), credits, 'half');
  const table: ByRounding<(sum: Exact) => Exact> = {
    floor: () => whole('floor'),
    ceil: () => whole('ceil'),
    nearest: ({ step }) => {
      const steps = ratio(times(per.d, credits.n), times(times(per.n, credits.d), step));
      return (sum) => times(part(sum, steps, 'half'), step);
    },
  };
  return pick(table, rounding.to, rounding);
}

export function rateProgram(rate: Rate, schema: Schema): RateProgram {
  const table: ByRate<RateProgram> = {
    flat: ({ credits }) => ({ kind: 'alone', missing: () => nothing, worth: () => credits, of: null }),
    field: ({ key }) => {
      const of = measuring({ of: 'field', key }, schema);
      // A hundredth of a credit is ten thousand millionths.
      return { kind: 'alone', missing: of.missing, worth: (entry) => ({ n: of.of(entry), d: 10_000 }), of };
    },
    per: (per) => ({ kind: 'pooled', of: measuring(per.measure, schema), worth: perUnit(per), row: noRow }),
    steps: ({ measure, rows }) => {
      const steps = rows.map(({ bounds, credits, source }) => {
        const tests = bounds.map(({ by, to }) => bound(by, to));
        return { holds: (sum: Exact) => tests.every((test) => test(sum)), worth: part(1, credits, 'half'), source };
      });
      const find = (sum: Exact) => steps.find(({ holds }) => holds(sum));
      return {
        kind: 'pooled',
        of: measuring(measure, schema),
        worth: (sum) => find(sum)?.worth ?? null,
        row: (sum) => find(sum)?.source ?? null,
      };
    },
  };
  return pick(table, rate.kind, rate);
}
