/** A document for paper as neutral blocks: what it says, and nothing of how a printer spells it. */
import type { Lang } from '../model/codes.ts';

/** `aside` stands behind the words and smaller: the clause, or the file that it comes from. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly aside?: string;
}

/** `lead` is a sentence that stands for the whole; `caption` names the table below it; `note` is smaller than the body. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly tone: 'body' | 'lead' | 'note' | 'caption';
  readonly text: string;
}

export interface Column {
  readonly head: string;
  /** Of the width of the page, in relation to its neighbours. */
  readonly share: number;
  readonly align?: 'right';
}

/** A cell is a text; `\n` parts its lines. INVARIANT: a row has as many cells as the table has columns. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export type Block = Heading | Paragraph | Table;

export interface Doc {
  readonly lang: Lang;
  readonly title: string;
  /** Under the title. */
  readonly subtitle: string | null;
  readonly blocks: readonly Block[];
}

export const heading = (level: Heading['level'], text: string, aside?: string): Heading => ({
  kind: 'heading',
  level,
  text,
  ...(aside && { aside }),
});

export const paragraph = (text: string, tone: Paragraph['tone'] = 'body'): Paragraph => ({
  kind: 'paragraph',
  tone,
  text,
});

/** None where there are no rows: a head above nothing tells nothing. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Table[] =>
  rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];

// Control characters have no place in XML, directional ones would show a line in another order than it has, and half of a
// pair is no character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A text that every printer may take: what cannot be printed is shown as �, a tab as a blank. */
export const clean = (text: string): string => text.toWellFormed().replaceAll('\t', ' ').replace(UNSAFE, '\ufffd');
