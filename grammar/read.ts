/**
 * Logical lines to the sections of a rule file. Each line is read by the rule that its word selects; one that cannot be
 * read is kept as a `broken` line with one message, and the next line starts afresh.
 */
import type { IToken } from 'chevrotain';
import type { Comment, Line, LineKind, LineOf, RuleFile, Section, SectionKind } from '../src/model/ast.ts';
import { join, type Span } from '../src/model/span.ts';
import { half, isLatin } from './characters.ts';
import { classify, reportOdd, undeclaredIn } from './classify.ts';
import { type KeywordId, keywords } from './keywords.ts';
import { type HeadKind, heads, isHead, isPlain, isRaw, kindOf, lineRules, wordOfKind } from './lineRules.ts';
import type { LogicalLine } from './lines.ts';
import { type Place, reportError } from './messages.ts';
import { rolesOf } from './names.ts';
import { type LineParser, lineParser } from './parser.ts';
import { readRaw } from './raw.ts';
import { quoting, type Report, replacing, shown } from './report.ts';
import { endOf, tokenOf } from './scan.ts';
import { isCommon, sectionLines } from './sections.ts';
import { LONGEST_WORD, nearestLineWord, type Suggestion } from './suggest.ts';
import { readTable, type TableContext } from './tables.ts';
import { K, Odd, Quoted, Run, wordType } from './tokens.ts';
import type { Dictionary } from './words.ts';

// ---- reading ----------------------------------------------------------------------------------------------------------

type Draft = { -readonly [P in 'lines' | 'extent']: P extends 'lines' ? Line[] : Span } & {
  readonly kind: SectionKind;
  /** What the section was meant to be, where its head is broken. */
  readonly meant: SectionKind;
  /** What the section was meant to be is a guess only, so that nothing in it can be called misplaced. */
  readonly guessed: boolean;
  /** The line above was misplaced, or might have been a section's head. */
  astray: boolean;
  readonly indent: number;
  readonly word: string;
  readonly node: Record<string, unknown>;
};

export interface ReadOptions {
  readonly text: string;
  readonly lines: readonly LogicalLine[];
  readonly tail: readonly Comment[];
  readonly dictionary: Dictionary;
  /** For lines that name sections: 类别 and the like are words there. */
  readonly withSections: Dictionary;
  readonly report: Report;
}

/** Lines that hold a quoted text and nothing else. */
const texts: ReadonlySet<KeywordId> = new Set<KeywordId>(['title', 'number', 'question', 'example', 'examples']);
const namesSections: ReadonlySet<KeywordId> = new Set<KeywordId>(['members', 'drop', 'per', 'reduce']);

/** Whether 授予 stands in a run. */
const speaksOfAward = ({ tokenType, image }: IToken): boolean =>
  tokenType === Run && (image.includes(keywords.award.zh) || half(image) === keywords.award.en);

class Reader {
  private readonly o: ReadOptions;
  private readonly sections: Draft[] = [];
  private readonly orphans: Line[] = [];
  private orphaned = false;
  private readonly suggested = new Map<string, Suggestion | null>();

  constructor(options: ReadOptions) {
    this.o = options;
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
    const sections = this.sections.map(
      ({ node, lines: own, extent }) => ({ ...node, lines: own, extent }) as unknown as Section,
    );
    return { sections, orphans: this.orphans, tail, span: { start: 0, end: text.length } };
  }

  private get section(): Draft | undefined {
    return this.sections[this.sections.length - 1];
  }

  private slice(span: Span): string {
    return this.o.text.slice(span.start, span.end);
  }

  private keep(line: Line): void {
    const section = this.section;
    if (!section) this.orphans.push(line);
    else {
      section.lines.push(line);
      section.extent = join(section.extent, line.span);
    }
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
    const section = this.section;
    // A table that cannot be read keeps its rows in its text.
    const own = kind === 'awardTable' ? rows : [];
    this.keep((this.mayStand(line, kind) ? read() : undefined) ?? this.broken(line, own));
    if (own.length > 0 || rows.length === 0) return;
    if (section) this.rowsOf(rows);
    else this.keep(this.brokenRows(rows));
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
    const language = this.languageOf(line);
    const allowed = [...new Set(sectionLines[where].map((one) => keywords[wordOfKind(one)][language]))].join(' ');
    report.add('CME301', span, { word: this.slice(span), section: section.word, allowed });
    return false;
  }

  private lineOf(line: LogicalLine, kind: LineKind, rows: readonly LogicalLine[]): Line | undefined {
    if (isRaw(kind)) {
      const parts = readRaw(line, this.o.text, kind === 'cite', this.wordOf(line), this.o.report);
      if (!parts) return undefined;
      if (kind === 'approver') return this.node(line, kind, { who: parts.raw });
      return this.node(line, kind, { clauses: parts.raw, ...(parts.quote && { quote: parts.quote }) });
    }
    if (kind === 'awardTable') {
      const head = this.parsed(line, kind, this.tokensOf(line), (parser) => parser.awardTableLine());
      const table = this.table('awardTable', line, rows);
      return head && table
        ? { ...(head as LineOf<'awardTable'>), table, span: join(head.span, table.span) }
        : undefined;
    }
    return isPlain(kind) ? this.parsed(line, kind, this.tokensOf(line), lineRules[kind]) : undefined;
  }

