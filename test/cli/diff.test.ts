import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { texts } from '../support/hubeiRules.ts';
import { cme } from './cme.ts';
import { base, demo2025, world } from './samples.ts';

const draft = (from: string, to: string): Record<string, string> => ({
  'draft.cme': demo2025.replace(from, to),
});

const practice = (id: string, hours: number, passed = true) => ({
  id,
  form: 'practice',
  date: '2025-03-01',
  hours,
  passed,
});
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `person-${at + 1}`,
    name: `李${'一二三四五六七八九十'[at % 10]}`,
    records: [practice('a', (at % 12) + 1), practice('b', at % 5, at % 3 > 0)],
  }));
const crowd = (count = 40): Record<string, string> => ({
  'crowd.json': JSON.stringify({ year: 2025, practitioners: people(count) }),
});

/** With the files of the small world, and these. */
const inWorld = (files: Readonly<Record<string, string>>) => {
  const cwd = world(files);
  return (...args: string[]) => cme(['diff', ...args], { cwd });
};

const json = async (run: ReturnType<typeof inWorld>, ...args: string[]) => {
  const { stdout, ...rest } = await run(...args, '--format', 'json');
  return { ...JSON.parse(stdout), ...rest };
};

describe('cme diff', () => {
  test('finds nothing between equal sides, however they are written', async () => {
    const run = inWorld({ 'draft.cme': demo2025.replace('要求\n', '# 每人每年\n\n要求\n') });
    expect(await run('demo', 'draft.cme')).toEqual({ code: 0, stdout: '两边含义相同\n', stderr: '' });
    expect(await json(run, 'demo', 'demo')).toMatchObject({ changes: [], equivalent: true, code: 0 });
    expect((await run('demo', 'demo', '--lang', 'en')).stdout).toBe('both sides mean the same\n');
  });

  test('ends with 1 where the meaning differs, and shows for whom', async () => {
    const run = inWorld(draft('每 2 小时 1 学分', '每 3 小时 1 学分'));
    const { code, changes, equivalent } = await json(run, 'rules/demo-2025.cme', 'draft.cme');
    expect({ code, equivalent, effects: changes.map((one: { effect: string }) => one.effect) }).toEqual({
      code: 1,
      equivalent: false,
      effects: ['stricter'],
    });
    const [{ kind, before, after, witness }] = changes;
    expect({ kind, before, after }).toEqual({
      kind: 'award',
      before: '授予 每 2 小时 1 学分',
      after: '授予 每 3 小时 1 学分',
    });
    expect(Object.keys(witness)).toEqual(['year', 'practitioner', 'before', 'after']);
    expect(Object.keys(witness.after).sort()).toEqual(['credits', 'required', 'shortfall', 'status']);
    const { stdout } = await run('rules/demo-2025.cme', 'draft.cme');
    expect(stdout).toMatch(/^收紧 1 处\n/);
    expect(stdout).toMatch(/▼ 收紧 {2}.*实践活动/);
    expect(stdout).toContain('原：授予 每 2 小时 1 学分');
    expect(stdout).toMatch(/例如 20\d\d 年：/);
  });

  test('gives a witness that cme eval takes, and that both sides judge as it says', async () => {
    const files = draft('每 2 小时 1 学分', '每 3 小时 1 学分');
    const run = inWorld(files);
    const { changes } = await json(run, 'rules/demo-2025.cme', 'draft.cme');
    const [{ witness }] = changes;
    const roster = JSON.stringify({ year: witness.year, practitioners: [witness.practitioner] });
    const cwd = world({ ...files, 'witness.json': roster });
    for (const [side, told] of [
      ['rules/demo-2025.cme', witness.before],
      ['draft.cme', witness.after],
    ]) {
      const { stdout } = await cme(['eval', side, 'witness.json', '--format', 'json'], { cwd });
      expect(JSON.parse(stdout).results[0]).toMatchObject(told);
    }
  });

  test('counts what has no effect, lists it on demand, and ends with 0', async () => {
    const run = inWorld(draft('条目 实践活动', '条目 各类实践'));
    const { code, stdout } = await run('demo', 'draft.cme');
    expect([code, stdout]).toEqual([0, '含义相同：1 处改动都不影响结果\n']);
    expect((await run('demo', 'draft.cme', '--all')).stdout).toMatch(/○ 不影响结果 {2}.*各类实践/);
    const found = await json(run, 'demo', 'draft.cme');
    expect(found).toMatchObject({ code: 0, equivalent: true, changes: [{ effect: 'neutral' }] });
    expect((await run('demo', 'draft.cme', '--fail-on', 'neutral')).code).toBe(1);
  });

  test('says how far the proof goes where a witness does not', async () => {
    const hubei = (from: string, to: string) =>
      inWorld({
        'rules/national.cme': texts.national,
        'old.cme': texts.hubei,
        'new.cme': texts.hubei.replace(from, to),
      })('old.cme', 'new.cme');
    const open = await hubei('  条件 单位批准\n', '  条件 单位批准 或 职称 是 高级\n');
    expect(open.stdout).toMatch(/？ 无法判定.*例如.*上例的结果不同/s);
    expect(open.stdout).not.toContain('既没有找到结果不同的人');
    const most = await hubei('  每年 25 学分\n', '  每年 25 学分\n  每年 继续医学教育项目 不超过 20 学分\n');
    expect(most.stdout).toMatch(/▼ 收紧.*已证明没有人因此得益；实际受损的人没有找到/s);
    // A range that two rows share out: what one row loses the other gives, and the witness of the one is not of both.
    const shared = await hubei('= 2～4', '= 2～5');
    expect(shared.stdout).toMatch(/▼ 收紧.*署名排名 5，已结题\n\s+原来 4 学分.*只改这一处，0 学分/s);
  });

  test('puts what costs people first, and shows both ways of a change that goes both ways', async () => {
    const both = draft('授予 每 2 小时 1 学分', '授予 每 3 小时 1.5 学分');
    both['draft.cme'] = (both['draft.cme'] ?? '').replace('每年 5 学分', '每年 4 学分');
    const run = inWorld(both);
    const { stdout } = await run('rules/demo-2025.cme', 'draft.cme');
    expect(stdout).toMatch(/^放宽 1 处、有增有减 1 处\n/);
    expect(stdout.indexOf('◆ 有增有减')).toBeLessThan(stdout.indexOf('▲ 放宽'));
    expect(stdout).toContain('也有人得益：');
    const { changes } = await json(run, 'rules/demo-2025.cme', 'draft.cme');
    const { witness, counter } = changes.find(({ effect }: { effect: string }) => effect === 'mixed');
    expect(witness.after.credits).toBeLessThan(witness.before.credits);
    expect(counter.after.credits).toBeGreaterThan(counter.before.credits);
  });

  test('narrows what it fails on', async () => {
    const run = inWorld(draft('每 2 小时 1 学分', '每 3 小时 1 学分'));
    const code = async (...effects: string[]) =>
      (await run('demo', 'draft.cme', ...effects.flatMap((one) => ['--fail-on', one]))).code;
    expect(await code('收紧')).toBe(1);
    expect(await code('stricter')).toBe(1);
    expect(await code('放宽')).toBe(0);
    expect(await code('looser,收紧')).toBe(1);
    expect(await code('放宽', '有增有减')).toBe(0);
    const { stderr, ...bad } = await run('demo', 'draft.cme', '--fail-on', '加严');
    expect({ bad, told: stderr.includes('收紧') }).toEqual({ bad: { code: 2, stdout: '' }, told: true });
  });
});

