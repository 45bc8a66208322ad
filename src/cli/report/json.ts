/** Findings as the JSON of `cme check`. Lines and columns count UTF-16 code units from 1; offsets from 0. */
import { type Accepted, type Diagnostic, helpOf, type Lang, messageOf, severityOf } from '../../index.ts';
import type { Findings } from './findings.ts';
import { rosterOf } from './witness.ts';

/** `more` are keys that the command adds. */
export function jsonReport(findings: Findings, lang: Lang, more: Readonly<Record<string, unknown>> = {}): string {
  const report = {
    diagnostics: findings.list.map((found) => jsonOf(found, findings, lang)),
    ...(findings.accepted && { accepted: findings.accepted.map((one) => acceptedOf(one, findings, lang)) }),
    ...more,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const acceptedOf = ({ found, reason, at }: Accepted, findings: Findings, lang: Lang): object => ({
  ...jsonOf(found, findings, lang),
  reason,
  accepted_at: findings.rangeOf({ file: found.file, span: at }),
});

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
    ...(found.clause !== undefined && { clause: found.clause }),
    ...(found.witness && { witness: rosterOf(found.witness) }),
    ...(found.related && {
      related: found.related.map((other) => ({ file: other.file, range: findings.rangeOf(other) })),
    }),
    ...(found.fix && { fix: { safe: found.fix.safe, edits } }),
  };
}
