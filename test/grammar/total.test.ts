/** Whatever stands in a file: a tree, findings with a place and a sentence, and no throw. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scan } from '../../grammar/scan.ts';
import { syntaxCodes } from '../../src/model/codes/syntax.ts';
import type { CodeId } from '../../src/model/codes.ts';
import { helpOf, messageOf } from '../../src/model/codes.ts';
import { declaredNames, type Parsed, parse, scanHeader } from '../../src/parse.ts';

const sample = (name: string): string => readFileSync(new URL(`../cases/grammar/${name}`, import.meta.url), 'utf8');
const samples = [sample('hubei-short.cme'), sample('other-words.cme')];
/** What the baseline of the samples declares. */
const names = [
  ...[
    '国家',
    '机构类别',
    '乡镇卫生院',
    '村卫生室',
    '社区卫生服务中心',
    '医院',
    '学时要求',
    '参加者',
    '主讲人',
    '推荐项目',
    '推广项目',
  ],
  ...[
    '级别',
    '国家级',
    '省级',
    '市级',
    '考核合格',
    '远程',
    '时长',
    '三个月标准',
    '单位批准',
    '不足单位',
    '署名排名',
    '形式',
    '认定',
  ],
  ...['单位证明', '满三个月后', '前三名'],
];
const words = [...new Set(samples.flatMap((text) => scan(text).map(({ image }) => image)))];

/** No name of a token type, no hole, and one line. */
const leaks = /\bK_|\bW\d|undefined|\n|应是$|还应有$|Token|PlainName|expected (?:here|next) is\s*$/;

const holds = (parsed: Parsed): void => {
  const { text, diagnostics, file, lines } = parsed;
  for (const found of diagnostics) {
    expect(found.span.start).toBeGreaterThanOrEqual(0);
    expect(found.span.end).toBeGreaterThanOrEqual(found.span.start);
    expect(found.span.end).toBeLessThanOrEqual(text.length);
    for (const lang of ['zh', 'en'] as const) {
      expect(messageOf(found, lang)).not.toMatch(leaks);
      expect(helpOf(found, lang)).not.toMatch(leaks);
    }
    lines.range(found.span);
  }
  const broken = file.sections.some(
    ({ kind, lines: own }) => kind === 'brokenSection' || own.some((line) => line.kind === 'broken'),
  );
  if (broken || file.orphans.length > 0) expect(diagnostics).not.toEqual([]);
};
const read = (text: string): Parsed => {
  const parsed = parse(text, { file: 'test.cme', names });
  holds(parsed);
  scanHeader(text);
  declaredNames(parsed.file);
  return parsed;
};

test.each(samples.map((text) => [text.split('\n')[0], text] as const))('%s … reads without a finding', (_, text) => {
  expect(read(text).diagnostics).toEqual([]);
});

describe('reads', () => {
  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)));
  });
  test('any bytes, however decoded', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void read(new TextDecoder().decode(bytes))));
  });
  test('halves of characters', () => {
    const unit = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(unit, fc.constantFrom(...words)), { maxLength: 40 }),
        (of) => void read(of.join('')),
      ),
    );
  });
  test('any words of the language', () => {
    const line = fc.array(fc.constantFrom(...words, '\n', '、', '|'), { maxLength: 60 });
    fc.assert(fc.property(line, fc.boolean(), (of, spaced) => void read(of.join(spaced ? ' ' : ''))));
  });
  test('a file with stretches changed', () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat(12),
      text: fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 5 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 5 }), (text, changes) => {
        const changed = changes.reduce((now, { at, length, text: put }) => {
          const start = at % (now.length + 1);
          return now.slice(0, start) + put + now.slice(start + length);
        }, text);
        read(changed);
      }),
    );
  });
  test.each([
    ['nothing', ''],
    ['a byte order mark alone', '\ufeff'],
    ['blanks', ' \u3000\t\r\n\r'],
    ['10,000 brackets', `条目 甲\n条件 ${'（'.repeat(10_000)}`],
    ['10,000 negations', `条目 甲\n条件 ${'并非 '.repeat(10_000)}远程`],
    ['100,000 names', `条目 甲\n形式 ${'论文、'.repeat(100_000)}论文`],
    ['100,000 blank lines', '\n'.repeat(100_000)],
    ['100,000 unknown lines', '甲\n'.repeat(100_000)],
    ['one run of 300,000 characters', '当'.repeat(300_000)],
    ['one unread run', `条目 甲\n条件 ${'不当年累计'.repeat(50_000)}x`],
    ['names of Object', '条目 __proto__ constructor\n  形式 toString、hasOwnProperty\n__proto__ 甲\nconstructor'],
  ])('%s', (_, text) => void read(text));
});

describe('refuses', () => {
  const only = (text: string): CodeId[] => read(text).diagnostics.map(({ code }) => code);
  test('a file over 1 MB of UTF-8', () => {
    expect(only('好'.repeat(349_526))).toEqual(['CME109']);
    expect(only(`# ${'好'.repeat(349_000)}`)).toEqual([]);
    expect(only('a'.repeat(1_048_577))).toEqual(['CME109']);
  });
  test('a binary file, with one message', () => {
    expect(only(`PK\u0003\u0004\0\0${'\ufffd'.repeat(50)}`)).toEqual(['CME122']);
    expect(only('\ufffd\ufffd规则'.repeat(20))).toEqual(['CME122']);
  });
  test('more than 500 mistakes', () => {
    const found = only('规则 甲\n'.concat('☃\n'.repeat(2000)));
    expect(found).toHaveLength(501);
    expect(found).toContain('CME199');
  });
});

describe('one mistake is one message', () => {
  // A word left out in each place of the samples in turn: nothing else is complained of, unless a name went with it.
  test.each(samples.map((text) => [text.split('\n')[0], text] as const))('%s', (_, text) => {
    const declaring = /^\s*(?:规则|口径|选项|类别|条目|分组|要求|人员字段|活动字段)/;
    const parsed = read(text);
    const several: string[] = [];
    for (const { image, startOffset } of scan(text)) {
      const line = parsed.lines.position(startOffset).line;
      if (image.trim() === '' || image.startsWith('#') || declaring.test(parsed.lines.line(line))) continue;
      const { diagnostics } = read(text.slice(0, startOffset) + text.slice(startOffset + image.length));
      if (diagnostics.length > 1) several.push(`${line}: ${image}`);
    }
    expect(several).toEqual([]);
  });
});

describe('the catalogue', () => {
  const templates = Object.entries(syntaxCodes);
  const holes = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();
  test.each(templates)('%s says the same in both languages', (_, { zh, en, help }) => {
    expect(holes(en)).toEqual(holes(zh));
    expect(holes(help.en).every((hole) => holes(zh + help.zh).includes(hole))).toBe(true);
    expect(en).toMatch(/^[^A-Z]/);
  });
});
