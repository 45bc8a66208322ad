import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { base, world } from './samples.ts';

/** A baseline with rules of its own, and a province that changes them in several ways. */
const nation = base
  .replace('规则 全国 base', '规则 上级 nation')
  .concat(
    '\n要求\n  开放 从严\n  每年 5 学分\n\n类别 实践 practice_category\n  开放 增补\n  上限 每年 10 学分\n',
    '\n条目 实践活动\n  形式 实践活动\n  条件 考核合格\n  授予 每 2 小时 1 学分\n',
  );
const province = (more: string): string =>
  `规则 甲省 first 版本 2025\n  语言 1\n  施行 2025-01-01\n  上位 上级 1\n\n${more}`;
const kept = province('要求\n  每年 6 学分\n');
const loosened = province(
  '要求\n  每年 4 学分\n\n类别 实践\n  上限 每年 10 学分\n\n条目 论文\n  依据 第三条\n  形式 论文\n  授予 1 学分\n',
);
const files = {
  'rules/nation.cme': nation,
  'kept.cme': kept,
  'loosened.cme': loosened,
  'broken.cme': province('要求\n  每年 六 学分吗\n'),
};
const run = (...args: string[]) => cme(['conform', ...args], { cwd: world(files) });

describe('cme conform', () => {
  test('ends with 0 where the baseline allows all that differs', async () => {
    const { code, stdout, stderr } = await run('kept.cme');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^甲省 2025 对照 上级 1：不允许的 0 处，允许的差别 1 处，一致的 \d+ 处\n/);
    expect(stdout).toMatch(/▼ 收紧 {2}要求／每年/);
    expect(stdout).toContain('上级：每年 5 学分');
    expect(stdout).toContain('甲省：每年 6 学分');
    expect(stdout).not.toContain('例如');
    expect((await run('kept.cme', '--all')).stdout).toContain('例如 20');
  });

  test('ends with 1 where it does not, says why, and shows for whom', async () => {
    const { code, stdout } = await run('loosened.cme');
    expect(code).toBe(1);
    expect(stdout).toContain('不允许的 1 处，允许的差别 1 处');
    expect(stdout).toMatch(/一、不允许的\n\n▲ 放宽 {2}要求／每年/);
    expect(stdout).toMatch(/这一处照上级：4.*未达标，差 1；照甲省：4.*达标/);
    expect(stdout).toContain('上级在这一节没有写「开放 自定」，不能放宽');
    expect(stdout).toMatch(/二、允许的差别\n\n＋ 增加（放宽） {2}类别 实践／条目 论文（第三条）/);
  });

  test('says it in English', async () => {
    const { stdout } = await run('loosened.cme', '--lang', 'en');
    expect(stdout).toMatch(/^甲省 2025 against 上级 1: 1 not allowed, 1 differences that are, \d+ the same\n/);
    expect(stdout).toContain('has no 开放 自定 in this section');
    expect(stdout).not.toMatch(/不允许|照上级/);
  });

  test('has the JSON of the contract', async () => {
    const { code, stdout } = await run('loosened.cme', '--format', 'json');
    expect(code).toBe(1);
    const { points, baseline, province: upon, exhausted } = JSON.parse(stdout);
    expect([baseline.code, upon.code, exhausted]).toEqual(['nation', 'first', true]);
    for (const one of points) {
      expect(one).toEqual(
        expect.objectContaining({
          path: expect.any(String),
          relation: expect.stringMatching(/^(same|stricter|looser|added|missing)$/),
          allowed: expect.any(Boolean),
        }),
      );
      expect([one.baseline, one.province, one.clause].every((text) => text === null || typeof text === 'string')).toBe(
        true,
      );
      expect(one.baseline === null).toBe(one.relation === 'added');
      expect(one.province === null).toBe(one.relation === 'missing');
    }
    const refused = points.filter(({ allowed }: { allowed: boolean }) => !allowed);
    expect(refused).toMatchObject([
      {
        path: '要求／每年',
        relation: 'looser',
        effect: 'looser',
        witness: { before: { status: 'unmet' }, after: { status: 'met' } },
      },
    ]);
    const { witness } = refused[0];
    const roster = JSON.stringify({ year: witness.year, practitioners: [witness.practitioner] });
    const judged = await cme(['eval', 'loosened.cme', 'w.json', '--format', 'json'], {
      cwd: world({ ...files, 'w.json': roster }),
    });
    expect(JSON.parse(judged.stdout).results[0]).toMatchObject(witness.after);
  });

  test.each([
    ['rules without a baseline', ['nation'], 2, '没有上位规则'],
    ['an unknown name', ['nowhere'], 2, 'nowhere'],
    ['no name', [], 2, 'rules'],
    ['rules with an error', ['broken.cme'], 1, 'broken.cme:'],
  ])('%s', async (_, args, code, told) => {
    const found = await run(...args);
    expect(found).toMatchObject({ code, stdout: '' });
    expect(found.stderr).toContain(told);
  });
});
