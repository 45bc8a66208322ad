/**
 * Two plans under one set of names: what was renamed keeps the key that it had before, and a list of items that is the same
 * but for items added or taken away is the same list, so that these alone are the change.
 */
import type { Cap, Item, Minimum, Plan, Requirement, Subject } from '../../model/plan.ts';
import { likeness, type Pair, pairs } from './pair.ts';
import { meaningOf } from './text.ts';

export interface Aligned {
  readonly before: Plan;
  readonly after: Plan;
  readonly caps: readonly Pair<Cap>[];
}

type Keys = ReadonlyMap<string, string>;

const matchOf = ({ match }: Item): string => meaningOf(match);
const withoutKey = ({ key: _, ...item }: Item): string => meaningOf(item);

/** By each key after: the key of the same item before, or one that no item before has. */
const keysOf = (before: readonly Item[], after: readonly Item[]): Keys => {
  const signs = [(item: Item) => `${item.key} ${matchOf(item)}`, withoutKey, ({ key }: Item) => key, matchOf];
  const found = pairs(before, after, [...signs, ({ label }) => label], () => 0);
  const known = new Set(before.map(({ key }) => key));
  const fresh = (key: string): string => (known.has(key) ? fresh(`${key}′`) : key);
  return new Map(found.flatMap(([old, now]) => (now === null ? [] : [[now.key, old?.key ?? fresh(now.key)] as const])));
};

const mapItems = (items: readonly string[], keys: Keys): readonly string[] =>
  items.map((key) => keys.get(key) ?? key).sort();

const mapSubjects = (one: Requirement, map: (subject: Subject) => Subject): Requirement => ({
  ...one,
  lines: one.lines.map((line) => ({
    ...line,
    subject: line.subject && map(line.subject),
    fillable: line.fillable && { ...line.fillable, from: line.fillable.from.map(map) },
  })),
  reductions: one.reductions.map((each) => ({ ...each, subject: each.subject && map(each.subject) })),
});

const renamed = (plan: Plan, keys: Keys): Plan => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, key: keys.get(item.key) ?? item.key })),
  caps: plan.caps.map((cap) => ({ ...cap, items: mapItems(cap.items, keys) })),
  requirements: plan.requirements.map((one) =>
    mapSubjects(one, (subject) => ({ ...subject, items: mapItems(subject.items, keys) })),
  ),
});

/** A requirement is known by its name, a line of one by its key: those that are one before and after get one name. */
const renamedRequirements = (before: readonly Requirement[], after: readonly Requirement[]): readonly Requirement[] => {
  const found = pairs(
    before,
    after,
    [({ name }) => name ?? '', meaningOf, ({ binds }) => (binds === null ? '' : meaningOf(binds))],
    (a, b) => likeness(a.source.words, b.source.words),
  );
  const names = new Map(found.map(([old, now]) => [now, old]));
  const keys = lineKeys(before, after);
  return after.map((one) => ({
    ...one,
    name: (names.get(one) ?? one).name,
    lines: one.lines.map((line) => ({ ...line, key: keys.get(line.key) ?? line.key })),
  }));
};

const aboutOf = ({ period, unit, bound, amount, subject }: Minimum): string =>
  [period, unit, bound, amount.kind === 'share' ? amount.of : '', meaningOf(subject)].join(' ');

const lineKeys = (before: readonly Requirement[], after: readonly Requirement[]): Keys => {
  const distinct = (all: readonly Requirement[]): readonly Minimum[] => [
    ...new Map(all.flatMap(({ lines }) => lines).map((line) => [line.key, line])).values(),
  ];
  const found = pairs(distinct(before), distinct(after), [({ key }) => key, aboutOf], () => 0);
  return new Map(found.flatMap(([old, now]) => (old && now ? [[now.key, old.key] as const] : [])));
};

/** Caps by what they are over; those of one owner by their words. */
const pairCaps = (before: Plan, after: Plan): readonly Pair<Cap>[] => {
  const shared = sharedOf(before, after);
  const over = ({ items, stage }: Cap): string => `${stage} ${items.filter((key) => shared.has(key)).join()}`;
  const when = (cap: Cap): string => meaningOf(cap.when);
  return pairs(
    before.caps,
    after.caps,
    [
      (cap) => `${over(cap)} ${cap.per} ${cap.limit} ${when(cap)}`,
      (cap) => `${over(cap)} ${cap.per} ${when(cap)}`,
      (cap) => `${over(cap)} ${cap.per}`,
      (cap) => `${cap.owner} ${cap.source.words}`,
    ],
    (a, b) => (a.owner === b.owner || over(a) === over(b) ? likeness(a.source.words, b.source.words) : 0),
  );
};

const sharedOf = (before: Plan, after: Plan): ReadonlySet<string> => {
  const old = new Set(before.items.map(({ key }) => key));
  return new Set(after.items.flatMap(({ key }) => (old.has(key) ? [key] : [])));
};

/** `own`, and of `other` what only the other side has at all. */
const joined = (own: readonly string[], other: readonly string[], shared: ReadonlySet<string>): readonly string[] =>
  [...new Set([...own, ...other.filter((key) => !shared.has(key))])].sort();

const joinedCaps = (
  plans: readonly [Plan, Plan],
): { readonly caps: readonly Pair<Cap>[]; readonly lists: readonly [readonly Cap[], readonly Cap[]] } => {
  const [before, after] = plans;
  const shared = sharedOf(before, after);
  const made = new Map<Cap, Cap>();
  const caps = pairCaps(before, after).map(([old, now]): Pair<Cap> => {
    const wide = (one: Cap | null, other: Cap | null): Cap | null =>
      one && { ...one, items: joined(one.items, other?.items ?? [], shared) };
    const pair = [wide(old, now), wide(now, old)] as const;
    if (old && pair[0]) made.set(old, pair[0]);
    if (now && pair[1]) made.set(now, pair[1]);
    return pair;
  });
  const list = (plan: Plan): readonly Cap[] => plan.caps.map((cap) => made.get(cap) ?? cap);
  return { caps, lists: [list(before), list(after)] };
};

const joinedSubjects = (own: Plan, other: Plan): readonly Requirement[] => {
  const shared = sharedOf(own, other);
  const wide = (subject: Subject | null, twin: Subject | null): Subject | null =>
    subject && { ...subject, items: joined(subject.items, twin?.items ?? [], shared) };
  const lines = new Map(other.requirements.flatMap(({ lines: all }) => all).map((line) => [line.key, line]));
  return own.requirements.map((one) => ({
    ...one,
    lines: one.lines.map((line) => ({ ...line, subject: wide(line.subject, lines.get(line.key)?.subject ?? null) })),
  }));
};

export const align = (before: Plan, after: Plan): Aligned => {
  const old = renamed(before, new Map());
  const keyed = renamed(after, keysOf(before.items, after.items));
  const now = { ...keyed, requirements: renamedRequirements(old.requirements, keyed.requirements) };
  const { caps, lists } = joinedCaps([old, now]);
  return {
    before: { ...old, caps: lists[0], requirements: joinedSubjects(old, now) },
    after: { ...now, caps: lists[1], requirements: joinedSubjects(now, old) },
    caps,
  };
};
