/** Findings about a rule file, as plain data: nothing here is a sentence; the catalogue in `codes.ts` holds the words. */
import type { Args, CodeId } from './codes.ts';
import type { Span } from './span.ts';
import type { Witness } from './witness.ts';

export type { Lang, Severity } from './codes.ts';

/** Replace `span` by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly edits: readonly TextEdit[];
  /** Safe fixes keep or restore what the author plainly meant; `cme check --fix` applies only these. */
  readonly safe: boolean;
}

export interface Diagnostic {
  readonly code: CodeId;
  /** Values for the placeholders of the catalogue's sentence, already in the author's words. */
  readonly args: Args;
  /** Which source the span lies in (a path or a name given by the caller). */
  readonly file: string;
  readonly span: Span;
  readonly fix?: Fix;
  /** Of the element that it is about, where it has one. */
  readonly clause?: string;
  /** Who shows it. */
  readonly witness?: Witness;
  /** Other places that belong to the finding, e.g. the first declaration of a double name. */
  readonly related?: readonly { readonly file: string; readonly span: Span }[];
}

/** A finding that the author accepts by 已知, with the reason that is printed beside it. */
export interface Accepted {
  readonly found: Diagnostic;
  readonly reason: string;
  /** The line 已知, in the file of the finding. */
  readonly at: Span;
}
