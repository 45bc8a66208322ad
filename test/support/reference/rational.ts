/** Exact fractions of any size, for the reference: nothing here is fast, and nothing rounds unless it says so. */
export interface Rational {
  readonly n: bigint;
  /** Above 0, and in lowest terms with `n`. */
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export const rational = (n: bigint | number, d: bigint | number = 1n): Rational => {
  const [up, down] = [BigInt(n), BigInt(d)];
  const by = (gcd(up, down) || 1n) * (down < 0n ? -1n : 1n);
  return { n: up / by, d: down / by };
};

export const zero = rational(0);
export const one = rational(1);

/** Digits with at most one point. */
export const digits = (text: string): Rational => {
  const [whole = '', part = ''] = text.split('.');
  return rational(BigInt(`${whole}${part}` || '0'), 10n ** BigInt(part.length));
};

export const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** `b` is not 0. */
export const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
/** Below 0, 0 or above, as `a` is less than, equal to or greater than `b`. */
export const order = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const least = (a: Rational, ...more: Rational[]): Rational =>
  more.reduce((x, y) => (order(y, x) < 0 ? y : x), a);
export const most = (a: Rational, ...more: Rational[]): Rational => more.reduce((x, y) => (order(y, x) > 0 ? y : x), a);
export const sum = (all: Iterable<Rational>): Rational => [...all].reduce(plus, zero);

/** The greatest whole number that is not above. */
export const floor = (a: Rational): Rational => {
  const cut = a.n / a.d;
  return rational(cut * a.d > a.n ? cut - 1n : cut);
};
export const ceil = (a: Rational): Rational => rational(-floor(rational(-a.n, a.d)).n);
/** To whole steps, half up. */
export const nearest = (a: Rational, step: Rational): Rational =>
  times(floor(plus(over(a, step), rational(1, 2))), step);

export const hundredth = rational(1, 100);
export const cents = (a: Rational): Rational => nearest(a, hundredth);

/** What JSON shows: at most 15 digits here, so that it is exact for whole hundredths. */
export const shown = (a: Rational): number => Number(a.n) / Number(a.d);
