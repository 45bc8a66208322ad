import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toGb18030 } from '../data/gb18030.ts';
import { cme } from './cme.ts';
import { demo2025, world } from './samples.ts';

const loose = demo2025.replace('  上限 每年 6 学分', '上限   每年6学分   # 试行');
const tight = demo2025.replace('  上限 每年 6 学分', '  上限 每年 6 学分 # 试行');

describe('cme fmt', () => {
  test('formats in place, and then has nothing more to do', async () => {
    const cwd = world({ 'rules/loose.cme': loose });
    const first = await cme(['fmt', 'rules/loose.cme'], { cwd });
    expect(first).toMatchObject({ code: 0, stdout: '已排版 rules/loose.cme\n', stderr: '' });
    expect(readFileSync(join(cwd, 'rules/loose.cme'), 'utf8')).toContain('# 试行');
    const { mtimeMs } = statSync(join(cwd, 'rules/loose.cme'));
    expect(await cme(['fmt', 'rules/loose.cme'], { cwd })).toMatchObject({
      code: 0,
      stdout: '1 个规则文件都已排好版\n',
    });
    expect(statSync(join(cwd, 'rules/loose.cme')).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(join(cwd, 'rules')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('only says so with --check', async () => {
    const cwd = world({ 'rules/loose.cme': loose });
    const run = await cme(['fmt', '--check', 'rules/loose.cme'], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: 'rules/loose.cme 还没有排版\n' });
    expect(readFileSync(join(cwd, 'rules/loose.cme'), 'utf8')).toBe(loose);
    const json = await cme(['fmt', '--check', '--format', 'json', 'rules/loose.cme'], { cwd });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual({ files: [{ file: 'rules/loose.cme', outcome: 'changed' }] });
  });

  test('turns keywords into English and back to the same bytes', async () => {
    const cwd = world();
    const file = join(cwd, 'rules/demo-2025.cme');
    await cme(['fmt', 'rules/demo-2025.cme'], { cwd });
    const before = readFileSync(file, 'utf8');
    await cme(['fmt', '--keywords', 'en', 'rules/demo-2025.cme'], { cwd });
    expect(readFileSync(file, 'utf8')).toContain('cap per year 6 credits');
    expect((await cme(['check'], { cwd })).code).toBe(0);
    await cme(['fmt', '--keywords', 'zh', 'rules/demo-2025.cme'], { cwd });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('leaves a file with a broken line as it is', async () => {
    const broken = demo2025.replace('授予 每 2 小时 1 学分', '授予 每 （（ 学分');
    const cwd = world({ 'rules/broken.cme': broken });
    const run = await cme(['fmt', 'rules/broken.cme'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/--> rules\/broken\.cme:\d+/);
    expect(readFileSync(join(cwd, 'rules/broken.cme'), 'utf8')).toBe(broken);
  });

  test('writes UTF-8 without byte order mark, whatever it read', async () => {
    const cwd = world({ 'rules/gb.cme': toGb18030(loose), 'rules/mark.cme': `\ufeff${tight}` });
    const run = await cme(['fmt', 'rules/gb.cme', 'rules/mark.cme'], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('GB18030');
    const [gb, mark] = ['gb', 'mark'].map((name) => readFileSync(join(cwd, `rules/${name}.cme`), 'utf8'));
    expect(gb).toBe(mark);
    expect(gb?.startsWith('规则')).toBe(true);
  });

  test('keeps a link a link, and the mode', async () => {
    const cwd = world({ 'rules/loose.cme': loose });
    chmodSync(join(cwd, 'rules/loose.cme'), 0o640);
    symlinkSync('loose.cme', join(cwd, 'rules/link.cme'));
    expect((await cme(['fmt', 'rules/link.cme'], { cwd })).code).toBe(0);
    expect(lstatSync(join(cwd, 'rules/link.cme')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'rules/loose.cme')).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(cwd, 'rules/loose.cme'), 'utf8')).not.toBe(loose);
  });
});
