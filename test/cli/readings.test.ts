import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { world } from './samples.ts';

/** Two readings of which each is not enough alone: one halves the unit, the other admits the second activity. */
const rules = `规则 两难 two 版本 1
  语言 1
  施行 2025-01-01
  上位 全国 1

口径 甲 first
  选项 照旧 no
  选项 改办 yes
  采用 照旧

口径 乙 second
  选项 照旧 no
  选项 改办 yes
  采用 照旧

口径 丙 third
  选项 照旧 no
  选项 改办 yes
  采用 照旧

要求
  每年 5 学分

类别 实践 practice_category

条目 实践活动
  形式 实践活动
  授予 每 2 小时 1 学分
  上限 每年 4 学分 当 甲 是 照旧

条目 论文
  形式 论文
  条件 考核合格 当 乙 是 照旧
  授予 1 学分
  上限 每年 0.5 学分 当 丙 是 改办
`;

const practice = (hours: number) => ({ id: 'a', form: 'practice', date: '2025-03-01', hours });
const paper = { id: 'b', form: 'paper', date: '2025-03-02' };
const people = [
  { id: 'p1', name: '张三', records: [practice(10)] },
  { id: 'p2', records: [practice(9), paper] },
  { id: 'p3', records: [practice(8), paper] },
  { id: 'p4', records: [] },
];
const files = {
  'rules/two.cme': rules.replaceAll('甲', '封顶办法').replaceAll('乙', '论文办法').replaceAll('丙', '备用办法'),
  'two.json': JSON.stringify({ year: 2025, practitioners: people }),
};

const run = (...args: string[]) => cme(['readings', 'two', 'two.json', ...args], { cwd: world(files) });

describe('cme readings', () => {
  test('names who hangs on which reading, and on which two', async () => {
    const { code, stdout, stderr } = await run('--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      in_force: { partial_unit: 'floor', first: 'no', second: 'no', third: 'no' },
      practitioners: 4,
    });
    const told = found.readings.map((one: { code: string; option: string; practitioners: string[] }) => [
      one.code,
      one.option,
      one.practitioners,
    ]);
    expect(told).toEqual([
      ['partial_unit', 'prorate', []],
      ['first', 'yes', ['p1']],
      ['second', 'yes', ['p2', 'p3']],
      ['third', 'yes', []],
    ]);
    expect(found.readings[1]).toMatchObject({
      changed: 1,
      verdicts: { count: 1, met_to_unmet: { count: 0 }, unmet_to_met: { count: 1, practitioners: ['p1'] } },
      shortfalls: 1,
    });
    expect(found.pairs).toEqual([]);
    expect(found.hanging).toEqual({ count: 3, practitioners: ['p1', 'p2', 'p3'] });
    expect(found.without_effect).toEqual(['partial_unit', 'third']);
    expect(found.pairs_tried).toEqual({ tried: 6, of: 6, exhaustive: true });
  });

  test('finds the verdict that takes two readings to change', async () => {
    const harder = files['rules/two.cme'].replace('每年 5 学分', '每年 5.5 学分');
    const cwd = world({ ...files, 'rules/two.cme': harder });
    const { stdout } = await cme(['readings', 'two', 'two.json', '--format', 'json', '--set', '不足单位=折算'], {
      cwd,
    });
    const { pairs, in_force: set, hanging, without_effect: without } = JSON.parse(stdout);
    expect(hanging.practitioners).toContain('p2');
    expect(without).toEqual(['partial_unit', 'third']);
    expect(set.partial_unit).toBe('prorate');
    // 4.5 and 1: each alone gives 4.5 or 5.
    expect(pairs).toMatchObject([
      {
        readings: [
          { code: 'first', option: 'yes' },
          { code: 'second', option: 'yes' },
        ],
        verdicts: { count: 1, unmet_to_met: { practitioners: ['p2'] } },
      },
    ]);
  });

  test('says it in sentences, and says who does not matter', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('改选 封顶办法 改办：1 人由未达标变为达标（p1）');
    expect(stdout).toContain('不影响任何人的结论、学分和所差学分：不足单位 折算、备用办法 改办');
    expect(stdout).toContain('6 对口径都试过');
    expect(stdout).toContain('4 人中有 3 人的结论取决于口径怎么选：p1、p2、p3\n');
    expect(stdout).toMatch(/试下来对谁都没有影响的口径：不足单位、备用办法\n$/);
    expect((await run('--lang', 'en')).stdout).toContain('with 封顶办法 改办: 1 from unmet to met (p1)');
  });

  test('hides ids under --mask', async () => {
    const { stdout } = await run('--mask', '--format', 'json');
    expect(stdout).not.toMatch(/p1|张三/);
    expect(JSON.parse(stdout).readings[1].practitioners).toEqual(['#1']);
  });

  test('ends as eval does with faulty data', async () => {
    const bad = JSON.stringify({
      year: 2025,
      practitioners: [{ id: 'p', records: [{ ...paper, date: '2025-02-30' }] }],
    });
    const cwd = world({ ...files, 'bad.json': bad });
    expect(await cme(['readings', 'two', 'bad.json'], { cwd })).toMatchObject({ code: 1 });
    expect(await cme(['readings', 'two', 'none.json'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  });
});
