/**
 * Every way in which some conditions can turn out together, missing facts included: a condition that holds of whoever has
 * all facts may still be unknown of somebody who lacks one. Cells of the axes are tried as in `Regions`, and one cell more
 * where a fact may be missing. Sums owe each other only what a sum owes to
 * one over more records, so that more may be tried than can be.
 */
import type { Expr, Field, Plan, Value } from '../../model/plan.ts';
import { type Atom, type Axis, atomsOf, axisKey, axisOf, holdsAt, scaleKey } from '../axes.ts';

/** False, unknown, true. */
export type Truth = 0 | 1 | 2;

/** The facts looked at; null: it is missing. What is not listed may be anything. */
export type Facts = readonly { readonly axis: Axis; readonly value: Value | null }[];

export const ALWAYS: Expr = { op: 'const', value: true };
export const orAlways = (when: Expr | null): Expr => when ?? ALWAYS;

/** How many atoms are looked at: in one question, and in all. */
const ONE_QUESTION = 60_000;

export class Budget {
  cells = 1_500_000;
  /** Whether a question was left unanswered. */
  hit = false;
}

interface Place {
  readonly axis: number;
  readonly test: (value: Value) => boolean;
}

export class Truths {
  readonly plan: Plan;
  readonly #budget: Budget;

  /** `plan` has the fields of all conditions that are asked about. */
  constructor(plan: Plan, budget: Budget) {
    this.plan = plan;
    this.#budget = budget;
  }

  /**
   * Calls `visit` with how the conditions turn out, wherever all that are `given` are true; true from it ends the search.
   * False where a bound was hit, so that something may not have been visited.
   */
  each(
    given: readonly Expr[],
    asked: readonly Expr[],
    visit: (truths: readonly Truth[], facts: Facts) => unknown,
  ): boolean {
    const budget = this.#budget;
    if (budget.cells <= 0) {
      budget.hit = true;
      return false;
    }
    const search = new Search(this.plan, given, asked, visit, Math.min(ONE_QUESTION, budget.cells));
    const done = search.run();
    budget.cells -= search.spent + 10;
    if (!done) budget.hit = true;
    return done;
  }
}

class Search {
  spent = 0;
  readonly #given: readonly Expr[];
  readonly #asked: readonly Expr[];
  readonly #visit: (truths: readonly Truth[], facts: Facts) => unknown;
  readonly #most: number;
  readonly #axes: readonly Axis[];
  readonly #lacks: readonly boolean[];
  readonly #places = new Map<Atom, Place>();
  /** Undefined: not looked at yet. */
  readonly #values: (Value | null | undefined)[];
  /** Sums of which the first is never above the second. */
  readonly #ordered: readonly (readonly [number, number])[];

