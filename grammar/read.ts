/**
 * Logical lines to the sections of a rule file. Each line is read by the rule that its word selects; one that cannot be
 * read is kept as a `broken` line with one message, and the next line starts afresh.
 */
import type { IToken } from 'chevrotain';
import type { Comment, Line, LineKind, LineOf, RuleFile, SectionKind } from '../src/model/ast.ts';
import { join, type Span } from '../src/model/span.ts';
import { half, isLatin } from './characters.ts';
import { reportOdd } from './classify.ts';
import { type Draft, Drafts } from './drafts.ts';
import { keywords } from './keywords.ts';
import { brokenNode, lineNode } from './lineNodes.ts';
import { LineReader, type Reading, speaksOfAward } from './lineReader.ts';
import { type HeadKind, heads, isHead, isPlain, isRaw, kindOf, lineRules, wordOfKind } from './lineRules.ts';
import type { LogicalLine } from './lines.ts';
import { Meant } from './meant.ts';
import { readRaw } from './raw.ts';
import { replacing, shown } from './report.ts';
import { endOf } from './scan.ts';
import { isCommon, sectionLines } from './sections.ts';
import { readTable, type TableKind } from './tables.ts';
import { Odd, Run } from './tokens.ts';

export interface ReadOptions extends Reading {
  readonly lines: readonly LogicalLine[];
  readonly tail: readonly Comment[];
}

class Reader {
  private readonly o: ReadOptions;
  private readonly drafts = new Drafts();
  private readonly lines: LineReader;
  private readonly meant = new Meant();
  private orphaned = false;

  constructor(options: ReadOptions) {
    this.o = options;
    this.lines = new LineReader(options);
  }

  read(): RuleFile {
    const { lines, tail, text } = this.o;
    for (let at = 0; at < lines.length; ) {
      const line = lines[at] as LogicalLine;
      let next = at + 1;
      while (lines[next]?.isRow) next++;
      // Rows belong to the line above them; at the start of a file there is none.
      if (line.isRow) this.strayRows(lines.slice(at, next));
      else this.line(line, lines.slice(at + 1, next), lines[next]);
      at = next;
    }
    return { sections: this.drafts.done(), orphans: this.drafts.orphans, tail, span: { start: 0, end: text.length } };
  }

  private get section(): Draft | undefined {
    return this.drafts.last;
  }

  private slice(span: Span): string {
    return this.o.text.slice(span.start, span.end);
  }

  // ---- one line and the rows under it

  private line(line: LogicalLine, rows: readonly LogicalLine[], next: LogicalLine | undefined): void {
    const { word, dangling } = line;
    if (dangling) this.o.report.add('CME125', dangling, {}, replacing(dangling, '', true));
    if (word && isHead(word.id)) {
      this.head(line, word.id);
      if (rows.length > 0) this.rowsOf(rows);
    } else if ((!word || word.id === 'per') && line.tokens.some(speaksOfAward)) this.regulation(line, rows);
    else if (!word) this.unknown(line, rows, next);
    else {
      const kind = kindOf(word.id, this.section?.meant);
      this.place(line, kind, rows, () => this.lineOf(line, kind, rows));
    }
  }

  /** Keeps a line if its kind may stand in this section; else says so, and keeps its text. */
  private place(line: LogicalLine, kind: LineKind, rows: readonly LogicalLine[], read: () => Line | undefined): void {
    // A table that cannot be read keeps its rows in its text.
    const own = kind === 'awardTable' ? rows : [];
    this.drafts.keep((this.mayStand(line, kind) ? read() : undefined) ?? this.broken(line, own));
    if (own.length === 0 && rows.length > 0) this.rowsUnder(rows);
  }

  /** Whether this section takes such a line; one message says it where not. */
  private mayStand(line: LogicalLine, kind: LineKind): boolean {
    const { report } = this.o;
    const section = this.section;
    const span = line.word?.span ?? line.span;
    if (!section) {
      // One message for all lines before the first section: it is one mistake.
      if (!this.orphaned) report.add('CME302', span, { word: shown(this.slice(span)) });
      this.orphaned = true;
      return false;
    }
    const where = section.meant;
    if (where === 'brokenSection' || sectionLines[where].includes(kind)) {
      if (!isCommon(kind)) section.astray = section.guessed;
      return true;
    }
    // Lines in a row that may not stand here are one mistake: the head above them is missing, or is the line just blamed.
    if (section.astray) return false;
    section.astray = true;
    const language = this.lines.languageOf(line);
    const allowed = [...new Set(sectionLines[where].map((one) => keywords[wordOfKind(one)][language]))].join(' ');
    report.add('CME301', span, { word: this.slice(span), section: section.word, allowed });
    return false;
  }

  private lineOf(line: LogicalLine, kind: LineKind, rows: readonly LogicalLine[]): Line | undefined {
    if (isRaw(kind)) {
      const parts = readRaw(line, this.o.text, kind === 'cite', this.lines.wordOf(line), this.o.report);
      if (!parts) return undefined;
      if (kind === 'approver') return lineNode(line, kind, { who: parts.raw });
      return lineNode(line, kind, { clauses: parts.raw, ...(parts.quote && { quote: parts.quote }) });
    }
    if (kind === 'awardTable') {
      const shape = this.lines.read(line, (parser) => parser.awardTableLine());
      const head = shape && (lineNode(line, kind, shape) as LineOf<'awardTable'>);
      const span = line.word?.span ?? line.span;
      const table = this.table('awardTable', rows, this.lines.wordOf(line), this.lines.languageOf(line), span);
      return head && table ? { ...head, table, span: join(head.span, table.span) } : undefined;
    }
    const shape = isPlain(kind) ? this.lines.read<object>(line, lineRules[kind]) : undefined;
    return shape && lineNode(line, kind, shape);
  }