  private table(kind: TableContext['kind'], line: LogicalLine, rows: readonly LogicalLine[]) {
    const { text, dictionary, report } = this.o;
    const word = this.wordOf(line);
    const language = this.languageOf(line);
    if (rows.length < 2) report.add('CME304', line.word?.span ?? line.span, { word });
    return readTable(rows, { kind, word, language, text, dictionary, report });
  }

  // ---- rows

  /** Rows under a line that has no table: they are a 用例表's own, or stray. */
  private rowsOf(rows: readonly LogicalLine[]): void {
    const section = this.section;
    if (section?.kind !== 'examples') {
      this.strayRows(rows);
      return;
    }
    const { text, dictionary, report } = this.o;
    const first = rows[0] as LogicalLine;
    const language = isLatin(section.word[0]) ? 'en' : 'zh';
    if (rows.length < 2) report.add('CME304', first.span, { word: section.word });
    const table = readTable(rows, { kind: 'examples', word: section.word, language, text, dictionary, report });
    const word = { start: first.span.start, end: first.span.start + 1 };
    // The head keeps its comments; the line about it has none of its own.
    const beside = { leading: [], blankBefore: false } as const;
    this.keep(table ? { kind: 'exampleTable', table, span: table.span, word, ...beside } : this.brokenRows(rows));
  }

  private strayRows(rows: readonly LogicalLine[]): void {
    const section = this.section;
    const broken = section?.kind === 'brokenSection' || section?.lines.at(-1)?.kind === 'broken';
    if (!broken) this.o.report.add('CME303', (rows[0] as LogicalLine).span);
    this.keep(this.brokenRows(rows));
  }

  private brokenRows(rows: readonly LogicalLine[]): Line {
    const [first, ...rest] = rows as readonly [LogicalLine, ...LogicalLine[]];
    return this.broken(first, rest);
  }

  // ---- lines without a line word

  /** 主讲人每小时授予2学分: the regulation's own order, read as the 授予 line that it means. */
  private regulation(line: LogicalLine, rows: readonly LogicalLine[]): void {
    const { report, dictionary } = this.o;
    const { tokens, faulty: refused } = classify(line.tokens, new Map(), dictionary, report);
    const faulty = refused || line.dangling !== undefined;
    if (line.word) {
      const spelling = half(this.slice(line.word.span));
      tokens.unshift(tokenOf(wordType(spelling, false) ?? K.per, spelling, line.word.span.start));
    }
    const award = tokens.find(({ tokenType }) => tokenType.CATEGORIES?.includes(K.award));
    const run = award ?? (line.tokens.find(speaksOfAward) as IToken);
    const whole = { ...line, word: { id: 'award' as const, span: { start: run.startOffset, end: endOf(run) } } };
    this.place(whole, 'award', rows, () => {
      if (award || faulty) return this.parsed(whole, 'award', { tokens, faulty }, (parser) => parser.regulationLine());
      const rest = undeclaredIn(run, undefined, dictionary) ?? run.image.replace(keywords.award.zh, '');
      report.add('CME114', whole.word.span, { found: shown(run.image), rest: shown(rest) });
      return undefined;
    });
  }

  /** Whether a word is likely there: a section's as far left as one, else a line's that the section takes. */
  private fits(id: KeywordId, outdented: boolean): boolean {
    const section = this.section;
    if (isHead(id)) return outdented;
    return section !== undefined && sectionLines[section.meant].includes(kindOf(id, section.meant));
  }

  /** The line word that a run was probably meant to begin with; remembered, for one mistake is often made many times. */
  private nearest(run: string, outdented: boolean): Suggestion | undefined {
    const start = run.slice(0, LONGEST_WORD + 2);
    const key = `${start} ${this.section?.meant} ${outdented}`;
    const known = this.suggested.get(key);
    if (known !== undefined) return known ?? undefined;
    const found = nearestLineWord(start, (id) => this.fits(id, outdented));
    this.suggested.set(key, found ?? null);
    return found;
  }

  /** A line that begins with no word of the language: says which one was probably meant. */
  private unknown(line: LogicalLine, rows: readonly LogicalLine[], next: LogicalLine | undefined): void {
    const { report } = this.o;
    const first = line.tokens[0] as IToken;
    // A line as far left as the section's head is more likely a section itself.
    const outdented = this.section === undefined || line.indent <= this.section.indent;
    const nearest = first.tokenType === Run ? this.nearest(first.image, outdented) : undefined;
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
    if (opens || holds) {
      const shape = { opens: opens ? keywords[opens].zh : '', text: this.slice(line.span) };
      this.open(line, 'brokenSection', opens ?? 'brokenSection', shape, span, true);
    } else {
      this.keep(this.broken(line, []));
      if (this.section) this.section.astray = true;
    }
    if (rows.length === 0) return;
    if (this.section) this.rowsOf(rows);
    else this.keep(this.brokenRows(rows));
  }