describe('a side that cannot be read', () => {
  const broken = demo2025.replace('每 2 小时 1 学分', '每 2 小时 1 分').replace('形式 实践活动、论文', '形式 歌舞');

  test.each([
    ['the new one', ['demo', 'draft.cme']],
    ['the old one', ['draft.cme', 'demo']],
    ['both', ['draft.cme', 'draft.cme']],
    ['as JSON', ['demo', 'draft.cme', '--format', 'json']],
    ['with data', ['demo', 'draft.cme', '--data', 'roster.json']],
  ])('gives no result: %s', async (_, args) => {
    const { code, stdout, stderr } = await inWorld({ 'draft.cme': broken })(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('无法比较：draft.cme');
    expect(stderr).toMatch(/draft\.cme:\d+:\d+/);
  });

  test.each([
    ['a missing file', ['demo', 'none.cme'], 'none.cme'],
    ['an unknown code', ['demo', 'dmo'], '是不是「demo」'],
    ['one side only', ['demo'], 'new'],
    ['a year that is none', ['demo', 'demo', '--year', 'abc'], 'abc'],
    ['a missing roster', ['demo', 'demo', '--data', 'none.json'], 'none.json'],
    ['practitioners without data', ['demo', 'demo', '--practitioners', 'p.csv'], '--data'],
    ['an unknown reading', ['demo', 'demo', '--set', 'nope=floor'], 'nope'],
  ])('%s', async (_, args, told) => {
    const { code, stdout, stderr } = await inWorld({})(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
  });
});

describe('sides', () => {
  test('of an earlier revision stand on the baseline of then', async () => {
    const cwd = world();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'init.defaultBranch=main', ...args], {
        cwd,
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    writeFileSync(join(cwd, 'rules/base.cme'), base.replace('采用 舍去', '采用 折算'));
    const run = (...args: string[]) => cme(['diff', ...args, '--format', 'json'], { cwd });
    const then = 'HEAD:rules/demo-2025.cme';
    const changed = await run(then, 'rules/demo-2025.cme');
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout).equivalent).toBe(false);
    expect((await run(then, 'HEAD:./rules/demo-2025.cme')).code).toBe(0);
    // Under the option of then, both mean the same.
    expect((await run(then, 'rules/demo-2025.cme', '--set', 'partial_unit=floor')).code).toBe(0);
    expect(await run(then, 'NOPE:rules/demo-2025.cme')).toMatchObject({ code: 2, stdout: '' });
  });

  test('named by code are of the year; versions and paths are what they are', async () => {
    const run = inWorld({});
    expect((await run('demo', 'demo@2024')).code).toBe(1);
    expect((await run('demo', 'demo@2024', '--year', '2024')).code).toBe(0);
    expect(await run('demo@2024', 'rules/demo-2025.cme', '--year', '2025')).toMatchObject({ code: 1, stderr: '' });
  });
});

