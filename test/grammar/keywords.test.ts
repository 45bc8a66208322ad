import { describe, expect, test } from 'vitest';
import { comparisons } from '../../grammar/keywords/comparisons.ts';
import { connectives } from '../../grammar/keywords/connectives.ts';
import { constants } from '../../grammar/keywords/constants.ts';
import { lines } from '../../grammar/keywords/lines.ts';
import { sections } from '../../grammar/keywords/sections.ts';
import { types } from '../../grammar/keywords/types.ts';
import { units } from '../../grammar/keywords/units.ts';
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import { sectionLines } from '../../grammar/sections.ts';
import { wordType } from '../../grammar/tokens.ts';

const all = Object.entries(keywords) as [KeywordId, (typeof keywords)[KeywordId]][];

describe.each(all)('%s', (_, { zh, en, place, help }) => {
  test('is explained in plain words', () => {
    expect([...help.zh].length).toBeGreaterThanOrEqual(8);
    expect([...help.zh].length).toBeLessThanOrEqual(40);
    expect(help.en).toMatch(/^[A-Z0-9].*\.$/);
  });
  test('is spelt in Han and in lower-case Latin or signs', () => {
    expect(zh).toMatch(/^[\u4e00-\u9fff]+$/);
    expect(en).toMatch(/^(?:[a-z]+|[<>]=?)$/);
    expect(place).toMatch(/^(?:section|line|inner|both)$/);
    expect(wordType(zh, false)).toBeDefined();
    expect(wordType(en, true)).toBeDefined();
  });
});

// Where two tables had a keyword of one id, the later would stand for both.
test('every keyword stands in one table', () => {
  const tables = [sections, lines, connectives, comparisons, constants, types, units];
  expect(tables.flatMap((table) => Object.keys(table)).toSorted()).toEqual(Object.keys(keywords).toSorted());
});

test('no two words that open lines are spelt alike', () => {
  const openers = all.filter(([, { place }]) => place !== 'inner');
  for (const spelling of ['zh', 'en'] as const) {
    const spelt = openers.map(([, keyword]) => keyword[spelling]);
    expect(new Set(spelt).size).toBe(spelt.length);
  }
});

test('every section takes each of its lines once', () => {
  for (const lines of Object.values(sectionLines)) expect(new Set(lines).size).toBe(lines.length);
});
