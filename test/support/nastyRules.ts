/** Rule files whose names and texts are made to break out of a text, a name or a comment of some engine, with rosters. */
import { compile, type Plan } from '../../src/index.ts';
import { Random } from './random.ts';
import type { Practitioner } from './roster.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: what a shell would fill in is what is tried
/** What a name may hold: the language refuses ends of line, NUL, half signs and U+FFFD. */
const PIECES = [
  "'",
  "''",
  "\\'",
  '"',
  '""',
  '`',
  '``',
  '\\',
  '\\\\',
  '\\n',
  '\\u0027',
  '--',
  '/*',
  '*/',
  '${HOME}',
  '$$',
  '$1',
  ';',
  '; DROP TABLE records; --',
  "'); DROP TABLE practitioners; --",
  ':name',
  '\\!',
  '{{x}}',
  '%s',
  '@x',
  '\t',
  '\v',
  '\u0001',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\u0301',
  '😀',
  '人',
  'İ',
  'ß',
] as const;
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: to here

/** What looks like a number or a date to some engine, or to some part of one. */
const NUMBERS = [
  '1',
  '2.5',
  '３',
  '1\u0085',
  '1\u2028',
  '1e3',
  '+5',
  '.5',
  '1.',
  '٣',
  '999999999.999999',
  '0x1',
  '-1',
  'NaN',
];
const DATES = [
  '2025-03-11\u0085',
  '２０２５-03-11',
  '2025-02-30',
  '2025-3-1',
  '2024-02-29',
  '20250311',
  '2025-03-11T00:00',
];

export interface Nasty {
  readonly text: string;
  readonly plan: Plan;
  readonly people: readonly Practitioner[];
}

export function nastyRules(seed: number, practitioners = 4): Nasty {
  const random = new Random(seed);
  let count = 0;
  // No space at the ends, which a reader takes away, and each unlike the others whatever the case.
  const name = (): string => {
    count += 1;
    return `甲${Array.from({ length: random.int(1, 4) }, () => random.pick(PIECES)).join('')}${count}`;
  };
  const [field, note, first, second, shape, odd, category, item, other, need, title] = Array.from({ length: 11 }, name);
  const text = `规则 险 risky 版本 1
  名称 「${title}」
  施行 2025-01-01
活动字段 形式 form
  选项 「${first}」、「${second}」
活动字段 「${field}」 小数 小时
活动字段 「${note}」 文字
人员字段 「${shape}」
  选项 「${odd}」、平 flat
类别 「${category}」
  依据 第一条
  上限 每年 4 学分
条目 「${item}」
  形式 「${first}」
  授予 每 1 小时 1 学分
  上限 每项目 3 学分
条目 「${other}」
  形式 「${second}」
  授予 2 学分 当 「${field}」 不少于 1
要求 「${need}」
  适用 「${shape}」 是 「${odd}」
  每年 4 学分
要求
  每年 5 学分
`;
  const { plan, diagnostics } = compile({ file: 'risky.cme', text }, { library: [], readings: {}, findings: 'errors' });
  if (plan === null) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`);
  const fact = (): string => random.pick([first, second, odd, name(), '平', "'", '\\', '1', '2.5'] as const) ?? '';
  const people = Array.from(
    { length: practitioners },
    (): Practitioner => ({
      facts: { [shape ?? '']: random.pick([odd ?? '', 'flat', name()]) },
      records: Array.from({ length: random.int(0, 5) }, (_, at) => ({
        id: `${at}${name()}`,
        form: random.pick([first ?? '', second ?? '', first ?? '', fact()]),
        date: random.chance(20) ? random.pick(DATES) : `2025-0${random.int(1, 9)}-11`,
        project: random.pick([name(), 'x', '']),
        [field ?? '']: random.pick([...NUMBERS, fact()]),
        [note ?? '']: fact(),
      })),
    }),
  );
  return { text, plan, people };
}
