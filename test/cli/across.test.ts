import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { demo2025, world } from './samples.ts';

const north = demo2025
  .replace('规则 示例 demo', '规则 北省 north')
  .replace('每年 6 学分', '每年 3 学分')
  .replace('用例 「四小时」', '用例 「四小时，封顶」');
const island = `规则 海岛 island 版本 1
  语言 1
  施行 2020-01-01
活动字段 编号 id 文字
活动字段 形式 form
  选项 实践活动 practice
要求
  每年 1 学分
类别 实践 talks
条目 实践
  形式 实践活动
  授予 1 学分
`;
const home = (): string => world({ 'rules/north.cme': north, 'rules/island.cme': island });

describe('cme across', () => {
  test('holds one practitioner under each, and names the clause that makes the difference', async () => {
    const { code, stdout } = await cme(['across', 'demo', 'north', 'roster.json', '--practitioner', 'p1'], {
      cwd: home(),
    });
    expect(stdout).toMatch(/学分 +6 +3/);
    expect(stdout).toContain('北省 2025 与 示例 2025 相比：学分 -3，要求 0');
    expect(stdout).toMatch(/北省 2025：.*上限 每年 3 学分/);
    expect(code).toBe(0);
  });

  test('says what a rule set does not know, and does not guess', async () => {
    const args = ['across', 'demo', 'island', 'roster.json', '--practitioner', 'p1'];
    const { stdout } = await cme(args, { cwd: home() });
    expect(stdout).toContain('海岛 1 没有这些字段，没有用到，也没有猜：机构类别、时长、考核合格');
    const { stdout: json } = await cme([...args, '--format', 'json'], { cwd: home() });
    const told = JSON.parse(json);
    expect(told).toMatchObject({ year: 2025, practitioner: 'p1', apart: [{ side: 1 }] });
    expect(told.sides[1].strange.map(({ key }: { key: string }) => key)).toContain('hours');
    expect(told.sides[0].result).not.toHaveProperty('steps');
  });

  test('counts a whole roster, and lists whom they do not judge alike', async () => {
    const args = ['across', 'demo', 'north', 'roster.json'];
    const { code, stdout } = await cme(args, { cwd: home() });
    expect(stdout).toMatch(/示例 2025 +1 +1 +0/);
    expect(stdout).toMatch(/北省 2025 +0 +2 +0/);
    expect(stdout).toMatch(/p1 +达标 6 +未达标 3/);
    expect(code).toBe(0);
    const { stdout: json } = await cme([...args, '--format', 'json'], { cwd: home() });
    expect(JSON.parse(json).divided).toEqual([{ practitioner: 'p1', status: ['met', 'unmet'], credits: [6, 3] }]);
  });

  test('wants two rule sets and a roster', async () => {
    const cwd = home();
    for (const args of [['demo', 'roster.json'], ['roster.json'], Array.from({ length: 10 }, () => 'demo')]) {
      expect(await cme(['across', ...args], { cwd })).toMatchObject({ code: 2 });
    }
    const args = ['across', 'demo', 'north', 'roster.json', '--practitioner', 'p9'];
    expect(await cme(args, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('p9') });
    expect(await cme(['across', 'demo', 'none', 'roster.json'], { cwd })).toMatchObject({ code: 2 });
  });
});
