/** How caps lie to one another: within, apart, or across; those that cross are tied into knots and cut together. */
import { liesWithin } from '../../model/basis.ts';
import type { Cap, Expr } from '../../model/plan.ts';
import type { Span } from '../../model/span.ts';
import { listed } from '../phrase.ts';
import { hashOf, ofPerson, sameExpr } from './expr.ts';
import type { Lowering } from './scope.ts';

/** A cap, and where it stands for a report. */
export interface Placed {
  readonly cap: Cap;
  readonly at: Span;
}

/** From the narrowest: a record lies in a day and a project, these in the year, the year in the cycle. */
/** How many items two caps share; counted once for two lists of items, however many caps are over them. */
export const shared = (a: readonly string[], b: readonly string[]): number => {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const ofFew = counts.get(few) ?? new WeakMap<readonly string[], number>();
  counts.set(few, ofFew);
  const known = ofFew.get(many);
  if (known !== undefined) return known;
  const all = membersOf(many);
  const count = few === many ? few.length : few.reduce((sum, key) => sum + Number(all.has(key)), 0);
  ofFew.set(many, count);
  return count;
};
const counts = new WeakMap<readonly string[], WeakMap<readonly string[], number>>();

const membersOf = (items: readonly string[]): ReadonlySet<string> => {
  const found = members.get(items) ?? new Set(items);
  members.set(items, found);
  return found;
};
const members = new WeakMap<readonly string[], ReadonlySet<string>>();

const within = (a: Cap, b: Cap): boolean => {
  const free = (when: Expr | null): boolean => when === null || ofPerson(when);
  return (
    shared(a.items, b.items) === a.items.length &&
    liesWithin(a.per, b.per) &&
    (free(b.when) || (a.when !== null && b.when !== null && implies(a.when, b.when)))
  );
};

/** What a condition asks for, all of it: by hash, so that two conditions are compared without walking both. */
interface Asked {
  readonly arms: ReadonlyMap<number, Expr>;
  readonly denied: ReadonlyMap<number, Expr>;
  /** By field: the values that it may have. */
  readonly among: ReadonlyMap<string, ReadonlySet<string>>;
}

const askedBy = (expr: Expr): Asked => {
  const found = asked.get(expr);
  if (found) return found;
  const arms = new Map<number, Expr>();
  const denied = new Map<number, Expr>();
  const among = new Map<string, ReadonlySet<string>>();
  for (const arm of expr.op === 'and' ? expr.of : [expr]) {
    arms.set(hashOf(arm), arm);
    if (arm.op === 'not') denied.set(hashOf(arm.of), arm.of);
    if (arm.op !== 'among') continue;
    const field = `${arm.field.on} ${arm.field.key}`;
    const before = among.get(field);
    among.set(field, new Set(before ? arm.keys.filter((key) => before.has(key)) : arm.keys));
  }
  const made = { arms, denied, among };
  asked.set(expr, made);
  return made;
};
const asked = new WeakMap<Expr, Asked>();

const holds = (all: ReadonlyMap<number, Expr>, expr: Expr): boolean => {
  const found = all.get(hashOf(expr));
  return found !== undefined && sameExpr(found, expr);
};

const implies = (a: Expr, b: Expr): boolean =>
  sameExpr(a, b) || holds(askedBy(a).arms, b) || (b.op === 'and' && b.of.every((arm) => implies(a, arm)));

const someIn = (few: ReadonlyMap<number, Expr>, all: ReadonlyMap<number, Expr>): boolean => {
  for (const expr of few.values()) if (holds(all, expr)) return true;
  return false;
};

/** Certainly no record satisfies both: one says what the other denies, or they want different values of one field. */
export const excludes = (a: Expr, b: Expr): boolean => {
  const [one, other] = [askedBy(a), askedBy(b)];
  if (one.denied.size > 0 && someIn(one.denied, other.arms)) return true;
  if (other.denied.size > 0 && someIn(other.denied, one.arms)) return true;
  for (const [field, keys] of one.among) {
    const others = other.among.get(field);
    if (others && !some(keys, (key) => others.has(key))) return true;
  }
  return false;
};

const some = (keys: ReadonlySet<string>, test: (key: string) => boolean): boolean => {
  for (const key of keys) if (test(key)) return true;
  return false;
};

