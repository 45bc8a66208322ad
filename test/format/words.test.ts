import { describe, expect, test } from 'vitest';
import { keywords } from '../../grammar/keywords.ts';
import { condition } from '../../src/language/cond.ts';
import type { Printing } from '../../src/language/construct.ts';
import { name, quoted, tidyClauses } from '../../src/language/value.ts';
import { lineOf } from '../../src/language/words.ts';
import type { Cond } from '../../src/model/ast.ts';
import { NOWHERE as span } from '../../src/model/span.ts';

const zh: Printing = { language: 'zh', spell: (id) => keywords[id].zh };
const fact = (text: string): Cond => ({ kind: 'fact', name: { text, quoted: false, span }, span });
const and = (...of: Cond[]): Cond => ({ kind: 'and', of, span });
const or = (...of: Cond[]): Cond => ({ kind: 'or', of, span });
const not = (of: Cond): Cond => ({ kind: 'not', of, span });
const paren = (of: Cond): Cond => ({ kind: 'paren', of, span });
const [a, b, c] = [fact('甲'), fact('乙'), fact('丙')] as const;

describe('a condition', () => {
  test.each([
    [or(and(a, b), c), '甲 且 乙 或 丙'],
    [and(or(a, b), c), '（甲 或 乙） 且 丙'],
    [and(paren(or(a, b)), c), '（甲 或 乙） 且 丙'],
    [not(a), '并非 甲'],
    [not(and(a, b)), '并非 （甲 且 乙）'],
    [not(paren(and(a, b))), '并非 （甲 且 乙）'],
    [not(not(a)), '并非 并非 甲'],
    [paren(paren(a)), '（（甲））'],
  ])('has parentheses where it needs them: %#', (cond, text) => {
    expect(lineOf(condition(cond, zh))).toBe(text);
  });
});

describe('a name', () => {
  test.each([
    ['项目编号', '项目编号'],
    ['I类', 'I类'],
    ['project_no2', 'project_no2'],
    ['市（州）级', '「市（州）级」'],
    ['第1类', '「第1类」'],
    ['国家 级', '「国家 级」'],
    ['SCI-E', '「SCI-E」'],
  ])('is quoted where it would not be read as one: %s', (text, printed) => {
    expect(name({ text, quoted: false, span })).toBe(printed);
  });

  test('stays quoted', () => {
    expect(name({ text: '按次', quoted: true, span })).toBe('「按次」');
  });
});

describe('a quotation', () => {
  test.each([
    ['甲', '「甲」'],
    ['甲「乙」', '"甲「乙」"'],
    ['甲「乙」"丙"', '“甲「乙」"丙"”'],
    ['甲「"丙"”', '「甲「"丙"”」'],
  ])('takes marks that its inside lets alone: %s', (inside, printed) => {
    expect(quoted(inside)).toBe(printed);
  });
});

describe('a clause', () => {
  test.each([
    ['第十三条(一)1 、 第十四条（二）~(四)', '第十三条（一）1、第十四条（二）～（四）'],
    ['第１２条', '第12条'],
    ['附件(试行)', '附件(试行)'],
  ])('has one spelling: %s', (written, printed) => {
    expect(tidyClauses(written)).toBe(printed);
  });
});