  /** 主讲人每小时授予2学分: the regulation's own order, read as the 授予 line that it means. */
  private regulation(line: LogicalLine, rows: readonly LogicalLine[]): void {
    const whole = this.lines.regulation(line);
    this.place(whole.line, 'award', rows, () => {
      const shape = this.lines.readRegulation(whole);
      return shape && lineNode(whole.line, 'award', shape);
    });
  }

  private broken(line: LogicalLine, rows: readonly LogicalLine[]): Line {
    return brokenNode(line, rows, this.o.text);
  }

  // ---- rows

  private table(kind: TableKind, rows: readonly LogicalLine[], word: string, language: 'zh' | 'en', span: Span) {
    const { text, dictionary, report } = this.o;
    if (rows.length < 2) report.add('CME304', span, { word });
    return readTable(rows, { kind, word, language, text, dictionary, report });
  }

  private rowsUnder(rows: readonly LogicalLine[]): void {
    if (this.section) this.rowsOf(rows);
    else this.drafts.keep(this.brokenRows(rows));
  }

  /** Rows under a line that has no table: they are a 用例表's own, or stray. */
  private rowsOf(rows: readonly LogicalLine[]): void {
    const section = this.section;
    if (section?.kind !== 'examples') {
      this.strayRows(rows);
      return;
    }
    const first = rows[0] as LogicalLine;
    const table = this.table('examples', rows, section.word, isLatin(section.word[0]) ? 'en' : 'zh', first.span);
    const word = { start: first.span.start, end: first.span.start + 1 };
    // The head keeps its comments; the line about it has none of its own.
    const beside = { leading: [], blankBefore: false } as const;
    this.drafts.keep(
      table ? { kind: 'exampleTable', table, span: table.span, word, ...beside } : this.brokenRows(rows),
    );
  }

  private strayRows(rows: readonly LogicalLine[]): void {
    const section = this.section;
    const broken = section?.kind === 'brokenSection' || section?.lines.at(-1)?.kind === 'broken';
    if (!broken) this.o.report.add('CME303', (rows[0] as LogicalLine).span);
    this.drafts.keep(this.brokenRows(rows));
  }

  private brokenRows(rows: readonly LogicalLine[]): Line {
    const [first, ...rest] = rows as readonly [LogicalLine, ...LogicalLine[]];
    return this.broken(first, rest);
  }

  // ---- lines without a line word

  /** A line that begins with no word of the language: says which one was probably meant. */
  private unknown(line: LogicalLine, rows: readonly LogicalLine[], next: LogicalLine | undefined): void {
    const { report } = this.o;
    const first = line.tokens[0] as IToken;
    // A line as far left as the section's head is more likely a section itself.
    const outdented = this.section === undefined || line.indent <= this.section.indent;
    const nearest =
      first.tokenType === Run ? this.meant.wordOf(first.image, this.section?.meant, outdented) : undefined;
    const span = { start: first.startOffset, end: nearest ? first.startOffset + nearest.length : endOf(first) };
    const found = shown(this.slice(span));
    let opens: HeadKind | undefined;
    if (nearest) {
      const meant = keywords[nearest.id][isLatin(half(first.image)[0]) ? 'en' : 'zh'];
      report.add('CME123', span, { found, meant }, replacing(span, meant, false));
      if (isHead(nearest.id) && outdented) opens = nearest.id;
    } else if (first.tokenType === Odd) reportOdd(first, report);
    else report.add('CME124', span, { found });
    const holds = !nearest && outdented && next !== undefined && next.indent > line.indent;
    if (opens || holds) this.openBroken(line, opens ?? 'brokenSection', span, true);
    else {
      this.drafts.keep(this.broken(line, []));
      if (this.section) this.section.astray = true;
    }
    if (rows.length > 0) this.rowsUnder(rows);
  }

  // ---- heads of sections

  private head(line: LogicalLine, id: HeadKind): void {
    const word = line.word?.span ?? line.span;
    const shape = this.headShape(line, id);
    if (!shape) this.openBroken(line, id, word, false);
    else this.drafts.open(line, { kind: id, meant: id, guessed: false, shape, word, written: this.slice(word) });
  }

  private headShape(line: LogicalLine, id: HeadKind): object | undefined {
    if (id !== 'uncomputed') return this.lines.read<object>(line, heads[id]);
    const parts = readRaw(line, this.o.text, true, this.lines.wordOf(line), this.o.report);
    return parts && { clauses: parts.raw, ...(parts.quote && { reason: parts.quote }) };
  }

  /** A section whose head could not be read, or that only may be one. */
  private openBroken(line: LogicalLine, meant: SectionKind, word: Span, guessed: boolean): void {
    const opens = meant === 'brokenSection' ? '' : keywords[meant].zh;
    const shape = { opens, text: this.slice(line.span) };
    this.drafts.open(line, { kind: 'brokenSection', meant, guessed, shape, word, written: this.slice(word) });
  }
}

/** The tree of a file. */
export const readFile = (options: ReadOptions): RuleFile => new Reader(options).read();
