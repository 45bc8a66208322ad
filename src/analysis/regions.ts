/**
 * Is there a practitioner with a record for whom these conditions hold and those do not? Answered exactly: cells of the
 * axes are tried until the conditions are settled. As more facts never change what is true or false already, a point
 * settles them whatever the facts are that it leaves out, and is a smallest witness of its kind.
 */
import type { Expr, Plan, Value } from '../model/plan.ts';
import { type Atom, type Axis, atomsOf, axisKey, axisOf, holdsAt, scaleKey } from './axes.ts';

export interface Wish {
  readonly expr: Expr;
  readonly is: boolean;
}

/** Values of some axes. */
export type Point = readonly { readonly axis: Axis; readonly value: Value }[];

/** `open`: the bound was reached before either was shown. */
export type Found =
  | { readonly kind: 'point'; readonly point: Point }
  | { readonly kind: 'none' }
  | { readonly kind: 'open' };

export const holds = (expr: Expr): Wish => ({ expr, is: true });
export const fails = (expr: Expr): Wish => ({ expr, is: false });

/** How many atoms are looked at in one question. */
const ONE_QUESTION = 100_000;
/** What a question costs besides, in atoms. */
const ASKING = 20;

/** How many atoms are looked at in all: of the plans of one rule set together, however many options its readings have. */
export class Purse {
  left = 2_000_000;
}

type Truth = 0 | 1 | 2;

export class Regions {
  readonly plan: Plan;
  readonly #purse: Purse;

  constructor(plan: Plan, purse = new Purse()) {
    this.plan = plan;
    this.#purse = purse;
  }

  find(wishes: readonly Wish[]): Found {
    const purse = this.#purse;
    if (purse.left <= 0) return { kind: 'open' };
    if (excluded(wishes, purse)) return { kind: 'none' };
    const search = new Search(this, wishes, Math.min(ONE_QUESTION, purse.left));
    const found = search.run();
    purse.left -= search.spent + ASKING;
    return found;
  }

  /** Certainly the second holds wherever the first does. */
  implies(first: Expr, second: Expr): boolean {
    return this.find([holds(first), fails(second)]).kind === 'none';
  }
}

/** Two of the conditions want different options of one field: most questions end here. */
const excluded = (wishes: readonly Wish[], purse: Purse): boolean => {
  const wanted = new Map<string, readonly string[]>();
  const visit = (expr: Expr): boolean => {
    if (expr.op === 'and') return expr.of.some(visit);
    if (expr.op !== 'among') return false;
    const key = axisKey(expr);
    const before = wanted.get(key);
    purse.left -= 1 + ((before?.length ?? 0) * expr.keys.length) / 100;
    const both = before ? before.filter((one) => expr.keys.includes(one)) : expr.keys;
    wanted.set(key, both);
    return both.length === 0;
  };
  return wishes.some(({ expr, is }) => is && visit(expr));
};

interface Place {
  readonly axis: number;
  readonly test: (value: Value) => boolean;
}

class Search {
  spent = 0;
  readonly #wishes: readonly Wish[];
  readonly #most: number;
  readonly #axes: readonly Axis[];
  readonly #places = new Map<Atom, Place>();
  readonly #values: (Value | undefined)[];
  /** Axes of which the value of the first is not above that of the second. */
  readonly #ordered: readonly (readonly [number, number])[];

  constructor(regions: Regions, wishes: readonly Wish[], most: number) {
    this.#wishes = wishes;
    this.#most = most;
    const atoms = wishes.flatMap(({ expr }) => atomsOf(expr));
    this.spent = atoms.reduce((sum, atom) => sum + (atom.op === 'among' ? atom.keys.length : 1), 0);
    const scales = Map.groupBy(atoms, scaleKey);
    const byKey = Map.groupBy(atoms, axisKey);
    const keys = [...byKey.keys()];
    this.#axes = [...byKey.values()].map(([first]) =>
      axisOf(regions.plan, first as Atom, scales.get(scaleKey(first as Atom)) ?? []),
    );
    for (const [at, key] of keys.entries()) {
      for (const atom of byKey.get(key) ?? []) this.#places.set(atom, { axis: at, test: holdsAt(atom) });
    }
    this.#values = new Array(keys.length).fill(undefined);
    this.#ordered = orderedAxes(regions, this.#axes);
  }

  run(): Found {
    const found = this.#step();
    if (found === 'open') return { kind: 'open' };
    if (!found) return { kind: 'none' };
    const point = this.#axes.flatMap((axis, at) => {
      const value = this.#values[at];
      return value === undefined ? [] : [{ axis, value }];
    });
    return { kind: 'point', point };
  }

  #step(): boolean | 'open' {
    if (this.spent > this.#most) return 'open';
    let undecided: Expr | null = null;
    for (const { expr, is } of this.#wishes) {
      const truth = this.#truth(expr);
      if (truth === 1) undecided ??= expr;
      else if ((truth === 2) !== is) return false;
    }
    if (undecided === null) return true;
    const at = this.#firstOpen(undecided);
    for (const cell of (this.#axes[at] as Axis).cells) {
      this.#values[at] = cell;
      const found = this.#lawful() && this.#step();
      if (found) return found;
    }
    this.#values[at] = undefined;
    return false;
  }

  #lawful(): boolean {
    return this.#ordered.every(([low, high]) => {
      const [a, b] = [this.#values[low], this.#values[high]];
      return a === undefined || b === undefined || a <= b;
    });
  }

  #truth(expr: Expr): Truth {
    switch (expr.op) {
      case 'const':
        return expr.value ? 2 : 0;
      case 'not':
        return (2 - this.#truth(expr.of)) as Truth;
      case 'and': {
        let least: Truth = 2;
        for (const arm of expr.of) {
          const truth = this.#truth(arm);
          if (truth === 0) return 0;
          if (truth < least) least = truth;
        }
        return least;
      }
      case 'or': {
        let greatest: Truth = 0;
        for (const arm of expr.of) {
          const truth = this.#truth(arm);
          if (truth === 2) return 2;
          if (truth > greatest) greatest = truth;
        }
        return greatest;
      }
      default: {
        this.spent += 1;
        const { axis, test } = this.#places.get(expr) as Place;
        const value = this.#values[axis];
        if (value === undefined) return 1;
        return test(value) ? 2 : 0;
      }
    }
  }

  /** The axis of the first atom that keeps the condition open. */
  #firstOpen(expr: Expr): number {
    switch (expr.op) {
      case 'and':
      case 'or':
        return this.#firstOpen(expr.of.find((arm) => this.#truth(arm) === 1) as Expr);
      case 'not':
        return this.#firstOpen(expr.of);
      default:
        return (this.#places.get(expr as Atom) as Place).axis;
    }
  }
}

/** A stay does not end before it starts; a sum over some records is not above that over these and more. */
const orderedAxes = (regions: Regions, axes: readonly Axis[]): readonly (readonly [number, number])[] => {
  const stay = (key: string): number =>
    axes.findIndex(({ of }) => of.kind === 'field' && of.on === 'record' && of.field.key === key);
  const [start, end] = [stay('start'), stay('end')];
  const pairs: (readonly [number, number])[] = start >= 0 && end >= 0 ? [[start, end]] : [];
  for (const [i, { of: one }] of axes.entries()) {
    for (const [j, { of: other }] of axes.entries()) {
      if (i === j || one.kind !== 'total' || other.kind !== 'total') continue;
      const same = JSON.stringify(one.measure) === JSON.stringify(other.measure);
      if (same && regions.implies(one.where, other.where)) pairs.push([i, j]);
    }
  }
  return pairs;
};
