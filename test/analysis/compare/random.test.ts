/** What is said of a random revision of a random rule set holds of random rosters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, evaluator } from '../../../src/index.ts';
import type { RawPerson } from '../../../src/model/roster.ts';
import { type Revision, revisionOf } from '../../support/edited.ts';
import { JUDGED } from '../../support/rulesetArbitrary.ts';
import type { Flags } from '../../support/rulesetWords.ts';

const LONG = process.env.CME_LONG === '1' ? 20 : 1;
/** Two claim one: such a file is refused. */
const CLASHES: readonly string[] = ['CME918', 'CME919', 'CME920'];
const rank = { unmet: 0, met: 1, exempt: 2 } as const;

/** Who loses and who gains. */
const moved = ({ before, after }: Revision, people: readonly RawPerson[]) => {
  const [old, now] = [evaluator(before), evaluator(after)];
  let [losers, winners] = [0, 0];
  for (const person of people) {
    const outcomes = [old(person, JUDGED), now(person, JUDGED)] as const;
    if (outcomes.some(({ findings }) => findings.some(({ code }) => CLASHES.includes(code)))) continue;
    const [was, is] = [outcomes[0].result, outcomes[1].result];
    if (is.credits < was.credits || rank[is.status] < rank[was.status]) losers += 1;
    if (is.credits > was.credits || rank[is.status] > rank[was.status]) winners += 1;
  }
  return { losers, winners };
};

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const steady = (count: number) => ({ numRuns: count * LONG, ...(LONG === 1 ? { seed: 20260 } : {}) });

/** Directions as they are proven, without a witness to take a proof back. */
const holds = (flags: Flags, count: number): void => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const revision = revisionOf(seed, flags, 12);
      if (revision === null) return;
      const { changes, equivalent } = compare(revision.before, revision.after, { witnesses: false });
      const effects = new Set(changes.map(({ effect }) => effect));
      const only = (way: string): boolean => [...effects].every((effect) => effect === 'neutral' || effect === way);
      const { losers, winners } = moved(revision, revision.people);
      if (equivalent || only('stricter')) expect(winners, revision.texts.join('\n---\n')).toBe(0);
      if (equivalent || only('looser')) expect(losers, revision.texts.join('\n---\n')).toBe(0);
    }),
    steady(count),
  );
};

describe('nobody is moved against what is said', { timeout: 60_000 * LONG }, () => {
  test('of revisions of every construct', () => holds({}, 120));
  test('with cycles, and minima filled from elsewhere', () => holds({ cycles: true, fills: true }, 60));
  test('with caps that cross', () => holds({ crossing: true }, 60));
});

test('a witness is who the two evaluations say it is', { timeout: 60_000 * LONG }, () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const revision = revisionOf(seed, {}, 0);
      if (revision === null) return;
      const [old, now] = [evaluator(revision.before), evaluator(revision.after)];
      const { changes } = compare(revision.before, revision.after, { evaluations: 2000 });
      for (const { witness, counter, effect } of changes) {
        expect(effect === 'mixed' ? counter : undefined).toBe(counter);
        for (const shown of [witness, counter]) {
          if (!shown) continue;
          const { person, year, before, after } = shown;
          expect(after).not.toEqual(before);
          if (shown.alone) continue;
          expect(old(person, year).result).toMatchObject(before);
          expect(now(person, year).result).toMatchObject(after);
        }
      }
    }),
    steady(25),
  );
});

test('a rule set does not differ from itself', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const revision = revisionOf(seed, { cycles: seed % 2 === 0, crossing: seed % 3 === 0 }, 0);
      if (revision === null) return;
      for (const plan of [revision.before, revision.after])
        expect(compare(plan, plan)).toEqual({ changes: [], equivalent: true, exhausted: true });
    }),
    steady(40),
  );
});
