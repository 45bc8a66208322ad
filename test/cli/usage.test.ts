import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEAST, tooOld } from '../../src/cli/nodeVersion.ts';
import { cme } from './cme.ts';
import { world } from './samples.ts';

// Who does not know how a command is used, or has not what it needs.

test.each([
  [['help'], 'Usage: cme [options] [command]'],
  [['help', 'eval'], 'Usage: cme eval [options] <rules> <data>'],
  [['eval', '--help'], 'Usage: cme eval [options] <rules> <data>'],
  [['help', 'audit'], 'what to do (verify)'],
])('%j is answered', async (args, expected) => {
  const run = await cme([...args, '--lang', 'en'], { cwd: world() });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain(expected);
});

test.each([
  [['evl'], 'there is no command 「evl」. Did you mean 「eval」? There are: check, fmt, eval'],
  [['help', 'nope'], 'there is no command 「nope」'],
  [['eval', 'demo'], 'argument data is missing (a roster: CSV'],
  [['edit', 'rules/base.cme'], '「rules/base.cme」 is a file; name the folder that it lies in, as cme edit rules'],
  [['plan', 'demo', 'roster.json', '--practitioner', 'p1', '--as-of', '2025-02-30'], '「2025-02-30」 is no date'],
  [['eval', 'demo', 'roster.json', '--by', 'nope'], 'There are: id 编号, name 姓名'],
])('%j is said, with 2', async (args, expected) => {
  const run = await cme([...args, '--lang', 'en'], { cwd: world() });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(expected);
});

test('a Node that is too old is told so by what package.json asks for', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(engines.node).toBe(`>=${LEAST.join('.')}`);
  expect(['22.12.0', '22.20.1', '24.0.0'].map(tooOld)).toEqual([null, null, null]);
  for (const version of ['20.20.2', '22.11.0', '18.0.0']) expect(tooOld(version)).toContain(`this is ${version}`);
});

test('what the command looks at before it looks at Node runs on any', () => {
  const first = readFileSync('src/cli.ts', 'utf8');
  expect(first.match(/^import .*/gm)).toEqual(["import { tooOld } from './cli/nodeVersion.ts';"]);
  expect(readFileSync('src/cli/nodeVersion.ts', 'utf8')).not.toMatch(/^import/m);
});
