import fc from 'fast-check';
import { describe, test } from 'vitest';
import { type Plan, planUnder } from '../../src/index.ts';
import { holdsTrue } from '../support/advised.ts';
import { rosters, runs, YEAR } from '../support/hubeiArbitrary.ts';
import { planOf, plans } from '../support/hubeiRules.ts';
import { rawRoster } from '../support/roster.ts';
import { compiledTexts, JUDGED, type Scenario, scenarios } from '../support/rulesetArbitrary.ts';

describe('what is advised holds when it is done', () => {
  const other = planOf('hubei', {
    partial_unit: 'prorate',
    class_hours: 'separate',
    deemed: 'greater',
    project_hours: 'record',
  });

  test.each<[string, Plan]>([
    ['as adopted', plans.hubei],
    ['under other readings', other],
  ])('for anybody in Hubei, %s', (_, plan) => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        for (const person of rawRoster(roster).practitioners) holdsTrue(plan, person, YEAR);
      }),
      runs(4),
    );
  });

  const planFor = ({ texts, choice }: Scenario): Plan | null => {
    const compiled = compiledTexts(texts);
    return compiled.plan === null ? null : planUnder(compiled, choice);
  };

  test.each([[{}], [{ cycles: true }], [{ crossing: true }]])('under any rules: %j', (flags) => {
    fc.assert(
      fc.property(scenarios(flags), (scenario) => {
        const plan = planFor(scenario);
        if (plan === null) return;
        for (const person of rawRoster(scenario.roster).practitioners) holdsTrue(plan, person, JUDGED);
      }),
      runs(5),
    );
  });
});
