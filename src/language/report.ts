/** Collects findings while a pass runs. */
import type { Args, CodeId } from '../model/codes.ts';
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';

export interface Extra {
  readonly fix?: Fix;
  readonly related?: NonNullable<Diagnostic['related']>;
}

export type Report = (code: CodeId, span: Span, args?: Args, extra?: Extra) => void;

export class Findings {
  readonly list: Diagnostic[] = [];
  private readonly said = new Set<string>();

  /** A reporter for one file. What a pass comes by twice, as a group that is asked from several lines, is said once. */
  in(file: string): Report {
    return (code, span, args = {}, extra = {}) => {
      const what = JSON.stringify([code, file, span.start, span.end, args]);
      if (this.said.has(what)) return;
      this.said.add(what);
      this.list.push({ code, args, file, span, ...extra });
    };
  }
}

/** A fix that writes another name in the place of a misspelt one. Not safe: the author may have meant a third. */
export const renameTo = (span: Span, name: string): Extra => ({ fix: { edits: [{ span, text: name }], safe: false } });
