/** What a record must be to get as far as an item's lines. */
import type { Cap, Expr, Gate, Item } from '../model/plan.ts';
import { atomsOf } from './axes.ts';
import { holds, type Wish } from './regions.ts';

/** A gate lets a record pass where it does not ask, or is answered. */
export const passes = ({ when, that }: Gate): Expr =>
  when === null ? that : { op: 'or', of: [{ op: 'not', of: when }, that] };

const REVIEW = { on: 'record', key: 'review' } as const;
const approved: Expr = { op: 'among', field: REVIEW, keys: ['approved'] };

/** Whether anything of the item asks about the review; found once, for each of its lines wants to know. */
const asksReview = (item: Item): boolean => {
  const known = reviewed.get(item);
  if (known !== undefined) return known;
  const asked = [item.match, ...item.gates.map(passes), ...item.lines.map(({ when }) => when)];
  const found = asked.some((expr) =>
    atomsOf(expr).some((atom) => atom.op !== 'total' && atom.field.on === 'record' && atom.field.key === 'review'),
  );
  reviewed.set(item, found);
  return found;
};
const reviewed = new WeakMap<Item, boolean>();

/** The record is the item's, was approved and passes the first `gates` of its gates; all unless said. */
export const reach = (item: Item, gates = item.gates.length): readonly Wish[] => {
  return [item.match, ...(asksReview(item) ? [approved] : []), ...item.gates.slice(0, gates).map(passes)].map(holds);
};

/** Whether a cap is over records of the item. The caps of one section are over one list of items. */
export const isOver = ({ items }: Pick<Cap, 'items'>, { key }: Item): boolean => {
  const known = held.get(items) ?? new Set(items);
  held.set(items, known);
  return known.has(key);
};
const held = new WeakMap<readonly string[], ReadonlySet<string>>();