describe('the effect on a roster', () => {
  const files = { ...draft('每年 5 学分', '每年 4 学分'), ...crowd() };
  files['draft.cme'] = (files['draft.cme'] ?? '').replace('条件 考核合格', '条件 考核合格\n  上限 每项目 3 学分');
  const sides = ['rules/demo-2025.cme', 'draft.cme'] as const;

  test('is what two evaluations say', async () => {
    const cwd = world(files);
    const results = async (side: string) =>
      JSON.parse((await cme(['eval', side, 'crowd.json', '--format', 'json'], { cwd })).stdout).results;
    const [old, now] = [await results(sides[0]), await results(sides[1])];
    const { stdout } = await cme(['diff', ...sides, '--data', 'crowd.json', '--format', 'json'], { cwd });
    const { impact } = JSON.parse(stdout);
    type Result = { practitioner: string; status: string; credits: number };
    const count = (holds: (a: Result, b: Result) => boolean) =>
      old.filter((one: Result, at: number) => holds(one, now[at])).length;
    const expected = {
      practitioners: 40,
      changed: count((a, b) => a.status !== b.status || a.credits !== b.credits),
      met_to_unmet: count((a, b) => a.status === 'met' && b.status === 'unmet'),
      unmet_to_met: count((a, b) => a.status === 'unmet' && b.status === 'met'),
      other_verdicts: 0,
      lost: count((a, b) => b.credits < a.credits),
      gained: count((a, b) => b.credits > a.credits),
    };
    expect(impact).toMatchObject(expected);
    expect(expected.unmet_to_met).toBeGreaterThan(0);
    expect(expected.met_to_unmet).toBeGreaterThan(0);
    expect(expected.lost).toBeGreaterThan(0);
    const banded = impact.bands.reduce((all: number, one: { practitioners: number }) => all + one.practitioners, 0);
    expect(banded).toBe(expected.lost + expected.gained);
    expect(impact.most_affected).toHaveLength(10);
    for (const { practitioner, before, after } of impact.most_affected) {
      const at = old.findIndex((one: Result) => one.practitioner === practitioner);
      expect(old[at]).toMatchObject(before);
      expect(now[at]).toMatchObject(after);
    }
  });

  test('is told in sentences, in both languages', async () => {
    const run = inWorld(files);
    const { stdout } = await run(...sides, '--data', 'crowd.json');
    expect(stdout).toContain('以 2025 年名册测算，40 人');
    expect(stdout).toMatch(/\d+ 人由未达标变为达标/);
    expect(stdout).toContain('变化最大的');
    const english = await run(...sides, '--data', 'crowd.json', '--lang', 'en');
    expect(english.stdout).toContain('On the roster for 2025, 40 practitioners');
    expect(english.stdout).not.toMatch(/人由|变化最大/);
  });

  test('hides names and ids under --mask', async () => {
    const { stdout, stderr } = await inWorld(files)(...sides, '--data', 'crowd.json', '--mask', '--format', 'json');
    expect(stdout + stderr).not.toMatch(/person-|李/);
    expect(JSON.parse(stdout).impact.most_affected[0].practitioner).toMatch(/^#\d+$/);
  });

  test('is measured from a flat file by the fields of each side, and tells what was faulty on one alone', async () => {
    const flat =
      '人员编号,编号,形式,日期,时长,考核合格,备注\np1,a,实践活动,2025-03-01,8,是,补\np1,b,实践活动,2025-03-02,,是,\n';
    const noted = demo2025
      .replace('授予 每 2 小时 1 学分', '授予 3 学分')
      .replace('\n要求\n', '\n活动字段 备注 note 文字\n\n要求\n');
    const run = inWorld({ 'noted.cme': noted, 'flat.csv': flat });
    const found = await json(run, 'rules/demo-2025.cme', 'noted.cme', '--data', 'flat.csv', '--year', '2025');
    expect(found.impact).toMatchObject({ practitioners: 1, changed: 1, unmet_to_met: 1, gained: 1 });
    expect(found.impact.most_affected).toMatchObject([{ before: { credits: 4 }, after: { credits: 6 } }]);
    expect(found.code).toBe(1);
    expect(found.stderr).toContain('记录 b 在旧规则下未计分');
    expect(found.stderr).not.toContain('记录 a');
  });

  test('leaves the exit code alone, but for faulty records', async () => {
    const bad = JSON.stringify({ year: 2025, practitioners: [{ id: 'p', records: [practice('r', -1)] }] });
    const run = inWorld({ ...files, 'bad.json': bad });
    expect((await run('demo', 'demo', '--data', 'crowd.json')).code).toBe(0);
    const faulty = await run('demo', 'demo', '--data', 'bad.json', '--fail-on', '收紧');
    expect(faulty.code).toBe(1);
    expect(faulty.stderr).toContain('bad.json');
  });
});
