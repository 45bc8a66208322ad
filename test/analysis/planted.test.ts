// Known defects, each a slip of a few words in a copy of the shipped files: each is found, where it is, and nothing else is.
import { describe, expect, test } from 'vitest';
import { type Compiled, compile, type Diagnostic, LineMap, messageOf, runExamples } from '../../src/index.ts';
import { type Shipped, texts } from '../support/hubeiRules.ts';

interface Planted {
  readonly what: string;
  readonly code: string;
  /** In this file; Hubei's unless said. */
  readonly file?: Shipped;
  /** Stands once in the file. */
  readonly from: string;
  readonly to: string;
  /** The line that the finding is told at, in the edited text. */
  readonly line: string;
}

const planted: readonly Planted[] = [
  {
    what: 'two items that claim one project',
    code: 'CME701',
    from: '  适用 级别 是 市级\n',
    to: '  适用 级别 属于 省级、市级\n',
    line: '条目 市级项目',
  },
  {
    what: 'two lines for one hour',
    code: 'CME702',
    from: '授予 0.2 学分 当 参加者 且 时长 不少于 1 小时 且 时长 少于 6 小时',
    to: '授予 0.2 学分 当 参加者 且 时长 不少于 1 小时 且 时长 不超过 6 小时',
    line: '  授予 0.2 学分 当 参加者 且 时长 不少于 1 小时 且 时长 不超过 6 小时',
  },
  {
    what: 'two rows for one patent',
    code: 'CME702',
    from: '    | 实用新型专利 | 前三名   | 4    |',
    to: '    | 实用新型专利 | 1～4     | 4    |',
    line: '    | 实用新型专利 | 1～4     | 4    |',
  },
  {
    what: 'two requirements for one village clinic',
    code: 'CME703',
    from: '# ==== 第十一条、第十三条：各类活动通用的口径 ====\n',
    to: '要求 村里\n  依据 第十二条\n  适用 机构类别 是 村卫生室\n  每年 12 学分\n',
    line: '要求 村里',
  },
  {
    what: 'an award above the cap of its category',
    code: 'CME721',
    from: '    | 独立作者、第一作者 | 10   |',
    to: '    | 独立作者、第一作者 | 12   |',
    line: '    | 独立作者、第一作者 | 12   |',
  },
  {
    what: 'a cap of nothing',
    code: 'CME724',
    from: '  授予 每 2000 字 1 学分 按 笔记字数\n  上限 每年 5 学分',
    to: '  授予 每 2000 字 1 学分 按 笔记字数\n  上限 每年 0 学分',
    line: '  上限 每年 0 学分',
  },
  {
    what: 'a condition that never holds',
    code: 'CME711',
    from: '  授予 2 学分 当 主讲人\n',
    to: '  授予 2 学分 当 主讲人 且 参加者\n',
    line: '  授予 2 学分 当 主讲人 且 参加者',
  },
  {
    what: 'a condition that the gate has settled',
    code: 'CME712',
    from: '  授予 2 学分 当 主讲人\n',
    to: '  授予 2 学分 当 认定\n',
    line: '  授予 2 学分 当 认定',
  },
  {
    what: 'a row that the others mask',
    code: 'CME711',
    from: '    | 通讯作者、其他作者 | 3    |',
    to: '    | 通讯作者、其他作者 | 3    |\n    | 其他               | 1    |',
    line: '    | 其他               | 1    |',
  },
  {
    what: 'a gap in a table',
    code: 'CME733',
    from: '    | 通讯作者、其他作者 | 3    |',
    to: '    | 其他作者           | 3    |',
    line: '条目 著作',
  },
  {
    what: 'a form dropped from an item',
    code: 'CME732',
    from: '  形式 推荐项目、推广项目\n  适用 级别 属于 国家级、省级',
    to: '  形式 推荐项目\n  适用 级别 属于 国家级、省级',
    line: '条目 市级项目',
  },
  {
    what: 'an item that claims nothing',
    code: 'CME713',
    from: '  适用 级别 是 市级\n',
    to: '  适用 级别 是 市级 且 级别 是 县级\n',
    line: '条目 市级项目',
  },
  {
    what: 'an article that the register misses',
    code: 'CME362',
    from: '不计算 第十七条 「经费来源」\n',
    to: '',
    line: '  条款 第一条～第三十一条、第四条（一）～（四）、第十一条（一）～（八）、',
  },
  {
    what: 'a clause cited that there is not',
    code: 'CME363',
    from: '条目 学习笔记\n  依据 第十三条（七）7',
    to: '条目 学习笔记\n  依据 第十三条（七）8',
    line: '  依据 第十三条（七）8',
  },
  {
    what: 'a misspelt value',
    code: 'CME201',
    from: '  授予 2 学分 当 主讲人\n',
    to: '  授予 2 学分 当 主进人\n',
    line: '  授予 2 学分 当 主进人',
  },
  {
    what: 'units that clash',
    code: 'CME404',
    from: '授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 小时',
    to: '授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 天',
    line: '  授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 天',
  },
  {
    what: 'a reading that nothing names any more',
    code: 'CME715',
    from: '  上限 每年 2 学分 当 职考学分 是 全年\n',
    to: '',
    line: '口径 职考学分 exam_courses',
  },
  {
    what: 'an option like the other',
    code: 'CME714',
    from: '  选项 在内 overall = 2～3 ',
    to: '  选项 在内 overall = 2～4 ',
    line: '  选项 在内 overall = 2～4 「总排名前三，去掉第一名」',
  },
  {
    what: 'an option adopted that there is not',
    code: 'CME506',
    from: '  采用 仅省市\n',
    to: '  采用 仅省\n',
    line: '  采用 仅省',
  },
  {
    what: 'an award of nothing',
    code: 'CME725',
    from: '  授予 2 学分 当 主讲人\n',
    to: '  授予 0 学分 当 主讲人\n',
    line: '  授予 0 学分 当 主讲人',
  },
  {
    what: 'a cap that never binds',
    code: 'CME722',
    from: '  授予 2 学分 当 主讲人\n',
    to: '  授予 2 学分 当 主讲人\n  只计最高 2 次 每年\n  上限 每年 5 学分\n',
    line: '  上限 每年 5 学分',
  },
  {
    what: 'a cap above that of its category',
    code: 'CME723',
    from: '  授予 每 1 小时 1 学分 按 项目时长 当 主讲人 且 远程\n  上限 每项目 5 学分\n\n条目 其他实践活动',
    to: '  授予 每 1 小时 1 学分 按 项目时长 当 主讲人 且 远程\n  上限 每项目 50 学分\n\n条目 其他实践活动',
    line: '  上限 每项目 50 学分',
  },
  {
    what: 'one more course that costs all of them',
    code: 'CME741',
    from: '  授予 每 1 门 2 学分\n',
    to: '  授予 每 1 门 2 学分 当 累计 不足 4 门\n',
    line: '  授予 每 1 门 2 学分 当 累计 不足 4 门',
  },
  {
    what: 'notes that earn more in parts',
    code: 'CME742',
    from: '  授予 每 2000 字 1 学分 按 笔记字数\n',
    to: '  授予 每 2000 字 1 学分 按 笔记字数\n  尾数 进位\n',
    line: '  授予 每 2000 字 1 学分 按 笔记字数',
  },
  {
    what: 'a requirement that nobody can meet',
    code: 'CME751',
    from: '  每年 25 学分\n  每年 90 学时',
    to: '  每年 25 学分\n  每年 有计划的自学 不少于 12 学分\n  每年 90 学时',
    line: '  每年 有计划的自学 不少于 12 学分',
  },
  {
    what: 'a field that nothing reads',
    code: 'CME716',
    from: '对象\n  依据 第三条\n',
    to: '活动字段 学科 subject 文字\n\n对象\n  依据 第三条\n',
    line: '活动字段 学科 subject 文字',
  },
  {
    what: 'a group that does nothing',
    code: 'CME718',
    from: '# ==== 第十四条～第十六条：认可、补学、结转 ====\n',
    to: '分组 成果\n  依据 第十三条（八）\n  成员 类别 其他方式\n',
    line: '分组 成果',
  },
  {
    what: 'a category without items',
    code: 'CME719',
    from: '# ==== 第十四条～第十六条：认可、补学、结转 ====\n',
    to: '类别 带教\n  依据 第十一条\n  审核 用人单位\n',
    line: '类别 带教',
  },
  {
    what: 'the same example twice',
    code: 'CME717',
    from: '    | 2026-03-01 | 否       | 25 学分，达标  |\n',
    to: '    | 2026-03-01 | 否       | 25 学分，达标  |\n    | 2026-03-01 | 否       | 25 学分，达标  |\n',
    line: '    | 2026-03-01 | 否       | 25 学分，达标  |',
  },
  {
    what: 'a reason for what is not there any more',
    code: 'CME739',
    from: '    | 国内正式刊物 | 其他作者                     | 5    |\n',
    to: '    | 国内正式刊物 | 其他作者                     | 5    |\n    | 其他刊物     | 任意                         | 1    |\n',
    line: '  已知 CME733 「条文只列两种刊物，其他刊物不计」',
  },
  {
    what: 'a baseline of another version',
    code: 'CME205',
    from: '  上位 国家 2024\n',
    to: '  上位 国家 2023\n',
    line: '  上位 国家 2023',
  },
  {
    what: 'a deeming that its own cap denies, in the baseline',
    code: 'CME502',
    file: 'national',
    from: '条目 在职学历教育\n  依据 第三部分\n',
    to: '条目 在职学历教育\n  依据 第三部分\n  上限 每年 20 学分\n',
    line: '  视同完成 25 学分 当 累计 满 三个月标准 且 考核合格',
  },
];

