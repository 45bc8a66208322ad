import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse.ts';
import { tree } from '../support/sameTree.ts';

const names = [
  '级别',
  '国家级',
  '省级',
  '参加者',
  '主讲人',
  '远程',
  '时长',
  'hours',
  '考核合格',
  '署名排名',
  '甲类',
  '进修学习',
  'lecturer',
  '项目时长',
  '任职日期',
  '标准',
];
const read = (text: string) => {
  const parsed = parse(text, { file: 'test.cme', names });
  expect(parsed.diagnostics).toEqual([]);
  return parsed.file;
};
const inItem = (line: string): unknown => tree(read(`条目 甲\n${line}\n`));
const lineOf = (text: string) => read(text).sections[0]?.lines[0];

describe('says the same as', () => {
  test.each([
    ['授予 每 1 小时 2 学分 当 主讲人', '主讲人每小时授予2学分'],
    ['授予 每 1 小时 2 学分 当 主讲人', '每小时授予2学分当主讲人'],
    ['授予 每 3 小时 1 学分 当 参加者', '参加者按每3小时授予1学分'],
    ['授予 每 3 小时 1 学分 当 参加者', '授予每3小时1学分当参加者'],
    ['授予 每 3 小时 1 学分 当 参加者', 'award per 3 hours 1 credits when 参加者'],
    ['授予 2 学分 当 主讲人', '主讲人授予2学分'],
    ['授予 每 1 小时 2 学分 当 主讲人 且 远程', '主讲人 每小时 授予 2 学分 当 远程'],
    ['授予 每 1 小时 2 学分 当 （主讲人 或 参加者） 且 远程', '主讲人或参加者每小时授予2学分当远程'],
    ['授予 每 3 小时 1 学分 按年 尾数 舍去 当 远程', '授予 每 3 小时 1 学分 当 远程 尾数 舍去 按年'],
    ['上限 每项目 10 学分 当 远程', '上限每项目10学分当远程'],
    ['上限 每项目 10 学分 当 远程', '上限 ： 每　项目　１０ 学分\n  当 远程；'],
    ['条件 （远程 或 时长 不少于 3 小时） 且 省级', '条件 (远程 or 时长 >= ３ 小时) and 省级'],
    ['条件 时长 不少于 3 小时', '条件 时长 ≥ 3 小时'],
    ['条件 时长 超过 3 小时', '条件 时长 ＞ 3 小时'],
    ['条件 署名排名 属于 2～4', '条件 署名排名 in ２~４'],
    ['系数 20%', '系数 ２０％'],
    ['形式 甲、乙', '形式 甲，乙'],
    ['归期 lecturer', '归期 ｌｅｃｔｕｒｅｒ'],
  ])('%s ← %s', (plain, other) => expect(inItem(other)).toEqual(inItem(plain)));
});

describe('the place decides', () => {
  test('年 is a span behind 按, a unit behind a number', () => {
    expect(lineOf('条目 甲\n授予 每 3 年 1 学分 按年')).toMatchObject({
      rate: { unit: { id: 'years' } },
      by: { kind: 'span', id: 'year' },
    });
  });
  test('hours is a unit behind a number, a field elsewhere', () => {
    expect(lineOf('item A\naward per 2 hours hours 1 credits when hours >= 2 hours')).toMatchObject({
      rate: { every: { digits: '2' }, unit: { id: 'hours' }, field: { text: 'hours' } },
      when: { subject: { name: { text: 'hours' } }, operands: [{ unit: { id: 'hours' } }] },
    });
  });
  test('a name before a unit is a reading, before a number a field', () => {
    expect(lineOf('条目 甲\n授予 每 标准 天 1 学分')).toMatchObject({
      rate: { everyReading: { text: '标准' }, unit: { id: 'days' } },
    });
    expect(lineOf('条目 甲\n授予 每 时长 1 学分')).toMatchObject({ rate: { field: { text: '时长' } } });
    expect(lineOf('条目 甲\n授予 标准 学分')).toMatchObject({ rate: { kind: 'flat', credits: { kind: 'reading' } } });
    expect(lineOf('条目 甲\n授予 标准')).toMatchObject({ rate: { kind: 'field', field: { text: '标准' } } });
  });
  test('是 compares, and is a value', () => {
    expect(lineOf('条目 甲\n条件 考核合格 是 是')).toMatchObject({
      that: { op: 'is', operands: [{ kind: 'yesno', value: true }] },
    });
  });
  test('采用 chooses in a 口径, and runs another reading in a 用例', () => {
    expect(lineOf('口径 甲\n采用 按次')).toMatchObject({ kind: 'adopt', option: { text: '按次' } });
    expect(lineOf('用例 「甲」\n采用 项目时长 按次')).toMatchObject({
      kind: 'exampleAdopt',
      reading: { text: '项目时长' },
      option: { text: '按次' },
    });
  });
  test('a code may be spelt like a keyword', () => {
    expect(read('活动字段 时长一 hours 小数 小时').sections[0]).toMatchObject({
      code: { text: 'hours' },
      type: { id: 'decimal' },
      unit: { id: 'hours' },
    });
    expect(read('活动字段 出生 date').sections[0]).toMatchObject({ label: { text: '出生' }, type: { id: 'date' } });
    expect(read('活动字段 出生 date date').sections[0]).toMatchObject({ code: { text: 'date' }, type: { id: 'date' } });
    expect(read('规则 甲 version 3').sections[0]).toMatchObject({ label: { text: '甲' }, version: { text: '3' } });
    expect(lineOf('口径 甲\n选项 合并 project = 项目 「相加」')).toMatchObject({
      options: [{ code: { text: 'project' }, value: { kind: 'basis', id: 'project' }, text: { value: '相加' } }],
    });
  });
  test('每年 takes a subject, an amount, or a reading', () => {
    expect(lineOf('要求\n每年甲类不少于40学分')).toMatchObject({
      subject: { name: { text: '甲类' } },
      bound: 'atLeast',
    });
    expect(lineOf('要求\n每年 标准 学分')).toMatchObject({ amount: { amount: { kind: 'reading' } } });
    expect(lineOf('要求\n每周期 类别 甲类 不少于 所得的三分之二')).toMatchObject({
      per: 'cycle',
      subject: { section: 'category' },
      amount: { kind: 'share', of: 'earned', ratio: { numerator: '2', denominator: '3', form: 'han' } },
    });
    expect(lineOf('require\nper cycle 甲类 >= 40 credits fillable from 进修学习 <= 50%')).toMatchObject({
      fillable: { from: [{ name: { text: '进修学习' } }], limit: { numerator: '50' } },
    });
  });
});

