/** Every slip of the pen in the shipped file that moves somebody's credits is told, and not the other way. */
import { expect, test } from 'vitest';
import { compare, evaluator, type Plan, severityOf } from '../../../src/index.ts';
import { mutationsOf } from '../../../src/language/mutate.ts';
import { lower } from '../../../src/lower.ts';
import { resolve } from '../../../src/resolve.ts';
import { hubeiRoster } from '../../support/hubei.ts';
import { compiled, plans, texts } from '../../support/hubeiRules.ts';
import { rawRoster, rosterFor } from '../../support/roster.ts';

const EACH = process.env.CME_LONG === '1' ? 1 : 7;
const rank = { unmet: 0, met: 1, exempt: 2 } as const;

const { tree, ruleSet, maps } = compiled('hubei');
const base = compiled('national').ruleSet;
const people = [
  ...rawRoster(hubeiRoster(11, 60)).practitioners,
  ...rawRoster(rosterFor(plans.hubei, 12, { practitioners: 60, year: 2025 })).practitioners,
];
const before = people.map((person) => evaluator(plans.hubei)(person, 2025).result);

const isError = (one: Parameters<typeof severityOf>[0]): boolean => severityOf(one) === 'error';

const slips = (ruleSet ? mutationsOf(tree, texts.hubei, ruleSet.readings) : []).filter((_, at) => at % EACH === 0);

const planOf = (at: number): Plan | null => {
  const slip = slips[at];
  const resolved = slip && resolve(slip.tree(), 'rules/hubei.cme', base);
  if (!resolved || resolved.diagnostics.some(isError)) return null;
  const { plan, diagnostics } = lower({ ...resolved.ruleSet, examples: [] }, new Map(), maps);
  return diagnostics.some(isError) ? null : plan;
};

test('what a roster shows is never called neutral, nor turned round', { timeout: 300_000 }, () => {
  let [seen, named] = [0, 0];
  for (const [at, slip] of slips.entries()) {
    const after = planOf(at);
    if (after === null) continue;
    const { changes, equivalent } = compare(plans.hubei, after, { witnesses: false });
    const effects = new Set(changes.map(({ effect }) => effect));
    const only = (way: string): boolean => [...effects].every((effect) => effect === 'neutral' || effect === way);
    const judge = evaluator(after);
    const clashes = ['CME918', 'CME919', 'CME920'];
    const moves = people.flatMap((person, place) => {
      const { result, findings } = judge(person, 2025);
      const old = before[place];
      if (!old || findings.some(({ code }) => clashes.includes(code))) return [];
      return [result.credits - old.credits, rank[result.status] - rank[old.status]];
    });
    const about = `${slip.before} → ${slip.after}`;
    const [more, less] = [moves.some((move) => move > 0), moves.some((move) => move < 0)];
    if (more || less) seen += 1;
    if (only('stricter') || only('looser')) named += 1;
    if (equivalent || only('stricter')) expect(more, about).toBe(false);
    if (equivalent || only('looser')) expect(less, about).toBe(false);
  }
  expect(seen).toBeGreaterThan(slips.length / 4);
  // Most slips of the pen have a direction, and it is proven.
  expect(named).toBeGreaterThan(slips.length / 2);
});
