/** A document taken apart into what has a key: sections, their lines, the rows of their tables, and what is switched off. */
import { printingIn } from '../language/prose.ts';
import type { Line, LineOf, Row, RuleFile, Section, Table } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import { declaredNames, parse } from '../parse.ts';
import { offIn, switchedOn } from './comments.ts';
import { headSlots } from './heads.ts';
import type { EditDocument } from './intent.ts';
import { slotsOfLine } from './lineSlots.ts';
import { Page } from './page.ts';
import type { Reading, Slot } from './slot.ts';
import { slotsOfRow } from './tableSlots.ts';
import type { RowAt } from './view.ts';
import { registerOf, Vocabulary } from './vocabulary.ts';

/** A rule that is a comment now. */
export interface Off {
  readonly span: Span;
  /** As it was written. */
  readonly text: string;
  /** A whole section. */
  readonly section: Section | undefined;
}

/** What is asked of a document again and again, worked out once. */
export class Look {
  readonly document: EditDocument;
  readonly page: Page;
  readonly language: 'zh' | 'en';
  readonly vocabulary: Vocabulary;
  private readonly zh: Reading;
  private readonly en: Reading;

  constructor(document: EditDocument, vocabulary?: Vocabulary) {
    this.document = document;
    this.page = new Page(document.text);
    const [first] = document.tree.sections;
    this.language = first && isLatinAt(document.text, first.word) ? 'en' : 'zh';
    this.vocabulary = vocabulary ?? new Vocabulary(document, this.language);
    if (!vocabulary) this.vocabulary.register = registerOf(document);
    const { text } = document;
    this.zh = { text, p: printingIn('zh'), vocabulary: this.vocabulary };
    this.en = { text, p: printingIn('en'), vocabulary: this.vocabulary };
  }

  /** Another text read in the same words, as after an edit. */
  of(text: string): Look {
    const { file: tree, diagnostics } = parse(text, { file: this.document.file, names: this.names() });
    return new Look({ ...this.document, text, tree, diagnostics }, this.vocabulary);
  }

  /** A whole other text: how much of it cannot be read, and how many sections it has. */
  retold(text: string): { readonly reading: number; readonly sections: number } {
    const { file, diagnostics } = parse(text, { file: this.document.file, names: this.document.names });
    return { reading: diagnostics.length, sections: file.sections.length };
  }

  /** In the language of the word that opens the line. */
  readingOf(word: Span): Reading {
    return isLatinAt(this.document.text, word) ? this.en : this.zh;
  }

  /** What is switched off, in source order. */
  off(): readonly Off[] {
    const { page } = this;
    return offIn(page).map((lines): Off => {
      const written: string[] = [];
      for (let line = lines.first; line <= lines.last; line++) written.push(switchedOn(page.of(line)) ?? '');
      const text = written.join('\n');
      const { file } = parse(text, { file: '', names: this.names() });
      const span = page.span(lines);
      const start = span.start + page.indent(lines.first).length;
      return { span: { start, end: span.end }, text: text.trim(), section: file.sections[0] };
    });
  }

  private declared: readonly string[] | undefined;

  /** Every name of the document. */
  names(): readonly string[] {
    this.declared ??= [...new Set([...this.document.names, ...declaredNames(this.document.tree)])];
    return this.declared;
  }
}

const isLatinAt = (text: string, { start }: Span): boolean => /[a-zａ-ｚ]/i.test(text[start] ?? '');

export type Element =
  | { readonly kind: 'head'; readonly at: RowAt; readonly section: Section }
  | { readonly kind: 'line'; readonly at: RowAt; readonly section: Section; readonly line: Line }
  | {
      readonly kind: 'row';
      readonly at: RowAt;
      readonly section: Section;
      readonly line: LineOf<'awardTable'> | LineOf<'exampleTable'>;
      readonly row: Row;
    };

/** What an address in a tree leads to. */
export function elementAt(tree: RuleFile, at: RowAt): Element | undefined {
  const section = tree.sections[at.section];
  if (!section) return undefined;
  if (at.line === undefined) return { kind: 'head', at, section };
  const line = section.lines[at.line];
  if (!line) return undefined;
  if (at.row === undefined) return { kind: 'line', at, section, line };
  const table = tableOf(line);
  const row = table?.rows[at.row];
  if (!row || (line.kind !== 'awardTable' && line.kind !== 'exampleTable')) return undefined;
  return { kind: 'row', at, section, line, row };
}

export const tableOf = (line: Line): Table | undefined =>
  line.kind === 'awardTable' || line.kind === 'exampleTable' ? line.table : undefined;

/** Of a line with a table its own part. */
export const ownSpan = (line: Line): Span => {
  if (line.kind !== 'awardTable') return line.kind === 'exampleTable' ? line.table.head.span : line.span;
  const { by, remainder, falling, when } = line;
  const ends = [by, remainder, falling, when].map((part) => part?.span.end ?? 0);
  return { start: line.span.start, end: Math.max(line.word.end, ...ends) };
};

export const spanOf = (element: Element): Span => {
  if (element.kind === 'head') return element.section.span;
  return element.kind === 'line' ? element.line.span : element.row.span;
};

/** The cells of what stands there. */
export function slotsAt(element: Element, look: Look): readonly Slot[] {
  const { section } = element;
  if (element.kind === 'head') return named(headSlots(section, look.readingOf(section.word)), section.kind, look);
  // The table of 用例表 has no word of its own.
  const reading = look.readingOf(element.line.kind === 'exampleTable' ? section.word : element.line.word);
  if (element.kind === 'row') return slotsOfRow(element.row, element.line.table, element.line.kind, reading);
  const label = 'label' in section ? section.label?.text : undefined;
  const slots = slotsOfLine(element.line, reading, { section: section.kind, ...(label !== undefined && { label }) });
  return element.line.kind === 'option' ? named(slots, 'option', look) : slots;
}

/** A name that the baseline gives is no name to change here: what it names would be another thing. */
const named = (slots: readonly Slot[], kind: string, look: Look): readonly Slot[] =>
  slots.map((slot) =>
    slot.takes === 'name' && look.document.given.includes(`${kind} ${slot.value}`)
      ? { ...slot, editable: false }
      : slot,
  );
