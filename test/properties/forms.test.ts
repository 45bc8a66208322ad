import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText, jsonText } from '../../scripts/samples.ts';
import { openRoster, rosterOf } from '../../src/data/index.ts';
import { type Evaluation, evaluate } from '../../src/index.ts';
import { rosters, YEAR } from '../support/hubeiArbitrary.ts';
import { plans, type Shipped } from '../support/hubeiRules.ts';
import { rawRoster } from '../support/roster.ts';

function evaluated(name: Shipped, file: string, text: string): Evaluation {
  const { roster } = rosterOf(openRoster(new TextEncoder().encode(text), file), plans[name]);
  const practitioners = (roster?.entries ?? []).map((entry) => entry.person());
  return evaluate(plans[name], { year: YEAR, practitioners }).evaluation;
}

test.each<Shipped>(['hubei', 'national'])('%s: JSON, CSV and plain values evaluate to the same', (name) => {
  const plan = plans[name];
  fc.assert(
    fc.property(rosters(plan), (roster) => {
      const { evaluation } = evaluate(plan, rawRoster(roster));
      expect(evaluated(name, 'a.json', jsonText(roster))).toEqual(evaluation);
      expect(evaluated(name, 'a.csv', csvText(roster, plan))).toEqual(evaluation);
    }),
  );
});
