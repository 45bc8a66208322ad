/** Findings as commands of GitHub's workflows, which shows them beside the lines. */
import { helpOf, type Lang, messageOf, type Severity, severityOf } from '../../index.ts';
import type { Findings } from './findings.ts';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

export function githubReport(findings: Findings, lang: Lang): string {
  return findings.list
    .map((found) => {
      const { start, end } = findings.rangeOf(found);
      const place = {
        file: found.file,
        line: start.line,
        endLine: end.line,
        // Columns are of one line only.
        ...(start.line === end.line && { col: start.column, endColumn: end.column }),
        title: found.code,
      };
      const fields = Object.entries(place).map(([key, value]) => `${key}=${escapeField(String(value))}`);
      const text = [messageOf(found, lang), helpOf(found, lang)].filter(Boolean).join('\n');
      return `::${COMMAND[severityOf(found)]} ${fields.join(',')}::${escapeText(text)}\n`;
    })
    .join('');
}

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeField = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
