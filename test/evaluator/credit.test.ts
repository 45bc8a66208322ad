import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRatios,
  creditNumber,
  creditText,
  fraction,
  LARGEST,
  microText,
  minus,
  parseMicro,
  part,
  plus,
  ratio,
  ratioPlus,
  ratioTimes,
  TooLarge,
  times,
  toCredit,
} from '../../src/model/credit.ts';

const exact = fc.oneof(fc.maxSafeNat(), fc.nat(1000), fc.bigInt({ min: 0n, max: 10n ** 30n }).map(small));
const positive = exact.map((n) => plus(n, 1));
const ratios = fc.tuple(exact, positive).map(([n, d]) => ratio(n, d));

function small(whole: bigint): number | bigint {
  return whole <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(whole) : whole;
}

describe('exact numbers', () => {
  test('add, take away and multiply as whole numbers do', () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        expect(BigInt(plus(a, b))).toBe(BigInt(a) + BigInt(b));
        expect(BigInt(times(a, b))).toBe(BigInt(a) * BigInt(b));
        expect(minus(plus(a, b), b)).toEqual(a);
      }),
    );
  });

  test('parts of them are rounded once', () => {
    fc.assert(
      fc.property(exact, ratios, (whole, { n, d }) => {
        const [top, bottom] = [BigInt(whole) * BigInt(n), BigInt(d)];
        expect(BigInt(part(whole, { n, d }, 'floor'))).toBe(top / bottom);
        expect(BigInt(part(whole, { n, d }, 'ceil'))).toBe((top + bottom - 1n) / bottom);
        expect(BigInt(part(whole, { n, d }, 'half'))).toBe((2n * top + bottom) / (2n * bottom));
      }),
    );
  });

  test('ratios add, multiply and compare', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const sum = ratioPlus(a, b);
        expect(BigInt(sum.n) * BigInt(a.d) * BigInt(b.d)).toBe(
          (BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d)) * BigInt(sum.d),
        );
        expect(compareRatios(sum, a)).toBe(b.n === 0 ? 0 : 1);
        expect(ratioTimes(a, b)).toEqual(ratioTimes(b, a));
      }),
    );
  });

  test('floor(3 × 1/3) is 1, and 5 × 0.2 is 1', () => {
    expect(part(3, fraction(1, 3), 'floor')).toBe(1);
    expect(creditNumber(part(5, fraction(20), 'floor') as number)).toBe(1);
    expect(fraction(6, 4)).toEqual({ n: 3, d: 2 });
  });

  test('what cannot be shown exactly is refused', () => {
    expect(creditNumber(toCredit(LARGEST - 1))).toBe(45035996273704.95);
    expect(() => toCredit(LARGEST + 1)).toThrow(TooLarge);
    expect(() => toCredit(10n ** 20n)).toThrow(TooLarge);
  });

  test('every amount up to the largest reads back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(10_000), fc.integer({ min: 0, max: LARGEST })), (credit) => {
        expect(String(creditNumber(credit))).toBe(creditText(credit));
      }),
    );
  });

  test('digits are read and written without loss', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999_999), (whole, rest) => {
        const text = `${whole}.${String(rest).padStart(6, '0')}`;
        expect(parseMicro(text)).toBe(whole * 1_000_000 + rest);
        expect(parseMicro(microText(parseMicro(text) as number))).toBe(whole * 1_000_000 + rest);
      }),
    );
  });
});
