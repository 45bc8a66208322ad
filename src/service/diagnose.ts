/** Findings with their words, places and fixes, as any editor can show them. */
import { helpOf, messageOf, type Severity, severityOf } from '../model/codes.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Range, Span } from '../model/span.ts';
import type { Document, Said } from './document.ts';

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly range: Range;
  readonly message: Said;
  /** How to mend it, in words. */
  readonly help: Said | null;
  readonly fix: { readonly edits: readonly TextEdit[]; readonly safe: boolean } | null;
  readonly related: readonly { readonly file: string; readonly span: Span; readonly range: Range | null }[];
}

/** Those of the file itself, in the order of its text. */
export const problemsIn = ({ file, lines, compiled: { diagnostics, maps } }: Document): readonly Problem[] =>
  diagnostics
    .filter((found) => found.file === file)
    .map((found) => {
      const [zh, en] = [helpOf(found, 'zh'), helpOf(found, 'en')];
      return {
        code: found.code,
        severity: severityOf(found),
        span: found.span,
        range: lines.range(found.span),
        message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
        help: zh === undefined || en === undefined ? null : { zh, en },
        fix: found.fix ?? null,
        related: (found.related ?? []).map((one) => ({ ...one, range: maps.get(one.file)?.range(one.span) ?? null })),
      };
    });

/** A fix for what is wrong at a place: what it is called, and what it writes. */
export interface Action {
  readonly title: Said;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
  readonly mends: string;
}

export const actionsAt = (document: Document, { start, end }: Span): readonly Action[] =>
  problemsIn(document).flatMap(({ span, fix, help, message, code }) =>
    fix !== null && span.start <= end && span.end >= start
      ? [{ title: help ?? message, edits: fix.edits, safe: fix.safe, mends: code }]
      : [],
  );