const apart = (a: Cap, b: Cap): boolean =>
  shared(a.items, b.items) === 0 || (a.when !== null && b.when !== null && excludes(a.when, b.when));

/** Neither lies within the other, and they share records. A cap of single records lies within whatever it meets. */
const crosses = (one: Cap, other: Cap): boolean =>
  one.per !== 'record' && other.per !== 'record' && !within(one, other) && !within(other, one) && !apart(one, other);

/** They share records, so that what one takes the other need not. */
const meets = (one: Cap, other: Cap): boolean => !apart(one, other);

/** More items than this are not gone through one by one to find whom a cap meets. */
const FEW = 8;

/** By place: the places of the caps that have an item in common with this one, in order. Of most caps these are few. */
export const neighbours = (caps: readonly Cap[]): readonly (readonly number[])[] => {
  const byItem = new Map<string, number[]>();
  caps.forEach(({ items }, place) => {
    for (const key of items) {
      const known = byItem.get(key);
      if (known) known.push(place);
      else byItem.set(key, [place]);
    }
  });
  return caps.map(({ items }) => {
    const [only] = items;
    if (only === undefined) return [];
    if (items.length === 1) return byItem.get(only) ?? [];
    if (items.length > FEW) return caps.flatMap((other, place) => (shared(items, other.items) > 0 ? [place] : []));
    return [...new Set(items.flatMap((key) => byItem.get(key) ?? []))].sort((a, b) => a - b);
  });
};

/** One lies within the other and is to cut before it. */
export const isInside = (one: Cap, other: Cap): boolean => {
  if (one.per === 'record' || other.per === 'record')
    return one.per !== other.per && one.per === 'record' && meets(one, other);
  return within(one, other) && !within(other, one);
};

/** A section's cap within an item's: its turn comes after a deeming, when the outer one has cut already. */
const comesTooLate = (one: Cap, other: Cap): boolean =>
  one.stage === 'section' && other.stage === 'item' && isInside(one, other);

type Near = ReturnType<typeof neighbours>;

/**
 * Parts the caps joined to `start` into two families, each without crossing; null where that cannot be: then three cross.
 * Nested caps may stand in either, so only crossing ones decide.
 */
const families = (
  start: number,
  all: readonly Placed[],
  near: Near,
): { members: Map<number, 0 | 1>; third: Placed | null } => {
  const members = new Map<number, 0 | 1>([[start, 0]]);
  const queue = [start];
  let third: Placed | null = null;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const one = all[at] as Placed;
    const family = members.get(at) ?? 0;
    for (const place of near[at] ?? []) {
      const other = all[place] as Placed;
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
  const near = neighbours(all.map(({ cap }) => cap));
  const meetsSome = (place: number, how: (one: Cap, other: Cap) => boolean): boolean =>
    near[place]?.some((other) => how((all[place] as Placed).cap, (all[other] as Placed).cap)) ?? false;
  const said = ({ cap }: Placed): string => `${cap.owner}「${cap.source.words}」`;
  for (const place of all.keys()) {
    if (familyOf.has(place) || !meetsSome(place, crosses)) continue;
    const { members, third } = families(place, all, near);
    for (const [member, family] of members) familyOf.set(member, family);
    const names = [...members.keys()].map((member) => said(all[member] as Placed));
    const last = third ?? (all[Math.max(...members.keys())] as Placed);
    low.findings.in(last.cap.source.file)(third ? 'CME601' : 'CME602', last.at, { caps: listed(names) });
  }
  for (const place of all.keys()) {
    if (!familyOf.has(place) && meetsSome(place, comesTooLate)) familyOf.set(place, 0);
  }
  // What shares records with a knot is cut with it, or the order of cutting would decide again.
  const knots = new Map<number, number>();
  for (const start of familyOf.keys()) {
    if (knots.has(start)) continue;
    const queue = [start];
    knots.set(start, start);
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const place of near[at] ?? []) {
        if (knots.has(place) || !meets((all[at] as Placed).cap, (all[place] as Placed).cap)) continue;
        knots.set(place, start);
        queue.push(place);
      }
    }
  }
  return all.map((placed, place) => {
    const knot = knots.get(place);
    const crossing = knot === undefined ? null : { knot, family: familyOf.get(place) ?? 0 };
    return { ...placed, cap: { ...placed.cap, crossing } };
  });
};
