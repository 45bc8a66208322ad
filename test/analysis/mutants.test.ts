/** The shipped files' own examples notice every slip; what is called equivalent changes nobody's credits. */
import { describe, expect, test } from 'vitest';
import { evaluate, mutantsOf, type Plan } from '../../src/index.ts';
import { hubeiRoster } from '../support/hubei.ts';
import { compiled, planOf, plans, type Shipped, texts } from '../support/hubeiRules.ts';
import { rawRoster, rosterFor } from '../support/roster.ts';

describe.each<Shipped>(['hubei', 'national'])('%s', (name) => {
  test('leaves no survivor', { timeout: 180_000 }, () => {
    const library = [{ file: 'national.cme', text: texts.national }];
    const { failing, trials } = mutantsOf(compiled(name), { library });
    expect(failing).toEqual([]);
    expect(trials.length).toBeGreaterThan(50);
    const mutants = trials.map((trial) => trial());
    expect(mutants.filter(({ killed, equivalent }) => !killed && !equivalent)).toEqual([]);
    // A file that is refused tells of the checks, not of the examples.
    const refused = mutants.filter(({ by }) => by === 'check');
    expect(refused.length).toBeLessThan(mutants.length / 10);
  });
});

const apprenticeship = (from: string, to: string): string => {
  const [before = '', after = ''] = texts.hubei.split('条目 师承教育\n');
  const changed = `${before}条目 师承教育\n${after.replace(from, to)}`;
  expect(changed).not.toBe(texts.hubei);
  return changed;
};

const judged = (plan: Plan) =>
  [1, 2, 3].flatMap((seed) =>
    [hubeiRoster(seed, 100), rosterFor(plans.hubei, seed, { practitioners: 100, year: 2025 })].flatMap((roster) =>
      evaluate(plan, rawRoster(roster)).evaluation.results.map(({ status, credits, shortfall }) => ({
        status,
        credits,
        shortfall,
      })),
    ),
  );

describe('what is called equivalent changes nobody’s credits or verdict', () => {
  test.each([
    ['a gate that the deeming asks as well', '  条件 考核合格\n', ''],
    ['a deeming that the gates ask as well', '考核合格 且 认定', '认定'],
    ['either of what the gates ask both', '考核合格 且 认定', '考核合格 或 认定'],
  ])('%s', (_, from, to) => {
    expect(judged(planOf('hubei', {}, apprenticeship(from, to)))).toEqual(judged(plans.hubei));
  });

  test('a requirement that asks what everybody is asked', () => {
    const other = texts.national.replace('适用 机构类别 属于', '适用 机构类别 不属于');
    expect(other).not.toBe(texts.national);
    expect(judged(planOf('national', {}, other))).toEqual(judged(plans.national));
  });
});
