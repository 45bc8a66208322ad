import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cme, folder, root } from './cme.ts';
import { world } from './samples.ts';

type Facts = Record<string, unknown>;

const certificate = (credits: number): Facts => ({
  form: 'external_certificate',
  verified: true,
  credits,
  date: '2025-02-01',
});
const practice = (hours: number, date = '2025-03-01'): Facts => ({
  form: 'practice',
  role: 'participant',
  hours,
  date,
});

/** The shipped rules, with one practitioner. */
function hubei(facts: Facts, ...records: readonly Facts[]): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'rules'));
  for (const name of ['hubei', 'national']) {
    copyFileSync(join(root, `rules/${name}.cme`), join(cwd, `rules/${name}.cme`));
  }
  const person = { id: 'p1', ...facts, records: records.map((one, at) => ({ id: `r${at + 1}`, ...one })) };
  writeFileSync(join(cwd, 'p.json'), JSON.stringify({ year: 2025, practitioners: [person] }));
  return cwd;
}

const plan = (cwd: string, ...args: string[]) =>
  cme(['plan', 'hubei', 'p.json', '--practitioner', 'p1', ...args], { cwd });

const json = async (cwd: string, ...args: string[]) => {
  const { code, stdout, stderr } = await plan(cwd, '--format', 'json', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};

const nurse = { institution: 'hospital', personnel: 'nurse' };

describe('cme plan', () => {
  test('what was found without hours is not said to take none', async () => {
    const cwd = world({
      'small.cme': `规则 小例 small 版本 1
  语言 1
  施行 2025-01-01
人员字段 编号 id 文字
活动字段 编号 id 文字
活动字段 形式 form
  选项 论文 paper、笔记 notes、自学 study
活动字段 日期 date 日期
活动字段 远程 remote 是否
活动字段 字数 words 整数 字
活动字段 评定学分 credits 小数 学分
要求
  每年 20 学分
  每年 成果 不少于 3 学分 可由 其他 抵充 不超过 50%
类别 成果
  上限 每年 20 学分
条目 论文
  形式 论文
  授予 1 学分
  只计最高 2 次 每年
条目 笔记
  形式 笔记
  授予 每 1000 字 0.5 学分 按年
类别 其他
条目 自学
  形式 自学
  授予 评定学分
分组 远程
  适用 远程
  上限 每年 6 学分
`,
      'p.json': JSON.stringify({ year: 2025, practitioners: [{ id: 'p1', records: [] }] }),
    });
    const { stdout } = await cme(['plan', 'small.cme', 'p.json', '--practitioner', 'p1'], { cwd });
    expect(stdout).toContain('找到的办法（未穷尽，可能还有更省的），有的活动不按小时计');
    expect(stdout).not.toContain('0 小时');
  });

  test('a nurse of a hospital with 20 credits', async () => {
    const cwd = hubei(nurse, certificate(20));
    const found = await json(cwd);
    expect(found).toMatchObject({
      practitioner: 'p1',
      status: 'unmet',
      shortfall: 5,
      missing: [{ name: '每年 25 学分', clause: '第十二条', unit: 'credits', required: 25, earned: 20, missing: 5 }],
      closes: true,
      exhausted: true,
      // Two credits an hour, of one project: nothing in the rules is quicker.
      hours: 3,
      steps: [{ award: '国家和省级项目', quantity: 3, unit: 'hours', credits: 6, clause: '第十三条（一）1', times: 1 }],
    });
    const { stdout } = await plan(cwd);
    expect(stdout).toContain('p1：2025 年度未达标，已有 20 学分，要求 25，还差 5 学分');
    expect(stdout).toContain('最省时间的办法：合计 3 小时');
    expect(stdout).toContain('推荐项目，参加者，国家级，考核合格：15 小时，得 5 学分');
    // Twenty-five sessions of an hour earn what thirty hours in full units do.
    expect(stdout).toContain('实践活动，参加者：25 小时，分 25 次，得 5 学分');
    expect(stdout).toContain('实践活动，参加者：30 小时，得 5 学分');
    expect((await plan(cwd, '--lang', 'en')).stdout).toContain('The least effort: 3 hours in all');
  });

  test('all self-study is of no use where its ten credits are full', async () => {
    const cwd = hubei(nurse, certificate(10), { form: 'self_study', credits: 12, date: '2025-03-01' });
    const { stdout } = await plan(cwd);
    expect(stdout).toContain(
      '论文、科研项目、著作、科普宣教、考试命题、教学授课、学习笔记：「有计划的自学，每年至多 10 学分（第十三条（七））」已满',
    );
    const { no_help: none, ways } = await json(cwd);
    expect(none).toContainEqual(
      expect.objectContaining({
        award: '著作',
        why: 'cap',
        cap: expect.objectContaining({ clause: expect.any(String) }),
      }),
    );
    expect(ways.map(({ award }: { award: string }) => award)).not.toContain('论文');
  });

  test('practice is full at fifteen, and gives what is left before', async () => {
    const full = await json(hubei(nurse, practice(90)));
    expect(full.shortfall).toBe(10);
    expect(full.no_help.map(({ award }: { award: string }) => award)).toEqual(
      expect.arrayContaining(['省级社团学术活动', '其他实践活动']),
    );
    const cwd = hubei(nurse, practice(78));
    const { stdout } = await plan(cwd);
    expect(stdout).toMatch(
      /其他实践活动（第十三条（五））：.*至多再得 2 学分，受「实践活动，每年至多 15 学分（第十三条（五））」所限/,
    );
  });

  test('three months are no longer to be had in November', async () => {
    const cwd = hubei(nurse, certificate(5), { ...practice(6, '2025-12-20') });
    const found = await json(cwd, '--as-of', '2025-11-22');
    expect(found).toMatchObject({ as_of: '2025-11-22', shortfall: 20, ahead: ['r2'] });
    const late = found.no_help.filter(({ why }: { why: string }) => why === 'days');
    expect(late.map(({ award }: { award: string }) => award)).toEqual(['进修学习', '在职学历教育', '政府指令性任务']);
    const { stdout } = await plan(cwd, '--as-of', '2025-11-22');
    expect(stdout).toContain('截至 2025-11-22，到年底连当天还有 40 天');
    expect(stdout).toContain('2025-11-22 以后的 1 条记录还没有做完，没有计入：r2');
    expect(stdout).toContain('进修学习 视同完成、在职学历教育 视同完成、政府指令性任务 视同完成：到年底的天数不够');
    // Ninety days are left on the third of October, and one day more was enough.
    const inTime = await json(cwd, '--as-of', '2025-10-03');
    expect(inTime.ways).toContainEqual(
      expect.objectContaining({ award: '进修学习', quantity: 90, unit: 'days', closes: true }),
    );
    expect((await json(cwd, '--as-of', '2025-10-04')).ways).not.toContainEqual(
      expect.objectContaining({ award: '进修学习', unit: 'days' }),
    );
  });

  test('of three months, what is left of them', async () => {
    const study = { form: 'advanced_study', employer_approved: true, passed: true, hours: 0 };
    const cwd = hubei(nurse, { ...study, start: '2025-01-01', end: '2025-02-19' });
    const { ways } = await json(cwd, '--as-of', '2025-11-01');
    expect(ways).toContainEqual(
      expect.objectContaining({
        award: '进修学习',
        quantity: 40,
        unit: 'days',
        credits: 25,
        closes: true,
        hours: null,
      }),
    );
  });

  test('a township asks for fifteen', async () => {
    const found = await json(hubei({ institution: 'township_health_center' }, certificate(12)));
    expect(found).toMatchObject({ shortfall: 3, required: 15, hours: 2, missing: [{ name: '基层', missing: 3 }] });
  });

  test('nothing is missing for who is exempt, or has met it', async () => {
    const exempt = hubei({ ...nurse, in_residency: true });
    expect(await json(exempt)).toMatchObject({ status: 'exempt', shortfall: 0, missing: [], steps: [], ways: [] });
    expect((await plan(exempt)).stdout).toBe('p1：2025 年度免除要求（已有 0 学分），不缺什么\n');
    const met = hubei(nurse, certificate(25));
    expect(await json(met)).toMatchObject({ status: 'met', closes: true, hours: 0, steps: [], ways: [], no_help: [] });
    expect((await plan(met)).stdout).toBe('p1：2025 年度已达标（25 学分），不缺什么\n');
  });

  test('class hours counted apart must be filled too', async () => {
    const found = await json(hubei(nurse, certificate(20)), '--set', 'class_hours=separate');
    expect(found.missing).toMatchObject([
      { unit: 'credits', missing: 5, binding: false },
      { unit: 'classHours', missing: 90, binding: true },
    ]);
    // Ninety times forty-five minutes.
    expect(found).toMatchObject({ hours: 67.5, exhausted: true });
  });

  test('the readings in force are the plan’s', async () => {
    const cwd = hubei({ institution: 'community_health_station' }, certificate(15));
    expect((await json(cwd)).shortfall).toBe(10);
    expect((await json(cwd, '--set', 'primary_scope=stations')).status).toBe('met');
  });

  test('ends as explain does where it cannot, or where records are faulty', async () => {
    const cwd = hubei(nurse, { ...practice(6), date: '2025-02-30' });
    expect(await plan(cwd)).toMatchObject({ code: 1, stdout: expect.stringContaining('还差 25 学分') });
    expect(await cme(['plan', 'hubei', 'p.json', '--practitioner', 'p2'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
    });
    for (const day of ['22 Nov', '2025-02-30', '2024-11-22']) {
      expect(await plan(cwd, '--as-of', day)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('--as-of'),
      });
    }
    expect(await cme(['plan', 'hubei', 'p.json'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  });

  test('hides ids under --mask', async () => {
    const { stdout } = await plan(hubei(nurse, certificate(20)), '--mask');
    expect(stdout).not.toContain('p1');
  });
});
