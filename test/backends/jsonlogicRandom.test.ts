import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/hubeiArbitrary.ts';
import { rawRoster } from '../support/roster.ts';
import { compiledTexts, scenarios } from '../support/rulesetArbitrary.ts';
import { exported } from './jsonlogicRun.ts';

const TIME = 120_000;

test(
  'random rule sets are refused by name, or agree with the evaluator on random rosters',
  () => {
    let said = 0;
    fc.assert(
      fc.property(scenarios(), ({ texts, choice, roster }) => {
        const { plan } = compiledTexts(texts, choice);
        if (plan === null) return;
        const made = exported(plan);
        if (!('logic' in made)) {
          expect(made.length).toBeGreaterThan(0);
          return;
        }
        said += 1;
        const { year, practitioners } = rawRoster(roster);
        for (const raw of practitioners) expect(made.differences(raw, year)).toEqual([]);
      }),
      runs(120),
    );
    expect(said).toBeGreaterThan(0);
  },
  TIME,
);
