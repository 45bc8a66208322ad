/**
 * Rule files and rosters that grow in one direction: so many sections, caps, options, rows … What is made of `n` of them
 * is well-formed, unless its name says otherwise, and a step that takes more than its share of time shows by doubling.
 */
import { dateText, dayOf } from '../../src/model/date.ts';
import type { RawPerson, RawValue } from '../../src/model/roster.ts';
import { Random } from './random.ts';

export interface Grown {
  readonly text: string;
  /** The file is compiled under this one. */
  readonly under?: string;
}

const count = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const lines = (n: number, make: (i: number) => string): string => count(n, make).join('\n');
const list = (n: number, make: (i: number) => string): string => count(n, make).join('、');

const head = '规则 大文件 big 版本 1\n  施行 2025-01-01\n';

const words = `活动字段 形式 form
  选项 讲座 lecture、课题 grant
活动字段 等级 level
  选项 国家 nation、省里 province
活动字段 时长 hours 小数 小时
活动字段 排名 rank 整数
活动字段 评分 points 小数 学分
活动字段 远程 remote 是否
活动字段 合格 passed 是否
人员字段 岗位 post
  选项 医师 doctor、护士 nurse
`;
const prelude = head + words;

const item = (i: number, more = ''): string => `条目 条x${i}
  形式 形x${i}
  授予 每 1 小时 1 学分 当 远程
${more}`;
/** With a 形式 of its own for each item, in one category. */
const items = (n: number, of = item): string => `${prelude}${forms(n)}
类别 甲类 first
${lines(n, (i) => of(i))}`;
const forms = (n: number): string => `活动字段 形式 form\n  选项 ${list(n, (i) => `形x${i}`)}\n`;
const withForms = (n: number): string =>
  prelude.replace('选项 讲座 lecture、课题 grant', `选项 ${list(n, (i) => `形x${i}`)}`);

/** Digits that no rule is behind. */
const digits = (n: number, seed: number): string => {
  const random = new Random(seed);
  return `1${count(n, () => random.int(0, 9)).join('')}1`;
};

const oneItem = (more: string): string => `${prelude}类别 甲类 first\n条目 全部 all\n${more}`;

