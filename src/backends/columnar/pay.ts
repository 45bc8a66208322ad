/** What a line pays, in the shape of a loop: constants worked out beforehand, and doubles while they are exact. */
import { type Exact, part, type Ratio, ratioTimes, toCredit } from '../../model/credit.ts';
import type { Basis, Credit, Factor, Rounding } from '../../model/plan.ts';
import { type ByRate, type ByRounding, pick } from '../backend.ts';
import { fallen } from '../evaluator/amount.ts';
import type { Schema } from '../evaluator/facts.ts';
import type { LineProgram } from '../evaluator/program.ts';

export const FIXED = 0;
export const STATED = 1;
export const POOLED = 2;

export interface Pay {
  readonly kind: typeof FIXED | typeof STATED | typeof POOLED;
  /** Of a fixed one. */
  readonly amount: Credit;
  /** Place of the field that is measured or states the credits; -1: each record counts as one. */
  readonly field: number;
  readonly basis: Basis;
  /** Records with one number, in one span, are of one pool. */
  readonly pool: number;
  /** What a sum is worth. */
  readonly worth: (sum: number) => number;
  /** From what a record gains to what it earns; null where that is the same. */
  readonly after: ((gain: number, rank: number) => Credit) | null;
  /** Place of the rank by which it falls; -1: it does not. */
  readonly rank: number;
}

const SAFE = Number.MAX_SAFE_INTEGER;

/** `whole × n / d` made whole. A quotient of doubles may be one too many where it is near a whole number. */
export function scaled(whole: number, n: number, d: number, how: 'floor' | 'ceil' | 'half'): number {
  const product = whole * n;
  if (product > SAFE) return toCredit(part(whole, { n, d }, how));
  if (d === 1) return product;
  let quotient = Math.floor(product / d);
  if (quotient * d > product) quotient -= 1;
  const rest = product - quotient * d;
  return rest > 0 && (how === 'ceil' || (how === 'half' && rest >= d - rest)) ? quotient + 1 : quotient;
}

const small = (...all: readonly Exact[]): boolean => all.every((one) => typeof one === 'number');

/** The evaluator's own way, for numbers that doubles may not hold. */
const slowly = (worth: (sum: Exact) => Exact | null) => (sum: number) => toCredit(worth(sum) ?? 0);

function worthOf({ line, rate }: LineProgram): (sum: number) => number {
  if (rate.kind !== 'pooled' || line.rate.kind !== 'per') return () => 0;
  const { per, credits, rounding } = line.rate;
  const slow = slowly(rate.worth);
  const whole = (how: 'floor' | 'ceil') => (sum: number) =>
    scaled(scaled(sum, per.d, per.n, how), credits.n, credits.d, 'half');
  const table: ByRounding<(sum: number) => number> = {
    floor: () => whole('floor'),
    ceil: () => whole('ceil'),
    nearest: ({ step }) => {
      const [n, d] = [per.d * credits.n, per.n * credits.d * step];
      return n <= SAFE && d <= SAFE ? (sum) => scaled(sum, n, d, 'half') * step : slow;
    },
  };
  return small(per.n, per.d, credits.n, credits.d)
    ? pick<Rounding, (sum: number) => number>(table, rounding.to, rounding)
    : slow;
}

/** 递减, then the factors that hold, then one rounding. `by`: what one of the gain is in hundredths. */
function afterwards({ line }: LineProgram, factors: readonly Factor[], by: Ratio): Pay['after'] {
  const { falling } = line;
  const times = (amount: Ratio): Ratio => factors.reduce((product, factor) => ratioTimes(product, factor.by), amount);
  if (falling !== null)
    return (gain, rank) => toCredit(part(1, times(fallen({ n: gain, d: by.d }, falling, rank)), 'half'));
  const { n, d } = times({ n: 1, d: by.d });
  if (n === 1 && d === 1) return null;
  return typeof n === 'number' && typeof d === 'number'
    ? (gain) => scaled(gain, n, d, 'half')
    : (gain) => toCredit(part(gain, { n, d }, 'half'));
}

const noRank = -1;

/** `pool`: the number of this line and of the answers that tell its records apart. */
export function payOf(program: LineProgram, factors: readonly Factor[], pool: number, schema: Schema): Pay {
  const { line, rank } = program;
  const common = { amount: 0, basis: line.basis, pool, worth: worthOf(program), rank: rank ?? noRank };
  const table: ByRate<Pay> = {
    flat: ({ credits }) => {
      // One rank is of many kinds of records: what falls by it is not one amount for all.
      const stated = afterwards(program, factors, { n: 1, d: credits.d });
      if (line.falling !== null) return { ...common, kind: FIXED, amount: credits.n, field: -1, after: stated };
      return { ...common, kind: FIXED, amount: alone(program, factors), field: -1, after: null };
    },
    field: ({ key }) => ({
      ...common,
      kind: STATED,
      field: schema.place(key),
      after: afterwards(program, factors, { n: 1, d: 10_000 }),
    }),
    per: ({ measure }) => ({
      ...common,
      kind: POOLED,
      field: measure.of === 'field' ? schema.place(measure.key) : -1,
      after: afterwards(program, factors, { n: 1, d: 1 }),
    }),
    // The evaluator reckons these, with the other records of their item.
    steps: () => ({ ...common, kind: FIXED, field: -1, after: null }),
  };
  return pick(table, line.rate.kind, line.rate);
}

function alone({ line }: LineProgram, factors: readonly Factor[]): Credit {
  if (line.rate.kind !== 'flat') return 0;
  const amount = factors.reduce<Ratio>((product, factor) => ratioTimes(product, factor.by), line.rate.credits);
  return toCredit(part(1, amount, 'half'));
}
