/** The law that one more valid record never lowers the total, and what the text itself breaks of it. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { totals } from '../../src/analysis/totals.ts';
import { evaluate, evaluator, type PersonResult, type Plan } from '../../src/index.ts';
import { rosters, YEAR } from './hubeiArbitrary.ts';
import { Random } from './random.ts';
import { rawRoster, recordFor } from './roster.ts';

export type Exception = (before: PersonResult, after: PersonResult) => boolean;

export const none: Exception = () => false;

/**
 * What the deep check reports of the plan, and no more: only items that it names may come to count less. Under 替代 it names
 * those of 第十三条（二）（四）（六）, whose hourly rate is for 不足三个月 only.
 */
export const reported = (plan: Plan): Exception => {
  const lines = new Set(
    totals(plan, evaluator(plan)).flatMap(({ code, at }) =>
      code === 'CME741' && at.kind === 'line' ? [`${at.source.file} ${at.source.line}`] : [],
    ),
  );
  const falling = plan.items.filter((item) =>
    item.lines.some(({ source }) => lines.has(`${source.file} ${source.line}`)),
  );
  const categories = new Set(falling.map(({ category }) => category));
  return (before, after) =>
    before.categories.every(({ code, credits }) => creditsOf(after, code) >= credits || categories.has(code));
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
