/** Conditions of the plan looked at as data: without what decides nothing, and what they read. */
import type { Expr, FieldRef } from '../../model/plan.ts';

export type Atom = Extract<Expr, { op: 'yes' | 'among' | 'compare' | 'total' }>;
export type Total = Extract<Expr, { op: 'total' }>;

/** Constants folded, the names of readings left out; equal conditions are spelt alike. */
export function simple(expr: Expr | null): Expr {
  if (expr === null) return { op: 'const', value: true };
  switch (expr.op) {
    case 'and':
    case 'or': {
      const ends = expr.op === 'or';
      const parts = expr.of.map(simple).filter((part) => part.op !== 'const' || part.value === ends);
      if (parts.some(({ op }) => op === 'const')) return { op: 'const', value: ends };
      const [only] = parts;
      if (only === undefined) return { op: 'const', value: !ends };
      return parts.length === 1 ? only : { op: expr.op, of: parts };
    }
    case 'not': {
      const of = simple(expr.of);
      return of.op === 'const' ? { op: 'const', value: !of.value } : { op: 'not', of };
    }
    case 'total':
      return { op: 'total', measure: expr.measure, by: expr.by, to: expr.to, where: simple(expr.where) };
    case 'yes':
      return { op: 'yes', field: expr.field };
    case 'among':
      return { op: 'among', field: expr.field, keys: expr.keys };
    case 'compare':
      return { op: 'compare', field: expr.field, by: expr.by, to: expr.to };
    case 'const':
      return { op: 'const', value: expr.value };
    default:
      return expr satisfies never;
  }
}

export const textOf = (expr: Expr): string => JSON.stringify(expr);
export const isConst = (expr: Expr, value: boolean): boolean => expr.op === 'const' && expr.value === value;

export function atomsOf(expr: Expr): readonly Atom[] {
  switch (expr.op) {
    case 'const':
      return [];
    case 'not':
      return atomsOf(expr.of);
    case 'and':
    case 'or':
      return expr.of.flatMap(atomsOf);
    default:
      return [expr];
  }
}

export const totalsOf = (expr: Expr): readonly Total[] => atomsOf(expr).filter((atom) => atom.op === 'total');

/** Every field that it reads, those within its totals too. */
export const readsOf = (expr: Expr): readonly FieldRef[] =>
  atomsOf(expr).flatMap((atom) => {
    if (atom.op !== 'total') return [atom.field];
    const { measure, where } = atom;
    const own: FieldRef[] = measure.of === 'field' ? [{ on: 'record', key: measure.key }] : [];
    return [...own, ...readsOf(where)];
  });

export const ofPersonAlone = (expr: Expr): boolean =>
  atomsOf(expr).every((atom) => atom.op !== 'total' && atom.field.on === 'person');
