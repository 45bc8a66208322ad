import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type PersonResult } from '../../src/index.ts';
import { differences } from '../support/compared.ts';
import { runs } from '../support/hubeiArbitrary.ts';
import { Random } from '../support/random.ts';
import { type ReferenceResult, reference } from '../support/reference/index.ts';
import { type Bound, inTurn, mostOf, nested, searched } from '../support/reference/most.ts';
import { order, type Rational, rational, shown, sum } from '../support/reference/rational.ts';
import { rawRoster } from '../support/roster.ts';
import { compiledTexts, JUDGED, type Scenario, scenarios } from '../support/rulesetArbitrary.ts';
import type { Flags } from '../support/rulesetWords.ts';

/** Where compiled and reference part, of one that compiles and whose file names no two lines for one record. */
const parted = (
  { texts, choice, roster }: Scenario,
  apart: (found: string) => boolean = () => true,
): readonly string[] => {
  const { plan, ruleSet } = compiledTexts(texts, choice);
  if (!plan || !ruleSet) return [];
  const raw = rawRoster(roster);
  const { results } = evaluate(plan, raw).evaluation;
  return raw.practitioners.flatMap((person, at) => {
    const expected: ReferenceResult = reference(ruleSet, person, JUDGED, choice);
    return expected.several ? [] : differences(results[at] as PersonResult, expected).filter(apart);
  });
};

// A hundred thousand rule files in a long run, whatever it takes.
const LONG = process.env.CME_LONG === '1' ? 5 : 1;
const TIME = 300_000 * 20 * LONG;
// The short run tries the same thousand each time; other seeds are for the long one, which prints its own.
const STEADY = 113865817;

const agree = (flags: Flags, count: number, apart?: (found: string) => boolean): void => {
  fc.assert(
    fc.property(scenarios(flags), (scenario) => {
      expect(parted(scenario, apart)).toEqual([]);
    }),
    { ...runs(count), ...(LONG === 1 ? { seed: STEADY } : {}) },
  );
};

// Which readings a refusal hangs on is told by both, and not by the same rule in every corner of a table.
const besideReadings = (found: string): boolean => !found.startsWith('readings.');

describe('compiled and reference agree on random rule sets', () => {
  test('of every construct', () => agree({}, 600 * LONG, besideReadings), TIME);
  test(
    'with cycles, and minima filled from elsewhere',
    () => agree({ cycles: true, fills: true }, 200 * LONG, besideReadings),
    TIME,
  );
  test('with caps that cross', () => agree({ crossing: true }, 200 * LONG, besideReadings), TIME);
});

describe('the most that caps allow', () => {
  /** Every way to count whole amounts: the greatest total, then the most of the first, of the second … */
  const bruteForce = (
    amounts: readonly number[],
    bounds: readonly { limit: number; of: ReadonlySet<number> }[],
  ): readonly number[] => {
    const ways = amounts.reduce<readonly (readonly number[])[]>(
      (all, amount) => all.flatMap((way) => Array.from({ length: amount + 1 }, (_, counted) => [...way, counted])),
      [[]],
    );
    const total = (way: readonly number[]): number => way.reduce((a, b) => a + b, 0);
    const allowed = ways.filter((way) =>
      bounds.every(({ limit, of }) => total(way.filter((_, at) => of.has(at))) <= limit),
    );
    const [best = []] = allowed.toSorted(
      (a, b) => total(b) - total(a) || b.map((one, at) => one - (a[at] ?? 0)).find((x) => x !== 0) || 0,
    );
    return best;
  };

  const made = (seed: number): { amounts: number[]; bounds: { limit: number; of: Set<number> }[] } => {
    const random = new Random(seed);
    const count = random.int(1, 5);
    const places = Array.from({ length: count }, (_, at) => at);
    // Two families, each of which parts the amounts: any two of one family share nothing.
    const bounds = [0, 1].flatMap(() => {
      const mixed = random.shuffled(places);
      const first = mixed.splice(0, random.int(1, count));
      return [first, mixed].filter((of) => of.length > 0).map((of) => ({ limit: random.int(0, 6), of: new Set(of) }));
    });
    return { amounts: places.map(() => random.int(0, 3)), bounds };
  };

  test('is what trying every way finds', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { amounts, bounds } = made(seed);
        const exact = (numbers: readonly number[]): Rational[] => numbers.map((one) => rational(one));
        const limits: Bound[] = bounds.map(({ limit, of }) => ({ limit: rational(limit), of }));
        const best = bruteForce(amounts, bounds);
        expect(searched(exact(amounts), limits).map(shown)).toEqual(best);
        expect(mostOf(exact(amounts), limits).map(shown)).toEqual(best);
        if (nested(limits)) expect(inTurn(exact(amounts), limits).map(shown)).toEqual(best);
        expect(
          order(sum(searched(exact(amounts), limits)), sum(inTurn(exact(amounts), limits))),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('what once parted the two', () => {
  const scenario = (
    rules: string,
    records: readonly Record<string, string | number | boolean>[],
    person = {},
  ): Scenario => ({
    seed: 0,
    choice: {},
    texts: {
      base: null,
      entry: { file: 'gap.cme', blocks: [{ head: `${rules}\n`, lines: [] }] },
    },
    roster: { year: JUDGED, practitioners: [{ facts: { id: 'p', ...person }, records }] },
  });

  const head = `规则 海岛 island 版本 1
  施行 2028-01-01
活动字段 形式 form
  选项 讲座 lecture、论文 paper
活动字段 远程 remote 是否
活动字段 时长 hours 小数 小时
活动字段 评分 points 小数 学分
人员字段 驻点 rural 是否
`;

  // “What was deemed is under these, not under the caps of its own 条目”: of an earlier year of the cycle, too.
  test('a cap of the cycle looks at no credit that an earlier year deemed', () => {
    const rules = `${head.replace('2028-01-01\n', '2028-01-01\n  周期 3 年\n')}类别 内训
条目 听课
  形式 讲座
  授予 每 3 小时 1 学分
  视同完成 10 学分 当 累计 满 20 天
  上限 每周期 10 学分`;
    const records = [
      { id: 'a', form: 'lecture', start: '2029-01-01', end: '2029-01-31', hours: 0 },
      { id: 'b', form: 'lecture', date: '2030-03-01', hours: 9 },
    ];
    expect(parted(scenario(rules, records))).toEqual([]);
  });

  // “Speak of the same thing (period, subject, unit)”: 内训 and 类别 内训 are one subject.
  test('a subject is the same however it is named', () => {
    const rules = `${head}要求
  每年 内训 不少于 3 学分
要求 驻点人员
  适用 驻点
  每年 类别 内训 不少于 2 学分
类别 内训
条目 听课
  形式 讲座
  授予 评分`;
    expect(parted(scenario(rules, [], { rural: true }))).toEqual([]);
  });

  // “No cap is ever exceeded”: one that stands beside caps that cross.
  test('a cap that is in no knot holds beside one', () => {
    const rules = `${head}类别 内训
  上限 每年 4 学分 当 远程
条目 听课
  形式 讲座
  授予 评分
  上限 每年 2 学分
条目 成文
  形式 论文
  授予 评分
  上限 每日 2 学分 当 并非 远程`;
    expect(parted(scenario(rules, [{ id: 'a', form: 'paper', date: '2030-01-23', points: 3 }]))).toEqual([]);
  });
});
