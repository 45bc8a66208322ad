/**
 * Cite: a rule file beside the regulation that it encodes. The text is handed in, and what differs comes back as findings;
 * the register alone is listed with who encodes each clause.
 */

import type { Compiled } from './compile.ts';
import { partAccepted } from './language/accepted.ts';
import { Findings } from './language/report.ts';
import { type Beside, checkCited, checkCovered, checkNumbers, checkQuotes } from './language/source/beside.ts';
import { type ClauseMarks, checkChanges } from './language/source/kept.ts';
import type { Regulation } from './language/source/regulation.ts';
import type { Accepted, Diagnostic } from './model/diagnostic.ts';

export interface SourceOptions {
  /** Name of the text; stands in findings as the other place that belongs to them. */
  readonly file: string;
  /** The marks kept when the text was last checked: what has changed since is told. */
  readonly before?: ClauseMarks;
}

export interface SourceFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** Those that the file accepts by 已知. */
  readonly accepted: readonly Accepted[];
}

/**
 * Whether what a rule file says stands in the regulation's text: every clause cited is there, every number of a rule in a
 * clause that it cites, every quotation word for word, every clause of the text registered. What the baselines say is
 * compared with their own texts.
 */
export const checkSource = (compiled: Compiled, regulation: Regulation, options: SourceOptions): SourceFindings => {
  const { tree } = compiled;
  const [entry] = compiled.sources;
  if (!entry) return { diagnostics: [], accepted: [] };
  const findings = new Findings();
  const report = findings.in(entry.file);
  const at: Beside['at'] = (span) => ({ file: options.file, span });
  const beside: Beside = { tree, file: entry.file, text: entry.text, regulation, at, report };
  checkCited(beside);
  checkQuotes(beside);
  checkNumbers(beside);
  checkCovered(beside);
  if (options.before) checkChanges(beside, options.before);
  if (!regulation.whole) report('CME379', tree.span, { count: String(regulation.named.size) });
  const { left, accepted } = partAccepted(tree, entry.file, findings.list);
  return { diagnostics: left.toSorted((a, b) => a.span.start - b.span.start), accepted };
};
