import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/hubeiArbitrary.ts';
import { rawRoster } from '../support/roster.ts';
import { compiledTexts, scenarios } from '../support/rulesetArbitrary.ts';
import { sayable } from '../support/sayable.ts';
import { type Exported, exported } from './jsonlogicRun.ts';

const TIME = 120_000;
const DRAWN = 40;

const agrees = ({ differences }: Exported, { year, practitioners }: ReturnType<typeof rawRoster>): void => {
  for (const raw of practitioners) expect(differences(raw, year)).toEqual([]);
};

test(
  'random rule sets are refused by name, or agree with the evaluator on random rosters',
  () => {
    let said = 0;
    fc.assert(
      fc.property(scenarios(), ({ texts, choice, roster }) => {
        const { plan } = compiledTexts(texts, choice);
        if (plan === null) return;
        const made = exported(plan);
        if ('logic' in made) {
          said += 1;
          agrees(made, rawRoster(roster));
          return;
        }
        expect(made.length).toBeGreaterThan(0);
        // Most have something that is refused: the rest of them is said.
        const rest = sayable(texts, (own) => {
          const tried = exported(own);
          return 'logic' in tried ? [] : tried;
        });
        const left = rest && compiledTexts(rest).plan;
        const whole = left && exported(left);
        if (whole === null || !('logic' in whole)) return;
        said += 1;
        agrees(whole, rawRoster(roster));
      }),
      runs(DRAWN),
    );
    expect(said).toBeGreaterThan(DRAWN / 2);
  },
  TIME,
);
