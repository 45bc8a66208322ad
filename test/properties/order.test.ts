import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type PersonResult } from '../../src/index.ts';
import { rosters } from '../support/hubeiArbitrary.ts';
import { plans, type Shipped } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { type Practitioner, rawRoster, type SyntheticRoster } from '../support/roster.ts';

const seeds = fc.nat();

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** A result whose lists stand in an order of their own. */
const sorted = (result: PersonResult): unknown => ({
  ...result,
  records: result.records.toSorted(byText),
  notices: result.notices.toSorted(byText),
  steps: result.steps?.toSorted(byText),
});

const sortedResults = (results: readonly PersonResult[]): unknown => results.map(sorted).toSorted(byText);

function shuffled({ year, practitioners }: SyntheticRoster, random: Random): SyntheticRoster {
  const mixed = practitioners.map(({ facts, records }) => ({ facts, records: random.shuffled(records) }));
  return { year, practitioners: random.shuffled(mixed) };
}

/** Ids that sort in every way, and in no way like the old ones. */
function renamed({ year, practitioners }: SyntheticRoster, random: Random): SyntheticRoster {
  const heads = ['', '0', 'Z', 'é', '号', '\u{20000}', '\uffee', '-', '__proto__'];
  const withId = (at: number): { id: string } => ({ id: `${random.pick(heads)}${random.int(0, 9)}#${at}` });
  const named = practitioners.map(
    ({ facts, records }, at): Practitioner => ({
      facts: { ...facts, ...withId(at) },
      records: records.map((record, index) => ({ ...record, ...withId(index) })),
    }),
  );
  return { year, practitioners: named };
}

/** What does not speak of single records. */
const totals = ({
  credits,
  status,
  required,
  shortfall,
  made_up,
  categories,
  requirements,
}: PersonResult): unknown => ({
  credits,
  status,
  required,
  shortfall,
  made_up,
  categories,
  requirements,
});

describe.each<Shipped>(['hubei', 'national'])('%s', (name) => {
  const plan = plans[name];
  const resultsOf = (roster: SyntheticRoster): readonly PersonResult[] =>
    evaluate(plan, rawRoster(roster), { explain: true }).evaluation.results;

  test('the order of records and of practitioners does not matter', () => {
    fc.assert(
      fc.property(rosters(plan), seeds, (roster, seed) => {
        const mixed = shuffled(roster, new Random(seed));
        expect(sortedResults(resultsOf(mixed))).toEqual(sortedResults(resultsOf(roster)));
      }),
    );
  });

  test('renaming ids does not change a total', () => {
    fc.assert(
      fc.property(rosters(plan), seeds, (roster, seed) => {
        const other = renamed(roster, new Random(seed));
        expect(resultsOf(other).map(totals)).toEqual(resultsOf(roster).map(totals));
      }),
    );
  });

  test('evaluating twice is the same as once', () => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        expect(evaluate(plan, rawRoster(roster))).toEqual(evaluate(plan, rawRoster(roster)));
      }),
    );
  });
});
