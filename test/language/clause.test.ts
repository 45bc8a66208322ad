import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClausePath, clausesOf, clauseText, compareClauses, contains } from '../../src/index.ts';
import { spoken } from '../../src/language/clauseRuns.ts';
import { fromHan, toHan } from '../../src/language/han.ts';

const read = (citation: string): string => clausesOf(citation).map(clauseText).join(' ');
const sorted = (citation: string): string => clausesOf(citation).toSorted(compareClauses).map(clauseText).join(' ');

describe('a citation is read into clauses', () => {
  test.each([
    ['第一条～第三条', '第一条 第二条 第三条'],
    ['第四条(一)~（三）', '第四条（一） 第四条（二） 第四条（三）'],
    ['第九十九条～第一百零二条', '第九十九条 第一百条 第一百零一条 第一百零二条'],
    ['第七条至第九条', '第七条 第八条 第九条'],
    ['第三部分～第四部分', '第三部分 第四部分'],
    // However laws call them.
    ['第13条第八项第3目', '第十三条（八）3'],
    ['第十三条第（七）项2', '第十三条（七）2'],
    ['第九条第二款', '第九条第二款'],
    // What was said before is left out.
    ['第十三条（一）1、2、（三）、第十四条', '第十三条（一）1 第十三条（一）2 第十三条（三） 第十四条'],
    // Both ends alone: backwards, and not side by side.
    ['第三条～第一条', '第三条 第一条'],
    ['第三条（一）～第四条（三）', '第三条（一） 第四条（三）'],
    ['', ''],
  ])('%s', (citation, clauses) => expect(read(citation)).toBe(clauses));
});

describe('clauses are ordered by number', () => {
  test.each([
    ['第十条、第二条、第一百条', '第二条 第十条 第一百条'],
    ['第一条（十）、第一条（二）、第一条', '第一条 第一条（二） 第一条（十）'],
    ['第一条（一）10、第一条（一）9、第一条（二）', '第一条（一）9 第一条（一）10 第一条（二）'],
    ['第五部分、第二部分', '第二部分 第五部分'],
  ])('%s', (citation, clauses) => expect(sorted(citation)).toBe(clauses));

  const path: fc.Arbitrary<ClausePath> = fc
    .tuple(fc.integer({ min: 1, max: 120 }), fc.option(fc.integer({ min: 1, max: 12 })), fc.option(fc.nat(12)))
    .map(([article, item, number]) => [
      `第${toHan(article)}条`,
      ...(item === null ? [] : [`（${toHan(item)}）`]),
      ...(item === null || number === null ? [] : [String(number)]),
    ]);

  test('as any order is', () => {
    fc.assert(
      fc.property(path, path, path, (a, b, c) => {
        expect(Math.sign(compareClauses(a, b))).toBe(-Math.sign(compareClauses(b, a)) + 0);
        expect(compareClauses(a, b) === 0).toBe(clauseText(a) === clauseText(b));
        if (compareClauses(a, b) <= 0 && compareClauses(b, c) <= 0) expect(compareClauses(a, c)).toBeLessThanOrEqual(0);
        if (contains(a, b)) expect(compareClauses(a, b)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('and what is told of many is read as the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 20, selector: clauseText }), (paths) => {
        const told = clausesOf(spoken(paths, 100)).map(clauseText);
        expect(told.sort()).toEqual(paths.map(clauseText).sort());
      }),
    );
  });
});

test('numbers in Han characters are read as they are written', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => void expect(fromHan(toHan(value))).toBe(value)));
  expect(['两千', '两万五千', '十五', '二十', '一百零三', '一百一十'].map(fromHan)).toEqual([
    2000, 25_000, 15, 20, 103, 110,
  ]);
  expect(['', '十百', '一二', '百', '万万'].map(fromHan)).toEqual(Array(5).fill(Number.NaN));
});
