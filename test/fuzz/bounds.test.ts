/** Every bound has its message, and what lies within it goes through; whatever grows, nothing breaks. */
import { describe, expect, test } from 'vitest';
import { type Compiled, compile, evaluate } from '../../src/index.ts';
import { MOST } from '../../src/language/limits.ts';
import { boundCodes } from '../../src/model/codes/bounds.ts';
import { type Grown, grownFiles, grownRosters } from '../support/grown.ts';
import { sayable, through } from '../support/whole.ts';

const long = process.env.CME_LONG === '1';

const compiled = ({ text, under }: Grown): Compiled =>
  compile({ file: 'grown.cme', text }, { library: under === undefined ? [] : [{ file: 'under.cme', text: under }] });
const codesOf = (grown: Grown): string[] => compiled(grown).diagnostics.map(({ code }) => code);
/** The text that a finding underlines, its first line. */
const underlined = (grown: Grown, code: string): string | undefined => {
  const found = compiled(grown).diagnostics.find((one) => one.code === code);
  return found && grown.text.slice(found.span.start, found.span.end).split('\n')[0];
};

const head = '规则 甲乙 large 版本 1\n  施行 2025-01-01\n';
const many = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('\n');

interface Bound {
  readonly name: string;
  readonly code: keyof typeof boundCodes;
  /** So many are well. */
  readonly most: number;
  /** So many more are not; one unless said. */
  readonly more?: number;
  readonly of: (n: number) => Grown;
  /** What the message underlines. */
  readonly at: string;
}

const item = '类别 甲类\n条目 丙丁\n';
const either = (n: number): string => Array.from({ length: n }, () => '远程').join(' 或 ');
const remote = '活动字段 远程 remote 是否\n';

const bounds: readonly Bound[] = [
  {
    name: 'digits of a number',
    code: 'CME126',
    most: 30,
    of: (n) => ({ text: `${head}${item}  授予 0.${'0'.repeat(n - 3)}1 学分` }),
    at: `0.${'0'.repeat(28)}1`,
  },
  {
    name: 'parts of a condition',
    code: 'CME127',
    most: MOST.parts,
    of: (n) => ({ text: `${head}${remote}${item}  授予 1 学分 当 ${either(n)}` }),
    at: '远程 或',
  },
  { name: 'parts of a group with its members', code: 'CME127', most: 5 * MOST.parts, of: groups, at: '组末' },
  {
    name: 'fields',
    code: 'CME365',
    most: MOST.fields,
    of: (n) => ({ text: head + many(n, (i) => `活动字段 字段x${i} f${i} 是否`) }),
    at: '活动字段 字段x1000',
  },
  { name: 'readings', code: 'CME365', most: MOST.readings, of: grownFiles.readings, at: '口径 口径x1000' },
  {
    name: 'categories and items',
    code: 'CME365',
    most: MOST.items,
    of: (n) => grownFiles.items(n - 1),
    at: '条目 条x1999',
  },
  { name: 'groups', code: 'CME365', most: MOST.groups, of: grownFiles['groups of all'], at: '分组 组x200' },
  {
    name: 'requirements',
    code: 'CME365',
    most: MOST.requirements,
    of: grownFiles['requirements without a condition'],
    at: '要求 要x200',
  },
  { name: 'notices', code: 'CME365', most: MOST.notices, of: grownFiles.notices, at: '提示 「第1000」 当 远程' },
  { name: 'caps', code: 'CME365', most: MOST.caps, of: grownFiles['items with caps'], at: '上限 每年 5 学分' },
  {
    name: 'lines of requirements',
    code: 'CME365',
    most: MOST.demands,
    of: (n) => {
      const under = (i: number): number => (i < 9 ? 100 : n - 900);
      const line = (at: number): string => `  每年 ${at} 学分`;
      return { text: head + many(10, (i) => `要求 要求x${i}\n${many(under(i), (j) => line(i * 100 + j))}`) };
    },
    at: '每年 1000 学分',
  },
  {
    name: 'lines of one section',
    code: 'CME366',
    most: MOST.lines,
    of: grownFiles['awards of one item'],
    at: '条目 全部 all',
  },
  {
    name: 'clauses',
    code: 'CME367',
    most: MOST.clauses,
    of: (n) => ({ text: `${head}  条款 ${Array.from({ length: n }, (_, i) => `（${i}）`).join('、')}` }),
    at: '（0）',
  },
  {
    name: 'lines that are read again',
    code: 'CME510',
    most: 430,
    more: 20,
    of: grownFiles['options of one reading'],
    at: '哪种',
  },
  {
    name: 'cells of tables',
    code: 'CME511',
    most: 416, // each stands against 600 rows of two cells
    of: (n) => {
      const row = (i: number): string => `    | ${i < n ? '其他' : i} | 1 |`;
      const field = '活动字段 排名 rank 整数\n';
      return { text: `${head}${field}${item}  授予表\n    | 排名 | 学分 |\n${many(600, row)}` };
    },
    at: '授予表',
  },
  {
    name: 'records of examples',
    code: 'CME512',
    most: MOST.examples,
    more: 100,
    of: (n) => {
      const rows = many(n / 100 - 1, (i) => `    | ${i} | 1 |`);
      const table = `用例表 「例」\n${many(100, () => '  活动 远程')}\n    | 编号 | 期望 |\n${rows}`;
      return { text: `${head}${remote}${item}  授予 1 学分\n${table}` };
    },
    at: '用例表 「例」',
  },
];

