import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegulation } from '../../src/index.ts';
import { hash } from '../../src/language/source/hash.ts';
import { clauseMarks } from '../../src/language/source/kept.ts';
import { numbersIn } from '../../src/language/source/numbers.ts';
import { clausesWithin, ownText } from '../../src/language/source/regulation.ts';

/** `第三条（一） 甲。|乙。`: each clause with its own paragraphs. */
const shown = (text: string): string => {
  const regulation = readRegulation(text);
  return clausesWithin(regulation.clauses)
    .map((clause) => `${clause.name} ${ownText(regulation, clause).replaceAll('\n', '|')}`.trim())
    .join('\n');
};

const island = `海岛讲座办法
（2030年1月1日印发）
第一章 总 则
第一条 讲座按本办法第三条（二）计分。
第二条 人员分两类：
（一）岛民；
（二）访客，包括
乘船来的。
第二章 计分
第三条 计分如下。
(一)讲座
1. 每听2小时1分。
2．每讲1小时2分：
(1) 本岛；
(2) 外岛。
（二）出海满三个月，
第三条（一）规定的除外。
第四条　由岛务会解释。`;

const tree = `第一条 讲座按本办法第三条（二）计分。
第二条 人员分两类：
第二条（一） 岛民；
第二条（二） 访客，包括|乘船来的。
第三条 计分如下。
第三条（一） 讲座
第三条（一）1 每听2小时1分。
第三条（一）2 每讲1小时2分：
第三条（一）2（1） 本岛；
第三条（一）2（2） 外岛。
第三条（二） 出海满三个月，|第三条（一）规定的除外。
第四条 由岛务会解释。`;

const wide = (text: string): string =>
  text.replace(/[0-9().]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('the clauses of a text', () => {
  test('are its numbers where they begin something', () => expect(shown(island)).toBe(tree));

  test.each([
    ['carriage returns', island.replaceAll('\n', '\r\n')],
    ['blank and indented lines', island.replaceAll('\n', '\n\n　　')],
    ['no blank behind a number', island.replace(/^(第.条)[ 　]/gm, '$1')],
    [
      'items on the line of what holds them',
      island.replace('：\n（一）', '：（一）').replace('；\n（二）', '；（二）'),
    ],
    ['a table of contents', `目录\n第一章 总则\n第一条 计分\n第二条 人员\n第二章 计分\n\n${island}`],
    ['what follows the last clause', `${island}\n相关链接：第五条 别的办法`],
    ['a mark in front', `\ufeff${island}`],
  ])('are the same with %s', (_, text) => expect(shown(text)).toBe(tree));

  test('are the same, and so are their marks, in full width', () => {
    expect(shown(wide(island)).normalize('NFKC')).toBe(tree.normalize('NFKC'));
    expect(clauseMarks(readRegulation(wide(island)))).toEqual(clauseMarks(readRegulation(island)));
  });

  test('are parts, and an answer around them ends the last', () => {
    const text = '一、为何？\n因为。\n二、如何？\n第一部分要求。每年9学分。\n第二部分附则。\n三、何时？\n明年。';
    expect(shown(text)).toBe(
      '一 为何？|因为。\n二 如何？\n第一部分 要求。每年9学分。\n第二部分 附则。\n三 何时？|明年。',
    );
  });

  test('are those of an annex too, which numbers from one again', () => {
    expect(shown('第一条 甲。\n第二条 乙。\n附件1\n第一条 丙。\n1. 丁。')).toBe(
      '第一条 甲。\n第二条 乙。\n附件1 第一条 丙。\n附件11 丁。',
    );
  });

  test('lie where they say, in any text', () => {
    const piece = fc.constantFrom(
      '第一条',
      '第二条 ',
      '（一）',
      '(二)',
      '1.',
      '2、',
      '(1)',
      '。',
      '：',
      '\n',
      ' ',
      '甲',
      '附件',
      '第一章 ',
      '㈠',
      '⑴',
      '一、',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { clauses } = readRegulation(text);
        for (const { label, span, own, children } of clausesWithin(clauses)) {
          expect(label.start).toBe(span.start);
          for (const inner of [label, ...own, ...children.map((child) => child.span)]) {
            expect(inner.start).toBeGreaterThanOrEqual(span.start);
            expect(inner.end).toBeLessThanOrEqual(span.end);
          }
        }
      }),
    );
  });

  test('are none in what is no regulation', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readRegulation(text)));
    expect(readRegulation('').clauses).toEqual([]);
    expect(readRegulation('第 条\n（）\n.').clauses).toEqual([]);
  });
});

// Anything that grew with the square of the text would not end within a test.
describe('a text of any length is read', () => {
  test.each([
    ['lines that begin nothing', `第一条 甲。\n${'5.\n'.repeat(60_000)}`, 1],
    ['one line that could begin much', `第一条 ${'：（五）；9.'.repeat(30_000)}`, 1],
    ['articles that begin again', '第一条 甲\n第二条 乙\n'.repeat(15_000), 2],
  ])('%s', (_, text, count) => {
    const regulation = readRegulation(text);
    expect(regulation.clauses).toHaveLength(count);
    expect(regulation.whole).toBe(true);
  });

  test('as far as it is read, and says so', () => {
    const more = `第一条 甲。\n${'（一）乙。\n'.repeat(5)}${'丙'.repeat(2 ** 21)}`;
    expect(readRegulation(more).whole).toBe(false);
    expect(readRegulation(more).named.size).toBe(2);
  });
});

describe('the numbers of a text', () => {
  const told = (text: string): string =>
    numbersIn(text)
      .map(
        ({ value, measure, ordinal }) =>
          `${value.n}${value.d === 1n ? '' : `/${value.d}`} ${measure ?? (ordinal ? 'word' : '?')}`,
      )
      .join(', ');

  test.each([
    ['每3小时授予１ 学分', '180 minutes, 1 credits'],
    ['满 3 个月或三个月，半年', '3 months, 3 months, 6 months'],
    ['第一作者 10 分', '1 word, 10 credits'],
    ['每2,000字；1.5万字', '2000 words, 15000 words'],
    ['三分之二、百分之二十、20％、减半', '2/3 ?, 1/5 ?, 1/5 ?, 1/2 ?'],
    ['每课时零点五学分', '1 periods, 1/2 credits'],
    ['10、5、2学分，1-3年', '10 credits, 5 credits, 2 credits, 12 months, 36 months'],
    ['依照第十三条（七）2和第3条第二款', ''],
    ['统一、十分重要', '1 word'],
    ['一等奖15', '1 other, 15 ?'],
  ])('%s', (text, numbers) => expect(told(text)).toBe(numbers));
});

test('a mark is the known sum of the characters', () => {
  const slow = (text: string): string => {
    let sum = 0xcbf29ce484222325n;
    for (let i = 0; i < text.length; i++) {
      sum = BigInt.asUintN(64, (sum ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
    }
    return sum.toString(16).padStart(16, '0');
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(hash(text)).toBe(slow(text))));
});
