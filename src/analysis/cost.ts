/**
 * What an evaluation of one record costs at most, in operations of the plan: a condition looked at, a fact compared, a line,
 * a factor or a cap gone by. It is a bound, not a forecast: a record goes by what its own form leads to. What is summed, pooled
 * and cut is done once for each record, so that a practitioner costs this times their records, and the fixed part besides.
 * Caps that cross cost more: there the records that they share are settled together.
 */
import type { Cap, Expr, Item, Plan } from '../model/plan.ts';
import { atomsOf } from './axes.ts';
import { isOver, passes } from './reach.ts';

export interface Cost {
  /** Of a record of the dearest item. */
  readonly perRecord: number;
  /** Label of that item. */
  readonly dearest: string | null;
  /** Of the practitioner: who is in scope, what binds them and how much it asks. */
  readonly perPerson: number;
  /** Knots of caps that cross, and the most caps of one; under these the cost may grow with the square of the records. */
  readonly crossing: { readonly knots: number; readonly caps: number };
}

const ofExpr = (expr: Expr | null): number => (expr === null ? 0 : atomsOf(expr).length);
const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
const each = (of: readonly { readonly when: Expr | null }[]): number => sum(of.map(({ when }) => 1 + ofExpr(when)));

/** All items are asked whose the record is; then it goes its way through one of them, by its form and conditions. */
const ofItem = (plan: Plan, item: Item, caps: readonly Cap[]): number =>
  sum(item.gates.map((gate) => 1 + ofExpr(passes(gate)))) +
  each(item.lines) +
  each(item.factors) +
  each(item.best) +
  // A deeming looks at a record again where a sum comes to its threshold: twice at most for each comparison.
  sum(item.deems.map(({ when }) => (1 + ofExpr(when)) * (1 + 2 * ofExpr(when)))) +
  sum(item.apart.map(ofExpr)) +
  each(caps) +
  each(plan.notices);

export const costOf = (plan: Plan): Cost => {
  const asking = sum(plan.items.map(({ match }) => 1 + ofExpr(match)));
  const costs = plan.items.map((item) => ({
    item,
    cost: ofItem(
      plan,
      item,
      plan.caps.filter((cap) => isOver(cap, item)),
    ),
  }));
  const dearest = costs.toSorted((a, b) => b.cost - a.cost)[0];
  const lines = plan.requirements.flatMap((requirement) => requirement.lines);
  const subjects = sum(lines.map(({ subject }) => (subject === null ? 0 : 1 + ofExpr(subject.when))));
  const knots = Map.groupBy(
    plan.caps.flatMap(({ crossing }) => (crossing ? [crossing.knot] : [])),
    (knot) => knot,
  );
  return {
    perRecord: asking + (dearest?.cost ?? 0) + subjects,
    dearest: dearest?.item.label ?? null,
    perPerson:
      each(plan.exceptions) +
      sum(plan.requirements.map(({ binds, reductions }) => 1 + ofExpr(binds) + each(reductions))) +
      each(lines),
    crossing: { knots: knots.size, caps: Math.max(0, ...[...knots.values()].map((caps) => caps.length)) },
  };
};
