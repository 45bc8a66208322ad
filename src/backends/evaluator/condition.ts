/** Conditions of the plan compiled to closures, each with a way to name the facts that it lacks. */
import { part } from '../../model/credit.ts';
import type { Comparison, Expr, FieldRef, Fraction, Value } from '../../model/plan.ts';
import { type ByOp, pick } from '../backend.ts';
import type { Facts, Schema } from './facts.ts';
import { FALSE, TRUE, type Truth, truth, UNKNOWN } from './truth.ts';

/** What a condition looks at: one record of one practitioner, and the sums of its item over the year. */
export interface Scene {
  readonly person: Facts;
  readonly record: Facts;
  readonly sums: readonly (number | bigint)[];
}

export interface Condition {
  readonly test: (at: Scene) => Truth;
  /** Labels of the missing facts that leave the condition unknown; none where it is known. */
  readonly missing: (at: Scene) => readonly string[];
}

export type Total = Extract<Expr, { op: 'total' }>;

/** Takes in a total and gives its place among the sums of a scene. */
export interface Totals {
  add(total: Total): number;
}

export interface Schemas {
  readonly person: Schema;
  readonly record: Schema;
}

const nothing: readonly string[] = [];

/** Whether a whole number meets a bound. The bound is made whole once, so that the test compares numbers alone. */
export function bound(by: Comparison, to: Fraction): (value: number | bigint) => boolean {
  const [down, up] = [Number(part(1, to, 'floor')), Number(part(1, to, 'ceil'))];
  const tests: Readonly<Record<Comparison, (value: number | bigint) => boolean>> = {
    '>=': (value) => value >= up,
    '>': (value) => value > down,
    '<=': (value) => value <= down,
    '<': (value) => value < up,
    '=': (value) => value >= up && value <= down,
    '!=': (value) => value < up || value > down,
  };
  return tests[by];
}

/**
 * Compiles conditions. `totals` takes in the sums that they read; without it a total is a fault of the plan, for it means
 * something only among the records of one item.
 */
export function conditions(schemas: Schemas, totals: Totals | null): (expr: Expr) => Condition {
  const atom = (field: FieldRef, holds: (value: Value) => boolean): Condition => {
    const schema = schemas[field.on];
    const place = schema.place(field.key);
    const labels = [schema.field(place).label];
    const read = field.on === 'person' ? (at: Scene) => at.person[place] : (at: Scene) => at.record[place];
    return {
      test: (at) => {
        const value = read(at);
        return value === undefined ? UNKNOWN : truth(holds(value));
      },
      missing: (at) => (read(at) === undefined ? labels : nothing),
    };
  };

  const missingOf =
    (parts: readonly Condition[], test: (at: Scene) => Truth) =>
    (at: Scene): readonly string[] =>
      test(at) === UNKNOWN ? [...new Set(parts.flatMap((each) => each.missing(at)))] : nothing;

  const table: ByOp<Condition> = {
    const: ({ value }) => ({ test: () => truth(value), missing: () => nothing }),
    yes: ({ field }) => atom(field, (value) => value === true),
    among: ({ field, keys }) => {
      const [only] = keys;
      if (keys.length === 1) return atom(field, (value) => value === only);
      const set: ReadonlySet<Value> = new Set(keys);
      return atom(field, (value) => set.has(value));
    },
    compare: ({ field, by, to }) => {
      const meets = bound(by, to);
      return atom(field, (value) => meets(value as number));
    },
    total: (total) => {
      if (totals === null) throw new Error('a total stands where there is no item to sum');
      const place = totals.add(total);
      const meets = bound(total.by, total.to);
      return { test: (at) => truth(meets(at.sums[place] ?? 0)), missing: () => nothing };
    },
    and: ({ of }) => {
      const parts = of.map(compile);
      const tests = parts.map((each) => each.test);
      const test = (at: Scene): Truth => {
        let least: Truth = TRUE;
        for (const each of tests) {
          const value = each(at);
          if (value === FALSE) return FALSE;
          if (value < least) least = value;
        }
        return least;
      };
      return { test, missing: missingOf(parts, test) };
    },
    or: ({ of }) => {
      const parts = of.map(compile);
      const tests = parts.map((each) => each.test);
      const test = (at: Scene): Truth => {
        let greatest: Truth = FALSE;
        for (const each of tests) {
          const value = each(at);
          if (value === TRUE) return TRUE;
          if (value > greatest) greatest = value;
        }
        return greatest;
      };
      return { test, missing: missingOf(parts, test) };
    },
    not: ({ of }) => {
      const inner = compile(of);
      return { test: (at) => (2 - inner.test(at)) as Truth, missing: inner.missing };
    },
  };

  // One condition stands in many places, as that of a group does with all its items. With sums it is another for each item.
  const made = new WeakMap<Expr, Condition>();
  const compile = (expr: Expr): Condition => {
    const known = made.get(expr);
    if (known !== undefined) return known;
    const condition: Condition = pick(table, expr.op, expr);
    if (totals === null) made.set(expr, condition);
    return condition;
  };
  return compile;
}

/** The same where there may be no condition. */
export const optionally =
  (compile: (expr: Expr) => Condition) =>
  (when: Expr | null): Condition | null =>
    when === null ? null : compile(when);

/** The parts of a condition that name a reading of several options. */
export const readingsIn = (expr: Expr): readonly string[] => [
  ...(expr.readings ?? []),
  ...(expr.op === 'and' || expr.op === 'or' ? expr.of.flatMap(readingsIn) : []),
  ...(expr.op === 'not' ? readingsIn(expr.of) : []),
];

/**
 * Whether the parts that name a reading decide: with them for it the condition holds, with them against it it does not.
 * Null where it names none.
 */
export function decidedByReadings(when: Expr, compile: (expr: Expr) => Condition): ((at: Scene) => boolean) | null {
  if (readingsIn(when).length === 0) return null;
  const [helped, hindered] = [compile(favoured(when)), compile(favoured(when, false))];
  return (at) => helped.test(at) === TRUE && hindered.test(at) !== TRUE;
}

/** The condition as it would be if each part of it that names a reading spoke for it: was a reading what it failed by? */
export function favoured(expr: Expr, sense = true): Expr {
  if ((expr.readings?.length ?? 0) > 0) return { op: 'const', value: sense };
  if (expr.op === 'not') return { op: 'not', of: favoured(expr.of, !sense) };
  if (expr.op === 'and' || expr.op === 'or') return { op: expr.op, of: expr.of.map((each) => favoured(each, sense)) };
  return expr;
}
