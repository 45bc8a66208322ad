/** Findings as the JSON of `cme check`. Lines and columns count UTF-16 code units from 1; offsets from 0. */
import { type Diagnostic, helpOf, type Lang, messageOf, severityOf } from '../../index.ts';
import type { Findings } from './findings.ts';

export const jsonReport = (findings: Findings, lang: Lang): string =>
  `${JSON.stringify({ diagnostics: findings.list.map((found) => jsonOf(found, findings, lang)) }, null, 2)}\n`;

function jsonOf(found: Diagnostic, findings: Findings, lang: Lang): object {
  const help = helpOf(found, lang);
  const edits = found.fix?.edits.map(({ span, text }) => ({
    range: findings.rangeOf({ file: found.file, span }),
    text,
  }));
  return {
    code: found.code,
    severity: severityOf(found),
    message: messageOf(found, lang),
    ...(help !== undefined && { help }),
    file: found.file,
    range: findings.rangeOf(found),
    ...(found.related && {
      related: found.related.map((other) => ({ file: other.file, range: findings.rangeOf(other) })),
    }),
    ...(found.fix && { fix: { safe: found.fix.safe, edits } }),
  };
}
