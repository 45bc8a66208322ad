/** Any rule set that compiles stands on paper whole: what a random one says is found there, and no table is out of shape. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfLine } from '../../src/language/lower/source.ts';
import { type Block, htmlOf, markdownOf, rulesDoc } from '../../src/print/index.ts';
import { ruleTexts } from '../support/ruleset.ts';
import { compiledTexts } from '../support/rulesetArbitrary.ts';
import { shownTexts } from '../support/rulesetText.ts';

const ROUNDS = process.env.CME_LONG === '1' ? 200 : 6;

const texts = (block: Block): readonly string[] => {
  if (block.kind !== 'table') return [block.text];
  for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
  return [...block.columns.map(({ head }) => head), ...block.rows.flat()];
};

test('random rule sets, in both languages', { timeout: 30_000 * ROUNDS }, () => {
  const seed = Number(process.env.CME_SEED ?? 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.constantFrom('zh', 'en'), (made, lang) => {
      const all = ruleTexts(made, { cycles: true, fills: true });
      const compiled = compiledTexts(all);
      const doc = rulesDoc(compiled, lang as 'zh' | 'en');
      if (compiled.plan === null || compiled.ruleSet === null) {
        expect(doc).toBeNull();
        return;
      }
      const page = (doc?.blocks ?? []).flatMap(texts).join('\n');
      const { categories, requirements, groups } = compiled.ruleSet;
      const sections = [
        ...categories.flatMap(({ section, items }) => [section, ...items.map((item) => item.section)]),
        ...groups.map(({ section }) => section),
        ...requirements,
      ];
      for (const line of sections.flatMap(({ node }) => node.lines)) {
        if (line.kind === 'cite' || line.kind === 'accepted') continue;
        for (const figure of wordsOfLine(line).match(/\d+(\.\d+)?%?/g) ?? [])
          expect(page, `${wordsOfLine(line)}\n${shownTexts(all)}`).toContain(figure);
      }
      expect(page).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
      if (doc) expect(markdownOf(doc).length + htmlOf(doc).length).toBeGreaterThan(100);
    }),
    { numRuns: ROUNDS, seed },
  );
});
