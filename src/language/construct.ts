/**
 * What a construct knows of itself, one record a kind of line or section. Here: how it is printed. A construct says its
 * words in order; where they go on the page (spaces, wrapping, alignment) is `layout.ts`'s affair.
 */
import type { KeywordId } from '../../grammar/keywords.ts';
import type { LineKind, LineOf, SectionKind, SectionOf, Trivia } from '../model/ast.ts';

/** What the pass hands to every construct. */
export interface Printing {
  readonly language: 'zh' | 'en';
  /** A keyword in the language that is being printed. */
  readonly spell: (id: KeywordId) => string;
}

/** One word of a printed line. */
export interface Word {
  readonly text: string;
  /** It stands right behind the word before it, without a space. */
  readonly tight?: boolean;
  /** A line that is too wide may be broken before this word; of several such words those with the smallest number. */
  readonly fold?: number;
}

/** A row of a printed table; layout pads the cells. */
export interface PrintedRow {
  readonly cells: readonly string[];
  /** Nothing may stand behind its last cell, not even the closing mark. */
  readonly open?: boolean;
  readonly trivia: Trivia;
  /** Where the row starts in the source. */
  readonly start: number;
}

/** A line or a section's head in words. */
export interface Printed {
  readonly words: readonly Word[];
  /** The table under it, its head first. */
  readonly rows?: readonly PrintedRow[];
  /** What could not be read and stands as it was, in place of words. */
  readonly verbatim?: string;
}

export interface LinePrinter<K extends LineKind> {
  readonly print: (line: LineOf<K>, p: Printing) => Printed;
}

export interface SectionPrinter<K extends SectionKind> {
  /** The head alone; its lines are printed one by one. */
  readonly print: (section: SectionOf<K>, p: Printing) => Printed;
}