  // ---- heads of sections

  private head(line: LogicalLine, id: HeadKind): void {
    const span = line.word?.span ?? line.span;
    const shape = this.headShape(line, id);
    if (shape) this.open(line, id, id, shape, span);
    else this.open(line, 'brokenSection', id, { opens: keywords[id].zh, text: this.slice(line.span) }, span);
  }

  private headShape(line: LogicalLine, id: HeadKind): object | undefined {
    if (id !== 'uncomputed') return this.run(line, this.tokensOf(line), heads[id]);
    const parts = readRaw(line, this.o.text, true, this.wordOf(line), this.o.report);
    return parts && { clauses: parts.raw, ...(parts.quote && { reason: parts.quote }) };
  }

  private open(
    line: LogicalLine,
    kind: SectionKind,
    meant: SectionKind,
    shape: object,
    word: Span,
    guessed = false,
  ): void {
    const node = { kind, ...shape, span: line.span, word, ...this.beside(line, kind === 'brokenSection') };
    this.sections.push({
      kind,
      meant,
      guessed,
      astray: guessed,
      indent: line.indent,
      word: shown(this.slice(word)),
      node,
      lines: [],
      extent: line.span,
    });
  }

  // ---- shared

  private wordOf(line: LogicalLine): string {
    return this.slice(line.word?.span ?? line.span);
  }

  private languageOf(line: LogicalLine): 'zh' | 'en' {
    return isLatin(half(this.wordOf(line))[0]) ? 'en' : 'zh';
  }

  private beside(line: LogicalLine, whole: boolean) {
    const { leading, before, trailing, blankBefore } = line;
    // The text of a broken line holds the comments in its folds already.
    return { leading: whole ? leading.slice(0, before) : leading, blankBefore, ...(trailing && { trailing }) };
  }

  private node<L extends LineKind>(line: LogicalLine, kind: L, shape: object): Line {
    const word = line.word?.span ?? line.span;
    return { kind, ...shape, span: line.span, word, ...this.beside(line, false) } as unknown as Line;
  }

  private broken(line: LogicalLine, rows: readonly LogicalLine[]): Line {
    const last = rows[rows.length - 1];
    const span = last ? join(line.span, last.span) : line.span;
    const opens = line.word && keywords[line.word.id].zh;
    const { trailing, ...above } = this.beside(line, true);
    // Behind a broken table, the comment of its last row; that of the line itself is in the text.
    const behind = last ? last.trailing : trailing;
    return {
      kind: 'broken',
      ...(opens && { opens }),
      text: this.slice(span),
      span,
      word: line.word?.span ?? line.span,
      ...above,
      ...(behind && { trailing: behind }),
    };
  }

  private tokensOf(line: LogicalLine): { tokens: IToken[]; faulty: boolean } {
    if (this.lacksMarks(line)) return { tokens: [], faulty: true };
    const { dictionary, withSections, report } = this.o;
    const named = line.word !== undefined && namesSections.has(line.word.id);
    const read = classify(line.tokens, rolesOf(line), named ? withSections : dictionary, report);
    return line.dangling ? { ...read, faulty: true } : read;
  }

  /** A line that is a text alone, written without quotation marks: any character may stand in it, so it is said here. */
  private lacksMarks({ word, tokens }: LogicalLine): boolean {
    const first = tokens[0];
    if (!word || !first || !texts.has(word.id) || tokens.some(({ tokenType }) => tokenType === Quoted)) return false;
    const span = { start: first.startOffset, end: endOf(tokens[tokens.length - 1] as IToken) };
    this.o.report.add('CME119', span, { where: shown(this.slice(word.span)) }, quoting(span, true));
    return true;
  }

  /** Runs a rule over a line's tokens; one message at most, and none if a token was refused already. */
  private run<T>(
    line: LogicalLine,
    { tokens, faulty }: { tokens: IToken[]; faulty: boolean },
    rule: (parser: LineParser) => T,
  ): T | undefined {
    const { report } = this.o;
    const parser = lineParser();
    parser.input = [...tokens];
    parser.twice = [];
    const shape: T | undefined = rule(parser);
    const [error] = parser.errors;
    if (error) {
      const span = line.word?.span ?? line.span;
      const where = shown(this.wordOf(line));
      const { dictionary } = this.o;
      const place: Place = { tokens, language: this.languageOf(line), dictionary, where, span };
      if (!faulty) reportError(error, place, report);
      return undefined;
    }
    for (const word of parser.twice.slice(0, 1)) {
      report.add('CME307', { start: word.startOffset, end: endOf(word) }, { word: word.image });
    }
    return shape;
  }

  private parsed<L extends LineKind>(
    line: LogicalLine,
    kind: L,
    tokens: { tokens: IToken[]; faulty: boolean },
    rule: (parser: LineParser) => object,
  ): Line | undefined {
    const shape = this.run(line, tokens, rule);
    return shape && this.node(line, kind, shape);
  }
}

/** The tree of a file. */
export const readFile = (options: ReadOptions): RuleFile => new Reader(options).read();
