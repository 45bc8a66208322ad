/**
 * Activities that close the gap with the least effort. The tables under the caps say what no plan can do with less, line by
 * line; a plan that the evaluator confirms and that costs no more is the least. Where the two differ, for lines and caps
 * reach across each other, plans are gone through from the least effort up.
 */
import { costsOf } from './bound.ts';
import type { Case } from './case.ts';
import { climb } from './climb.ts';
import { descend } from './descend.ts';
import { unmetIn } from './missing.ts';
import type { Offer } from './options.ts';
import type { Standing } from './standing.ts';
import { type Search, trimmed, type Way } from './way.ts';

export const search = (at: Case, offers: readonly Offer[], exhaustive = true): Search => {
  const start: Way = { steps: [], effort: 0, after: at.base };
  if (at.base.met) return { way: start, proven: true };
  const { of: costs, sure } = costsOf(at, offers);
  // No plan that closes the gap costs less than the costliest of its lines.
  const bound = (standing: Standing): number => Math.max(0, ...costs(standing).values());
  const least = bound(at.base);
  const quick = least === Number.POSITIVE_INFINITY ? null : descend(at, offers);
  // The bound may leave out the one for each activity that is added to its time.
  if (quick !== null && quick.effort - quick.steps.length < least + 1)
    return { way: sure ? quick : trimmed(at, offers, quick), proven: sure };
  if (least === Number.POSITIVE_INFINITY && sure) return { way: null, proven: true };
  if (!exhaustive) return { way: quick === null ? null : trimmed(at, offers, quick), proven: false };
  const timed = unmetIn(at.base).some(({ line }) => line.unit === 'classHours');
  const found = climb(at, offers, bound, quick === null ? null : trimmed(at, offers, quick));
  return { way: found.way, proven: found.proven && sure && !timed };
};
