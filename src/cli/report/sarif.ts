/** Findings as SARIF 2.1.0, for code scanning. */
import { type Diagnostic, helpOf, type Lang, messageOf, type Severity, type Span, severityOf } from '../../index.ts';
import type { Findings } from './findings.ts';
import { rosterOf } from './witness.ts';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

export function sarifReport(findings: Findings, lang: Lang, version: string): string {
  const accepted = findings.accepted ?? [];
  const rules = [...new Set([...findings.list, ...accepted.map(({ found }) => found)].map(({ code }) => code))].sort();
  const result = (found: Diagnostic) => ({
    ruleId: found.code,
    ruleIndex: rules.indexOf(found.code),
    level: LEVEL[severityOf(found)],
    message: { text: [messageOf(found, lang), helpOf(found, lang)].filter(Boolean).join('\n') },
    locations: [{ physicalLocation: { artifactLocation: { uri: uri(found.file) }, region: region(found, findings) } }],
    ...((found.clause !== undefined || found.witness) && {
      properties: {
        ...(found.clause !== undefined && { clause: found.clause }),
        ...(found.witness && { witness: rosterOf(found.witness) }),
      },
    }),
    ...(found.related && {
      relatedLocations: found.related.map((other, id) => ({
        id,
        physicalLocation: { artifactLocation: { uri: uri(other.file) }, region: region(other, findings) },
      })),
    }),
    ...(found.fix && {
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: uri(found.file) },
              replacements: found.fix.edits.map(({ span, text }) => ({
                deletedRegion: region({ file: found.file, span }, findings),
                insertedContent: { text },
              })),
            },
          ],
        },
      ],
    }),
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cme', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.list.map(result),
          // Accepted where it stands: a viewer shows it as set aside, with the reason.
          ...accepted.map(({ found, reason }) => ({
            ...result(found),
            suppressions: [{ kind: 'inSource', justification: reason }],
          })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function region(at: { file: string; span: Span }, findings: Findings): object {
  const { start, end } = findings.rangeOf(at);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

/** A relative reference: its separators stay, all else that is no plain character is escaped. */
const uri = (file: string): string => file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
