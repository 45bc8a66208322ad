/** What a record must be to get as far as an item's lines. */
import type { Expr, Gate, Item } from '../model/plan.ts';
import { atomsOf } from './axes.ts';
import { holds, type Wish } from './regions.ts';

/** A gate lets a record pass where it does not ask, or is answered. */
export const passes = ({ when, that }: Gate): Expr =>
  when === null ? that : { op: 'or', of: [{ op: 'not', of: when }, that] };

const REVIEW = { on: 'record', key: 'review' } as const;
const approved: Expr = { op: 'among', field: REVIEW, keys: ['approved'] };

/** The record is the item's, was approved and passes the first `gates` of its gates; all unless said. */
export const reach = (item: Item, gates = item.gates.length): readonly Wish[] => {
  const asked = [item.match, ...item.gates.map(passes), ...item.lines.map(({ when }) => when)];
  const reviewed = asked.some((expr) =>
    atomsOf(expr).some((atom) => atom.op !== 'total' && atom.field.on === 'record' && atom.field.key === 'review'),
  );
  return [item.match, ...(reviewed ? [approved] : []), ...item.gates.slice(0, gates).map(passes)].map(holds);
};
