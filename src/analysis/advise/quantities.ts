/** How much of an activity is worth asking about: where its credits may step up. */
import { part } from '../../model/credit.ts';
import type { AwardLine, Credit, Fraction } from '../../model/plan.ts';
import { atomsOf } from '../axes.ts';
import { reach } from '../reach.ts';
import type { Case } from './case.ts';
import { type Kind, lineOf, type Quantity } from './kinds.ts';

/** Quantities at which the credits may step up, ascending. */
export function* quantities(at: Case, kind: Kind, want: Credit): Generator<number | null> {
  const { quantity, item } = kind;
  const line = lineOf(kind);
  if (quantity === null || line === undefined) {
    yield null;
    return;
  }
  const { rate } = line;
  const key = quantity.measure.of === 'field' ? quantity.measure.key : null;
  const bounds = [...reach(item).map(({ expr }) => expr), line.when].flatMap((expr) =>
    atomsOf(expr).flatMap((atom) =>
      atom.op === 'compare' && atom.field.on === 'record' && atom.field.key === key ? [atom.to] : [],
    ),
  );
  const floor = Math.min(...[quantity.grid, ...bounds.map((to) => up(to, 1))].filter((mark) => mark > 0));
  const grid = rate.kind === 'per' ? finer(quantity.grid, rate.per) : finer(quantity.grid, { n: floor, d: 1 });
  const marks = new Set<number>([grid]);
  for (const to of bounds) for (const mark of [up(to, grid), up(to, grid) + grid]) marks.add(mark);
  if (rate.kind === 'field') {
    yield want * 10_000;
    return;
  }
  if (rate.kind === 'steps') {
    for (const { bounds: ends } of rate.rows) {
      for (const { to } of ends) for (const mark of [up(to, grid), up(to, grid) + grid]) marks.add(mark);
    }
  }
  const known = kind.once ? already(at, kind, quantity) : 0;
  if (known > 0) for (const mark of [...marks]) marks.add(Math.max(grid, mark - known));
  const sorted = [...marks].filter((mark) => mark > 0).sort((a, b) => a - b);
  if (rate.kind !== 'per') {
    yield* sorted;
    return;
  }
  yield* merged(sorted, unitsOf(rate, grid, known));
}

/** Ascending, from a list that ends and a sequence that may not. */
function* merged(list: readonly number[], endless: Iterable<number>): Generator<number> {
  const rest = [...list];
  let last = 0;
  for (const next of endless) {
    while (rest[0] !== undefined && rest[0] < next) {
      const mark = rest.shift() as number;
      if (mark <= last) continue;
      last = mark;
      yield mark;
    }
    if (next <= last) continue;
    last = next;
    yield next;
  }
}

/** Where another unit is full, or begun; in proportion, every step of the grid. `known` is in the sum already. */
function* unitsOf(rate: Extract<AwardLine['rate'], { kind: 'per' }>, grid: number, known: number): Generator<number> {
  if (rate.rounding.to === 'nearest') {
    for (let steps = 1; ; steps += 1) yield steps * grid;
  }
  const first = Math.floor((known * rate.per.d) / rate.per.n);
  for (let units = first + 1; ; units += 1) {
    const full = Number(part(units, rate.per, 'ceil')) - known;
    if (full <= 0) continue;
    // A sum may have been left with any rest; a record that stands alone is of whole steps.
    yield known > 0 ? full : Math.ceil(full / grid) * grid;
    if (rate.rounding.to === 'ceil') yield (Math.floor(full / grid) + 1) * grid;
  }
}

/** What the sum of the year holds already: at least of the records of the same line. */
const already = ({ base }: Case, { item, line }: Kind, { measure }: Quantity): number => {
  if (measure.of !== 'field') return 0;
  return base.records.reduce((sum, one) => {
    const value = one.item === item.key && one.line === line && one.here ? one.facts(measure.key) : undefined;
    return sum + (typeof value === 'number' ? value : 0);
  }, 0);
};

const up = (to: Fraction, grid: number): number => Math.ceil(Number(part(1, to, 'ceil')) / grid) * grid;

/** The unit in which people write, or a finer one that the rate's own is whole in. */
const finer = (grid: number, { n, d }: Fraction): number => {
  if (d !== 1) return grid;
  let [a, b] = [grid, n];
  while (b > 0) [a, b] = [b, a % b];
  return Math.max(a, grid / 60);
};