/** By what grows. */
export const grownFiles = {
  'comment lines': (n) => ({ text: `${prelude}${lines(n, () => '# 说明')}` }),
  'comments in a fold': (n) => ({
    text: oneItem(`  形式 讲座、\n${lines(n, () => '  # 说明')}\n  课题\n  授予 1 学分\n`),
  }),
  'folded lines': (n) => ({ text: oneItem(`  授予 1 学分 当 远程\n${lines(n, () => '    且 合格')}\n`) }),
  'alternatives in a condition': (n) => ({
    text: oneItem(`  授予 1 学分 当 ${count(n, (i) => `排名 是 ${i}`).join(' 或 ')}\n`),
  }),
  'nested arms of a condition': (n) => ({
    text: oneItem(`  授予 1 学分 当 ${count(n, (i) => `（远程 且 （合格 或 排名 是 ${i}））`).join(' 或 ')}\n`),
  }),
  'sums joined by 且': (n) => ({
    text: oneItem(`  授予 1 学分 当 ${count(n, (i) => `累计 满 ${i + 1} 小时`).join(' 且 ')}\n`),
  }),
  'digits of a number': (n) => ({ text: oneItem(`  授予 ${digits(n, 1)}.${digits(n, 2)} 学分\n`) }),
  'digits of a share': (n) => ({ text: oneItem(`  授予 1 学分\n  系数 ${digits(n, 3)}/${digits(n, 4)}\n`) }),
  'digits of a conversion': (n) => ({ text: `${prelude}换算 ${digits(n, 3)} 学时 = ${digits(n, 4)} 分钟` }),
  'one long name': (n) => ({ text: oneItem(`  授予 1 学分 当 ${'不当年累计'.repeat(n)}x\n`) }),
  'one run of words': (n) => ({ text: oneItem(`  授予 1 学分 当远程${'且合格'.repeat(n)}\n`) }),
  'misspelt names': (n) => ({
    text: `${items(n, (i) => `条目 条x${i}\n  形式 形x${i}\n  授予 1 学分 当 远呈x${i}\n`)}`,
  }),
  'misspelt line words': (n) => ({ text: `${prelude}${lines(n, (i) => `类刖 甲${i}`)}` }),
  'record fields': (n) => ({ text: `${prelude}${lines(n, (i) => `活动字段 字段x${i} f${i} 是否`)}` }),
  'fields asked about': (n) => ({
    text: `${prelude}${lines(n, (i) => `活动字段 字段x${i} f${i} 是否`)}\n类别 甲类\n条目 全部\n${lines(n, (i) => `  授予 ${i} 学分 当 字段x${i}`)}`,
  }),
  'fields restated': (n) => ({
    text: `规则 下层 below 版本 1\n  施行 2025-01-01\n  上位 大文件\n${lines(n, (i) => `活动字段 字段x${i} f${i} 是否`)}`,
    under: `${prelude}${lines(n, (i) => `活动字段 字段x${i} f${i} 是否`)}`,
  }),
  'the same field again': (n) => ({ text: `${prelude}${lines(n, () => '活动字段 字段 again 是否')}` }),
  'options of a field': (n) => ({ text: `${prelude}活动字段 学科 subject\n  选项 ${list(n, (i) => `科x${i} s${i}`)}` }),
  'the same option again': (n) => ({ text: `${prelude}活动字段 学科 subject\n  选项 ${list(n, () => '科目 s')}` }),
  'options asked about': (n) => ({
    text: `${prelude}活动字段 学科 subject\n  选项 ${list(n, (i) => `科x${i} s${i}`)}\n类别 甲类\n条目 全部\n${lines(n, (i) => `  授予 1 学分 当 学科 是 科x${i}`)}`,
  }),
  'options by themselves': (n) => ({
    text: `${prelude}活动字段 学科 subject\n  选项 ${list(n, (i) => `科x${i} s${i}`)}\n类别 甲类\n条目 全部\n${lines(n, (i) => `  授予 1 学分 当 科x${i}`)}`,
  }),
  'options in one condition': (n) => ({
    text: `${prelude}活动字段 学科 subject\n  选项 ${list(n, (i) => `科x${i} s${i}`)}\n类别 甲类\n条目 全部\n  授予 1 学分 当 学科 属于 ${list(n, (i) => `科x${i}`)}`,
  }),
  conversions: (n) => ({ text: `${prelude}${lines(n, (i) => `换算 1 学时 = ${i + 1} 分钟`)}` }),
  readings: (n) => ({
    text: `${prelude}${lines(n, (i) => `口径 口径x${i} r${i}\n  问题 「怎么算」\n  选项 甲种\n  选项 乙种\n  采用 甲种`)}`,
  }),
  'readings and what reads them': (n) => ({
    text: `${prelude}${lines(n, (i) => `口径 口径x${i} r${i}\n  选项 甲种 = ${i + 1} 小时\n  选项 乙种 = ${i + 2} 小时\n  采用 甲种`)}\n类别 甲类\n条目 全部\n${lines(n, (i) => `  授予 1 学分 当 时长 是 口径x${i}`)}`,
  }),
  'options of one reading': (n) => ({
    text: `${prelude}口径 哪种 which\n  选项 ${list(n, (i) => `种x${i}`)}\n  采用 种x0\n类别 甲类\n条目 全部\n${lines(n, (i) => `  授予 1 学分 当 哪种 是 种x${i}`)}`,
  }),
  categories: (n) => ({ text: `${withForms(n)}${lines(n, (i) => `类别 类x${i}\n${item(i)}`)}` }),
  'categories restated': (n) => ({
    text: `规则 下层 below 版本 1\n  施行 2025-01-01\n  上位 大文件\n${lines(n, (i) => `类别 类x${i}\n${item(i)}`)}`,
    under: `${withForms(n)}${lines(n, (i) => `类别 类x${i}\n${item(i)}`)}`,
  }),
  'the same category again': (n) => ({ text: `${prelude}${lines(n, () => '类别 甲类')}` }),
  items: (n) => ({ text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}` }),
  'items with caps': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i, '  上限 每年 5 学分\n'))}`,
  }),
  'items with crossing caps': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i, '  上限 每项目 5 学分\n  上限 每年 8 学分 当 合格\n'))}`,
  }),
  'items with deemings': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i, '  视同完成 5 学分 当 累计 满 9 小时\n  上限 每年 5 学分\n'))}`,
  }),
  'items of unlike conditions': (n) => ({
    text: `${prelude}类别 甲类 first\n${lines(n, (i) => `条目 条x${i}\n  适用 排名 是 ${i}\n  授予 1 学分`)}`,
  }),
  'items dropped': (n) => ({
    text: `规则 下层 below 版本 1\n  施行 2025-01-01\n  上位 大文件\n${lines(n, (i) => `不沿用 条目 条x${i}`)}`,
    under: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}`,
  }),
  'caps of one item': (n) => ({
    text: oneItem(`  授予 1 学分\n${lines(n, (i) => `  上限 每年 ${i + 1} 学分 当 排名 是 ${i}`)}`),
  }),
  'crossing caps of one item': (n) => ({
    text: oneItem(`  授予 1 学分\n${lines(n, (i) => `  上限 每年 ${i + 1} 学分 当 排名 不少于 ${i}`)}`),
  }),
  'awards of one item': (n) => ({ text: oneItem(lines(n, (i) => `  授予 ${i + 1} 学分 当 排名 是 ${i}`)) }),
  'gates of one item': (n) => ({ text: oneItem(`  授予 1 学分\n${lines(n, (i) => `  条件 合格 当 排名 是 ${i}`)}`) }),
  'factors of one item': (n) => ({ text: oneItem(`  授予 1 学分\n${lines(n, (i) => `  系数 50% 当 排名 是 ${i}`)}`) }),
  'deemings of one item': (n) => ({
    text: oneItem(`  授予 1 学分\n${lines(n, (i) => `  视同完成 1 学分 当 累计 满 ${i + 1} 小时`)}`),
  }),
  'rows of a table': (n) => ({
    text: oneItem(`  授予表\n    | 排名 | 等级 | 学分 |\n${lines(n, (i) => `    | ${i} | 国家 | 1 |`)}`),
  }),
  'rows of a table with 其他': (n) => ({
    text: oneItem(
      `  授予表\n    | 排名 | 等级 | 学分 |\n${lines(n, (i) => `    | ${i} | 国家 | 1 |`)}\n    | 其他 | 任意 | 1 |`,
    ),
  }),
  '其他 in each row of a table': (n) => ({
    text: oneItem(
      `  授予表\n    | 排名 | 等级 | 学分 |\n${lines(n, (i) => `    | ${i} | 国家 | 1 |\n    | ${i} | 其他 | 1 |`)}`,
    ),
  }),
  'steps of a table': (n) => ({
    text: oneItem(
      `  授予表 按项目\n    | 时长 | 学分 |\n${lines(n, (i) => `    | 不少于 ${i} 且 少于 ${i + 1} | 1 |`)}`,
    ),
  }),
  'columns of a table': (n) => ({
    text: oneItem(
      `  授予表\n    | ${count(n, () => '排名').join(' | ')} | 学分 |\n    | ${count(n, () => '1').join(' | ')} | 1 |`,
    ),
  }),
  'columns of fields in a table': (n) => ({
    text: `${prelude}${lines(n, (i) => `活动字段 字段x${i} f${i} 是否`)}\n类别 甲类\n条目 全部\n  授予表\n    | ${count(n, (i) => `字段x${i}`).join(' | ')} | 学分 |\n    | ${count(n, () => '是').join(' | ')} | 1 |`,
  }),
  'tables of one item': (n) => ({
    text: oneItem(lines(n, (i) => `  授予表\n    | 排名 | 学分 |\n    | ${i} | 1 |`)),
  }),
  'groups of all': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `分组 组x${i}\n  成员 类别 甲类\n  上限 每年 5 学分`)}`,
  }),
  'groups with conditions': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `分组 组x${i}\n  适用 排名 是 ${i}\n  上限 每年 5 学分`)}`,
  }),
  'groups of long conditions, over items': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}\n${lines(Math.min(n, 150), (i) => `分组 组x${i}\n  适用 ${count(Math.min(n, 95), (j) => `排名 是 ${i * j}`).join(' 或 ')}`)}`,
  }),
  'a group of unlike members, with caps': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}\n${lines(Math.min(n, 150), (i) => `分组 组x${i}\n  成员 ${list(20, (j) => `条目 条x${(i * 13 + j) % n}`)}\n  适用 排名 是 ${i}`)}\n分组 全组\n  成员 ${list(Math.min(n, 150), (i) => `分组 组x${i}`)}\n${lines(Math.min(n, 900), (i) => `  上限 每年 ${i + 1} 学分`)}`,
  }),
  'groups and items': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}\n${lines(n, (i) => `分组 组x${i}\n  成员 条目 条x${i}\n  上限 每年 5 学分`)}`,
  }),
  'groups that name all items': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}\n分组 全组\n  成员 ${list(n, (i) => `条目 条x${i}`)}\n  上限 每年 5 学分`,
  }),
  'groups within groups': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n分组 组x0\n  成员 类别 甲类\n${lines(n, (i) => `分组 组x${i + 1}\n  成员 分组 组x${i}\n  上限 每年 5 学分`)}`,
  }),
  'groups of two groups each': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n分组 组x0\n  成员 类别 甲类\n分组 组x1\n  成员 类别 甲类\n${lines(n, (i) => `分组 组x${i + 2}\n  成员 分组 组x${i}、分组 组x${i + 1}\n  上限 每年 5 学分`)}`,
  }),
  'groups in a circle': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `分组 组x${i}\n  成员 ${list(Math.min(n, 8), (j) => `分组 组x${(i + j + 1) % n}`)}`)}`,
  }),
  requirements: (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `人员字段 人x${i} 是否`)}\n${lines(n, (i) => `要求 要x${i}\n  适用 人x${i}\n  每年 ${i + 1} 学分`)}`,
  }),
  'requirements without a condition': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `要求 要x${i}\n  每年 ${i + 1} 学分`)}`,
  }),
  'lines of one requirement': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n要求\n${lines(n, (i) => `  每年 ${i + 1} 学分`)}`,
  }),
  'subjects of one requirement': (n) => ({
    text: `${withForms(n)}类别 甲类 first\n${lines(n, (i) => item(i))}\n要求\n${lines(n, (i) => `  每年 条x${i} 不少于 ${i + 1} 学分`)}`,
  }),
  reductions: (n) => ({
    text: `${oneItem('  授予 1 学分')}\n要求\n  每年 9 学分\n${lines(n, () => '  减免 1 学分 当 医师')}`,
  }),
  notices: (n) => ({ text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `提示 「第${i}」 当 远程`)}` }),
  'articles in the register, none cited': (n) => ({
    text: `${head}  条款 ${list(n, (i) => `第十条（一）${i}`)}\n${words}`,
  }),
  'articles in the register, each cited': (n) => ({
    text: `${head}  条款 ${list(n, (i) => `第十条（一）${i}`)}\n${words}${lines(n, (i) => `不计算 第十条（一）${i} 「无」`)}`,
  }),
  'ranges in the register': (n) => ({ text: `${head}  条款 ${list(n, (i) => `第${i}条～第${i + 200}条`)}\n${words}` }),
  'ranges of items in the register': (n) => ({ text: `${head}  条款 ${list(n, () => '1～201')}\n${words}` }),
  'ranges cited': (n) => ({ text: `${head}  条款 第一条\n${words}${lines(n, () => '不计算 1～201 「无」')}` }),
  'ranges registered and cited': (n) => ({
    text: `${head}  条款 ${list(n, () => '第一条（1）～（201）')}\n${words}${lines(n, () => '不计算 第一条（1）～（201） 「无」')}`,
  }),
  'a long citation': (n) => ({ text: `${head}  依据 ${'第'.repeat(n)}条\n${words}` }),
  'a citation of tildes': (n) => ({ text: `${head}  条款 ${'～'.repeat(n)}\n${words}` }),
  'accepted findings': (n) => ({
    text: `${head}${words}${lines(n, (i) => `活动字段 字段x${i} f${i} 是否\n  已知 CME209 「无」`)}`,
  }),
  'accepted lines and findings': (n) => ({
    text: `${head}${words}${lines(n, (i) => `活动字段 ${String.fromCharCode(0x4e00 + (i % 20000))} f${i} 是否\n  已知 CME209 「无」`)}`,
  }),
  examples: (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `用例 「例${i}」\n  人员 医师\n  活动 讲座，排名 ${i}\n  期望 1 学分`)}`,
  }),
  'examples with readings': (n) => ({
    text: `${prelude}口径 哪种 which\n  选项 ${list(n, (i) => `种x${i}`)}\n  采用 种x0\n类别 甲类\n条目 全部\n  授予 1 学分\n${lines(n, (i) => `用例 「例${i}」\n  采用 哪种 种x${i}\n  人员 医师\n  活动 讲座，排名 1\n  期望 1 学分`)}`,
  }),
  'records of one example': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n用例 「例」\n  人员 医师\n${lines(n, (i) => `  活动 讲座，排名 ${i}`)}\n  期望 ${n} 学分`,
  }),
  'rows of examples': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n用例表 「例」\n  人员 医师\n  活动 讲座\n    | 排名 | 期望 |\n${lines(n, (i) => `    | ${i} | 1 |`)}`,
  }),
  'records and rows of examples': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n用例表 「例」\n  人员 医师\n${lines(n, () => '  活动 讲座')}\n    | 排名 | 期望 |\n${lines(n, (i) => `    | ${i} | ${n} |`)}`,
  }),
  'errors of names': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n${lines(n, (i) => `提示 「第${i}」 当 没有x${i}`)}`,
  }),
  'broken lines': (n) => ({ text: `${prelude}类别 甲类\n条目 全部\n${lines(n, (i) => `  授予 （${i}`)}` }),
  'lines astray': (n) => ({ text: `${prelude}类别 甲类\n${lines(n, () => '  形式 讲座')}` }),
  'words of an expectation': (n) => ({
    text: `${oneItem('  授予 1 学分')}\n用例 「例」\n  活动 讲座\n  期望 ${count(n, () => '1 学分').join('，')}`,
  }),
  'abolished texts': (n) => ({ text: `${head}  废止 ${list(n, (i) => `「文${i}」`)}\n${words}` }),
} as const satisfies Record<string, (n: number) => Grown>;

export type Growing = keyof typeof grownFiles;

// ---- rosters ----------------------------------------------------------------------------------------------------------

export interface GrownRoster {
  readonly text: string;
  readonly year: number;
  readonly practitioners: readonly RawPerson[];
}

type Facts = Readonly<Record<string, RawValue>>;

const facts = (of: Facts): ReadonlyMap<string, RawValue> => new Map(Object.entries(of));

/** One practitioner with `n` records; each has an id of its own and lies somewhere in 2025 unless it says otherwise. */
const records = (n: number, of: (i: number) => Facts): readonly RawPerson[] => [
  {
    facts: facts({ id: 'p', post: 'doctor' }),
    records: count(n, (i) => facts({ id: `r${i}`, date: dayIn2025(i), form: 'lecture', hours: 2, ...of(i) })),
  },
];

const dayIn2025 = (i: number): string => dateText(dayOf(2025, 1, 1) + ((i * 7) % 365));

const sections = (more: string): string => `${prelude}要求\n  每年 25 学分\n类别 甲类 first\n条目 全部 all\n${more}`;
const years = (text: string): string => text.replace('施行 2025-01-01', '施行 2020-01-01\n  周期 6 年');

const roster = (text: string, practitioners: readonly RawPerson[]): GrownRoster => ({
  text,
  year: 2025,
  practitioners,
});

/** By what grows: mostly the records of one practitioner, the unit that everything is reckoned in. */
export const grownRosters = {
  practitioners: (n) =>
    roster(
      sections('  授予 每 1 小时 1 学分\n'),
      count(n, (i) => ({ facts: facts({ id: `p${i}` }), records: records(4, () => ({}))[0]?.records ?? [] })),
    ),
  records: (n) =>
    roster(
      sections('  授予 每 1 小时 1 学分\n'),
      records(n, () => ({})),
    ),
  'records of one id': (n) =>
    roster(
      sections('  授予 1 学分\n'),
      records(n, () => ({ id: 'r' })),
    ),
  'records with unknown fields': (n) =>
    roster(
      sections('  授予 1 学分\n'),
      records(n, (i) => ({ [`没有${i}`]: 1 })),
    ),
  'fields of one record': (n) =>
    roster(
      sections('  授予 1 学分\n'),
      records(1, () => Object.fromEntries(count(n, (i) => [`没有${i}`, 1]))),
    ),
  'one pool': (n) =>
    roster(
      sections('  授予 每 3 小时 1 学分 按年\n  上限 每年 1000000 学分\n'),
      records(n, () => ({})),
    ),
  'a pool by steps': (n) =>
    roster(
      sections(
        `  授予表 按年\n    | 时长 | 学分 |\n${lines(900, (i) => `    | 不少于 ${i} 且 少于 ${i + 1} | ${i} |`)}\n`,
      ),
      records(n, () => ({ hours: '0.01' })),
    ),
  'pools of projects': (n) =>
    roster(
      sections('  授予 每 3 小时 1 学分 按项目\n  上限 每项目 1 学分\n'),
      records(n, (i) => ({ project: `项目${i >> 1}` })),
    ),
  'overlapping stays': (n) =>
    roster(
      sections('  授予 每 1 天 1 学分 按年\n  视同完成 25 学分 当 累计 满 90 天\n'),
      records(n, (i) => ({ date: null, start: dayIn2025(i), end: '2025-12-31' })),
    ),
  'stays apart': (n) =>
    roster(
      sections('  授予 每 1 天 1 学分 按年\n  视同完成 25 学分 当 累计 满 90 天\n'),
      records(n, (i) => ({ date: null, start: dayIn2025(2 * i), end: dayIn2025(2 * i) })),
    ),
  'a deeming that many reach': (n) =>
    roster(
      sections(`  授予 1 学分\n  视同完成 25 学分 当 ${count(60, (i) => `累计 满 ${i + 1} 小时`).join(' 或 ')}\n`),
      records(n, () => ({ hours: '0.1' })),
    ),
  'the best of many': (n) =>
    roster(
      sections('  授予 评分\n  只计最高 3 次 每年\n'),
      records(n, (i) => ({ points: String(i % 97) })),
    ),
  'notices of the same facts': (n) =>
    roster(
      `${sections('  授予 1 学分\n')}提示 「重复」 相同 项目编号、日期\n`,
      records(n, () => ({ project: '甲', date: '2025-05-05' })),
    ),
  'caps of projects that cross the year': (n) =>
    roster(
      sections('  授予 每 1 小时 1 学分\n  上限 每项目 3 学分\n  上限 每年 100 学分 当 远程\n'),
      records(n, (i) => ({ project: `项目${i >> 2}`, remote: i % 2 === 0 })),
    ),
  'caps of days that cross caps of projects': (n) =>
    roster(
      sections('  授予 每 1 小时 1 学分\n  上限 每项目 3 学分\n  上限 每日 3 学分\n'),
      records(n, (i) => ({ project: `项目${(i * 7919) % 1009}` })),
    ),
  'one day and one project': (n) =>
    roster(
      sections('  授予 每 1 小时 1 学分\n  上限 每项目 3 学分\n  上限 每日 3 学分\n'),
      records(n, () => ({ project: '甲', date: '2025-05-05' })),
    ),
  'days and projects, each of its own': (n) =>
    roster(
      sections('  授予 每 1 小时 1 学分\n  上限 每项目 3 学分\n  上限 每日 3 学分\n'),
      records(n, (i) => ({ project: `项目${i}` })),
    ),
  'records under sixty crossing caps': (n) =>
    roster(
      `${withForms(60).replace('形式 形x0', '形式 形x0')}要求\n  每年 25 学分\n类别 甲类\n${lines(60, (i) => item(i, '  上限 每年 8 学分 当 合格\n  上限 每项目 5 学分\n'))}`,
      records(n, (i) => ({ form: `形x${i % 60}`, remote: true, passed: true, project: `项目${i >> 2}` })),
    ),
  'records of a cycle': (n) =>
    roster(
      years(sections('  授予 每 1 小时 1 学分\n  上限 每周期 500 学分\n  每周期\n'.replace('  每周期\n', ''))),
      records(n, (i) => ({ date: `${2020 + (i % 6)}-03-05` })),
    ),
  'made up for the year before': (n) =>
    roster(
      `${sections('  授予 每 1 小时 1 学分\n')}补学 次年\n`,
      records(n, (i) => ({ makeup_year: 2025, date: `2026-0${1 + (i % 9)}-05` })),
    ),
  'numbers that cannot be added': (n) =>
    roster(
      sections('  授予 每 1 小时 1000000000 学分\n'),
      records(n, () => ({ hours: '999999999' })),
    ),
} as const satisfies Record<string, (n: number) => GrownRoster>;
