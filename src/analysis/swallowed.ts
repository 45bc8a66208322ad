/** What one record is granted, and a cap above it never lets through whole. */
import { creditText, nearestCredit } from '../model/credit.ts';
import type { AwardLine, Cap, Credit, Item, Plan, Source } from '../model/plan.ts';
import { clauseWords, type Finding, line } from './finding.ts';
import { isOver, reach } from './reach.ts';
import { fails, holds, type Regions, type Wish } from './regions.ts';
import { shownBy, witnessOf, wordsOf } from './witness.ts';

interface Granted {
  readonly credits: Credit;
  readonly source: Source;
}

/** Amounts that a single record earns whatever is measured. A step's row is told by itself. */
const grantedBy = ({ rate, source }: AwardLine): readonly Granted[] => {
  if (rate.kind === 'flat') return [{ credits: nearestCredit(rate.credits), source }];
  return rate.kind === 'steps'
    ? rate.rows.map((row) => ({ credits: nearestCredit(row.credits), source: row.source }))
    : [];
};

/** The lowest cap that holds for all of these records and is below the amount. One of nothing is told by itself. */
const below = (regions: Regions, caps: readonly Cap[], credits: Credit, way: readonly Wish[]): Cap | null => {
  const over = caps.filter(
    ({ limit, when }) =>
      limit > 0 && limit < credits && (when === null || regions.find([...way, fails(when)]).kind === 'none'),
  );
  return over.reduce<Cap | null>((low, cap) => (low === null || cap.limit < low.limit ? cap : low), null);
};

export const swallowed = (regions: Regions, plan: Plan): readonly Finding[] =>
  plan.items.flatMap((item) => {
    const caps = plan.caps.filter((cap) => isOver(cap, item));
    return [...ofLines(regions, item, caps), ...ofDeems(regions, item, caps)];
  });

/** A factor may bring an amount below the cap: then nothing is said. */
const ofLines = (regions: Regions, item: Item, caps: readonly Cap[]): readonly Finding[] =>
  (item.factors.length > 0 ? [] : item.lines).flatMap((each) => {
    const way = [...reach(item), holds(each.when)];
    return grantedBy(each).flatMap((granted) => told(regions, item, granted, caps, way));
  });

/** What is deemed is under the caps of sections alone. */
const ofDeems = (regions: Regions, item: Item, caps: readonly Cap[]): readonly Finding[] =>
  item.deems.flatMap(({ credits, when, source }) => {
    const sections = caps.filter(({ stage }) => stage === 'section');
    return credits === null ? [] : told(regions, item, { credits, source }, sections, [...reach(item), holds(when)]);
  });

const told = (
  regions: Regions,
  item: Item,
  { credits, source }: Granted,
  caps: readonly Cap[],
  way: readonly Wish[],
): readonly Finding[] => {
  const cap = below(regions, caps, credits, way);
  if (cap === null) return [];
  const found = regions.find(way);
  const shown = found.kind === 'point' ? shownBy(regions, found.point, item) : null;
  // Nobody comes by, or only by sums that could not be made up: dead lines are told elsewhere.
  if (shown === null) return [];
  const args = {
    words: source.words,
    clause: clauseWords(source.clause),
    credits: creditText(credits),
    cap: cap.source.words,
    capClause: clauseWords(cap.source.clause),
    owner: cap.owner,
    limit: creditText(cap.limit),
    witness: wordsOf(regions.plan, shown),
  };
  const witness = witnessOf(regions.plan, shown, item);
  return [{ code: 'CME721', at: line(source), also: line(cap.source), args, witness }];
};
