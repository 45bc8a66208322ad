import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { demo2025, world } from './samples.ts';

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
