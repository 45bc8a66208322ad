import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';
import { parse } from '../../src/parse.ts';

const names = ['参加者', '主讲人', '远程', '考核合格', '三个月标准'];

const formatted = (text: string, keywords: 'zh' | 'en' | 'keep' = 'keep'): string =>
  format(parse(text, { file: 'test.cme', names }).file, text, { keywords });

/** The lines of one section, as they come out. */
const inside = (lines: string, keywords: 'zh' | 'en' | 'keep' = 'keep'): string =>
  formatted(`条目 某\n${lines}`, keywords).split('\n').slice(1, -1).join('\n');

describe('a line', () => {
  test.each([
    ['授予每3小时1学分当参加者', '  授予 每 3 小时 1 学分 当 参加者'],
    ['授予 每小时 2 学分', '  授予 每 1 小时 2 学分'],
    ['主讲人每小时授予2学分', '  授予 每 1 小时 2 学分 当 主讲人'],
    ['授予 每 ３ 小时 听课时长 0.5 学分 按 项目', '  授予 每 3 小时 听课时长 0.5 学分 按项目'],
    ['授予 2 学分 按年 尾数 折算 到 0.5 学分 当 远程', '  授予 2 学分 按年 尾数 折算 到 0.5 学分 当 远程'],
    ['授予 评定学分', '  授予 评定学分'],
    ['递减 20% 按 署名排名 不少于 1 学分', '  递减 20% 按 署名排名 不少于 1 学分'],
    ['系数 1/2 当 其他学科', '  系数 1/2 当 其他学科'],
    ['只计最高 1 次 每 项目', '  只计最高 1 次 每项目'],
    ['视同完成 25 学分 当 累计 满 三个月标准 且 考核合格', '  视同完成 25 学分 当 累计 满 三个月标准 且 考核合格'],
    ['上限 每 年 15 学分', '  上限 每年 15 学分'],
    ['依据 第十三条(一)1 、 第十四条', '  依据 第十三条（一）1、第十四条'],
    ['依据 第三条 "原文"', '  依据 第三条 「原文」'],
    ['形式　推荐项目 、推广项目', '  形式 推荐项目、推广项目'],
    ['适用 (远程 或 甲) 且 乙', '  适用 （远程 或 甲） 且 乙'],
    ['适用 署名排名 是 2~4', '  适用 署名排名 是 2～4'],
  ])('%s', (written, printed) => {
    expect(inside(written)).toBe(printed);
  });

  test('is wrapped where it is too wide, and read back as one', () => {
    const written = `授予 每 3 小时 1 学分 按项目 当 ${'甲'.repeat(20)} 且 ${'乙'.repeat(20)} 且 ${'丙'.repeat(20)}`;
    const printed = inside(written);
    expect(printed).toBe(
      [
        '  授予 每 3 小时 1 学分 按项目',
        `      当 ${'甲'.repeat(20)}`,
        `      且 ${'乙'.repeat(20)}`,
        `      且 ${'丙'.repeat(20)}`,
      ].join('\n'),
    );
    expect(inside(printed)).toBe(printed);
  });

  test('keeps a comment inside it as one above it', () => {
    expect(inside('形式 甲、 # 一\n  乙 # 二')).toBe('  # 一\n  形式 甲、乙  # 二');
  });

  test('that cannot be read stays as it was', () => {
    expect(inside('上线  每年 15 学分')).toBe('  上线  每年 15 学分');
  });
});

describe('a section', () => {
  test('of one line stands with its like where the author wrote so', () => {
    const text = '换算 1 学时 = 45 分钟\n换算 1 课时 = 40 分钟\n\n换算 1 天 = 6 小时\n';
    expect(formatted(text)).toBe(text);
  });

  test('else stands apart', () => {
    expect(formatted('条目 甲\n条目 乙\n\n\n条目 丙')).toBe('条目 甲\n\n条目 乙\n\n条目 丙\n');
  });

  test('keeps one blank line between its lines', () => {
    expect(inside('\n形式 甲\n\n\n上限 每年 1 学分\n授予 1 学分\n')).toBe(
      '  形式 甲\n\n  上限 每年 1 学分\n  授予 1 学分',
    );
  });

  test('that is the header says the version of the language', () => {
    expect(formatted('规则 甲\n施行 2025-01-01')).toBe('规则 甲\n  语言 1\n  施行 2025-01-01\n');
    expect(formatted('rules 甲')).toBe('rules 甲\n  language 1\n');
  });
});

describe('comments', () => {
  test('stand where their line stands', () => {
    const text = [
      '# 文件',
      '',
      '# 项目',
      '条目 甲 # 一',
      '# 表',
      '授予表 # 二',
      '# 表头',
      '| 形式 | 学分 | # 三',
      '# 行',
      '| 甲 | 1 | # 四',
      '',
      '# 末尾',
      '# 再末尾',
    ].join('\n');
    expect(formatted(text)).toBe(
      [
        '# 文件',
        '',
        '# 项目',
        '条目 甲  # 一',
        '  # 表',
        '  授予表  # 二',
        '    # 表头',
        '    | 形式 | 学分 |  # 三',
        '    # 行',
        '    | 甲   | 1    |  # 四',
        '',
        '# 末尾',
        '# 再末尾',
        '',
      ].join('\n'),
    );
  });

  test('alone are a file', () => {
    expect(formatted('\n\n  ＃ 甲  \n')).toBe('# 甲\n');
    expect(formatted('')).toBe('');
    expect(formatted('\n \n')).toBe('');
  });
});

describe('keywords', () => {
  test.each([
    [
      '授予 每 3 小时 1 学分 按项目 当 参加者 且 时长 不少于 6 小时',
      '  award per 3 hours 1 credits by project when 参加者 and 时长 >= 6 hours',
    ],
    ['上限 每周期 3 学分', '  cap per cycle 3 credits'],
    ['尾数 折算 到 0.5 学分', '  remainder prorate to 0.5 credits'],
    ['适用 并非 （远程 或 考核合格 是 否）', '  for not （远程 or 考核合格 is no）'],
  ])('in English: %s', (zh, en) => {
    expect(inside(zh, 'en')).toBe(en);
  });

  test('stay in the language of the file', () => {
    expect(formatted('item 甲\n  上限 每年 1 学分')).toBe('item 甲\n  cap per year 1 credits\n');
  });

  // A field's code may be spelt as a unit is: it is the unit all the same.
  test('a reading with its unit, alone behind 每年', () => {
    const field = '活动字段 评定 credits\n要求\n  ';
    const english = formatted(`${field}每年 最低 学分`, 'en');
    expect(formatted(english, 'zh')).toContain('每年 最低 学分\n');
    expect(parse(english, { file: 'test.cme' }).file.sections[1]?.lines[0]).not.toHaveProperty('subject');
  });
});
