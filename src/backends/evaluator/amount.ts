/** From what a record gains to what it earns: 递减, then 系数, then one rounding. */
import { compareRatios, minus, type Ratio, ratio, ratioTimes, times } from '../../model/credit.ts';
import type { Falling } from '../../model/plan.ts';

const MICRO = 1_000_000;

/** The amount of a rank, in millionths as a fact is. Less than the least to begin with does not rise to it. */
export function fallen(amount: Ratio, { by, least }: Falling, rank: number): Ratio {
  const after = Math.max(0, rank / MICRO - 1);
  if (after === 0 || compareRatios(amount, least) <= 0) return amount;
  const left = by.kind === 'share' ? shareLeft(amount, by.ratio, after) : stepsLeft(amount, by.credits, after);
  return compareRatios(left, least) < 0 ? least : left;
}

function stepsLeft(amount: Ratio, step: Ratio, after: number): Ratio {
  const lost = ratioTimes(step, { n: after, d: 1 });
  if (compareRatios(amount, lost) <= 0) return { n: 0, d: 1 };
  return ratio(minus(times(amount.n, lost.d), times(lost.n, amount.d)), times(amount.d, lost.d));
}

// Below this nothing is left to round, whatever factors follow: their product is far from 2^100.
const NOTHING_LOG2 = -128;

function shareLeft(amount: Ratio, share: { readonly n: number; readonly d: number }, after: number): Ratio {
  const kept = share.d - share.n;
  // A rank is a fact and may be any whole number: powers that round to nothing are not worked out.
  const size = Math.log2(Number(amount.n) / Number(amount.d)) + after * Math.log2(kept / share.d);
  if (kept <= 0 || !(size > NOTHING_LOG2)) return { n: 0, d: 1 };
  return ratioTimes(amount, { n: BigInt(kept) ** BigInt(after), d: BigInt(share.d) ** BigInt(after) });
}
