/** 已知: what the author has looked at and accepts, in the section that says so. Errors cannot be accepted. */
import type { RuleFile } from '../model/ast.ts';
import { codes, severityOf } from '../model/codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
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

/** The findings less those that a section accepts within itself. */
export const withoutAccepted = (tree: RuleFile, file: string, found: readonly Diagnostic[]): readonly Diagnostic[] => {
  const accepting = tree.sections.flatMap(({ extent, lines }) => {
    const known = new Set(linesOf(lines, 'accepted').map(({ code }) => code.text));
    return known.size === 0 ? [] : [{ extent, known }];
  });
  if (accepting.length === 0) return found;
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
  return found.filter((one) => {
    if (one.file !== file || severityOf(one) === 'error') return true;
    const section = around(one.span.start);
    return !(section && one.span.end <= section.extent.end && section.known.has(one.code));
  });
};