describe('positions', () => {
  test('count the characters of the text as it stands', () => {
    const text = '条目　甲\r\n  授予 ３ 学分\r  上限 每年 ２ 学分\n';
    const { file } = parse(text, { file: 'test.cme' });
    const lines = file.sections[0]?.lines ?? [];
    expect(lines.map(({ span }) => text.slice(span.start, span.end))).toEqual(['授予 ３ 学分', '上限 每年 ２ 学分']);
    expect(lines.map(({ word }) => text.slice(word.start, word.end))).toEqual(['授予', '上限']);
    expect(lines[0]).toMatchObject({ rate: { credits: { number: { digits: '3', span: { start: 11, end: 12 } } } } });
  });
  test('a section extends to the end of its last line', () => {
    const text = '条目 甲\n  授予 3 学分 # 注\n\n条目 乙\n';
    const [first] = parse(text, { file: 'test.cme' }).file.sections;
    expect(first && text.slice(first.span.start, first.span.end)).toBe('条目 甲');
    expect(first && text.slice(first.extent.start, first.extent.end)).toBe('条目 甲\n  授予 3 学分');
  });
  test('a byte order mark is no part of the first word', () => {
    expect(read('\ufeff规则 甲').sections[0]).toMatchObject({ kind: 'rules', word: { start: 1, end: 3 } });
  });
});

describe('free text', () => {
  test('is kept up to a quotation or a comment', () => {
    expect(lineOf('条目 甲\n依据 第十三条(一)1 、第十四条 「原文 # 一」 # 注')).toMatchObject({
      clauses: { text: '第十三条(一)1 、第十四条' },
      quote: { value: '原文 # 一' },
      trailing: { text: '# 注' },
    });
  });
  test('is joined over its folds', () => {
    expect(lineOf('规则 甲\n条款 第一条～第三条、 # 注\n  第四条\n  、第五条')).toMatchObject({
      clauses: { text: '第一条～第三条、第四条、第五条' },
      leading: [{ text: '# 注' }],
    });
  });
  test('may hold marks that are no marks of the language', () => {
    expect(lineOf('类别 甲\n审核 省级—卫生健康委《部门》')).toMatchObject({ who: { text: '省级—卫生健康委《部门》' } });
  });
});

describe('comments and blank lines', () => {
  test('stand beside their line', () => {
    const { sections, tail } = read('# 一\n规则 甲 # 二\n\n  # 三\n  # 四\n  名称 「乙」 # 五\n# 六\n');
    const [rules] = sections;
    expect(rules).toMatchObject({ leading: [{ text: '# 一' }], trailing: { text: '# 二' }, blankBefore: false });
    expect(rules?.lines[0]).toMatchObject({
      leading: [{ text: '# 三' }, { text: '# 四' }],
      trailing: { text: '# 五' },
      blankBefore: true,
    });
    expect(tail).toMatchObject([{ text: '# 六' }]);
  });
  test('within a fold go above the line', () => {
    expect(lineOf('条目 甲\n授予 1 学分 # 一\n# 二\n  当 远程 # 三')).toMatchObject({
      when: { name: { text: '远程' } },
      leading: [{ text: '# 一' }, { text: '# 二' }],
      trailing: { text: '# 三' },
    });
  });
  test('of a table stand beside their row', () => {
    const line = lineOf('条目 甲\n授予表 # 一\n# 二\n| 级别 | 学分 | # 三\n| 省级 | 1 |\n# 四\n| 其他 | 2 # 五');
    expect(line).toMatchObject({
      trailing: { text: '# 一' },
      table: {
        head: { leading: [{ text: '# 二' }], trailing: { text: '# 三' } },
        rows: [{ leading: [] }, { leading: [{ text: '# 四' }], trailing: { text: '# 五' } }],
      },
    });
  });
});
