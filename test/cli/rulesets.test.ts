import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { base, demo2025, world } from './samples.ts';

const twin = demo2025.replace('demo', 'twin').replace('示例', '孪生');

const usedVersion = (stdout: string): string => JSON.parse(stdout).ruleset.version;

describe('a rule set is found', () => {
  test.each([
    ['by code, the version in force on 31 December', 'demo', [], '2025', ''],
    ['by label', '示例', [], '2025', ''],
    ['by code for an earlier year', 'demo', ['--year', '2024'], '2024', '2025'],
    ['by code and version', 'demo@2024', [], '2024', 'rules/demo-2024.cme'],
    ['by path', 'rules/demo-2025.cme', [], '2025', ''],
    ['by path though another is in force', 'rules/demo-2024.cme', [], '2024', 'rules/demo-2024.cme'],
  ])('%s', async (_, name, options, version, told) => {
    const run = await cme(['eval', name, 'roster.json', '--format', 'json', ...options], { cwd: world() });
    expect(run.code).toBe(0);
    expect(usedVersion(run.stdout)).toBe(version);
    expect(run.stderr === '').toBe(told === '');
    expect(run.stderr).toContain(told);
  });

  test('in --rules-dir, and the baseline beside it', async () => {
    const cwd = world();
    renameSync(join(cwd, 'rules'), join(cwd, 'elsewhere'));
    const run = await cme(['eval', 'demo', 'roster.json', '--rules-dir', 'elsewhere', '--format', 'json'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('with its baseline in ./rules', async () => {
    const cwd = world();
    mkdirSync(join(cwd, 'mine'));
    writeFileSync(join(cwd, 'mine/demo.cme'), demo2025);
    expect((await cme(['check', 'mine/demo.cme'], { cwd })).code).toBe(0);
  });

  test('in an earlier revision of a git repository, with its baseline of then', async () => {
    const cwd = world();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'init.defaultBranch=main', ...args], {
        cwd,
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    writeFileSync(join(cwd, 'rules/demo-2025.cme'), demo2025.replace('每年 6 学分', '每年 1 学分'));
    writeFileSync(join(cwd, 'rules/base.cme'), base.replace('活动字段 时长 hours', '活动字段 钟点 hours'));
    for (const name of ['HEAD:rules/demo-2025.cme', 'HEAD:./rules/demo-2025.cme']) {
      const run = await cme(['eval', name, 'roster.json', '--format', 'json'], { cwd });
      expect(run).toMatchObject({ code: 0 });
      expect(JSON.parse(run.stdout).results[0].credits).toBe(6);
    }
    for (const [name, why] of [
      ['NOPE:rules/demo-2025.cme', 'NOPE'],
      ['HEAD:rules/nope.cme', 'nope.cme'],
      ['--upload-pack=x:rules/demo-2025.cme', ''],
    ] as const) {
      const run = await cme(['check', '--', name], { cwd });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(why);
    }
    expect((await cme(['fmt', 'HEAD:rules/demo-2025.cme'], { cwd })).code).toBe(2);
  });
});

describe('a rule set is not found', () => {
  test.each([
    ['an unknown code', ['dmo', 'roster.json'], '是不是「demo」'],
    ['no version in force', ['demo', 'roster.json', '--year', '2023'], 'rules/demo-2024.cme'],
    ['an unknown version', ['demo@1999', 'roster.json'], '1999'],
    ['a missing file', ['rules/nope.cme', 'roster.json'], 'rules/nope.cme'],
    ['a folder', ['rules', 'roster.json'], '文件夹'],
    ['a missing rules folder', ['demo', 'roster.json', '--rules-dir', 'nope'], 'nope'],
    ['an unknown reading', ['demo', 'roster.json', '--set', 'partial_unti=floor'], '是不是「partial_unit」'],
    ['an unknown option', ['demo', 'roster.json', '--set', '不足单位=prorat'], '是不是「prorate」'],
    ['a reading set twice', ['demo', 'roster.json', '--set', '不足单位=折算', '--set', 'partial_unit=floor'], '两次'],
    ['two files of one version', ['twin', 'roster.json'], 'rules/twin-b.cme'],
    ['a malformed reading', ['demo', 'roster.json', '--set', 'floor'], '--set'],
  ])('%s', async (_, args, told) => {
    const cwd = world({ 'rules/twin-a.cme': twin, 'rules/twin-b.cme': twin });
    const run = await cme(['eval', ...args], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(told);
    expect(run.stderr).not.toMatch(/\n {4}at /);
  });
});
