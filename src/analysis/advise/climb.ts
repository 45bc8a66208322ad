/** Plans gone through from the least effort up, as far as a bound allows. */
import type { Case } from './case.ts';
import type { Offer } from './options.ts';
import type { Standing } from './standing.ts';
import { type Search, stepOf, type Way, wayOf } from './way.ts';

/** So many records are judged in all: plans of many weigh more. */
const MOST_JUDGED = 5_000;

interface Node {
  readonly way: Way;
  /** Steps are taken in the order of the offers, so that no plan is met twice. */
  readonly from: number;
  readonly least: number;
}

export const climb = (
  at: Case,
  offers: readonly Offer[],
  bound: (standing: Standing) => number,
  known: Way | null,
): Search => {
  let best = known;
  let judged = 0;
  const open: Node[] = [{ way: { steps: [], effort: 0, after: at.base }, from: 0, least: bound(at.base) }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (best !== null && node.least >= best.effort) continue;
    if (node.way.after.met) {
      best = node.way;
      continue;
    }
    const { way } = node;
    const last = way.steps.at(-1);
    for (let place = node.from; place < offers.length; place += 1) {
      const offer = offers[place] as Offer;
      if (offer.kind.once && last?.kind === offer.kind) continue;
      for (const choice of offer.choices) {
        // Of one kind the larger come first, for the same reason.
        if (last?.kind === offer.kind && (choice.quantity ?? 0) > (last.quantity ?? 0)) break;
        const effort = way.effort + choice.effort;
        if (best !== null && effort >= best.effort) break;
        judged += at.base.records.length + way.steps.length + 5;
        if (judged > MOST_JUDGED) return { way: best, proven: false };
        const next = wayOf(at, [...way.steps, stepOf(offer, choice)]);
        if (next === null) continue;
        push(open, { way: next, from: place, least: effort + bound(next.after) });
      }
    }
  }
  return { way: best, proven: true };
};

/** The least at the end; of equals, what has come further. */
const push = (open: Node[], node: Node): void => {
  if (node.least === Number.POSITIVE_INFINITY) return;
  const after = (a: Node, b: Node): boolean =>
    a.least < b.least || (a.least === b.least && a.way.effort >= b.way.effort);
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(node, open[middle] as Node)) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, node);
};
