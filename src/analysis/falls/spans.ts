/** What a condition looks at. */
import type { Expr } from '../../model/plan.ts';
import { atomsOf } from '../axes.ts';

/** It tells records of one person apart. */
export const ofRecords = (when: Expr | null): boolean =>
  when !== null && atomsOf(when).some((atom) => atom.op === 'total' || atom.field.on === 'record');

export const sameExpr = (a: Expr | null, b: Expr | null): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** With what readings have settled taken as settled. */
export const settled = (expr: Expr): Expr => {
  switch (expr.op) {
    case 'not': {
      const of = settled(expr.of);
      return of.op === 'const' ? { op: 'const', value: !of.value } : { op: 'not', of };
    }
    case 'and':
    case 'or': {
      const decides = expr.op === 'or';
      const of = expr.of.map(settled);
      if (of.some((arm) => arm.op === 'const' && arm.value === decides)) return { op: 'const', value: decides };
      const open = of.filter((arm) => arm.op !== 'const');
      const [only] = open;
      if (only === undefined) return { op: 'const', value: !decides };
      return open.length === 1 ? only : { op: expr.op, of: open };
    }
    default:
      return expr;
  }
};

/** It may stop holding as sums over the year grow. */
export const mayStop = (expr: Expr): boolean => stops(settled(expr), false);

const stops = (expr: Expr, denied: boolean): boolean => {
  switch (expr.op) {
    case 'and':
    case 'or':
      return expr.of.some((arm) => stops(arm, denied));
    case 'not':
      return stops(expr.of, !denied);
    case 'total': {
      if (expr.by === '=' || expr.by === '!=') return true;
      return (expr.by === '<' || expr.by === '<=') !== denied;
    }
    default:
      return false;
  }
};

/** As it is while sums are still on the side that helps it. */
export const unstopped = (expr: Expr, denied = false): Expr => {
  switch (expr.op) {
    case 'and':
    case 'or':
      return { op: expr.op, of: expr.of.map((arm) => unstopped(arm, denied)) };
    case 'not':
      return { op: 'not', of: unstopped(expr.of, !denied) };
    case 'total':
      return { op: 'const', value: !denied };
    default:
      return expr;
  }
};
