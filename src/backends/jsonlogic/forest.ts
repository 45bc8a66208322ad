/** Caps that nest, over classes: which cap stands within which, known before any record is. */
import type { Basis, Cap, Category, Item } from '../../model/plan.ts';
import type { Build } from './build.ts';
import { type Class, classesOf, covers, type Leaf } from './classes.ts';
import { isConst, simple } from './expr.ts';

export type Node =
  | Class
  | { readonly kind: 'cap'; readonly cap: Cap; readonly of: readonly Node[]; readonly leaves: readonly Leaf[] }
  /** An item counts at least what a deeming that held says. */
  | { readonly kind: 'item'; readonly item: Item; readonly of: readonly Node[]; readonly leaves: readonly Leaf[] };

export type Span = Exclude<Basis, 'cycle'>;

export const leavesOf = (node: Node): readonly Leaf[] => (node.kind === 'class' ? [node] : node.leaves);

export const spanOf = (node: Node): Span => {
  if (node.kind === 'item') return 'year';
  return (node.kind === 'class' ? node.per : node.cap.per) as Span;
};

/** Whether every span of one lies within a span of the other. */
const lies = (inner: Span, outer: Span): boolean => inner === outer || inner === 'record' || outer === 'year';

/** Of a category: what its credits are the sum of. */
export function forestOf(build: Build, category: Category): readonly Node[] {
  const items = build.plan.items.filter((item) => item.category === category.key);
  const caps = build.plan.caps.filter((cap) => cap.items.some((key) => items.some((item) => item.key === key)));
  let roots: readonly Node[] = items.flatMap((item) => itemRoots(build, item, caps));
  for (const cap of caps.filter(({ stage }) => stage === 'section')) roots = under(build, cap, roots);
  return roots;
}

function itemRoots(build: Build, item: Item, caps: readonly Cap[]): readonly Node[] {
  for (const best of item.best) build.refuse(best.source, 'best');
  let roots: readonly Node[] = classesOf(build, item);
  for (const cap of caps) if (cap.stage === 'item' && cap.items.includes(item.key)) roots = under(build, cap, roots);
  if (item.deems.every(({ credits }) => credits === null)) return roots;
  const leaves = [...roots.flatMap(leavesOf), { kind: 'deemed' as const, item }];
  return [{ kind: 'item', item, of: roots, leaves }];
}

/** The roots with those that the cap is over put under it. */
function under(build: Build, cap: Cap, roots: readonly Node[]): readonly Node[] {
  if (isConst(simple(cap.when), false)) return roots;
  if (cap.per === 'cycle') build.refuse(cap.source, 'cycle');
  if (cap.crossing !== null) build.refuse(cap.source, 'crossing');
  const categories = new Set(cap.items.map((key) => build.plan.items.find((item) => item.key === key)?.category));
  if (categories.size > 1) build.refuse(cap.source, 'capOverCategories');
  const [within, beside]: [Node[], Node[]] = [[], []];
  for (const root of roots) {
    const held = leavesOf(root).map((leaf) => covers(cap, leaf));
    if (held.includes(null)) build.refuse(cap.source, 'capWithDeem');
    const all = held.every((one) => one === true);
    // A part of what another cap is over: which records lose could decide it.
    if (!all && held.includes(true)) build.refuse(cap.source, 'crossing');
    (all ? within : beside).push(root);
  }
  for (const node of within) {
    if (lies(spanOf(node), cap.per as Span)) continue;
    const source = node.kind === 'class' ? node.line.source : cap.source;
    build.refuse(source, node.kind === 'class' ? 'poolOverSpan' : 'crossing');
  }
  if (within.length === 0) return beside;
  return [{ kind: 'cap', cap, of: within, leaves: within.flatMap(leavesOf) }, ...beside];
}
