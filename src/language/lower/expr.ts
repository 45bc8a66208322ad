/** Small builders of plan conditions. A constant that names a reading is kept, so that its use can be shown. */
import type { Expr } from '../../model/plan.ts';

export const always: Expr = { op: 'const', value: true };
export const never: Expr = { op: 'const', value: false };

const plain = (expr: Expr, value: boolean): boolean => expr.op === 'const' && expr.value === value && !expr.readings;

const joined = (op: 'and' | 'or', of: readonly Expr[]): Expr => {
  const neutral = op === 'and';
  const arms = of
    .flatMap((arm) => (arm.op === op && !arm.readings ? arm.of : [arm]))
    .filter((arm) => !plain(arm, neutral));
  if (arms.some((arm) => plain(arm, !neutral)) && arms.every((arm) => arm.op === 'const'))
    return neutral ? never : always;
  if (arms.length === 0) return neutral ? always : never;
  const [only] = arms;
  return arms.length === 1 && only ? only : { op, of: arms };
};

export const and = (...of: readonly Expr[]): Expr => joined('and', of);
export const or = (...of: readonly Expr[]): Expr => joined('or', of);
export const not = (of: Expr): Expr => (of.op === 'not' && !of.readings ? of.of : { op: 'not', of });

/** A sum over the year stands somewhere in it. */
export const hasTotal = (expr: Expr): boolean => {
  switch (expr.op) {
    case 'total':
      return true;
    case 'and':
    case 'or':
      return expr.of.some(hasTotal);
    case 'not':
      return hasTotal(expr.of);
    default:
      return false;
  }
};

/** Only the person is asked about: it holds for all records or for none. */
export const ofPerson = (expr: Expr): boolean => {
  switch (expr.op) {
    case 'const':
      return true;
    case 'yes':
    case 'among':
    case 'compare':
      return expr.field.on === 'person';
    case 'and':
    case 'or':
      return expr.of.every(ofPerson);
    case 'not':
      return ofPerson(expr.of);
    case 'total':
      return false;
  }
};

/** The same condition, whatever readings its atoms name. */
export const sameExpr = (a: Expr, b: Expr): boolean => JSON.stringify(a) === JSON.stringify(b);
