/**
 * AST → text in the one canonical form. Deterministic, total, and idempotent: what it prints is read back as the same
 * tree (an award without a number then says 1, a header without 语言 says 语言 1), and no comment is lost.
 */
import { type KeywordId, keywords } from '../grammar/keywords.ts';
import type { Printed, PrintedRow, Printing } from './language/construct.ts';
import { printHead, printLine } from './language/index.ts';
import { align, wrap } from './language/layout.ts';
import type { Comment, Line, RuleFile, Section, SectionKind, Trivia } from './model/ast.ts';

export interface FormatOptions {
  /** The language of the keywords; `keep`, the default, is that of the file's first section word. */
  readonly keywords?: 'zh' | 'en' | 'keep';
}

const LINE = 2;
const ROW = 4;

/** One-line sections that may stand together as a block, where the author wrote them so. */
const listed: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'convert',
  'personField',
  'recordField',
  'notice',
  'uncomputed',
  'drop',
]);

/** The text of a file in canonical form; `text` is what `file` was read from. */
export function format(file: RuleFile, text: string, options: FormatOptions = {}): string {
  return new Writer(text, printing(languageOf(file, text, options.keywords ?? 'keep'))).file(file);
}

function languageOf(file: RuleFile, text: string, wish: 'zh' | 'en' | 'keep'): 'zh' | 'en' {
  if (wish !== 'keep') return wish;
  const word = (file.sections[0] ?? file.orphans[0])?.word;
  return word !== undefined && /^[a-zａ-ｚ]/i.test(text.slice(word.start, word.end)) ? 'en' : 'zh';
}

const printing = (language: 'zh' | 'en'): Printing => ({ language, spell: (id: KeywordId) => keywords[id][language] });

class Writer {
  private readonly out: string[] = [];
  private readonly text: string;
  private readonly p: Printing;

  constructor(text: string, p: Printing) {
    this.text = text;
    this.p = p;
  }

  file(file: RuleFile): string {
    // A text that was refused whole (too large, not text) has an empty tree: it stays as it is.
    if (file.sections.length + file.orphans.length + file.tail.length === 0 && /\S/.test(this.text)) return this.text;
    file.orphans.forEach((line, i) => {
      this.line(line, 0, i > 0);
    });
    const header = file.sections.find((section) => section.kind === 'rules');
    file.sections.forEach((section, i) => {
      // An odd line, taken for a head because what came next was indented: as that is a section, it is none.
      const odd = section.kind === 'brokenSection' && section.opens === '' && section.lines.length === 0 && i > 0;
      const parted = odd ? section.blankBefore : !together(file.sections[i - 1], section);
      if (this.out.length > 0 && parted) this.blank();
      this.section(section, section === header, odd ? LINE : 0);
    });
    if (file.tail[0] !== undefined && this.blankAbove(file.tail[0].span.start)) this.blank();
    this.comments(file.tail, 0);
    return this.out.length === 0 ? '' : `${this.out.join('\n')}\n`;
  }

  private section(section: Section, isHeader: boolean, indent: number): void {
    this.entry(printHead(section, this.p), section, section.span.start, indent);
    const unversioned = isHeader && section.lines.every((line) => line.kind !== 'language');
    if (unversioned) this.out.push(`${' '.repeat(LINE)}${this.p.spell('language')} 1`);
    section.lines.forEach((line, i) => {
      this.line(line, LINE, i > 0);
    });
  }

  private line(line: Line, indent: number, mayPart: boolean): void {
    if (mayPart && line.blankBefore) this.blank();
    this.entry(printLine(line, this.p), line, line.span.start, indent);
  }

  private entry(printed: Printed, trivia: Trivia, start: number, indent: number): void {
    this.leading(trivia, start, indent);
    if (printed.verbatim !== undefined)
      this.put([' '.repeat(indent) + printed.verbatim.replace(/\r\n?/g, '\n')], trivia.trailing);
    else if (printed.words.length > 0) this.put(wrap(printed.words, indent), trivia.trailing);
    if (printed.rows !== undefined) this.table(printed.rows);
  }

  private table(rows: readonly PrintedRow[]): void {
    const lines = align(rows, ROW);
    rows.forEach((row, i) => {
      this.leading(row.trivia, row.start, ROW);
      this.put(lines.slice(i, i + 1), row.trivia.trailing);
    });
  }

  private put(lines: readonly string[], trailing: Comment | undefined): void {
    const behind = trailing === undefined ? '' : `  ${comment(trailing)}`;
    for (const [i, line] of lines.entries()) this.out.push(i === lines.length - 1 ? line + behind : line);
  }

  /** Comments above what starts at `start`; blank lines between them, and below them, stay where the author had one. */
  private leading(trivia: Trivia, start: number, indent: number): void {
    const last = trivia.leading.at(-1);
    this.comments(trivia.leading, indent);
    // An inner comment of a wrapped line comes after its start: what stands above the line is not beneath the comment.
    if (last !== undefined && last.span.start < start && this.blankAbove(start)) this.blank();
  }

  private comments(comments: readonly Comment[], indent: number): void {
    comments.forEach((each, i) => {
      if (i > 0 && this.blankAbove(each.span.start)) this.blank();
      this.out.push(' '.repeat(indent) + comment(each));
    });
  }

  private blank(): void {
    if (this.out.length > 0 && this.out.at(-1) !== '') this.out.push('');
  }

  private blankAbove(offset: number): boolean {
    let ends = 0;
    for (let i = offset - 1; i >= 0 && ends < 2; i--) {
      const c = this.text[i] ?? '';
      if (c === '\n' || (c === '\r' && this.text[i + 1] !== '\n')) ends++;
      else if (!/\s/.test(c)) return false;
    }
    return ends === 2;
  }
}

const comment = (of: Comment): string => of.text.replace(/^＃/, '#').trimEnd();

function together(before: Section | undefined, section: Section): boolean {
  const alone = (each: Section): boolean => each.lines.length === 0 && each.leading.length === 0;
  return (
    before !== undefined &&
    before.kind === section.kind &&
    listed.has(section.kind) &&
    alone(before) &&
    alone(section) &&
    !section.blankBefore
  );
}
