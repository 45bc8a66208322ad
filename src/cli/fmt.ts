/** `cme fmt`: puts rule files in canonical form, in place. */
import { type Compiled, format } from '../index.ts';
import { compileFile, errorsIn } from './compiling.ts';
import { writeWhole } from './files.ts';
import { Findings } from './report/findings.ts';
import { textReport } from './report/text.ts';
import type { RuleFile } from './rulefile.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface FmtOptions {
  readonly format: 'text' | 'json';
  /** Only say which files would change. */
  readonly check?: boolean;
  readonly keywords?: 'zh' | 'en';
  readonly rulesDir?: string;
}

type Outcome = 'same' | 'changed' | 'refused';

export async function fmt(names: readonly string[], options: FmtOptions, shell: Shell): Promise<ExitCode> {
  const shelf = new RuleShelf(shell, options.rulesDir);
  const entries = await shelf.all(names);
  const outcomes: { file: string; outcome: Outcome }[] = [];
  for (const entry of entries)
    outcomes.push({ file: entry.file, outcome: await formatted(entry, shelf, options, shell) });
  report(outcomes, options, shell);
  return outcomes.some(({ outcome }) => outcome === 'refused' || (outcome === 'changed' && options.check)) ? 1 : 0;
}

async function formatted(entry: RuleFile, shelf: RuleShelf, options: FmtOptions, shell: Shell): Promise<Outcome> {
  if (entry.path === null) throw new Stop('cannotFormatGit', { file: entry.file });
  const compiled = await compileFile(shelf, entry);
  const broken = unreadable(compiled, entry);
  if (broken.length > 0) {
    shell.err.write(textReport(new Findings(broken, compiled.sources), shell, shell.err));
    return 'refused';
  }
  const text = format(compiled.tree, entry.text, { keywords: options.keywords ?? 'keep' });
  // The bytes count: a file in GB18030, or with a byte order mark, is written in UTF-8 without.
  if (Buffer.from(text).equals(entry.bytes)) return 'same';
  if (!options.check) writeWhole(entry.path, text);
  return 'changed';
}

/** A text that cannot be read whole must not be printed anew; nor one whose names are unknown, its baseline missing. */
function unreadable(compiled: Compiled, entry: RuleFile) {
  const errors = errorsIn(compiled.diagnostics);
  const syntax = errors.filter(({ code, file }) => code.startsWith('CME1') && file === entry.file);
  return syntax.length === 0 && compiled.ruleSet === null ? errors : syntax;
}

function report(outcomes: readonly { file: string; outcome: Outcome }[], options: FmtOptions, shell: Shell): void {
  for (const { file, outcome } of outcomes) if (outcome === 'refused') shell.tell('formatRefused', { file });
  if (options.format === 'json') {
    shell.out.line(JSON.stringify({ files: outcomes }, null, 2));
    return;
  }
  const changed = outcomes.filter(({ outcome }) => outcome === 'changed');
  for (const { file } of changed) shell.out.line(shell.say(options.check ? 'wouldFormat' : 'formatted', { file }));
  if (changed.length > 0 && options.check) shell.tell('runFmt');
  if (outcomes.every(({ outcome }) => outcome === 'same'))
    shell.out.line(shell.say('formattedAll', { files: outcomes.length }));
}
