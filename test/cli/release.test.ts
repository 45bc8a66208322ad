import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { first, second } from '../release/rules.ts';
import { cme, folder } from './cme.ts';

function islands(): string {
  const home = folder();
  mkdirSync(join(home, 'rules'));
  for (const { file, text } of [first, second]) writeFileSync(join(home, file), text);
  return home;
}

const who = ['--by', '王芳', '--reason', '讲座封顶'];
const release = (cwd: string, ...args: string[]) => cme(['release', 'island@2031', ...args], { cwd });
const verify = (cwd: string, ...args: string[]) => cme(['audit', 'verify', ...args], { cwd });

describe('cme release', () => {
  test('lists the checks, and writes nothing before each is green or signed off', async () => {
    const home = islands();
    const { code, stdout } = await release(home, '--dry-run');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✓ 用例全过：1 个用例全部通过/);
    expect(stdout).toMatch(/✗ 对比说明已读：与 海岛 2030 相比：收紧 1 处/);
    expect(stdout).toContain('还不能发布：对比说明已读');
    expect(await release(home, ...who)).toMatchObject({ code: 1 });
    const json = await release(home, ...who, '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ released: false, left: ['compared'] });
    expect(await release(home, '--dry-run', '--sign-off', 'compared=read')).toMatchObject({ code: 0 });
    expect(readdirSync(join(home, 'rules')).sort()).toEqual(['island-2030.cme', 'island-2031.cme']);
    const broken = await cme(['release', 'rules/x.cme', ...who], { cwd: home });
    expect(broken.code).toBe(2);
  });

  test('says what is missing, or is none of its words', async () => {
    const home = islands();
    expect(await release(home, '--by', '王芳')).toMatchObject({ code: 2, stderr: expect.stringContaining('--reason') });
    for (const odd of ['foo=x', 'compared', 'compared= ', '=x', '__proto__=x']) {
      expect(await release(home, ...who, '--sign-off', odd)).toMatchObject({ code: 2 });
    }
    expect(await release(home, '--by', '王芳', '--reason', '因'.repeat(2001))).toMatchObject({ code: 2 });
    expect(await release(home, ...who, '--base', 'rules/none.cme')).toMatchObject({ code: 2 });
  });

  test('makes one folder where it is told to, once', async () => {
    const home = islands();
    const signed = [...who, '--sign-off', '对比说明已读=已逐条看过', '--out', 'out'];
    const { code, stdout, stderr } = await release(home, ...signed);
    expect(stdout).toMatch(/已发布 island 2031：out\/island-2031（\d+ 个文件）/);
    expect(stderr).toContain('没有存入版本历史');
    expect(code).toBe(0);
    expect(existsSync(join(home, 'out', 'island-2031', '证书.json'))).toBe(true);
    expect(await release(home, ...signed, '--out', 'rules/island-2030.cme')).toMatchObject({
      code: 2,
      stderr: expect.not.stringContaining('内部错误'),
    });
    const again = await release(home, ...signed);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('已由 王芳 在') });
  });
});

describe('cme audit verify', () => {
  test('tells what is whole, what was changed, and what it cannot find', async () => {
    const home = islands();
    await release(home, ...who, '--sign-off', 'compared=read');
    const whole = await verify(home, 'rules', '--format', 'json');
    const { last, ...told } = JSON.parse(whole.stdout);
    expect({ code: whole.code, ...told }).toMatchObject({ code: 0, lines: 1, broken: null, evidence: [] });
    const shown = await verify(home, 'rules/发布');
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('放行 对比说明已读：read') });
    expect(await verify(home, 'rules/发布/日志.jsonl')).toMatchObject({ code: 0 });
    expect(await verify(home, 'rules/发布/日志.jsonl', '--known', last)).toMatchObject({ code: 0 });
    const other = await verify(home, 'rules', '--known', 'a'.repeat(64));
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining('末尾被截掉了：应有的第 2 行') });

    appendFileSync(join(home, 'rules/发布/island-2031/规则表.md'), ' ');
    const changed = await verify(home, 'rules', '--lang', 'en');
    expect(changed).toMatchObject({ code: 1, stdout: expect.stringContaining('规则表.md in island-2031 was changed') });

    const log = join(home, 'rules/发布/日志.jsonl');
    const text = readFileSync(log, 'utf8');
    writeFileSync(log, text.replace('王芳', '李四'));
    expect(await verify(home, 'rules')).toMatchObject({ code: 1, stdout: expect.stringContaining('第 1 行被改动过') });
    writeFileSync(log, text.trimEnd());
    expect((await verify(home, log)).stdout).toContain('第 1 行没有写完');
    writeFileSync(log, '');
    expect((await verify(home, log)).stdout).toContain('日志是空的');
    rmSync(log);
    const gone = await verify(home, 'rules');
    expect(gone).toMatchObject({ code: 1, stdout: expect.stringContaining('日志里没有 island-2031 这次发布') });
  });

  test('without a log it could not run', async () => {
    const home = islands();
    expect(await verify(home, 'rules')).toMatchObject({ code: 2 });
    expect(await verify(home, 'none.jsonl')).toMatchObject({ code: 2 });
    expect(await verify(home, 'rules', '--known', 'x')).toMatchObject({ code: 2 });
    expect(await cme(['audit', 'mend', 'rules'], { cwd: home })).toMatchObject({ code: 2 });
  });
});
