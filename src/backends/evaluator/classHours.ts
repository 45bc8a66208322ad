/** 学时: the measured time of the records that earned, before caps. */
import { type Exact, plus, type Ratio, ratio, ratioPlus, times } from '../../model/credit.ts';
import type { Entry } from './entry.ts';
import type { ItemProgram } from './program.ts';

const MICRO = 1_000_000;

/**
 * Millionths of a class hour, exact: of the records in pools that gained something, and of those in the sum of a deeming
 * that held. Time counts in the year that its record belongs to.
 */
export function classHours(items: readonly ItemProgram[], entries: readonly Entry[]): Ratio {
  const sums = new Map<number, Exact>();
  for (const entry of entries) {
    const time = items[entry.item]?.time;
    if (time === null || time === undefined || entry.visiting || time.missing(entry).length > 0) continue;
    if (entry.deemed || (entry.pool !== null && entry.pool.raw > 0)) {
      sums.set(entry.item, plus(sums.get(entry.item) ?? 0, time.of(entry)));
    }
  }
  let total: Ratio = { n: 0, d: 1 };
  for (const [item, sum] of sums) {
    const per = items[item]?.item.time?.perClassHour;
    if (per !== undefined) total = ratioPlus(total, ratio(times(times(sum, per.d), MICRO), per.n));
  }
  return total;
}
