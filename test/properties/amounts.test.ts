import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, explain, summarise } from '../../src/index.ts';
import { rosters } from '../support/hubeiArbitrary.ts';
import { addsUp, explained, judged } from '../support/hubeiLaws.ts';
import { plans, type Shipped } from '../support/hubeiRules.ts';
import { rawPerson, rawRoster } from '../support/roster.ts';

describe.each<Shipped>(['hubei', 'national'])('%s', (name) => {
  const plan = plans[name];

  test('records add up to categories and to the total, in whole hundredths, none negative', () => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        for (const result of evaluate(plan, rawRoster(roster)).evaluation.results) addsUp(result);
      }),
    );
  });

  test('status and shortfall are what the requirement says', () => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        for (const result of evaluate(plan, rawRoster(roster)).evaluation.results) judged(result);
      }),
    );
  });

  test('the parts of an explanation add up to the whole', () => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        for (const person of roster.practitioners) explained(explain(plan, rawPerson(person), roster.year));
      }),
    );
  });

  test('an explanation changes nothing of what it explains', () => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        const { results } = evaluate(plan, rawRoster(roster)).evaluation;
        const unexplained = roster.practitioners.map((person) => {
          const { steps, ...result } = explain(plan, rawPerson(person), roster.year);
          expect(steps).toBeDefined();
          return result;
        });
        expect(unexplained).toEqual(results);
      }),
    );
  });

  test('every practitioner and record has its result, and the summary counts them', () => {
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        const { results, summary } = evaluate(plan, rawRoster(roster)).evaluation;
        expect(results.map(({ practitioner, records }) => [practitioner, ...records.map(({ id }) => id)])).toEqual(
          roster.practitioners.map(({ facts, records }) => [facts.id, ...records.map(({ id }) => id)]),
        );
        expect(summary).toEqual(summarise(results));
        expect(summary.met + summary.unmet + summary.exempt).toBe(summary.practitioners);
      }),
    );
  });
});

test('Hubei asks 15 credits of the three kinds of primary institutions, and 25 of everyone else', () => {
  const primary = ['township_health_center', 'village_clinic', 'community_health_center'];
  fc.assert(
    fc.property(rosters(plans.hubei), (roster) => {
      const { results } = evaluate(plans.hubei, rawRoster(roster)).evaluation;
      roster.practitioners.forEach(({ facts }, at) => {
        expect(results[at]?.required).toBe(primary.includes(String(facts.institution)) ? 15 : 25);
        expect(results[at]?.status === 'exempt').toBe(facts.in_residency === true);
      });
    }),
  );
});
