/** Collects findings while a pass runs; past the most that it lists it stops, and says so once. */
import type { Args, CodeId } from '../model/codes.ts';
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { MOST } from './limits.ts';

export interface Extra {
  readonly fix?: Fix;
  readonly related?: NonNullable<Diagnostic['related']>;
}

export type Report = (code: CodeId, span: Span, args?: Args, extra?: Extra) => void;

export class Findings {
  readonly list: Diagnostic[] = [];
  private readonly said = new Set<string>();

  /** Nothing more will be listed. */
  get full(): boolean {
    return this.list.length > MOST.findings;
  }

  /** A reporter for one file. What a pass comes by twice, as a group that is asked from several lines, is said once. */
  in(file: string): Report {
    return (code, span, args = {}, extra = {}) => {
      if (this.full) return;
      const what = JSON.stringify([code, file, span.start, span.end, args]);
      if (this.said.has(what)) return;
      this.said.add(what);
      if (this.list.length === MOST.findings) this.list.push(unlisted(file, span));
      else this.list.push({ code, args, file, span, ...extra });
    };
  }
}

/** The same for the same finding. */
export const keyOf = ({ code, file, span }: Diagnostic): string => `${code} ${span.start} ${span.end} ${file}`;

/** Says that there is more. */
export const unlisted = (file: string, span: Span): Diagnostic => ({
  code: 'CME199',
  args: { count: String(MOST.findings) },
  file,
  span,
});

/** A fix that writes another name in the place of a misspelt one. Not safe: the author may have meant a third. */
export const renameTo = (span: Span, name: string): Extra => ({ fix: { edits: [{ span, text: name }], safe: false } });
