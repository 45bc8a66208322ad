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
  const accepting = tree.sections.flatMap(({ extent, lines }) =>
    linesOf(lines, 'accepted').map(({ code }) => ({ extent, code: code.text })),
  );
  if (accepting.length === 0) return found;
  return found.filter(
    (one) =>
      one.file !== file ||
      severityOf(one) === 'error' ||
      !accepting.some(
        ({ extent, code }) => code === one.code && extent.start <= one.span.start && one.span.end <= extent.end,
      ),
  );
};
