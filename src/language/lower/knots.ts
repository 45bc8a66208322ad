/** How caps lie to one another: within, apart, or across; those that cross are tied into knots and cut together. */
import type { Basis, Cap, Expr } from '../../model/plan.ts';
import type { Span } from '../../model/span.ts';
import { listed } from '../phrase.ts';
import { ofPerson, sameExpr } from './expr.ts';
import type { Lowering } from './scope.ts';

/** A cap, and where it stands for a report. */
export interface Placed {
  readonly cap: Cap;
  readonly at: Span;
}

/** From the narrowest: a record lies in a day and a project, these in the year, the year in the cycle. */
const width: Record<Basis, number> = { record: 0, project: 1, day: 1, year: 2, cycle: 3 };

const spanWithin = (a: Basis, b: Basis): boolean => a === b || width[a] < width[b];

const within = (a: Cap, b: Cap): boolean => {
  const free = (when: Expr | null): boolean => when === null || ofPerson(when);
  const items = a.items.every((key) => b.items.includes(key));
  return (
    items &&
    spanWithin(a.per, b.per) &&
    (free(b.when) || (a.when !== null && b.when !== null && implies(a.when, b.when)))
  );
};

const implies = (a: Expr, b: Expr): boolean =>
  sameExpr(a, b) ||
  (a.op === 'and' && a.of.some((arm) => sameExpr(arm, b))) ||
  (b.op === 'and' && b.of.every((arm) => implies(a, arm)));

/** Certainly no record satisfies both: one says what the other denies, or they want different values of one field. */
export const excludes = (a: Expr, b: Expr): boolean => {
  if (a.op === 'and') return a.of.some((arm) => excludes(arm, b));
  if (b.op === 'and') return b.of.some((arm) => excludes(a, arm));
  if (a.op === 'not') return sameExpr(a.of, b);
  if (b.op === 'not') return sameExpr(b.of, a);
  const among = a.op === 'among' && b.op === 'among' && a.field.on === b.field.on && a.field.key === b.field.key;
  return among && !a.keys.some((key) => b.keys.includes(key));
};

const apart = (a: Cap, b: Cap): boolean =>
  !a.items.some((key) => b.items.includes(key)) || (a.when !== null && b.when !== null && excludes(a.when, b.when));

/** Neither lies within the other, and they share records. A cap of single records lies within whatever it meets. */
const crosses = (one: Cap, other: Cap): boolean =>
  one.per !== 'record' && other.per !== 'record' && !within(one, other) && !within(other, one) && !apart(one, other);

/** They share records, so that what one takes the other need not. */
const meets = (one: Cap, other: Cap): boolean => !apart(one, other);

/** One lies within the other and is to cut before it. */
export const isInside = (one: Cap, other: Cap): boolean => {
  if (one.per === 'record' || other.per === 'record')
    return one.per !== other.per && one.per === 'record' && meets(one, other);
  return within(one, other) && !within(other, one);
};

/** A section's cap within an item's: its turn comes after a deeming, when the outer one has cut already. */
const comesTooLate = (one: Cap, other: Cap): boolean =>
  one.stage === 'section' && other.stage === 'item' && isInside(one, other);

/**
 * Parts the caps joined to `start` into two families, each without crossing; null where that cannot be: then three cross.
 * Nested caps may stand in either, so only crossing ones decide.
 */
const families = (start: number, all: readonly Placed[]): { members: Map<number, 0 | 1>; third: Placed | null } => {
  const members = new Map<number, 0 | 1>([[start, 0]]);
  const queue = [start];
  let third: Placed | null = null;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const one = all[at] as Placed;
    const family = members.get(at) ?? 0;
    for (const [place, other] of all.entries()) {
      if (place === at || !crosses(one.cap, other.cap)) continue;
      const known = members.get(place);
      if (known === family) third = all[Math.max(at, place)] as Placed; // the one that the file has later
      if (known !== undefined) continue;
      members.set(place, family === 0 ? 1 : 0);
      queue.push(place);
    }
  }
  return { members, third };
};

/** Knots of caps that no order of cutting does justice, with what shares their records; three that cross are refused. */
export const tied = (low: Lowering, all: readonly Placed[]): readonly Placed[] => {
  const familyOf = new Map<number, 0 | 1>();
  const said = ({ cap }: Placed): string => `${cap.owner}「${cap.source.words}」`;
  for (const [place, one] of all.entries()) {
    if (familyOf.has(place) || !all.some((other) => crosses(one.cap, other.cap))) continue;
    const { members, third } = families(place, all);
    for (const [member, family] of members) familyOf.set(member, family);
    const names = [...members.keys()].map((member) => said(all[member] as Placed));
    const last = third ?? (all[Math.max(...members.keys())] as Placed);
    low.findings.in(last.cap.source.file)(third ? 'CME601' : 'CME602', last.at, { caps: listed(names) });
  }
  for (const [place, one] of all.entries()) {
    if (!familyOf.has(place) && all.some((other) => comesTooLate(one.cap, other.cap))) familyOf.set(place, 0);
  }
  // What shares records with a knot is cut with it, or the order of cutting would decide again.
  const knots = new Map<number, number>();
  for (const start of familyOf.keys()) {
    if (knots.has(start)) continue;
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (knots.has(at)) continue;
      knots.set(at, start);
      for (const [place, other] of all.entries()) {
        if (!knots.has(place) && meets((all[at] as Placed).cap, other.cap)) queue.push(place);
      }
    }
  }
  return all.map((placed, place) => {
    const knot = knots.get(place);
    const crossing = knot === undefined ? null : { knot, family: familyOf.get(place) ?? 0 };
    return { ...placed, cap: { ...placed.cap, crossing } };
  });
};
