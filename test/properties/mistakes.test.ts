import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, messageOf, severityOf } from '../../src/index.ts';
import { runs } from '../support/hubeiArbitrary.ts';
import { Random } from '../support/random.ts';
import { ruleTexts } from '../support/ruleset.ts';
import { sourcesOf } from '../support/rulesetArbitrary.ts';
import { mistakes, slipped } from '../support/rulesetMistakes.ts';

/** One mistake yields one message, and it stands in the line with the slip. */
test.each(mistakes.map((mistake) => ({ ...mistake, mistake })))(
  '$what',
  ({ mistake }) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { entry, library } = sourcesOf(ruleTexts(seed));
        const wrong = slipped(entry.text, mistake, new Random(seed));
        if (wrong === null) return;
        const { diagnostics } = compile({ file: entry.file, text: wrong.text }, { library });
        const errors = diagnostics.filter((found) => severityOf(found) === 'error');
        const told = errors.map((found) => {
          const inside = found.file === entry.file && found.span.start >= wrong.from && found.span.start <= wrong.to;
          return inside
            ? 'in the line'
            : `${found.code} ${messageOf(found, 'zh')}: ${wrong.text.slice(found.span.start, found.span.end)}`;
        });
        expect(told, wrong.text.slice(wrong.from, wrong.to)).toEqual(['in the line']);
      }),
      runs(40),
    );
  },
  60_000,
);
