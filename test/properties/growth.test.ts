import { describe, expect, test } from 'vitest';
import { explain } from '../../src/index.ts';
import { runs, YEAR } from '../support/hubeiArbitrary.ts';
import { neverLowers, none, reported } from '../support/hubeiGrowth.ts';
import { planOf, plans } from '../support/hubeiRules.ts';
import { type Facts, rawPerson } from '../support/roster.ts';

describe('one more valid record never lowers the total', () => {
  test('under the national file', () => {
    neverLowers(plans.national, none);
  });

  test('under the Hubei file, but where the check reports that it does', () => {
    neverLowers(plans.hubei, reported(plans.hubei), runs(300));
  });

  test('under the Hubei file without exception, where the larger of both is taken', () => {
    neverLowers(planOf('hubei', { deemed: 'greater' }), none, runs(300));
  });
});

// The exception is needed: the text itself has two full months by the hour earn more than three deemed ones.
test.each(['advanced_study', 'degree_study', 'assigned_task'])(
  'a third month of %s lowers 56 credits to 25',
  (form) => {
    const approved = { form, employer_approved: true, passed: true };
    const two: Facts = { ...approved, id: 'r1', start: '2025-03-01', end: '2025-04-30', hours: 336 };
    const third: Facts = { ...approved, id: 'r2', start: '2025-05-01', end: '2025-05-29', hours: 168 };
    const [before, after] = [[two], [two, third]].map((records) =>
      explain(plans.hubei, rawPerson({ facts: { id: 'p' }, records }), YEAR),
    );
    expect([before?.credits, after?.credits]).toEqual([56, 25]);
    expect(before && after && reported(plans.hubei)(before, after)).toBe(true);
  },
);
