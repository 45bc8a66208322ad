/**
 * Whether two plans give everybody the same credits and verdict, where that is plain to see: the same operations, words and
 * places aside, and what cannot matter taken out. A no says nothing.
 */
import type { Expr, Item, Plan, Requirement } from './model/plan.ts';

export const alikePlans = (a: Plan, b: Plan): boolean => text(plain(a)) === text(plain(b));

/** Words, places, and which option is adopted: what options mean stands in the operations. */
const silent: ReadonlySet<string> = new Set(['source', 'name', 'adopted']);

const text = (part: unknown): string => JSON.stringify(part, (key, value) => (silent.has(key) ? undefined : value));

const plain = (plan: Plan): Plan => ({
  ...plan,
  items: plan.items.map(plainItem),
  requirements: plan.requirements.map((one) => plainRequirement(one, plan.requirements)),
});

/**
 * An item that only deems, and by the record itself: what a gate asks and what the deeming asks are one, since either
 * refuses the record all credit.
 */
function plainItem(item: Item): Item {
  const [deem, second] = item.deems;
  if (!deem || second || item.lines.length > 0) return item;
  if (item.gates.some(({ when }) => when !== null)) return item;
  const asked = [...item.gates.map(({ that }) => that), deem.when].flatMap(parts);
  const facts = new Map(asked.filter(({ op }) => op === 'yes').map((one) => [text(one), one]));
  const implied = (one: Expr): boolean =>
    facts.has(text(one)) || (one.op === 'or' && one.of.some((arm) => facts.has(text(arm))));
  const rest = asked.filter((one) => !implied(one));
  if (rest.length > 0) return item;
  const of = [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { ...item, gates: [], deems: [{ ...deem, when: { op: 'and', of } }] };
}

const parts = (expr: Expr): readonly Expr[] => (expr.op === 'and' ? expr.of.flatMap(parts) : [expr]);

/** The only one with 适用, which asks for no more and no less than those that bind everybody: it binds as well. */
function plainRequirement(one: Requirement, all: readonly Requirement[]): Requirement {
  const others = all.filter((each) => each !== one);
  if (one.binds === null || others.some(({ binds }) => binds !== null)) return one;
  if (one.since !== null || one.reductions.length > 0) return one;
  const known = new Set(others.flatMap(({ lines }) => lines.map(text)));
  return one.lines.every((line) => known.has(text(line))) ? { ...one, binds: null } : one;
}
