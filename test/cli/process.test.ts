import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finished, start } from './cme.ts';
import { roster, world } from './samples.ts';

// What only a process of its own can show.

describe('the process', () => {
  test.each([
    ['0 where nothing is wrong', ['check', 'demo'], 0],
    ['1 where something is', ['fmt', '--check', 'rules/loose.cme'], 1],
    ['2 where it could not run', ['eval', 'demo', 'nope.json'], 2],
  ])('ends with %s', async (_, args, code) => {
    const run = await finished(start(args, world({ 'rules/loose.cme': '规则 甲 a 版本 1\n  语言    1\n' })));
    expect(run.code).toBe(code);
    expect(run.stdout === '').toBe(code === 2);
    expect(run.stderr === '').toBe(code === 0);
  });

  test('reads standard input', async () => {
    const run = await finished(start(['eval', 'demo', '-', '--format', 'json'], world()), roster);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout).results).toHaveLength(2);
  });

  test('writes no colour where there is no terminal', async () => {
    const run = await finished(start(['eval', 'demo', 'roster.json'], world()));
    expect(run.stdout).not.toContain('\u001b');
  });

  test('ends quietly where the reader has gone', async () => {
    const people = Array.from({ length: 20_000 }, (_, i) => `{"id": "p${i}", "records": []}\n`).join('');
    const child = start(
      ['eval', 'demo', 'many.ndjson', '--year', '2025', '--format', 'json'],
      world({ 'many.ndjson': people }),
    );
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await finished(child)).toMatchObject({ code: 0, stderr: '' });
  });

  test('ends with 130 on Ctrl-C, and leaves nothing half written', async () => {
    const people = Array.from({ length: 200_000 }, (_, i) => `p${i},${i}\n`).join('');
    const cwd = world({ 'many.csv': `practitioner,id\n${people}` });
    const child = start(['eval', 'demo', 'many.csv', '--year', '2025', '--out', 'out.csv'], cwd);
    // Once the file beside the target is there, evaluation is under way.
    const started = setInterval(() => {
      if (readdirSync(cwd).some((name) => name.endsWith('.tmp'))) {
        clearInterval(started);
        child.kill('SIGINT');
      }
    }, 5);
    const run = await finished(child);
    expect(run.code).toBe(130);
    expect(run.stderr).toMatch(/已中断：评定了 \d+ \/ 200000 人/);
    expect(readdirSync(cwd).filter((name) => name.startsWith('out.') || name.endsWith('.tmp'))).toEqual([]);
  });
});
