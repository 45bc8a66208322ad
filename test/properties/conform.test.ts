import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, conform, evaluator, type Point } from '../../src/index.ts';
import { runs } from '../support/hubeiArbitrary.ts';
import { compiledTexts, scenarios, sourcesOf } from '../support/rulesetArbitrary.ts';
import { shownTexts } from '../support/rulesetText.ts';

const TIME = 120_000;

/** Sentences about a point that hold whatever the rules. */
const expectSound = ({ baseline, province, relation, effect, allowed, note }: Point): void => {
  expect(baseline === null).toBe(relation === 'added');
  expect(province === null).toBe(relation === 'missing');
  if (relation === 'same') expect([effect, allowed]).toEqual(['neutral', true]);
  if (relation === 'stricter') expect(effect).toBe('stricter');
  if (effect === 'unknown' || effect === 'mixed') expect(note?.of).toBe(effect);
};

test(
  'each point is sound, and each witness is judged as it says',
  () => {
    fc.assert(
      fc.property(scenarios(), ({ texts }) => {
        const made = compiledTexts(texts);
        const found = conform(made, { evaluations: 200 });
        expect(found === null).toBe(texts.base === null);
        if (!found || !made.plan) return;
        const judge = evaluator(made.plan);
        for (const point of found.points) {
          expectSound(point);
          const { witness, note } = point;
          if (witness && note?.of !== 'alone') {
            expect(judge(witness.person, witness.year).result, shownTexts(texts)).toMatchObject(witness.after);
          }
        }
      }),
      runs(6),
    );
  },
  TIME,
);

test(
  'rules that say nothing of their own are the same in every point',
  () => {
    fc.assert(
      fc.property(scenarios(), ({ texts }) => {
        const { entry, library } = sourcesOf(texts);
        const plan = compiledTexts(texts).plan;
        const text = `规则 空省 empty 版本 1\n  语言 1\n  施行 ${plan?.effective}\n  上位 ${plan?.label} ${plan?.version}\n`;
        const found = conform(compile({ file: 'empty.cme', text }, { library: [entry, ...library] }));
        expect(found, shownTexts(texts)).not.toBeNull();
        expect(found?.points.filter(({ relation, note }) => relation !== 'same' || note)).toEqual([]);
      }),
      runs(4),
    );
  },
  TIME,
);
