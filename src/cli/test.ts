/** `cme test`: runs the 用例 of rule files. */
import { type Covered, type ExampleResult, runExamples } from '../index.ts';
import { compileFile, planOf } from './compiling.ts';
import { mutantsCommand } from './mutants.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';

export interface TestOptions {
  readonly format: 'text' | 'json';
  readonly coverage?: boolean;
  readonly mutants?: boolean;
  readonly rulesDir?: string;
}

export async function testCommand(names: readonly string[], options: TestOptions, shell: Shell): Promise<ExitCode> {
  const shelf = new RuleShelf(shell, options.rulesDir);
  const entries = await shelf.all(names);
  if (options.mutants) return mutantsCommand(entries, shelf, options.format, shell);
  const examples: ExampleResult[] = [];
  const coverage: Covered[] = [];
  for (const entry of entries) {
    const compiled = await compileFile(shelf, entry);
    planOf(compiled, options.format, shell);
    const run = runExamples(compiled, { coverage: options.coverage === true });
    examples.push(...run.examples);
    coverage.push(...(run.coverage ?? []));
  }
  const failed = examples.filter(({ pass }) => !pass);
  const summary = { passed: examples.length - failed.length, failed: failed.length };
  if (options.format === 'json') {
    shell.out.line(JSON.stringify({ examples, summary, ...(options.coverage && { coverage }) }, null, 2));
  } else {
    for (const one of failed) shell.out.write(failure(one, shell));
    shell.out.line(total(examples.length, summary, entries.length, shell));
    if (options.coverage) shell.out.write(covered(coverage, shell));
  }
  return failed.length > 0 ? 1 : 0;
}

function failure({ name, file, line, expected, actual, details }: ExampleResult, shell: Shell): string {
  const lines = [
    `${shell.out.paint('red', shell.say('exampleFailed'))} 「${name}」 ${file}:${line}`,
    `  ${shell.say('exampleExpected')} ${inWords(expected, shell)}`,
    `  ${shell.say('exampleActual')} ${inWords(actual, shell)}`,
    ...details.map((detail) => `    ${detail}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** In the words of 期望: `10 学分，未达标，差 15 学分`. */
function inWords({ credits, status, shortfall }: ExampleResult['actual'], shell: Shell): string {
  const amount = (value: number): string => `${value} ${shell.say('credits')}`;
  const parts = [
    credits === undefined ? '' : amount(credits),
    status === 'met' || status === 'unmet' || status === 'exempt' ? shell.say(status) : (status ?? ''),
    shortfall === undefined ? '' : `${shell.say('shortfall')} ${amount(shortfall)}`,
  ];
  return parts.filter(Boolean).join(shell.lang === 'zh' ? '，' : ', ');
}

function total(count: number, summary: { passed: number; failed: number }, files: number, shell: Shell): string {
  if (count === 0) return shell.say('noExamples');
  if (summary.failed > 0) return shell.say('exampleSummary', summary);
  return shell.out.paint('green', shell.say('examplePassed', { files, passed: summary.passed }));
}

function covered(coverage: readonly Covered[], shell: Shell): string {
  const lines = ['', shell.say('coverageHeading')];
  for (const [kind, all] of Map.groupBy(coverage, (one) => one.kind)) {
    lines.push(`  ${shell.say(`covered_${kind}`)} ${all.filter((one) => one.covered).length} / ${all.length}`);
  }
  const open = coverage.filter((one) => !one.covered);
  if (open.length > 0) lines.push('', shell.say('uncovered'));
  lines.push(...open.map(({ file, line, words }) => `  ${file}:${line}  ${words}`));
  return `${lines.join('\n')}\n`;
}
