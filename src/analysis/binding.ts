/** Numbers that do nothing: caps that cut nothing, for what they are over never gives more; lines that grant nothing. */
import { liesWithin } from '../model/basis.ts';
import { creditText } from '../model/credit.ts';
import type { Cap, Plan } from '../model/plan.ts';
import { isRow } from './dead.ts';
import { clauseWords, type Finding, line } from './finding.ts';
import { mostByLine, mostOf } from './most.ts';
import { isOver, reach } from './reach.ts';
import { fails, holds, type Regions, type Wish } from './regions.ts';

/** How often an item is looked at beside a cap: with a thousand caps over each of two thousand items it would be felt. */
const LOOKS = 2_000_000;

export const unbinding = (regions: Regions, plan: Plan): readonly Finding[] => {
  const looks = plan.caps.reduce((sum, { items }) => sum + items.length, 0) * plan.caps.length;
  if (looks > LOOKS) return [{ code: 'CME726', at: { kind: 'rules' }, args: { caps: String(plan.caps.length) } }];
  return plan.caps.flatMap((cap, place) => idle(regions, plan, cap, place));
};

const idle = (regions: Regions, plan: Plan, cap: Cap, place: number): readonly Finding[] => {
  const { source, limit, owner } = cap;
  const args = { words: source.words, clause: clauseWords(source.clause), owner, limit: creditText(limit) };
  if (limit === 0) return [{ code: 'CME724', at: line(source), args }];
  const most = mostOf(regions, cap, plan.caps.slice(0, place));
  // What gives nothing at all is told where it does.
  if (most === 0) return [];
  if (most <= limit) return [{ code: 'CME722', at: line(source), args: { ...args, most: creditText(most) } }];
  const lower = plan.caps.find((other) => other.limit < limit && covers(regions, plan, other, cap));
  if (!lower) return [];
  const below = { cap: lower.source.words, capOwner: lower.owner, lower: creditText(lower.limit) };
  return [{ code: 'CME723', at: line(source), also: line(lower.source), args: { ...args, ...below } }];
};

/** Whatever comes under the cap comes under the other too, and in a span that is not shorter. */
const covers = (regions: Regions, { items }: Plan, other: Cap, cap: Cap): boolean => {
  if (other === cap || !liesWithin(cap.per, other.per)) return false;
  const ways = items
    .filter((item) => isOver(cap, item))
    .map((item) => ({ item, way: [...reach(item), ...(cap.when === null ? [] : [holds(cap.when)])] }))
    .filter(({ way }) => regions.find(way).kind !== 'none');
  return ways.length > 0 && ways.every(({ item, way }) => isOver(other, item) && always(regions, other, way));
};

const always = (regions: Regions, { when }: Cap, way: readonly Wish[]): boolean =>
  when === null || regions.find([...way, fails(when)]).kind === 'none';

/** A row of a table that says 0 says it on purpose. */
export const unearning = ({ items }: Plan): readonly Finding[] =>
  items.flatMap(({ lines }) =>
    lines
      .filter((each) => !isRow(each.source) && mostByLine(each) === 0)
      .map(({ source }): Finding => {
        const args = { words: source.words, clause: clauseWords(source.clause) };
        return { code: 'CME725', at: line(source), args };
      }),
  );
