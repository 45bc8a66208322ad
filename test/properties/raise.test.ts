import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/index.ts';
import { rosters, runs } from '../support/hubeiArbitrary.ts';
import { planOf, type Shipped, texts } from '../support/hubeiRules.ts';
import { rawRoster } from '../support/roster.ts';

/** Options under which every cap of the file is in force. */
const inForce: Readonly<Record<Shipped, Readonly<Record<string, string>>>> = {
  hubei: { municipal_remote: 'remote', short_study_cap: 'capped', exam_courses: 'yearly' },
  national: {},
};

const CAP = /^( +上限 .*?)(\d+)( 学分.*)$/gm;

const capsIn = (text: string): readonly string[] => [...text.matchAll(CAP)].map(([line]) => line.trim());

/** The text with its cap of this place raised. */
function raised(text: string, place: number, by: number): string {
  let at = 0;
  return text.replace(CAP, (line, head: string, limit: string, tail: string) =>
    at++ === place ? `${head}${Number(limit) + by}${tail}` : line,
  );
}

describe.each<Shipped>(['hubei', 'national'])('%s: raising a cap lowers nobody', (name) => {
  const before = planOf(name, inForce[name]);

  test.each(capsIn(texts[name]).map((line, place) => ({ line, place })))('$line', ({ place }) => {
    const plan = planOf(name, inForce[name], raised(texts[name], place, 1 + (place % 3) * 4));
    expect(plan.caps).not.toEqual(before.caps);
    fc.assert(
      fc.property(rosters(before), (roster) => {
        const [less, more] = [before, plan].map((one) => evaluate(one, rawRoster(roster)).evaluation.results);
        less?.forEach(({ credits, status }, at) => {
          expect(more?.[at]?.credits).toBeGreaterThanOrEqual(credits);
          if (status === 'met') expect(more?.[at]?.status).toBe('met');
        });
      }),
      runs(20),
    );
  });
});