  constructor(
    plan: Plan,
    given: readonly Expr[],
    asked: readonly Expr[],
    visit: (truths: readonly Truth[], facts: Facts) => unknown,
    most: number,
  ) {
    this.#given = given;
    this.#asked = asked;
    this.#visit = visit;
    this.#most = most;
    const atoms = [...given, ...asked].flatMap(atomsOf);
    this.spent = atoms.length;
    const scales = Map.groupBy(atoms, scaleKey);
    const byKey = [...Map.groupBy(atoms, axisKey).values()];
    this.#axes = byKey.map(([first]) => axisOf(plan, first as Atom, scales.get(scaleKey(first as Atom)) ?? []));
    this.#lacks = this.#axes.map(({ of }) => of.kind === 'field' && mayLack(of.field));
    for (const [axis, same] of byKey.entries())
      for (const atom of same) this.#places.set(atom, { axis, test: holdsAt(atom) });
    this.#values = new Array(byKey.length).fill(undefined);
    this.#ordered = orderedSums(this.#axes, (narrow, wide) => {
      const search = new Search(plan, [narrow], [wide], ([truth]) => truth !== 2 || undefined, most);
      const done = search.#step();
      this.spent += search.spent;
      return done === 'on';
    });
  }

  run(): boolean {
    return this.#step() !== 'open';
  }

  #step(): 'open' | 'end' | 'on' {
    if (this.spent > this.#most) return 'open';
    let open: number | null = null;
    for (const expr of this.#given) {
      const truth = this.#truth(expr);
      if (truth === 0) return 'on';
      if (truth === 2) continue;
      const axis = this.#open(expr);
      if (axis === null) return 'on';
      open ??= axis;
    }
    const truths: Truth[] = [];
    for (const expr of open === null ? this.#asked : []) {
      const truth = this.#truth(expr);
      truths.push(truth);
      if (truth === 1) open ??= this.#open(expr);
    }
    if (open === null) return this.#visit(truths, this.#facts()) === true ? 'end' : 'on';
    for (const value of [...(this.#axes[open] as Axis).cells, ...(this.#lacks[open] ? [null] : [])]) {
      this.#values[open] = value;
      if (!this.#lawful()) continue;
      const found = this.#step();
      if (found !== 'on') return found;
    }
    this.#values[open] = undefined;
    return 'on';
  }

  #lawful(): boolean {
    return this.#ordered.every(([low, high]) => {
      const [a, b] = [this.#values[low], this.#values[high]];
      return a === undefined || a === null || b === undefined || b === null || a <= b;
    });
  }

  #facts(): Facts {
    return this.#axes.flatMap((axis, at) => {
      const value = this.#values[at];
      return value === undefined ? [] : [{ axis, value }];
    });
  }

  #truth(expr: Expr): Truth {
    switch (expr.op) {
      case 'const':
        return expr.value ? 2 : 0;
      case 'not':
        return (2 - this.#truth(expr.of)) as Truth;
      case 'and':
        return expr.of.reduce<Truth>(
          (least, arm) => (least === 0 ? 0 : (Math.min(least, this.#truth(arm)) as Truth)),
          2,
        );
      case 'or':
        return expr.of.reduce<Truth>((most, arm) => (most === 2 ? 2 : (Math.max(most, this.#truth(arm)) as Truth)), 0);
      default: {
        this.spent += 1;
        const { axis, test } = this.#places.get(expr) as Place;
        const value = this.#values[axis];
        if (value === undefined || value === null) return 1;
        return test(value) ? 2 : 0;
      }
    }
  }

  /** The axis of an atom not looked at yet that may still settle the condition; null where it stays unknown. */
  #open(expr: Expr): number | null {
    switch (expr.op) {
      case 'and':
      case 'or':
        for (const arm of expr.of) {
          const axis = this.#truth(arm) === 1 ? this.#open(arm) : null;
          if (axis !== null) return axis;
        }
        return null;
      case 'not':
        return this.#open(expr.of);
      case 'const':
        return null;
      default: {
        const { axis } = this.#places.get(expr) as Place;
        return this.#values[axis] === undefined ? axis : null;
      }
    }
  }
}

/** A sum over some records is not above one over these and more. Whole months of joined stays may be fewer. */
const orderedSums = (
  axes: readonly Axis[],
  implies: (narrow: Expr, wide: Expr) => boolean,
): readonly (readonly [number, number])[] =>
  axes.flatMap(({ of: one }, i) =>
    axes.flatMap(({ of: other }, j): (readonly [number, number])[] => {
      if (i === j || one.kind !== 'total' || other.kind !== 'total' || one.measure.of === 'months') return [];
      const same = JSON.stringify(one.measure) === JSON.stringify(other.measure);
      return same && implies(one.where, other.where) ? [[i, j]] : [];
    }),
  );

/** Whether a fact may be missing: nothing stands for it then. */
export const mayLack = (field: Field): boolean => field.default === null;

/** How a condition turns out whatever the facts are; unknown where that hangs on them. */
export const settled = (expr: Expr): Truth => {
  switch (expr.op) {
    case 'const':
      return expr.value ? 2 : 0;
    case 'not':
      return (2 - settled(expr.of)) as Truth;
    case 'and':
      return Math.min(2, ...expr.of.map(settled)) as Truth;
    case 'or':
      return Math.max(0, ...expr.of.map(settled)) as Truth;
    default:
      return 1;
  }
};
