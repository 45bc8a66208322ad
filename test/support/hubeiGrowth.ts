/** The law that one more valid record never lowers the total, and what the text itself breaks of it. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluate, type PersonResult, type Plan } from '../../src/index.ts';
import { rosters, YEAR } from './hubeiArbitrary.ts';
import { Random } from './random.ts';
import { rawRoster, recordFor } from './roster.ts';

export type Exception = (before: PersonResult, after: PersonResult) => boolean;

export const none: Exception = () => false;

/**
 * 第十三条（二）（四）（六）under 替代: the hourly rate is for 不足三个月 only. Once the days reach three months, what the hours
 * earned gives way to 25 credits, or to none where too few of the days passed. No other exception is needed.
 */
export const threeMonthsReached: Exception = (before, after) => {
  const [lost, ...others] = before.categories.filter(({ code, credits }) => creditsOf(after, code) < credits);
  if (lost === undefined || others.length > 0) return false;
  const stays = ['advanced_study', 'degree_study', 'assigned_task'].includes(lost.code);
  return stays && [0, 25].includes(creditsOf(after, lost.code));
};

const creditsOf = ({ categories }: PersonResult, category: string): number =>
  categories.find(({ code }) => code === category)?.credits ?? 0;

export function neverLowers(plan: Plan, exception: Exception, parameters: { readonly numRuns?: number } = {}): void {
  fc.assert(
    fc.property(rosters(plan), fc.nat(), (roster, seed) => {
      const random = new Random(seed);
      const before = evaluate(plan, rawRoster(roster)).evaluation.results;
      const practitioners = roster.practitioners.map(({ facts, records }, at) => {
        // Mostly one more of what is there already: it is pooled, capped and deemed with the others.
        const awards = new Set(before[at]?.records.map(({ award }) => award));
        const known = plan.items.filter(({ label }) => awards.has(label));
        const items = known.length > 0 && random.chance(70) ? known : plan.items;
        // Before or after every other id.
        const record = { ...recordFor(plan, items, random, YEAR), id: random.pick(['-', '~']) };
        return { facts, records: records.toSpliced(random.int(0, records.length), 0, record) };
      });
      const after = evaluate(plan, rawRoster({ year: YEAR, practitioners })).evaluation.results;
      after.forEach((more, at) => {
        const less = before[at] as PersonResult;
        if (more.credits < less.credits) expect(exception(less, more), `${less.credits} → ${more.credits}`).toBe(true);
      });
    }),
    parameters,
  );
}
