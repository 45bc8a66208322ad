/**
 * Exact arithmetic on what is never negative: hundredths of credits, millionths of a unit, and fractions of them. A whole
 * number stays a `number` while it is safe and becomes a `bigint` beyond; nothing is ever rounded unasked.
 */
import type { Credit, Fraction, Micro } from './plan.ts';

/** A whole number that is not negative: a `number` while it is safe, else a `bigint`. */
export type Exact = number | bigint;

/** A fraction whose parts may be large; `d` > 0. */
export interface Ratio {
  readonly n: Exact;
  readonly d: Exact;
}

/**
 * The largest amount, in hundredths, that leaves the program. Up to here the number of credits is read back from its
 * decimal digits as it was: beyond, two neighbouring hundredths would be one double.
 */
export const LARGEST: Credit = 2 ** 52;

/** An amount beyond `LARGEST`. Thrown within an evaluation and caught at its door, where it becomes a finding. */
export class TooLarge extends Error {}

const small = (whole: bigint): Exact => (whole <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(whole) : whole);

export function plus(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= Number.MAX_SAFE_INTEGER) return sum;
  }
  return small(BigInt(a) + BigInt(b));
}

/** `a − b`, where `b` is not more than `a`. */
export const minus = (a: Exact, b: Exact): Exact =>
  typeof a === 'number' && typeof b === 'number' ? a - b : small(BigInt(a) - BigInt(b));

export function times(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return small(BigInt(a) * BigInt(b));
}

/** How a fraction becomes whole: down, up, or to the nearest with halves up. */
export type Whole = 'floor' | 'ceil' | 'half';

/** `whole × by`, made whole. */
export function part(whole: Exact, by: Ratio, how: Whole): Exact {
  const product = times(whole, by.n);
  if (typeof product === 'number' && typeof by.d === 'number') {
    const rest = product % by.d;
    return (product - rest) / by.d + (goesUp(rest, by.d, how) ? 1 : 0);
  }
  const [n, d] = [BigInt(product), BigInt(by.d)];
  const rest = n % d;
  return small(n / d + (goesUp(rest, d, how) ? 1n : 0n));
}

const goesUp = <N extends Exact>(rest: N, d: N, how: Whole): boolean =>
  how === 'half' ? rest >= d - rest : how === 'ceil' && rest > 0;

/** In lowest terms. */
export function ratio(n: Exact, d: Exact): Ratio {
  let [a, b] = [BigInt(n), BigInt(d)];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? { n: 0, d: 1 } : { n: small(BigInt(n) / a), d: small(BigInt(d) / a) };
}

export const ratioTimes = (a: Ratio, b: Ratio): Ratio => ratio(times(a.n, b.n), times(a.d, b.d));

export const ratioPlus = (a: Ratio, b: Ratio): Ratio => ratio(plus(times(a.n, b.d), times(b.n, a.d)), times(a.d, b.d));

/** Less than 0, 0, or more than 0, as `a` is less than, equal to, or more than `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const [left, right] = [times(a.n, b.d), times(b.n, a.d)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `n / d` in lowest terms; both parts must be safe integers, `d` more than 0. */
export function fraction(n: number, d = 1): Fraction {
  const { n: top, d: bottom } = ratio(n, d);
  return { n: Number(top), d: Number(bottom) };
}

/** As an amount of credits. @throws TooLarge */
export function toCredit(whole: Exact): Credit {
  if (whole > LARGEST) throw new TooLarge('an amount of credits is beyond what can be shown exactly');
  return Number(whole);
}

/** Hundredths as the number of credits: 40 is 0.4. */
export const creditNumber = (credit: Credit): number => credit / 100;

/** And back: exact, for what a double shows as credits is a whole number of hundredths over a hundred. */
export const hundredthsOf = (credits: number): Credit => Math.round(credits * 100);

/** A fraction of hundredths as the nearest whole ones, halves up. */
export const nearestCredit = (credits: Fraction): Credit => Number(part(1, credits, 'half'));

const MICRO = 1_000_000;

/** Millionths in decimal digits, as short as may be: 1500000 is `1.5`. */
export function microText(micro: Exact): string {
  const whole = part(micro, { n: 1, d: MICRO }, 'floor');
  const rest = String(BigInt(micro) - BigInt(whole) * BigInt(MICRO));
  const decimals = rest.padStart(6, '0').replace(/0+$/, '');
  return decimals === '' ? String(whole) : `${whole}.${decimals}`;
}

/** Hundredths in decimal digits: 40 is `0.4`. */
export const creditText = (credit: Exact): string => microText(times(credit, MICRO / 100));

/**
 * Digits, at most one dot between them, at most six after it, in millionths. Below 1,000,000,000.
 * The name of what is wrong otherwise.
 */
export function parseMicro(text: string): Micro | 'form' | 'negative' | 'decimals' | 'large' {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return 'form';
  const [, sign, whole = '', decimals = ''] = parts;
  if (sign === '-') return 'negative';
  if (decimals.length > 6) return 'decimals';
  if (whole.replace(/^0+/, '').length > 9) return 'large';
  return Number(whole) * MICRO + Number(decimals.padEnd(6, '0'));
}
