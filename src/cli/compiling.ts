/** A rule file compiled with the baselines found for it. */
import { type Compiled, compile, type Diagnostic, type Plan, severityOf } from '../index.ts';
import { Findings } from './report/findings.ts';
import { jsonReport } from './report/json.ts';
import { textReport } from './report/text.ts';
import type { RuleFile } from './rulefile.ts';
import type { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

export async function compileFile(
  shelf: RuleShelf,
  entry: RuleFile,
  readings: Readonly<Record<string, string>> = {},
  findings: 'all' | 'errors' = 'all',
): Promise<Compiled> {
  return compile(entry, { library: await shelf.library(entry), readings, findings });
}

export const errorsIn = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter((one) => severityOf(one) === 'error');

/** Compiled together, a baseline's findings come once for each file that stands on it: each is kept once. */
export function distinct(found: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set<string>();
  return found.filter((one) => {
    const key = `${one.file}\0${one.code}\0${one.span.start}\0${one.span.end}\0${JSON.stringify(one.args)}`;
    return !known.has(key) && known.add(key);
  });
}

/** The plan; where there is none, the errors are shown and the command ends with 1. */
export function planOf({ plan, diagnostics, sources }: Compiled, format: 'text' | 'json', shell: Shell): Plan {
  if (plan !== null) return plan;
  const errors = errorsIn(diagnostics);
  const findings = new Findings(distinct(errors), sources);
  if (format === 'json') shell.out.write(jsonReport(findings, shell.lang));
  else shell.err.write(`${textReport(findings, shell, shell.err)}\n`);
  throw new Stop('rulesHaveErrors', { count: errors.length }, 1);
}
