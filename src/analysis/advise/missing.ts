/** What the lines of the requirement still lack, and what a cap still lets through. */
import { compareRatios, minus, part, type Ratio, times } from '../../model/credit.ts';
import type { Cap, Credit } from '../../model/plan.ts';
import type { Case } from './case.ts';
import { isTrue } from './given.ts';
import type { Asked, Earning, Standing } from './standing.ts';

/**
 * In the scale of the line's unit, or so many times that, up to the next whole. A line that must not be exceeded lacks
 * nothing that can be added.
 */
export const missingOf = ({ line, required, earned, met }: Asked, by: Ratio = { n: 1, d: 1 }): number => {
  if (met || line.bound === 'most' || compareRatios(required, earned) <= 0) return 0;
  const [all, had] = [times(required.n, earned.d), times(earned.n, required.d)];
  return Number(part(minus(all, had), { n: by.n, d: times(by.d, times(required.d, earned.d)) }, 'ceil'));
};

/** The lines that credits must not exceed by more than so much. */
export const mostOf = ({ lines }: Standing): readonly Asked[] =>
  lines.filter(
    ({ line, judged }) => judged && line.bound === 'most' && line.unit === 'credits' && line.amount.kind === 'amount',
  );

/** The lines that keep the practitioner from meeting the requirement this year. */
export const unmetIn = ({ lines }: Standing): readonly Asked[] => lines.filter(({ met, judged }) => judged && !met);

/**
 * What counts already under a cap of the year stands below it: where a cap around it cut as well, that one is full, and what
 * this one would let through is of no use. Where the span is smaller, another project or day has all of it.
 */
export const roomIn = ({ plan, person }: Case, standing: Standing, place: number): Credit => {
  const { limits, records } = standing;
  const cap = plan.caps[place];
  if (cap === undefined) return leftIn(mostOf(standing)[place - plan.caps.length]);
  if (!lasts(cap)) return Number.POSITIVE_INFINITY;
  const under = ({ item, facts }: Earning): boolean => cap.items.includes(item) && isTrue(cap.when, person, facts);
  const used = records
    .filter(under)
    .reduce((sum, { credits, added }) => sum + credits - (cap.stage === 'item' ? added : 0), 0);
  return Math.max(0, (limits[place] ?? cap.limit) - used);
};

/** Where caps cross, what counts may come to count otherwise, and leave more than it seems. */
export const roomAtMost = (at: Case, standing: Standing, place: number): Credit => {
  const cap = at.plan.caps[place];
  return cap?.crossing && lasts(cap) ? (standing.limits[place] ?? cap.limit) : roomIn(at, standing, place);
};

/** Its span is no smaller than the year. */
const lasts = ({ per }: Cap): boolean => per === 'year' || per === 'cycle';

const leftIn = (asked: Asked | undefined): Credit => {
  if (asked === undefined || compareRatios(asked.earned, asked.required) >= 0) return 0;
  const { required, earned } = asked;
  const left = minus(times(required.n, earned.d), times(earned.n, required.d));
  return Number(part(left, { n: 1, d: times(required.d, earned.d) }, 'floor'));
};
