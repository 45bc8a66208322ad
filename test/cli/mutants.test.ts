import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { demo2025, world } from './samples.ts';

interface Mutant {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly killed: boolean;
  readonly equivalent: boolean;
  readonly by?: string;
  readonly example?: string;
}

const file = 'rules/demo-2025.cme';

const mutants = async (text: string) => {
  const cwd = world({ [file]: text });
  const { code, stdout } = await cme(['test', file, '--mutants', '--format', 'json'], { cwd });
  const { mutants: all, summary } = JSON.parse(stdout) as { mutants: Mutant[]; summary: Record<string, number> };
  return { code, all, summary };
};

const lineOf = (words: string): number => demo2025.split('\n').findIndex((line) => line.includes(words)) + 1;

/** Enough to notice every slip. */
const thorough = `${demo2025}
用例 「考核不合格的不计」
  活动 实践活动，时长 4 小时
  期望 0 学分

用例表 「达标和封顶」
  活动 实践活动，考核合格
    | 时长 | 期望                          |
    | 8    | 4 学分，未达标，差 1 学分     |
    | 9    | 4 学分，未达标，差 1 学分     |
    | 10   | 5 学分，达标                  |
    | 20   | 6 学分，达标                  |
`;

describe('cme test --mutants', () => {
  test('tells what no example notices, with an example that does', async () => {
    const { code, all, summary } = await mutants(demo2025);
    expect(code).toBe(1);
    const cap = lineOf('上限 每年 6');
    const at = (line: number, after: string) => all.find((one) => one.line === line && one.after === after);
    expect(at(cap, '7')).toMatchObject({ before: '6', killed: false, equivalent: false });
    expect(at(cap, '')).toMatchObject({ before: '上限 每年 6 学分', killed: false });
    expect(at(lineOf('每 2 小时'), '3')).toMatchObject({ before: '2', killed: true, by: '四小时' });
    expect(at(lineOf('条件 考核合格'), '')?.example).toContain('考核合格 否');
    expect(summary).toMatchObject({ survived: all.filter((one) => !one.killed && !one.equivalent).length, untried: 0 });
    expect(summary.killed).toBeGreaterThan(0);
  });

  test('proposes examples that pass as they are pasted, and that notice', async () => {
    const { all } = await mutants(demo2025);
    const pasted = all.flatMap(({ example }) => (example ? [example] : []));
    expect(pasted.length).toBeGreaterThan(2);
    const text = [demo2025, ...pasted].join('\n');
    const run = await cme(['test', file], { cwd: world({ [file]: text }) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect((await mutants(text)).summary).toMatchObject({ survived: 0 });
  });

  test('ends with 0 where every slip is noticed', async () => {
    const { code, all } = await mutants(thorough);
    expect(all.filter(({ killed, equivalent }) => !killed && !equivalent)).toEqual([]);
    expect(code).toBe(0);
  });

  test('says it in a sentence', async () => {
    const { stdout } = await cme(['test', file, '--mutants'], { cwd: world() });
    expect(stdout).toContain(`没有用例发现：第 ${lineOf('上限 每年 6')} 行的「6」改成「7」`);
    expect(stdout).toContain('加上这个用例就能发现：');
    const english = await cme(['test', file, '--mutants', '--lang', 'en'], { cwd: world() });
    expect(english.stdout).toContain('no example notices if 「6」');
  });

  test('says so where an example fails as it is', async () => {
    const cwd = world({ [file]: demo2025.replace('期望 2 学分', '期望 3 学分') });
    const { code, stdout, stderr } = await cme(['test', file, '--mutants'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('四小时');
  });
});
