/** 上限 of items, categories and groups, in the order in which they cut; two that cross are refused. */
import type { Line, LineOf } from '../../model/ast.ts';
import type { Basis, Cap, Expr, Item, Subject } from '../../model/plan.ts';
import type { CategoryEntry, GroupEntry, ItemEntry } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { linesOf } from '../find.ts';
import { listed } from '../phrase.ts';
import { basis, wholeCredits } from './amount.ts';
import { optional } from './cond.ts';
import { always, and, ofPerson, sameExpr } from './expr.ts';
import { type Lowering, scopeOf } from './scope.ts';
import { clauseWithin, source, wordsOfLine } from './source.ts';
import { groupSubject } from './subject.ts';

/** A cap, and where it stands for a report. */
interface Placed {
  readonly cap: Cap;
  readonly at: Span;
}

interface Owner {
  readonly label: string;
  readonly stage: Cap['stage'];
  readonly file: string;
  readonly clause: string | null;
  readonly items: readonly string[];
  /** 适用 of a group: the records that it holds. */
  readonly holds: Expr;
}

const capOf = (low: Lowering, owner: Owner, line: LineOf<'cap'>): Placed | null => {
  const scope = scopeOf(low, owner.file, { records: true });
  const per = basis(scope, line.per);
  const limit = wholeCredits(scope, line.limit);
  const own = optional(scope, line.when);
  if (!per || limit === null || !own) return null;
  const when = and(owner.holds, own);
  const standing = {
    file: owner.file,
    at: line.span.start,
    clause: owner.clause,
    words: wordsOfLine(line),
    readings: scope.named,
  };
  return {
    cap: {
      stage: owner.stage,
      owner: owner.label,
      items: owner.items,
      when: when === always ? null : when,
      per,
      limit,
      crossing: null,
      source: source(low, standing),
    },
    at: line.span,
  };
};

const capsIn = (low: Lowering, owner: Owner, lines: readonly Line[]): readonly Placed[] =>
  linesOf(lines, 'cap').flatMap((line) => capOf(low, owner, line) ?? []);

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
const excludes = (a: Expr, b: Expr): boolean => {
  if (a.op === 'and') return a.of.some((arm) => excludes(arm, b));
  if (b.op === 'and') return b.of.some((arm) => excludes(a, arm));
  if (a.op === 'not') return sameExpr(a.of, b);
  if (b.op === 'not') return sameExpr(b.of, a);
  const among = a.op === 'among' && b.op === 'among' && a.field.on === b.field.on && a.field.key === b.field.key;
  return among && !a.keys.some((key) => b.keys.includes(key));
};

const apart = (a: Cap, b: Cap): boolean =>
  !a.items.some((key) => b.items.includes(key)) || (a.when !== null && b.when !== null && excludes(a.when, b.when));

const crosses = (one: Cap, other: Cap): boolean => !within(one, other) && !within(other, one) && !apart(one, other);

/** They share records, so that what one takes the other need not. */
const meets = (one: Cap, other: Cap): boolean => !apart(one, other);

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

/** Knots of crossing caps, with the caps that share records with them; three that cross are refused. */
const tied = (low: Lowering, all: readonly Placed[]): readonly Placed[] => {
  const familyOf = new Map<number, 0 | 1>();
  const said = ({ cap }: Placed): string => `${cap.owner}「${cap.source.words}」`;
  for (const [place, one] of all.entries()) {
    if (familyOf.has(place) || !all.some((other) => crosses(one.cap, other.cap))) continue;
    const { members, third } = families(place, all);
    for (const [member, family] of members) familyOf.set(member, family);
    if (!third) continue;
    const others = [...members.keys()].map((member) => said(all[member] as Placed));
    low.findings.in(third.cap.source.file)('CME601', third.at, { caps: listed(others) });
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

/** Inner before outer; of two alike, as the file has them. */
const order = (a: Cap, b: Cap): number => {
  if (a.stage !== b.stage) return a.stage === 'item' ? -1 : 1;
  const size = a.items.length - b.items.length || width[a.per] - width[b.per];
  return size || Number(a.when === null) - Number(b.when === null);
};

export interface Sections {
  readonly categories: readonly CategoryEntry[];
  readonly groups: readonly GroupEntry[];
}

export const caps = (low: Lowering, { categories, groups }: Sections): readonly Cap[] => {
  const ofItem = (entry: ItemEntry, category: CategoryEntry): Owner => ({
    label: entry.label,
    stage: 'item',
    file: entry.section.file,
    clause: clauseWithin(entry.section, category.section),
    items: [entry.key],
    holds: always,
  });
  const placed = [
    ...categories.flatMap((category) => [
      ...category.items.flatMap((entry) => capsIn(low, ofItem(entry, category), entry.section.node.lines)),
      ...capsIn(
        low,
        {
          label: category.label,
          stage: 'section',
          file: category.section.file,
          clause: clauseWithin(category.section, null),
          items: category.items.map((entry) => entry.key),
          holds: always,
        },
        category.section.node.lines,
      ),
    ]),
    ...groups.flatMap((group) => {
      const { items, when } = groupSubject(low, group);
      const { file, node } = group.section;
      const clause = clauseWithin(group.section, null);
      const owner: Owner = { label: group.label, stage: 'section', file, clause, items, holds: when ?? always };
      return capsIn(low, owner, node.lines);
    }),
  ];
  return tied(low, placed)
    .map(({ cap }) => cap)
    .sort(order);
};

/** The conditions of caps and groups that tell an item's records apart: these are never pooled together. */
export const tellsApart = (of: Item, all: readonly Subject[]): readonly Expr[] => {
  const conditions = all.flatMap(({ items, when }) =>
    when && !ofPerson(when) && items.includes(of.key) ? [when] : [],
  );
  const found = [...of.apart];
  for (const next of conditions) if (!found.some((known) => sameExpr(known, next))) found.push(next);
  return found;
};
