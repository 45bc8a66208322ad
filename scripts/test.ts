// Everything that `npm test` means, one step after the other: a step that fails does not keep the later ones from
// running. The last line counts: each test of vitest as one, every other step as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Count = { passed: number; failed: number; skipped: number };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const env = {
  ...process.env,
  ...(process.argv.includes('--long') && { CME_LONG: '1' }),
  // Some tools colour what goes into a file or a pipe too.
  ...(!process.stdout.isTTY && { NO_COLOR: '1' }),
};
const colors = env.NO_COLOR ? ['--colors=off'] : [];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];

step('format and lint', () => one('node_modules/@biomejs/biome/bin/biome', 'ci', '.', ...colors));
step('types', () => one('node_modules/typescript/bin/tsc', '--noEmit'));
step('types of the editor', () => one('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'editor'));
step('unit, case and property tests', vitest);
step('cme check rules', () => one('src/cli.ts', 'check', 'rules'));
step('cme test rules', () => one('src/cli.ts', 'test', 'rules'));

if (failedSteps.length > 0) console.log(`\nfailed: ${failedSteps.join('; ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function step(name: string, run: () => Count): void {
  console.log(`\n── ${name}`);
  const count = run();
  if (count.failed > 0) failedSteps.push(name);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

function one(...args: string[]): Count {
  const ok = node(...args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function node(...args: string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}

function vitest(): Count {
  const folder = mkdtempSync(join(tmpdir(), 'cme-test-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const ok = node('node_modules/vitest/vitest.mjs', 'run', ...reporters);
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // A file that cannot be loaded has no tests that could fail.
    const unloaded = report.testResults.filter(
      (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const passed = report.numPassedTests;
    let failed = report.numFailedTests + unloaded;
    // No test at all, or an error outside of any test, is a failure too.
    if (failed === 0 && (!ok || passed === 0)) failed = 1;
    return { passed, failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch (error) {
    console.error(`vitest left no report: ${error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
