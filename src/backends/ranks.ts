/** 递减 of a fixed amount, rank by rank, for engines that cannot multiply as often as a rank says. */
import type { Ratio } from '../model/credit.ts';
import type { AwardLine, Item } from '../model/plan.ts';
import { fallen } from './evaluator/amount.ts';

/** A share falls at most so many ranks before nothing, or the least, is left. */
const MOST_RANKS = 400;

/**
 * What is left at each rank, from the first, in hundredths, before factors; the last is that of all ranks after it. Null
 * where the line gives no fixed amount, or falls for too long.
 */
export function leftByRank({ rate, falling }: AwardLine, { factors }: Item): readonly Ratio[] | null {
  if (rate.kind !== 'flat' || falling === null) return null;
  const most = factors.reduce((all, { by }) => (by.n > by.d ? all * (by.n / by.d) : all), 1);
  const found: Ratio[] = [];
  for (let rank = 1; rank <= MOST_RANKS; rank += 1) {
    const left = fallen(rate.credits, falling, rank * 1_000_000);
    const before = found.at(-1);
    found.push(left);
    const next = fallen(rate.credits, falling, (rank + 1) * 1_000_000);
    if (isSame(left, next) && (before === undefined || isSame(before, left))) return found;
    if ((Number(left.n) / Number(left.d)) * most < 0.25) return found;
  }
  return null;
}

const isSame = (a: Ratio, b: Ratio): boolean => BigInt(a.n) * BigInt(b.d) === BigInt(b.n) * BigInt(a.d);