function groups(n: number): Grown {
  const parts = (count: number): string => `  适用 ${Array.from({ length: count }, () => '远程').join(' 或 ')}\n`;
  const each = many(10, (i) => `分组 组x${i}\n  成员 ${i === 0 ? '类别 甲类' : `分组 组x${i - 1}`}\n${parts(98)}`);
  return {
    text: `${head}活动字段 远程 remote 是否\n类别 甲类\n条目 丙丁\n  授予 1 学分\n${each}\n分组 组末\n  成员 分组 组x9\n${parts(n - 991)}`,
  };
}

describe('a bound', () => {
  test.each(bounds)('$name: $most, and one more', ({ code, most, more = 1, of, at }) => {
    expect(codesOf(of(most))).not.toContain(code);
    const over = of(most + more);
    expect(codesOf(over)).toContain(code);
    expect(underlined(over, code)).toContain(at);
  });

  test.each(Object.keys(boundCodes) as (keyof typeof boundCodes)[])(
    '%s is one of these, or has a test of its own',
    (code) => {
      expect(['CME211', 'CME212', ...bounds.map((bound) => bound.code)]).toContain(code);
    },
  );

  test('a group that holds itself is refused', () => {
    const text = `${head}类别 甲类\n条目 丙丁\n  授予 1 学分\n分组 组甲\n  成员 分组 组乙\n分组 组乙\n  成员 分组 组甲\n  上限 每年 5 学分`;
    expect(codesOf({ text })).toEqual(['CME212']);
  });

  test('records under crossing caps', () => {
    const make = grownRosters['one day and one project'];
    const judged = (n: number) => {
      const { text, ...roster } = make(n);
      const { plan } = compiled({ text });
      if (plan === null) throw new Error('no plan');
      return evaluate(plan, roster);
    };
    const { evaluation, findings } = judged(5001);
    expect(findings.map(({ code }) => code)).toEqual(['CME922']);
    expect(evaluation.results[0]?.records.every(({ reason }) => reason === 'invalid')).toBe(true);
    findings.forEach(sayable);
    if (long) expect(judged(5000).findings).toEqual([]);
  });
});

describe('what grows goes through', () => {
  const n = long ? 1900 : 150;
  test.each(Object.entries(grownFiles))('%s', (_, make) => {
    const { text, under }: Grown = make(n);
    through({ file: 'grown.cme', text }, { library: under === undefined ? [] : [{ file: 'under.cme', text: under }] });
  });

  // Up to the most that a file may hold: seconds at most, which a machine with other work may stretch.
  test.runIf(long).each(Object.entries(grownFiles))('%s, to the last byte', (_, make) => {
    let size = 125;
    for (let next = make(2 * size); Buffer.byteLength(next.text) < 1_000_000 && size < 300_000; next = make(2 * size))
      size *= 2;
    const start = performance.now();
    compiled(make(size));
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test.each(Object.entries(grownRosters))('%s', (_, make) => {
    const { text, ...roster } = make(200);
    const { plan, diagnostics } = compiled({ text });
    if (plan === null) throw new Error(JSON.stringify(diagnostics));
    const { evaluation, findings } = evaluate(plan, roster, { explain: true });
    findings.forEach(sayable);
    expect(evaluation.results).toHaveLength(roster.practitioners.length);
  });
});

test('an amount that could not be shown exactly is refused where it is written', () => {
  const of = (line: string): string[] => codesOf({ text: `${head}${item}  授予 1 学分\n要求\n  ${line}` });
  expect(of('每年 45035996273704.96 学分')).toEqual([]);
  expect(of('每年 45035996273704.97 学分')).toEqual(['CME418']);
  expect(of('每年 45035996273704 次')).toEqual([]);
  expect(of('每年 45035996273705 次')).toEqual(['CME418']);
});
