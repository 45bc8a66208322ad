import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, dateText, dayOf, daysInMonth, lastOfMonths, parseDate, wholeMonths } from '../../src/model/date.ts';

const day = fc.integer({ min: dayOf(1890, 1, 1), max: dayOf(2210, 12, 31) });
const at = (text: string): number => parseDate(text) as number;

describe('days', () => {
  test('are numbered as the calendar has them', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        const { year, month, day: inMonth } = civilOf(number);
        expect([year, month, inMonth]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
        expect(dayOf(year, month, inMonth)).toBe(number);
        expect(parseDate(dateText(number))).toBe(number);
      }),
    );
  });

  test.each([
    ['2025-02-30', 'day'],
    ['2025-02-29', 'day'],
    ['1900-02-29', 'day'],
    ['2025-13-01', 'day'],
    ['2025-00-10', 'day'],
    ['2025-01-00', 'day'],
    ['2025-1-1', 'form'],
    ['2025/01/01', 'form'],
    ['20250101', 'form'],
    [' 2025-01-01', 'form'],
    ['2025-01-01T00:00', 'form'],
  ])('%s is none (%s)', (text, fault) => expect(parseDate(text)).toBe(fault));

  test('2000 and 2024 have a leap day', () => {
    expect([daysInMonth(2000, 2), daysInMonth(2024, 2), daysInMonth(1900, 2)]).toEqual([29, 29, 28]);
  });
});

describe('whole months', () => {
  test.each([
    ['2025-02-01', '2025-04-30', 3],
    ['2025-01-15', '2025-04-14', 3],
    ['2025-01-15', '2025-04-13', 2],
    ['2025-01-31', '2025-02-28', 1],
    ['2025-01-31', '2025-02-27', 0],
    ['2025-01-31', '2025-03-30', 2],
    ['2025-01-31', '2025-04-30', 3],
    ['2024-01-30', '2024-02-29', 1],
    ['2025-01-01', '2025-12-31', 12],
    ['2025-03-01', '2025-03-31', 1],
    ['2025-03-01', '2025-03-30', 0],
    ['2025-03-02', '2025-03-01', 0],
  ])('%s to %s: %i', (from, to, months) => expect(wholeMonths(at(from), at(to))).toBe(months));

  test('are the most that fit', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -10, max: 800 }), (from, length) => {
        const to = from + length;
        const months = wholeMonths(from, to);
        expect(months).toBeGreaterThanOrEqual(0);
        if (months > 0) expect(lastOfMonths(from, months)).toBeLessThanOrEqual(to);
        expect(lastOfMonths(from, months + 1)).toBeGreaterThan(to);
      }),
    );
  });

  // Joining stays that touch never loses a month, and a longer stay never has fewer: totals only grow.
  test('of two stays that touch are no more than of both in one', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.nat(400), (from, first, second) => {
        const middle = from + first;
        const to = middle + 1 + second;
        expect(wholeMonths(from, to)).toBeGreaterThanOrEqual(wholeMonths(from, middle) + wholeMonths(middle + 1, to));
        expect(wholeMonths(from - 1, to)).toBeGreaterThanOrEqual(wholeMonths(from, to));
      }),
    );
  });
});
