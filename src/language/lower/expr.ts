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
  const known = personal.get(expr);
  if (known !== undefined) return known;
  const found = asksPersonAlone(expr);
  personal.set(expr, found);
  return found;
};
const personal = new WeakMap<Expr, boolean>();

const asksPersonAlone = (expr: Expr): boolean => {
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
export const sameExpr = (a: Expr, b: Expr): boolean => a === b || (hashOf(a) === hashOf(b) && alike(a, b));

const alike = (a: Expr, b: Expr): boolean => {
  const sameReadings = a.readings?.join() === b.readings?.join();
  if ((a.op === 'and' || a.op === 'or') && a.op === b.op)
    return sameReadings && a.of.length === b.of.length && a.of.every((arm, i) => sameExpr(arm, b.of[i] as Expr));
  if (a.op === 'not' && b.op === 'not') return sameReadings && sameExpr(a.of, b.of);
  if (a.op === 'among' && b.op === 'among') {
    const sameField = a.field.on === b.field.on && a.field.key === b.field.key;
    return sameReadings && sameField && a.keys.length === b.keys.length && a.keys.every((key, i) => key === b.keys[i]);
  }
  return textOf(a) === textOf(b);
};

const textOf = (expr: Expr): string => JSON.stringify(expr);

/** A number that is the same for the same condition, and made once: conditions are shared, and compared over and over. */
export const hashOf = (expr: Expr): number => {
  const known = hashes.get(expr);
  if (known !== undefined) return known;
  const hash = hashed(expr);
  hashes.set(expr, hash);
  return hash;
};
const hashes = new WeakMap<Expr, number>();

const hashed = (expr: Expr): number => {
  const { readings = [] } = expr;
  switch (expr.op) {
    case 'and':
    case 'or':
      return expr.of.reduce((sum, arm) => mixed(sum, hashOf(arm)), hashText(expr.op + readings.join()));
    case 'not':
      return mixed(hashText(expr.op + readings.join()), hashOf(expr.of));
    case 'total':
      return mixed(hashText(textOf({ ...expr, where: always })), hashOf(expr.where));
    default:
      return hashText(textOf(expr));
  }
};

const mixed = (a: number, b: number): number => Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0x297a2d39);

const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
};
