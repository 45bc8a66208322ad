import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Limit, mostAllowed } from '../../src/backends/evaluator/flow.ts';

/** Every way to count, tried: the greatest sum, and of equal sums the one that keeps earlier amounts. */
const byTrying = (amounts: readonly number[], limits: readonly Limit[]): readonly number[] => {
  let best: readonly number[] = [];
  let most = -1;
  const way: number[] = [];
  const within = ({ most: limit, under }: Limit): boolean =>
    under.reduce((sum, place) => sum + (way[place] ?? 0), 0) <= limit;
  const tryFrom = (place: number, sum: number): void => {
    if (place === amounts.length) {
      // Ways come with the larger amounts first, so that of equal sums the first stays.
      if (sum > most) [best, most] = [[...way], sum];
      return;
    }
    for (let amount = amounts[place] ?? 0; amount >= 0; amount -= 1) {
      way[place] = amount;
      if (limits.every(within)) tryFrom(place + 1, sum + amount);
    }
    way.length = place;
  };
  tryFrom(0, 0);
  return best;
};

/** Limits of which any two nest or are apart: the places in parts, some parts cut shorter, and now and then all. */
const family = (count: number): fc.Arbitrary<readonly Limit[]> =>
  fc
    .tuple(
      fc.array(fc.nat(2), { minLength: count, maxLength: count }),
      fc.array(fc.nat(7), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
    )
    .map(([parts, most, all]) => {
      const places = parts.map((_, place) => place);
      const whole = [0, 1].map((part) => places.filter((place) => parts[place] === part));
      const inner = whole.map((part) => part.slice(0, -1));
      const sets = [...whole, ...inner, ...(all ? [places] : [])];
      return sets.map((under, i) => ({ most: most[i] ?? 0, under })).filter(({ under }) => under.length > 0);
    });

const knots = fc
  .array(fc.nat(4), { minLength: 1, maxLength: 5 })
  .chain((amounts) => fc.tuple(fc.constant(amounts), family(amounts.length), family(amounts.length)));

test('what two families of limits allow is what trying every way finds', () => {
  fc.assert(
    fc.property(knots, ([amounts, one, other]) => {
      expect(mostAllowed(amounts, one, other)).toEqual(byTrying(amounts, [...one, ...other]));
    }),
  );
});

test('a thousand records under crossing limits are no burden', () => {
  const amounts = Array.from({ length: 3000 }, (_, place) => (place % 7) * 100);
  const limits = (parts: number, most: number): Limit[] =>
    Array.from({ length: parts }, (_, part) => ({
      most,
      under: amounts.map((_, place) => place).filter((place) => place % parts === part),
    }));
  const counted = mostAllowed(amounts, limits(20, 3000), limits(3, 15_000));
  expect(counted.reduce((sum, amount) => sum + amount, 0)).toBe(45_000);
});
