/** Caps that cut nothing: what they are over never gives more, or a lower cap is over all of it anyway. */
import { creditText } from '../model/credit.ts';
import type { Cap, Item, Plan } from '../model/plan.ts';
import { clauseWords, type Finding, line } from './finding.ts';
import { lies, mostOf } from './most.ts';
import { isOver, reach } from './reach.ts';
import { fails, holds, type Regions, type Wish } from './regions.ts';

export const unbinding = (regions: Regions, plan: Plan): readonly Finding[] =>
  plan.caps.flatMap((cap, place) => idle(regions, plan, cap, place));

const idle = (regions: Regions, plan: Plan, cap: Cap, place: number): readonly Finding[] => {
  const { source, limit, owner } = cap;
  const args = { words: source.words, clause: clauseWords(source.clause), owner, limit: creditText(limit) };
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
  if (other === cap || !lies(cap.per, other.per)) return false;
  const own = items.filter((item) => isOver(cap, item));
  return own.length > 0 && own.every((item) => isOver(other, item) && always(regions, other, item, cap));
};

const always = (regions: Regions, { when }: Cap, item: Item, cap: Cap): boolean => {
  if (when === null) return true;
  const way: readonly Wish[] = [...reach(item), ...(cap.when === null ? [] : [holds(cap.when)])];
  return regions.find([...way, fails(when)]).kind === 'none';
};
