import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type Plan } from '../../src/index.ts';
import { differences } from '../support/compared.ts';
import { rosters, runs, YEAR } from '../support/hubeiArbitrary.ts';
import { compiled, plans, type Shipped } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { reference } from '../support/reference/index.ts';
import { rawRoster } from '../support/roster.ts';

type Choice = Readonly<Record<string, string>>;

/** As adopted, then several at random. */
const choiceOf = ({ readings }: Plan, seed: number): Choice => {
  if (seed % 8 === 0) return {};
  const random = new Random(seed);
  return Object.fromEntries(readings.map(({ code, options }) => [code, random.pick(options).code]));
};

describe.each<Shipped>(['hubei', 'national'])('%s: compiled and reference agree', (name) => {
  const adopted = plans[name];
  const alone = adopted.readings.flatMap(({ code, options, adopted: own }) =>
    options.filter((option) => option.code !== own).map((option): Choice => ({ [code]: option.code })),
  );

  const agree = (choice: Choice, count: number): void => {
    const { plan, ruleSet } = compiled(name, choice);
    if (!plan || !ruleSet) throw new Error(name);
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        const raw = rawRoster(roster);
        const { results } = evaluate(plan, raw).evaluation;
        const found = raw.practitioners.flatMap((person, at) => {
          const result = results[at];
          return result ? differences(result, reference(ruleSet, person, YEAR, choice)) : ['no result'];
        });
        expect(found).toEqual([]);
      }),
      runs(count),
    );
  };

  test('with the readings adopted', () => agree({}, 60));
  test.each(alone.map((choice) => ({ choice, words: JSON.stringify(choice) })))('$words', ({ choice }) =>
    agree(choice, 12),
  );
  test.each([1, 2, 3, 4, 5, 6])('several readings, by seed %i', (seed) => agree(choiceOf(adopted, seed), 20));
});
