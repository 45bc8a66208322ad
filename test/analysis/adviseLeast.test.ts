import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise, compile, evaluator, type Plan, personOf, type RawFacts, type RawPerson } from '../../src/index.ts';
import { runs } from '../support/hubeiArbitrary.ts';

/** Small rules with what makes a plan hard: caps of projects, of years, of what is remote; pools, flat awards, a subject. */
interface Rules {
  readonly required: number;
  readonly talk: number;
  readonly talkCap: number;
  readonly remoteCap: number;
  readonly pool: number;
  readonly flat: string;
  readonly yearCap: number;
  readonly subject: string;
}

const rulesOf = ({
  required,
  talk,
  talkCap,
  remoteCap,
  pool,
  flat,
  yearCap,
  subject,
}: Rules): string => `规则 小例 small 版本 1
  语言 1
  施行 2025-01-01
  尾数 舍去

人员字段 编号 id 文字

活动字段 编号 id 文字
活动字段 形式 form
  选项 讲座 talk、研修 study、实践 practice
活动字段 日期 date 日期
活动字段 项目编号 project 文字
活动字段 时长 hours 小数 小时
活动字段 远程 remote 是否

要求
  每年 ${required} 学分
${subject}
类别 课程 courses
  上限 每年 ${yearCap} 学分

条目 讲座
  形式 讲座
  授予 每 ${talk} 小时 1 学分 按 项目
  上限 每项目 ${talkCap} 学分
  上限 每年 ${remoteCap} 学分 当 远程

条目 研修
  形式 研修
  授予 每 ${pool} 小时 1 学分 按年

类别 实践活动

条目 实践
  形式 实践
  授予 ${flat} 学分 当 时长 不少于 1 小时 且 时长 少于 4 小时
  授予 每 4 小时 1.5 学分 当 时长 不少于 4 小时
  上限 每年 2 学分
`;

