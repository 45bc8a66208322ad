import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { demo2025, world } from './samples.ts';

/** An award above the cap of its category, and a cap that never binds, which the file accepts. */
const generous = `规则 大方 generous 版本 1
  施行 2030-01-01
活动字段 形式 form
  选项 讲座 lecture、课题 grant
活动字段 次序 place 整数
类别 全部
  依据 第三条
  上限 每年 10 学分
条目 讲座
  依据 第三条（一）
  形式 讲座
  授予 12 学分 当 次序 是 1
条目 课题
  形式 课题
  授予 2 学分
  只计最高 1 次 每年
  上限 每年 8 学分
  已知 CME722 「条文两处都写」
`;

/** Two errors: an unknown name, and a line that nobody knows. */
const faulty = demo2025.replace('当 主讲人', '').replace('条件 考核合格', '条件 考核合咯');

describe('cme check', () => {
  test('has nothing to say of good files', async () => {
    const run = await cme(['check'], { cwd: world() });
    expect(run).toMatchObject({ code: 0, stdout: '检查了 3 个规则文件，没有问题\n', stderr: '' });
  });

  test('shows the line, with carets under the words', async () => {
    const { code, stdout } = await cme(['check', 'bad.cme'], { cwd: world({ 'bad.cme': faulty }) });
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('条件 考核合咯'));
    expect(lines[at - 1]).toMatch(/^ +--> bad\.cme:\d+:\d+$/);
    // 「考核合咯」 is eight columns wide, however few characters.
    expect(lines[at + 1]).toMatch(/\| {8}\^{8}$/);
  });

  test.each(['json', 'sarif', 'github', 'text'])('exits alike in the format %s', async (format) => {
    const cwd = world({ 'bad.cme': faulty });
    expect((await cme(['check', 'bad.cme', '--format', format], { cwd })).code).toBe(1);
    expect((await cme(['check', 'demo@2025', '--format', format], { cwd })).code).toBe(0);
  });

  test('gives JSON with lines, columns and offsets', async () => {
    const { stdout } = await cme(['check', 'bad.cme', '--format', 'json'], {
      cwd: world({ 'bad.cme': faulty }),
    });
    const [found] = JSON.parse(stdout).diagnostics;
    const offset = faulty.indexOf('考核合咯');
    const line = faulty.slice(0, offset).split('\n').length;
    expect(found).toMatchObject({
      code: expect.stringMatching(/^CME\d{3}$/),
      severity: 'error',
      message: expect.stringContaining('考核合咯'),
      file: 'bad.cme',
      range: { start: { line, column: 6, offset }, end: { line, column: 10, offset: offset + 4 } },
    });
  });

  test('gives SARIF 2.1.0', async () => {
    const { stdout } = await cme(['check', 'bad.cme', '--format', 'sarif'], {
      cwd: world({ 'bad.cme': faulty }),
    });
    const log = JSON.parse(stdout);
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [{ columnKind: 'utf16CodeUnits', tool: { driver: { name: 'cme' } } }],
    });
    expect(log.runs[0].results[0]).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'bad.cme' }, region: { startColumn: 6 } } }],
    });
  });

  test('lists what the file accepts, with the reason, and fails for none of it', async () => {
    const cwd = world({ 'generous.cme': generous });
    const { code, stdout } = await cme(['check', 'generous.cme'], { cwd });
    expect(code).toBe(0);
    const [head = '', place = '', reason = ''] = stdout.slice(stdout.indexOf('已接受')).split('\n');
    expect(head).toBe('已接受 1 处');
    expect(place).toMatch(/^ {2}generous\.cme:17:3 CME722 课题「上限 每年 8 学分」（第三条）从不起作用/);
    expect(reason).toBe('    = 理由：「条文两处都写」');
    expect(stdout).toMatch(/1 个警告，0 个提示\n$/);

    const json = JSON.parse((await cme(['check', 'generous.cme', '--format', 'json'], { cwd })).stdout);
    expect(json.diagnostics.map((found: { code: string }) => found.code)).toEqual(['CME721']);
    expect(json.accepted).toMatchObject([
      { code: 'CME722', severity: 'warning', reason: '条文两处都写', accepted_at: { start: { line: 18 } } },
    ]);

    const sarif = JSON.parse((await cme(['check', 'generous.cme', '--format', 'sarif'], { cwd })).stdout);
    const [told, accepted] = sarif.runs[0].results;
    expect(told.suppressions).toBeUndefined();
    expect(told.properties).toMatchObject({ clause: '第三条（一）', witness: { year: 2030 } });
    expect(accepted).toMatchObject({
      ruleId: 'CME722',
      suppressions: [{ kind: 'inSource', justification: '条文两处都写' }],
    });
  });

  test('gives the clause, and a witness that can be evaluated', async () => {
    const cwd = world({ 'generous.cme': generous });
    const { stdout } = await cme(['check', 'generous.cme', '--format', 'json'], { cwd });
    const [found] = JSON.parse(stdout).diagnostics;
    expect(found).toMatchObject({ clause: '第三条（一）', message: expect.stringContaining('（第三条（一））') });
    writeFileSync(join(cwd, 'witness.json'), JSON.stringify(found.witness));
    const run = await cme(['eval', 'generous.cme', 'witness.json', '--format', 'json'], { cwd });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout).results[0].records).toMatchObject([{ raw: 12, credits: 10, clause: '第三条（一）' }]);
  });

  test('gives commands for GitHub', async () => {
    const { stdout } = await cme(['check', 'bad.cme', '--format', 'github'], {
      cwd: world({ 'bad.cme': faulty }),
    });
    expect(stdout).toMatch(/^::error file=bad\.cme,line=\d+,endLine=\d+,col=6,endColumn=10,title=CME\d+::.*考核合咯/m);
  });

  test('speaks English when asked', async () => {
    const { stdout } = await cme(['check', '--lang', 'en'], { cwd: world() });
    expect(stdout).toBe('checked 3 rule files: all well\n');
  });

  test('mends what is safely mended, and only that', async () => {
    const cwd = world({ 'bad.cme': faulty });
    const before = JSON.parse((await cme(['check', 'bad.cme', '--format', 'json'], { cwd })).stdout).diagnostics;
    const fixable = before.some((found: { fix?: { safe: boolean } }) => found.fix?.safe);
    const { code } = await cme(['check', '--fix', 'bad.cme'], { cwd });
    const text = readFileSync(join(cwd, 'bad.cme'), 'utf8');
    expect(text === faulty).toBe(!fixable);
    expect(code).toBe(fixable ? 0 : 1);
  });
});