const compiledWith = (name: Shipped, text: string): Compiled => {
  const library = (Object.keys(texts) as Shipped[]).map((file) => ({ file, text: texts[file] }));
  return compile({ file: name, text }, { library });
};

const edited = (file: Shipped, from: string, to: string): string => {
  const parts = texts[file].split(from);
  expect(parts.length, `「${from}」 stands once`).toBe(2);
  return parts.join(to);
};

const told = (found: Diagnostic, text: string): string => {
  const map = new LineMap(text);
  return `${found.code} at 「${map.line(map.position(found.span.start).line)}」`;
};

/** As it reads: what is accepted still is, and nothing besides. */
const accepted = ({ accepted: all }: Compiled): readonly string[] => all.map(({ found }) => messageOf(found, 'zh'));

const untouched = { hubei: compiledWith('hubei', texts.hubei), national: compiledWith('national', texts.national) };

describe('a defect planted in the shipped files is found, and nothing else', () => {
  test.each(planted)('$code: $what', ({ code, file = 'hubei', from, to, line }) => {
    const text = edited(file, from, to);
    const compiled = compiledWith(file, text);
    expect(compiled.diagnostics.map((found) => told(found, text))).toEqual([`${code} at 「${line}」`]);
    const more = accepted(compiled).filter((words) => !accepted(untouched[file]).includes(words));
    expect(more).toEqual([]);
  });

  test('an example that expects what the rules do not give', () => {
    const from = '    | 1        | 2 学分，未达标  |';
    const { examples } = runExamples(
      compiledWith('hubei', edited('hubei', from, '    | 1        | 3 学分，未达标  |')),
    );
    expect(examples.filter(({ pass }) => !pass).map(({ name }) => name)).toEqual(['职业资格考试每门二学分（第 2 行）']);
  });
});
