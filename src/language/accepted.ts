/** 已知: what the author has looked at and accepts, in the section that says so, and why. Errors cannot be accepted. */
import type { RuleFile } from '../model/ast.ts';
import { sourceCodes } from '../model/codes/citations.ts';
import { codes, severityOf } from '../model/codes.ts';
import type { Accepted, Diagnostic } from '../model/diagnostic.ts';
import { linesOf } from './find.ts';
import type { Report } from './report.ts';

/** Codes that name no finding are reported: nothing would be silenced by them. */
export const checkAccepted = (tree: RuleFile, report: Report): void => {
  for (const { lines } of tree.sections) {
    for (const { code } of linesOf(lines, 'accepted')) {
      if (!(code.text in codes)) report('CME509', code.span, { code: code.text });
    }
  }
};

interface Parted {
  readonly left: readonly Diagnostic[];
  readonly accepted: readonly Accepted[];
}

/** The findings, and apart from them those that a section accepts within itself. */
export const partAccepted = (tree: RuleFile, file: string, found: readonly Diagnostic[]): Parted => {
  const accepting = tree.sections.flatMap(({ extent, lines }) => {
    const known = new Map(linesOf(lines, 'accepted').map((line) => [line.code.text, line]));
    return known.size === 0 ? [] : [{ extent, known }];
  });
  if (accepting.length === 0) return { left: found, accepted: [] };
  // Sections come in source order and share nothing: at most one of them holds a place.
  const around = (at: number): (typeof accepting)[number] | undefined => {
    let [low, high] = [0, accepting.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((accepting[mid]?.extent.start ?? 0) <= at) low = mid + 1;
      else high = mid;
    }
    return accepting[low - 1];
  };
  const left: Diagnostic[] = [];
  const accepted: Accepted[] = [];
  for (const one of found) {
    const section = one.file === file && severityOf(one) !== 'error' ? around(one.span.start) : undefined;
    const line = section && one.span.end <= section.extent.end ? section.known.get(one.code) : undefined;
    if (line) accepted.push({ found: one, reason: line.reason.value, at: line.span });
    else left.push(one);
  }
  return { left, accepted: accepted.sort((a, b) => a.found.span.start - b.found.span.start) };
};

/** A 已知 that no finding answers any more. Only to be asked where everything was looked for. */
export const tellUnanswered = (tree: RuleFile, accepted: readonly Accepted[], report: Report): void => {
  const answered = new Set(accepted.map(({ at }) => at));
  for (const { lines } of tree.sections) {
    for (const { code, span } of linesOf(lines, 'accepted')) {
      // What is looked for only beside the regulation's text was not.
      if (code.text in sourceCodes) continue;
      if (code.text in codes && !answered.has(span)) report('CME739', span, { code: code.text });
    }
  }
};
