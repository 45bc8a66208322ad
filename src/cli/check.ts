/** `cme check`: what is wrong with rule files. */
import { type Accepted, compile, type Diagnostic, type RuleSource, severityOf } from '../index.ts';
import { type FileRanges, rangesJson, rangesOfFile, rangesText } from './checkranges.ts';
import { compileFile, distinct, errorsIn } from './compiling.ts';
import { writeWhole } from './files.ts';
import { applySafeFixes } from './fix.ts';
import { version } from './package.ts';
import { Findings } from './report/findings.ts';
import { githubReport } from './report/github.ts';
import { jsonReport } from './report/json.ts';
import { sarifReport } from './report/sarif.ts';
import { acceptedReport, textReport } from './report/text.ts';
import type { RuleFile } from './rulefile.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { besideSource, checkSourceOptions, type SourceOptions } from './source.ts';
import { clausesJson, clausesOfFile, clausesText, type FileClauses } from './sourceclauses.ts';
import { type ExitCode, Stop } from './stop.ts';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckOptions extends SourceOptions {
  readonly format: CheckFormat;
  readonly fix?: boolean;
  readonly clauses?: boolean;
  readonly ranges?: boolean;
  readonly rulesDir?: string;
}

/** A fix may uncover the next; a few rounds are enough for any that is not going in circles. */
const ROUNDS = 10;

export async function check(names: readonly string[], options: CheckOptions, shell: Shell): Promise<ExitCode> {
  const shelf = new RuleShelf(shell, options.rulesDir);
  const entries = await shelf.all(names);
  checkSourceOptions(options, entries);
  if (options.clauses === true && !['text', 'json'].includes(options.format)) throw new Stop('clausesFormat');
  const listed: FileClauses[] = [];
  const ranges: FileRanges[] = [];
  const found: Diagnostic[] = [];
  const accepted: Accepted[] = [];
  const sources = new Map<string, RuleSource>();
  for (const entry of entries) {
    const compiled = options.fix === true ? await fixed(entry, shelf, shell) : await compileFile(shelf, entry);
    found.push(...compiled.diagnostics);
    accepted.push(...compiled.accepted);
    for (const source of compiled.sources) sources.set(source.file, source);
    if (options.clauses === true) listed.push(clausesOfFile(entry.file, compiled));
    if (options.ranges === true) ranges.push(...rangesOfFile(entry.file, compiled));
    const beside = besideSource(entry, compiled, options, shell);
    found.push(...(beside?.diagnostics ?? []));
    accepted.push(...(beside?.accepted ?? []));
    if (beside) sources.set(beside.text.file, beside.text);
  }
  const findings = new Findings(distinct(found), [...sources.values()], accepted);
  shell.out.write(written(findings, options, entries.length, { listed, ranges }, shell));
  return errorsIn(findings.list).length > 0 ? 1 : 0;
}

function written(
  findings: Findings,
  { format, clauses, ranges }: CheckOptions,
  files: number,
  more: { readonly listed: readonly FileClauses[]; readonly ranges: readonly FileRanges[] },
  shell: Shell,
): string {
  switch (format) {
    case 'json':
      return jsonReport(findings, shell.lang, {
        ...(clauses === true && { clauses: clausesJson(more.listed) }),
        ...(ranges === true && { ranges: rangesJson(more.ranges) }),
      });
    case 'sarif':
      return sarifReport(findings, shell.lang, version());
    case 'github':
      return githubReport(findings, shell.lang);
    case 'text': {
      const parts = [
        clausesText(more.listed, shell),
        rangesText(more.ranges, shell),
        textReport(findings, shell, shell.out),
        acceptedReport(findings, shell, shell.out),
      ];
      return [...parts.filter((part) => part !== ''), `${summary(findings.list, files, shell)}\n`].join('\n');
    }
    default:
      return format satisfies never;
  }
}

function summary(found: readonly Diagnostic[], files: number, shell: Shell): string {
  if (found.length === 0) return shell.out.paint('green', shell.say('checkedWell', { files }));
  const count = (severity: string): number => found.filter((one) => severityOf(one) === severity).length;
  const counted = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const fixable = found.filter(({ fix }) => fix?.safe).length;
  const lines = [shell.say('checked', { files, ...counted })];
  if (fixable > 0) lines.push(shell.say('fixable', { count: fixable }));
  return lines.join('\n');
}

async function fixed(entry: RuleFile, shelf: RuleShelf, shell: Shell) {
  if (entry.path === null) throw new Stop('cannotFixGit', { file: entry.file });
  const library = await shelf.library(entry);
  let compiled = compile(entry, { library });
  let text = entry.text;
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const next = applySafeFixes(
      text,
      compiled.diagnostics.filter(({ file }) => file === entry.file),
    );
    if (next.text === text) break;
    text = next.text;
    count += next.count;
    compiled = compile({ file: entry.file, text }, { library });
  }
  if (text !== entry.text) {
    writeWhole(entry.path, text);
    shell.tell('fixed', { file: entry.file, count });
  }
  return compiled;
}
