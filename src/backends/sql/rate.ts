/** Rates: what a pool's sum is worth in whole hundredths, and what a record's amount comes to. */
import { part, type Ratio, ratio, ratioTimes, times } from '../../model/credit.ts';
import type { AwardLine, Fraction, Item, Rate } from '../../model/plan.ts';
import { type ByRate, type ByRounding, pick } from '../backend.ts';
import { leftByRank } from '../ranks.ts';
import { joined, meets } from './condition.ts';
import type { Context } from './context.ts';
import { choice, told } from './script.ts';

/** The most that a number is multiplied by on its way: kept to hold every step within 64 bits. */
export class Growth {
  #most = 1n;

  by(...factors: readonly (number | bigint)[]): void {
    const product = factors.reduce<bigint>((all, one) => all * BigInt(one), 1n);
    if (product > this.#most) this.#most = product;
  }

  /** The largest sum of numbers that stays within 64 bits, with some room. */
  get bound(): bigint {
    return 2n ** 62n / this.#most;
  }
}

const scaled = (what: string, by: number | bigint): string => (Number(by) === 1 ? what : `${what} * ${by}`);

/** `what × by`, rounded half up. */
export function half(
  { dialect }: Context,
  what: string,
  by: { readonly n: number | bigint; readonly d: number | bigint },
): string {
  if (Number(by.d) === 1) return scaled(what, by.n);
  return dialect.quotient(`(${what} * ${2n * BigInt(by.n)} + ${by.d})`, String(2n * BigInt(by.d)));
}

/** Hundredths that a sum is worth; null: it is no sum that is. */
export function worth(context: Context, { rate }: AwardLine, sum: string, growth: Growth): string | null {
  const table: ByRate<string | null> = {
    flat: () => null,
    field: () => null,
    per: (per) => perUnit(context, per, sum, growth),
    steps: ({ rows }) =>
      choice(
        rows.map(({ bounds, credits, source }) => ({
          when: joined(
            bounds.map(({ by, to }) => meets(sum, by, to)),
            'AND',
          ),
          gives: String(part(1, credits, 'half')),
          says: told(source),
        })),
        null,
      ),
  };
  return pick(table, rate.kind, rate);
}

function perUnit(
  context: Context,
  { per, credits, rounding }: Extract<Rate, { kind: 'per' }>,
  sum: string,
  growth: Growth,
): string {
  const units = ratio(per.d, per.n);
  const whole = (begun: boolean) => (): string => {
    growth.by(units.n, 2, credits.n);
    const more = begun ? ` + ${BigInt(units.d) - 1n}` : '';
    const count =
      Number(units.d) === 1
        ? scaled(sum, units.n)
        : context.dialect.quotient(`(${scaled(sum, units.n)}${more})`, String(units.d));
    return half(context, count, credits);
  };
  const table: ByRounding<string> = {
    floor: whole(false),
    ceil: whole(true),
    nearest: ({ step }) => {
      const steps = ratio(times(per.d, credits.n), times(times(per.n, credits.d), step));
      growth.by(steps.n, 2, step);
      return scaled(half(context, sum, steps), step);
    },
  };
  return pick(table, rounding.to, rounding);
}

/** Whether what is left after each rank can be said in whole numbers. */
export function sayable(line: AwardLine, item: Item): boolean {
  return line.falling === null || line.falling.by.kind === 'step' || leftByRank(line, item) !== null;
}

/** What a record of this line earns in hundredths, after 递减 and 系数, rounded once. `gain`: what its pool gained by it. */
export function amount(context: Context, line: AwardLine, item: Item, gain: string, growth: Growth): string {
  const { names, spell } = context;
  const { rate, falling } = line;
  const factors = item.factors.map(({ when, by }) => ({ held: when === null ? 'TRUE' : spell(when), by }));
  if (falling?.by.kind === 'share') {
    const ranks = leftByRank(line, item) ?? [];
    const rank = names.record(falling.rank);
    const branches = ranks.map((left, at) => ({
      when: at === ranks.length - 1 ? 'TRUE' : `${rank} <= ${(at + 1) * 1_000_000}`,
      gives: everyWay(left, factors),
    }));
    return choice(branches, null);
  }
  // A fraction: the numerator is spelt, the denominator is the same for every record of the line.
  const start: ByRate<{ over: string; under: bigint }> = {
    flat: ({ credits }) => ({ over: String(credits.n), under: BigInt(credits.d) }),
    field: ({ key }) => ({ over: names.record(key), under: 10_000n }),
    per: () => ({ over: gain, under: 1n }),
    steps: () => ({ over: gain, under: 1n }),
  };
  let { over, under } = pick<Rate, { over: string; under: bigint }>(start, rate.kind, rate);
  let most = rate.kind === 'flat' ? BigInt(rate.credits.n) : 1n;
  if (falling?.by.kind === 'step') {
    const before = under;
    ({ over, under } = stepsDown(context, over, under, falling.by.credits, falling.least, names.record(falling.rank)));
    most *= under / before;
  }
  for (const { held, by } of factors) {
    if (held === 'FALSE') continue;
    over = held === 'TRUE' ? scaled(`(${over})`, by.n) : `(${over}) * CASE WHEN ${held} THEN ${by.n} ELSE ${by.d} END`;
    under *= BigInt(by.d);
    most *= BigInt(Math.max(by.n, by.d));
  }
  growth.by(2, most);
  return half(context, over === '' ? '0' : under === 1n ? over : `(${over})`, { n: 1, d: under });
}

/** Each rank after the first a step less, never under the least; less than that to begin with stays. */
function stepsDown(
  { dialect }: Context,
  over: string,
  under: bigint,
  step: Fraction,
  least: Fraction,
  rank: string,
): { over: string; under: bigint } {
  const common = under * BigInt(step.d) * BigInt(least.d);
  const first = scaled(`(${over})`, common / under);
  const floor = (BigInt(least.n) * common) / BigInt(least.d);
  const each = (BigInt(step.n) * common) / BigInt(step.d);
  const after = `GREATEST(0, ${dialect.quotient(rank, '1000000')} - 1)`;
  return { over: `LEAST(${first}, GREATEST(${floor}, ${first} - ${after} * ${each}))`, under: common };
}

/** A fixed amount under each combination of the factors that may hold. */
function everyWay(left: Ratio, factors: readonly { readonly held: string; readonly by: Fraction }[]): string {
  const [first, ...others] = factors;
  if (first === undefined) return String(part(1, left, 'half'));
  const more = ratioTimes(left, first.by);
  if (first.held === 'TRUE') return everyWay(more, others);
  if (first.held === 'FALSE') return everyWay(left, others);
  return `CASE WHEN ${first.held} THEN ${everyWay(more, others)} ELSE ${everyWay(left, others)} END`;
}
