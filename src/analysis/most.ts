/** The most credits that can come under a cap in one of its spans, by what is granted and by the caps below it. */
import { liesWithin } from '../model/basis.ts';
import { type Exact, nearestCredit, part } from '../model/credit.ts';
import type { AwardLine, Basis, Cap, Credit, Expr, Item } from '../model/plan.ts';
import { isOver, reach } from './reach.ts';
import { fails, holds, type Regions } from './regions.ts';

/** Infinite where no bound is known. `below`: the caps that cut before it. */
export const mostOf = (regions: Regions, cap: Cap, below: readonly Cap[]): Credit => {
  const { plan } = regions;
  const items = plan.items.filter((item) => isOver(cap, item));
  const lines = (item: Item): readonly AwardLine[] =>
    cap.when === null
      ? item.lines
      : item.lines.filter(({ when }) => {
          const way = [...reach(item), holds(when), holds(cap.when as Expr)];
          return regions.find(way).kind !== 'none';
        });
  const under = below.filter(({ when }) => when === null);
  if (cap.per === 'record') {
    return Math.max(0, ...items.flatMap((item) => [ofRecord(item, lines(item), under), deemedOf(cap, item)]));
  }
  const blocks = items.map((item) => ({ items: [item], most: ofItem(regions, cap, item, lines(item), under) }));
  if (cap.stage === 'section') join(blocks, under, (lower) => lower.limit * times(lower.per, cap.per, years(regions)));
  return blocks.reduce((sum, { most }) => sum + most, 0);
};

interface Block {
  readonly items: readonly Item[];
  readonly most: Credit;
}

/** Caps of sections lower what is together under them. */
const join = (blocks: Block[], caps: readonly Cap[], limitOf: (cap: Cap) => Credit): void => {
  for (const cap of caps) {
    if (cap.stage !== 'section') continue;
    const touched = blocks.filter(({ items }) => items.some((item) => isOver(cap, item)));
    if (!touched.every(({ items }) => items.every((item) => isOver(cap, item)))) continue;
    const limit = limitOf(cap);
    if (limit >= touched.reduce((sum, { most }) => sum + most, 0)) continue;
    const rest = blocks.filter((block) => !touched.includes(block));
    blocks.splice(0, blocks.length, ...rest, { items: touched.flatMap(({ items }) => items), most: limit });
  }
};

const years = ({ plan }: Regions): number => plan.cycle?.years ?? 1;

/** How many spans of the one kind there may be in one of the other. */
const times = (inner: Basis, outer: Basis, cycle: number): number => {
  if (liesWithin(outer, inner)) return 1;
  return inner === 'year' && outer === 'cycle' ? cycle : Number.POSITIVE_INFINITY;
};

const ofItem = (regions: Regions, cap: Cap, item: Item, lines: readonly AwardLine[], under: readonly Cap[]): Credit => {
  const spans = (per: Basis): number => times(per, cap.per, years(regions));
  const counted = item.best
    .filter(({ when }) => when === null || regions.find([...reach(item), fails(when)]).kind === 'none')
    .map(({ count, per }) => count * spans(per));
  const one = ofRecord(item, lines, under);
  const granted = one === 0 ? 0 : one * Math.min(Number.POSITIVE_INFINITY, ...counted);
  const limits = under
    .filter((lower) => lower.stage === 'item' && isOver(lower, item))
    .map((lower) => lower.limit * spans(lower.per));
  const most = Math.min(granted, ...limits);
  return Math.max(most, deemedOf(cap, item) * spans('year'));
};

/** What is deemed comes under the caps of sections alone. */
const deemedOf = ({ stage }: Cap, { deems }: Item): Credit =>
  stage === 'item' ? 0 : Math.max(0, ...deems.map(({ credits }) => credits ?? 0));

/** Every cap over a record is one over itself alone. */
const ofRecord = ({ factors, ...item }: Item, lines: readonly AwardLine[], under: readonly Cap[]): Credit => {
  const granted = Math.max(0, ...lines.map(mostByLine));
  if (!Number.isFinite(granted)) return least(item, granted, under);
  const raised = factors
    .filter(({ by }) => by.n > by.d)
    .reduce<Exact>((most, { by }) => part(most, by, 'ceil'), granted);
  return least(item, Number(raised), under);
};

const least = (item: Pick<Item, 'key'>, granted: Credit, under: readonly Cap[]): Credit => {
  const over = under.filter((cap) => cap.stage === 'item' && cap.items.includes(item.key));
  return Math.min(granted, ...over.map(({ limit }) => limit));
};

/** What one record can gain by the line. */
export const mostByLine = ({ rate, basis, when }: AwardLine): Credit => {
  switch (rate.kind) {
    case 'flat':
      return nearestCredit(rate.credits);
    case 'steps':
      return Math.max(0, ...rate.rows.map(({ credits }) => nearestCredit(credits)));
    case 'field':
      return Math.round(highest(when, rate.key) / 10_000);
    case 'per': {
      const quantity =
        rate.measure.of === 'field' && basis === 'record' ? highest(when, rate.measure.key) : Number.POSITIVE_INFINITY;
      if (!Number.isFinite(quantity)) return quantity;
      const units = part(quantity, { n: rate.per.d, d: rate.per.n }, rate.rounding.to === 'floor' ? 'floor' : 'ceil');
      return Number(part(units, rate.credits, 'ceil'));
    }
  }
};

/** What the condition certainly lets the field of a record come to. */
const highest = (when: Expr, key: string): number => {
  if (when.op === 'and') return Math.min(...when.of.map((arm) => highest(arm, key)));
  const bounds = when.op === 'compare' && when.field.on === 'record' && when.field.key === key;
  if (!bounds || !['<', '<=', '='].includes(when.by)) return Number.POSITIVE_INFINITY;
  return when.by === '<' ? Number(part(1, when.to, 'ceil')) - 1 : Number(part(1, when.to, 'floor'));
};
