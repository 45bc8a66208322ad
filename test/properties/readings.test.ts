import fc from 'fast-check';
import { describe, test } from 'vitest';
import { evaluate, type Plan } from '../../src/index.ts';
import { rosters, runs } from '../support/hubeiArbitrary.ts';
import { neverLowers, reported } from '../support/hubeiGrowth.ts';
import { addsUp, capsOf, explained, judged, withinLimits } from '../support/hubeiLaws.ts';
import { planOf, plans, type Shipped } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { rawRoster } from '../support/roster.ts';

type Choice = Readonly<Record<string, string>>;

/** Each option that is not adopted, alone. */
const alternatives = ({ readings }: Plan): readonly Choice[] =>
  readings.flatMap(({ code, options, adopted }) =>
    options.filter((option) => option.code !== adopted).map((option) => ({ [code]: option.code })),
  );

/** Several together, by a seed. */
const together = ({ readings }: Plan, seed: number): Choice => {
  const random = new Random(seed);
  return Object.fromEntries(readings.map(({ code, options }) => [code, random.pick(options).code]));
};

const choicesOf = (plan: Plan): readonly Choice[] => [
  ...alternatives(plan),
  ...[1, 2, 3, 4].map((seed) => together(plan, seed)),
];

const inWords = (choice: Choice): string =>
  Object.entries(choice)
    .map(([reading, option]) => `${reading} ${option}`)
    .join(', ');

describe.each<Shipped>(['hubei', 'national'])('%s keeps the laws under', (name) => {
  test.each(choicesOf(plans[name]).map((choice) => ({ choice, words: inWords(choice) })))('$words', ({ choice }) => {
    const plan = planOf(name, choice);
    const caps = capsOf(plan);
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        const { results } = evaluate(plan, rawRoster(roster), { explain: true }).evaluation;
        withinLimits(caps, roster, results);
        for (const result of results) for (const law of [addsUp, judged, explained]) law(result);
      }),
      runs(10),
    );
    neverLowers(plan, reported(plan), runs(20));
  });
});
