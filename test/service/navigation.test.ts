import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completeAt,
  definitionAt,
  foldsOf,
  formatEdits,
  hintsIn,
  hoverAt,
  lensesOf,
  openDocument,
  outlineOf,
  referencesAt,
  renameAt,
  renameableAt,
} from '../../src/service/index.ts';
import { mutated } from '../support/mutate.ts';
import { HEAD, hubei, marked, under } from './open.ts';

const FILE = `${HEAD}口径 大节 session
  依据 第一条
  问题 「按什么相加」
  选项 按次 record = 次 「各自计」
  选项 按年 year = 年 「先相加」
  采用 按次

类别 讲座 talks
  依据 第一条
  上限 每年 5 学分

条目 讲座
  形式 教学授课
  授予 每 1 小时 1 学分 按 大节 当 主讲人
  上限 每日 2 学分 当 时长 不少于 2

用例 「一」
  采用 大节 按年
  人员 医院
  活动 教学授课，主讲人，时长 2 小时
  期望 2 学分
`;
const at = (needle: string, text = FILE) => marked(text.replace(needle.replace('|', ''), needle));

describe('a name leads', () => {
  test('to where it is declared', () => {
    const { document, offset } = at('按 大|节 当');
    const place = definitionAt(document, offset);
    expect(place?.file).toBe('a.cme');
    expect(document.text.slice(0, place?.span.start).split('\n').length).toBe(7);
  });

  test('into the baseline', () => {
    const { document, offset } = at('当 主|讲人');
    expect(definitionAt(document, offset)?.file).toBe('national.cme');
  });

  test('to all that use it', () => {
    const { document, offset } = at('采用 大|节 按年');
    const places = referencesAt(document, offset);
    expect(
      under(
        document,
        places.map(({ span }) => span),
      ),
    ).toEqual(['大节', 'session', '大节', '大节']);
  });

  test('to another name, everywhere, in quotation marks where it would be split', () => {
    const { document, offset } = at('口径 大|节 session');
    expect(renameableAt(document, offset)).toMatchObject({ text: '大节' });
    const renamed = renameAt(document, offset, '按 天');
    const edits = 'edits' in renamed ? renamed.edits : [];
    expect(edits.map(({ text }) => text)).toEqual(['「按 天」', '「按 天」', '「按 天」']);
    const again = openDocument({ file: 'a.cme', text: applied(document.text, edits) }, { library: [] });
    expect(again.text).toContain('按 「按 天」 当 主讲人');
  });

  test('but not where it is declared elsewhere, or the name is taken', () => {
    const elsewhere = at('当 主|讲人');
    expect(renameAt(elsewhere.document, elsewhere.offset, '讲者')).toHaveProperty('refused');
    const { document, offset } = at('选项 按|次 record');
    expect(renameAt(document, offset, '按年')).toHaveProperty('refused');
    expect(renameAt(document, offset, ' ')).toHaveProperty('refused');
  });
});

const applied = (text: string, edits: readonly { span: { start: number; end: number }; text: string }[]): string =>
  edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((sum, { span, text: put }) => sum.slice(0, span.start) + put + sum.slice(span.end), text);

describe('hover says', () => {
  const said = (needle: string): string => {
    const { document, offset } = at(needle);
    return (
      hoverAt(document, offset)
        ?.paragraphs.map(({ zh }) => zh)
        .join('\n') ?? ''
    );
  };
  test('what a keyword is, and what its line says', () => {
    expect(said('授|予 每 1')).toMatch(/\*\*授予\*\*.*\n主讲人的，每满 1 小时得 1 学分/);
  });
  test('what a name stands for', () => {
    expect(said('按 大|节 当')).toMatch(/口径 \*\*大节\*\* `session`.*\n按什么相加\n采用：按次/);
    expect(said('时|长 不少于')).toMatch(/活动字段 \*\*时长\*\* `hours`　小数，单位 小时/);
    expect(said('当 主|讲人')).toMatch(/「角色」的一个值 \*\*主讲人\*\*/);
  });
  test('which clauses a citation names', () => {
    const { document, offset } = at('条款 第一|条～第三条');
    expect(hoverAt(document, offset)?.clauses).toEqual(['第一条', '第二条', '第三条']);
  });
});

test('the outline is the sections, the items within their category', () => {
  const { document } = marked(FILE);
  const shown = outlineOf(document).map(({ word, name, children }) => [word, name, children.map((one) => one.name)]);
  expect(shown).toEqual([
    ['规则', '甲省', []],
    ['口径', '大节', []],
    ['类别', '讲座', ['讲座']],
    ['用例', '一', []],
  ]);
  expect(foldsOf(document).length).toBe(5);
});

test('hints say what is left out: limits around an item, units of bare numbers', () => {
  const { document } = marked(FILE);
  const hints = hintsIn(document, { start: 0, end: document.text.length });
  expect(hints.map(({ kind, text }) => [kind, text.zh])).toEqual([
    ['limit', '「讲座」上限 每年 5 学分'],
    ['unit', '小时'],
  ]);
});

test('lenses count the examples that a section had to do with', () => {
  const { document } = marked(FILE);
  const lenses = lensesOf(document);
  const byText = new Map(lenses.map(({ span, title }) => [document.text.slice(span.start, span.end), title.zh]));
  expect(byText.get('条目 讲座')).toBe('✓ 用例 1 个通过');
  expect(lensesOf(hubei()).every(({ failed }) => failed === 0)).toBe(true);
});

describe('formatting', () => {
  test('touches nothing where all is well', () => {
    expect(formatEdits(hubei())).toEqual([]);
  });
  test('replaces no more than what differs', () => {
    const { document } = marked(FILE.replace('每日 2 学分', '每日2学分'));
    const [edit] = formatEdits(document);
    expect(edit && edit.span.end - edit.span.start).toBeLessThan(10);
    expect(applied(document.text, edit ? [edit] : [])).toBe(marked(FILE).document.text);
  });
});

test('every use of a name in the shipped file is known, and leads somewhere', () => {
  const document = hubei();
  const lost = document.symbols.uses
    .filter(({ symbol, mention }) => symbol === null && !mention.quoted)
    .map(({ mention }) => mention.text);
  // The baseline itself is no section of this file.
  expect(lost).toEqual(['国家']);
});

test('whatever the text, the service answers', () => {
  fc.assert(
    fc.property(mutated, fc.nat(), ({ file, text }, at) => {
      const document = openDocument({ file, text }, { library: [] });
      for (let n = 0; n < 20; n++) {
        const offset = (at + n * 997) % (text.length + 1);
        completeAt(document, offset);
        hoverAt(document, offset);
        renameAt(document, offset, '新名');
        referencesAt(document, offset);
      }
      outlineOf(document);
      foldsOf(document);
      formatEdits(document);
      hintsIn(document, { start: 0, end: text.length });
    }),
    { numRuns: process.env.CME_LONG === '1' ? 2000 : 40 },
  );
});
