/**
 * What conditions read, once the form of a record is known: of each field the numbers at which an answer may change.
 * Records that stand on the same side of all of them are of one kind: every condition has one answer for all.
 */
import { part } from '../../model/credit.ts';
import type { Expr, FieldRef, Fraction } from '../../model/plan.ts';
import { type ByOp, pick } from '../backend.ts';

/** By the key of a field: a value at or above each of these numbers is another than one below; none: presence alone. */
export type Cuts = Map<string, Set<number>>;

export interface Reads {
  readonly person: Cuts;
  readonly record: Cuts;
}

export const noReads = (): Reads => ({ person: new Map(), record: new Map() });

/** Whether the field is there, and beside which of these numbers it stands. */
export function note({ person, record }: Reads, { on, key }: FieldRef, ...numbers: readonly number[]): void {
  const all = on === 'person' ? person : record;
  const known = all.get(key) ?? new Set();
  for (const number of numbers) known.add(number);
  all.set(key, known);
}

/** A whole number changes its answer to any comparison with the fraction at these alone. */
const edges = (to: Fraction): readonly number[] => [Number(part(1, to, 'ceil')), Number(part(1, to, 'floor')) + 1];

/** Takes in what a condition reads. A sum (累计) is of many records, and not of the kind of one. */
export function read(into: Reads, expr: Expr): void {
  const each = (all: readonly Expr[]): void => {
    for (const one of all) read(into, one);
  };
  const table: ByOp<void> = {
    const: () => undefined,
    yes: ({ field }) => note(into, field),
    among: ({ field }) => note(into, field),
    compare: ({ field, to }) => note(into, field, ...edges(to)),
    total: ({ where }) => read(into, where),
    and: ({ of }) => each(of),
    or: ({ of }) => each(of),
    not: ({ of }) => read(into, of),
  };
  pick(table, expr.op, expr);
}

const no: Expr = { op: 'const', value: false };
const yes: Expr = { op: 'const', value: true };

/** What is left of a condition for records of one form; a missing form leaves it as it is. */
export function ofForm(expr: Expr, form: string | undefined): Expr {
  if (form === undefined) return expr;
  const several = (of: readonly Expr[], decides: boolean): readonly Expr[] | null => {
    const left = of.map((one) => ofForm(one, form)).filter((one) => one.op !== 'const' || one.value === decides);
    return left.some(({ op }) => op === 'const') ? null : left;
  };
  const table: ByOp<Expr> = {
    const: (same) => same,
    yes: (same) => same,
    among: (same) => {
      if (same.field.on !== 'record' || same.field.key !== 'form') return same;
      return same.keys.includes(form) ? yes : no;
    },
    compare: (same) => same,
    total: (same) => same,
    and: ({ of }) => {
      const left = several(of, false);
      return left === null ? no : left.length === 0 ? yes : { op: 'and', of: left };
    },
    or: ({ of }) => {
      const left = several(of, true);
      return left === null ? yes : left.length === 0 ? no : { op: 'or', of: left };
    },
    not: ({ of }) => {
      const inner = ofForm(of, form);
      return inner.op === 'const' ? (inner.value ? no : yes) : { op: 'not', of: inner };
    },
  };
  return pick(table, expr.op, expr);
}
