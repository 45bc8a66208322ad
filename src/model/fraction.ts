/** Rational rational arithmetic on the constants of a rule file, before they become the plan's `Fraction`s. */
import type { Fraction } from './plan.ts';

/** `n / d` in lowest terms, `d` > 0, of any size. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** In lowest terms; `d` is not zero. */
export const rational = (n: bigint, d: bigint = 1n): Rational => {
  const by = gcd(n, d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / by, d: (sign * d) / by };
};

/** A plain decimal: digits with at most one dot. */
export const decimal = (digits: string): Rational => {
  const [whole = '0', part = ''] = digits.split('.');
  return rational(BigInt(whole + part || '0'), 10n ** BigInt(part.length));
};

export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** `b` is not zero. */
export const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const fromFraction = (f: Fraction): Rational => rational(BigInt(f.n), BigInt(f.d));
export const less = (a: Rational, b: Rational): boolean => a.n * b.d < b.n * a.d;
export const isWhole = (a: Rational): boolean => a.d === 1n;

const limit = BigInt(Number.MAX_SAFE_INTEGER);

/** Null where numerator or denominator leaves the safe integers. */
export const toFraction = (a: Rational): Fraction | null =>
  a.n > limit || a.n < -limit || a.d > limit ? null : { n: Number(a.n), d: Number(a.d) };