const planOf = (rules: Rules): Plan => {
  const { plan, diagnostics } = compile({ file: 'small.cme', text: rulesOf(rules) });
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

const smallRules: fc.Arbitrary<Rules> = fc.record({
  required: fc.constantFrom(1, 2, 2.5, 3, 4),
  talk: fc.integer({ min: 1, max: 3 }),
  talkCap: fc.constantFrom(1, 1.5, 2),
  remoteCap: fc.constantFrom(0.5, 1),
  pool: fc.integer({ min: 1, max: 4 }),
  flat: fc.constantFrom('0.2', '0.5', '0.7'),
  yearCap: fc.constantFrom(1, 2, 2.5, 9),
  subject: fc.constantFrom(
    '',
    '',
    '  每年 实践活动 不少于 1 学分\n',
    '  每年 讲座 不少于 1 次\n',
    '  每年 课程 不超过 2 学分\n',
  ),
});

const done = fc.array(
  fc.record({
    form: fc.constantFrom('talk', 'study', 'practice'),
    hours: fc.integer({ min: 1, max: 5 }),
    remote: fc.boolean(),
    project: fc.constantFrom('a', 'b'),
    date: fc.constant('2025-03-01'),
  }),
  { maxLength: 3 },
);

const MOST_HOURS = 8;

/** Every record that one may do, by its hours: nothing of how the advice looks for them. */
const menu = Array.from({ length: MOST_HOURS }, (_, at) => at + 1).flatMap((hours) =>
  ['talk', 'study', 'practice'].flatMap((form) =>
    (form === 'talk' ? [false, true] : [false]).map((remote) => ({ form, hours, remote })),
  ),
);

/** The fewest hours with which some records close the gap: all collections of records are tried, by their hours. */
const fewestHours = (plan: Plan, person: RawPerson): number | null => {
  const judge = evaluator(plan);
  const recordOf = (place: number, at: number): RawFacts => {
    const { form, hours, remote } = menu[place] as (typeof menu)[number];
    return new Map(Object.entries({ id: `new ${at}`, project: `new ${at}`, date: '2025-12-31', form, hours, remote }));
  };
  const closes = (places: readonly number[]): boolean =>
    judge({ ...person, records: [...person.records, ...places.map(recordOf)] }, 2025).result.status === 'met';
  const some = (places: readonly number[], from: number, left: number): boolean => {
    if (left === 0) return closes(places);
    for (let place = from; place < menu.length; place += 1) {
      const { hours } = menu[place] as (typeof menu)[number];
      if (hours <= left && some([...places, place], place, left - hours)) return true;
    }
    return false;
  };
  for (let hours = 0; hours <= MOST_HOURS; hours += 1) if (some([], 0, hours)) return hours;
  return null;
};

describe('the least effort is the least', () => {
  test('as trying everything finds it', () => {
    let proven = 0;
    fc.assert(
      fc.property(smallRules, done, (rules, records) => {
        const plan = planOf(rules);
        const person = personOf({ id: 'p', records: records.map((one, at) => ({ id: `r${at}`, ...one })) });
        const advice = advise(plan, person, 2025);
        const fewest = fewestHours(plan, person);
        const hours = advice?.least?.steps.reduce((sum, one) => sum + (one.hours ?? Number.NaN), 0);
        const said = hours === undefined ? null : hours / 1_000_000;
        if (advice?.proven === true) proven += 1;
        if (said === null) {
          if (advice?.proven === true) expect(fewest).toBeNull();
          return;
        }
        // Beyond so many hours nothing was tried.
        if (fewest === null) expect(said).toBeGreaterThan(MOST_HOURS);
        else if (advice?.proven === true) expect(said).toBe(fewest);
        else expect(said).toBeGreaterThanOrEqual(fewest);
      }),
      runs(25),
    );
    expect(proven).toBeGreaterThan(12);
  });

  // The limit of a project leaves the next project its own, and does so where it crosses another limit.
  test('many projects under a limit of each', () => {
    const text = `规则 小例 small 版本 1
  语言 1
  施行 2025-01-01
  周期 2 年
  尾数 舍去

人员字段 编号 id 文字

活动字段 编号 id 文字
活动字段 形式 form
  选项 听讲 talk、主讲 teaching、论文 paper
活动字段 日期 date 日期
活动字段 项目编号 project 文字
活动字段 时长 hours 小数 小时

分组 合组
  上限 每年 14 学分

要求
  每年 12 学分

类别 课程

条目 讲座
  形式 听讲、主讲
  授予 每 45 分钟 1.5 学分 按年 当 形式 是 听讲
  授予 每 2.5 小时 3 学分 当 形式 是 主讲
  上限 每项目 2 学分
  上限 每周期 6 学分

条目 论文
  形式 论文
  授予 每 3 小时 1 学分
`;
    const { plan, diagnostics } = compile({ file: 'small.cme', text });
    if (plan === null) throw new Error(JSON.stringify(diagnostics));
    expect(plan.caps.some(({ per, crossing }) => per === 'project' && crossing !== null)).toBe(true);
    const advice = advise(plan, personOf({ id: 'p', records: [] }), 2025);
    const hours = advice?.least?.steps.map((one) => (one.hours ?? 0) / 1_000_000);
    // As far as the limit of the cycle goes: 1.5 hours of listening, and two projects of 2.5 hours.
    expect(hours).toEqual([18, 1.5, 5]);
  });

  // Not hour by hour: three of any length are as good as the whole.
  test('a number of times that completes all', () => {
    const text = `规则 小例 small 版本 1
  语言 1
  施行 2025-01-01

活动字段 时长 hours 小数 小时

要求
  每年 8 学分

类别 课程

条目 讲座
  授予 每 6 小时 1 学分 尾数 折算 到 0.1 学分
  视同完成 10 学分 当 累计 满 3 次
`;
    const { plan, diagnostics } = compile({ file: 'small.cme', text });
    if (plan === null) throw new Error(JSON.stringify(diagnostics));
    const advice = advise(plan, personOf({ id: 'p', records: [] }), 2025);
    expect(advice?.least?.steps).toMatchObject([{ hours: 3_000_000, times: 3, credits: 1000 }]);
    expect([advice?.proven, advice?.useless]).toEqual([false, []]);
  });
});
