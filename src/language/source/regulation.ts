/**
 * The text of a regulation as the tree of its clauses. A number begins a clause where it stands at the start of a line, or
 * behind the end of a sentence, and is the next of its kind; everywhere else it is spoken of. Paragraphs without a number
 * belong to the clause before them. Total and linear: any text is read, and what is no regulation has no clauses.
 */
import type { Span } from '../../model/span.ts';
import { type ClausePath, clauseText } from '../clause.ts';
import { rankOf } from '../clauseRank.ts';
import { MOST } from '../limits.ts';
import { type Mark, markAt } from './marks.ts';
import { narrow } from './plain.ts';

export interface RegulationClause {
  readonly path: ClausePath;
  /** `第十三条（一）1` */
  readonly name: string;
  /** Its number as printed. */
  readonly label: Span;
  /** From its number to the end of the last clause within it. */
  readonly span: Span;
  /** Its own paragraphs, without its number and without the clauses within it. */
  readonly own: readonly Span[];
  readonly children: readonly RegulationClause[];
}

export interface Regulation {
  readonly text: string;
  /** The outermost, in the order of the text. */
  readonly clauses: readonly RegulationClause[];
  /** Chapters and their sections, which hold clauses without numbering them. */
  readonly chapters: readonly RegulationClause[];
  /** All of them by name. */
  readonly named: ReadonlyMap<string, RegulationClause>;
  /** False where the text is longer, or holds more clauses, than is read. */
  readonly whole: boolean;
}

interface Open {
  readonly kind: Mark['kind'];
  readonly value: number;
  readonly path: ClausePath;
  readonly name: string;
  readonly label: Span;
  span: Span;
  readonly own: Span[];
  readonly children: Open[];
  /** The number of the last of each kind within it. */
  readonly last: Map<Mark['kind'], number>;
}

/** Longer texts are read to here: many times the longest regulation. */
export const LONGEST = 2 ** 21;

const DEPTH: Record<Mark['kind'], number> = {
  章: 0,
  节: 0,
  条: 0,
  部分: 0,
  一: 0,
  附件: 0,
  '（一）': 1,
  '1': 2,
  '（1）': 3,
};
/** Numbers that a text may leave out before its next clause. */
const LEAP = 20;

const ENDS = /^(?:相关链接|抄送|主送|分享|打印|责任编辑)/;
const BREAK = /[。：；:;!！]["”』」）)]?\s*(?=[第(（\d㈠-㈩⑴-⒛])/g;
const LINE = /[^\n\r\u2028\u2029\f\v]+/g;

class Reader {
  readonly text: string;
  readonly plain: string;
  roots: Open[] = [];
  readonly chapters: Open[] = [];
  whole = true;
  #stack: Open[] = [];
  #chapter: Open[] = [];
  #count = 0;
  /** The articles read are no table of contents: some of them holds a sentence, or one was left out already. */
  #sentences = false;
  /** The number of the last of its kind that was begun outermost. */
  readonly #last = new Map<Mark['kind'], number>();

  constructor(text: string) {
    this.text = text;
    this.plain = narrow(text);
  }

  read(): void {
    for (const { 0: line, index } of this.plain.matchAll(LINE)) {
      const start = index + (line.length - line.trimStart().length);
      const end = index + line.trimEnd().length;
      if (start < end) this.#line(start, end);
    }
  }

  #line(start: number, end: number): void {
    if (ENDS.test(this.plain.slice(start, start + 8))) {
      [this.#stack, this.#chapter] = [[], []];
      return;
    }
    let from = this.#begin(start, end, true);
    for (const match of this.plain.slice(start, end).matchAll(BREAK)) {
      const at = start + match.index + match[0].length;
      if (at < from || this.#next(at, false) === null) continue;
      this.#own(from, at);
      from = this.#begin(at, end, false);
    }
    this.#own(from, end);
  }

  /** Opens what begins here, one within another: 第四条（一）. Gives where the words begin. */
  #begin(start: number, end: number, atLine: boolean): number {
    let at = start;
    let first = atLine;
    for (let depth = 0; depth < 6 && at < end; depth++) {
      const mark = this.#next(at, first, end);
      if (mark === null || mark.end > end) return at;
      at = this.#open(mark, at, end);
      first = mark.kind === '章' || mark.kind === '节';
    }
    return at;
  }

  /** The mark at an offset, where it is one that begins a clause there. */
  #next(at: number, atLine: boolean, end = this.plain.length): Mark | null {
    const mark = markAt(this.plain, at);
    if (mark === null || mark.spokenOf) return null;
    if (DEPTH[mark.kind] > 0) return this.#isNext(mark, atLine) ? mark : null;
    const short = end - at <= 60 && !/[。；;]/.test(this.plain.slice(at, end));
    switch (mark.kind) {
      case '章':
      case '节':
        return atLine && (short || /第.{1,9}条/.test(this.plain.slice(mark.end, mark.end + 60))) ? mark : null;
      case '附件':
        return atLine && short ? mark : null;
      case '一':
        // Within articles it numbers paragraphs that nobody cites.
        return atLine && !this.#last.has('条') && this.#isNext(mark, atLine) ? mark : null;
      case '条':
        if (mark.value === 1 && atLine && (this.#last.get('条') ?? 0) > 1) this.#forgetContents();
        return this.#isNext(mark, atLine) && (atLine || mark.apart) ? mark : null;
      default:
        return atLine && this.#isNext(mark, atLine) ? mark : null;
    }
  }

  #isNext({ kind, value, apart }: Mark, atLine: boolean): boolean {
    const depth = DEPTH[kind];
    const parent = depth === 0 ? null : this.#parent(depth);
    if (parent === undefined) return false;
    const last = parent === null ? (this.#last.get(kind) ?? 0) : (parent.last.get(kind) ?? 0);
    if (value === last + 1) return true;
    // A text may begin in the middle, and may leave a number out.
    if (!atLine || (depth === 0 && !apart)) return false;
    return (last === 0 && depth === 0) || (value > last && value <= last + (depth === 0 ? LEAP : 3) && last > 0);
  }

  #parent(depth: number): Open | undefined {
    return this.#stack.findLast((open) => DEPTH[open.kind] < depth);
  }

  /** A table of contents lists the articles before the text does: what holds no sentence is none of them. */
  #forgetContents(): void {
    if (this.#sentences) return;
    const [articles, others] = [this.roots.filter((r) => r.kind === '条'), this.roots.filter((r) => r.kind !== '条')];
    this.#sentences = articles.some(({ span }) => /[。；]/.test(this.text.slice(span.start, span.end)));
    if (this.#sentences) return;
    this.roots = others;
    this.#last.delete('条');
    // There is one table of contents.
    this.#sentences = true;
    this.#stack = [];
  }

  #open(mark: Mark, at: number, end: number): number {
    if (++this.#count > MOST.clauses) {
      this.whole = false;
      return mark.end;
    }
    const depth = DEPTH[mark.kind];
    const isChapter = mark.kind === '章' || mark.kind === '节';
    const parent = isChapter
      ? (mark.kind === '节' ? this.#chapter.slice(0, 1) : []).at(-1)
      : depth === 0
        ? undefined
        : this.#parent(depth);
    const path = [...(parent?.path ?? []), mark.segment];
    const label = { start: at, end: mark.end };
    const open: Open = {
      ...mark,
      path,
      name: clauseText(path),
      label,
      span: label,
      own: [],
      children: [],
      last: new Map(),
    };
    if (isChapter) {
      this.chapters.push(open);
      this.#chapter = parent ? [parent, open] : [open];
      this.#stack = [];
      const next = /第.{1,9}条/.exec(this.plain.slice(mark.end, end));
      const heading = next ? mark.end + next.index : end;
      this.#grow({ start: mark.end, end: heading });
      open.own.push({ start: mark.end, end: heading });
      return heading;
    }
    if (parent) {
      parent.children.push(open);
      parent.last.set(mark.kind, mark.value);
    } else {
      if (mark.kind === '附件') this.#chapter = [];
      this.roots.push(open);
      this.#last.set(mark.kind, mark.value);
      for (const chapter of this.#chapter) chapter.children.push(open);
    }
    this.#stack = parent ? [...this.#stack.slice(0, this.#stack.indexOf(parent) + 1), open] : [open];
    this.#grow(label);
    return mark.end;
  }

  #own(start: number, end: number): void {
    const lead = this.plain.slice(start, end);
    const span = { start: start + (lead.length - lead.trimStart().length), end: start + lead.trimEnd().length };
    const open = this.#stack.at(-1);
    if (open === undefined || span.start >= span.end) return;
    open.own.push(span);
    this.#grow(span);
  }

  #grow({ end }: Span): void {
    for (const open of [...this.#stack, ...this.#chapter])
      open.span = { start: open.span.start, end: Math.max(open.span.end, end) };
  }
}

export const readRegulation = (text: string): Regulation => {
  const reader = new Reader(text.slice(0, LONGEST));
  reader.read();
  const named = new Map<string, RegulationClause>();
  const note = (clause: RegulationClause): void => {
    if (!named.has(clause.name)) named.set(clause.name, clause);
    for (const child of clause.children) note(child);
  };
  for (const clause of reader.roots) note(clause);
  // A table of contents names a chapter before it begins; the longer is the chapter.
  for (const chapter of reader.chapters) {
    const known = named.get(chapter.name);
    if (!known || known.span.end - known.span.start < chapter.span.end - chapter.span.start)
      named.set(chapter.name, chapter);
  }
  const { roots: clauses, chapters } = reader;
  return { text, clauses, chapters, named, whole: reader.whole && text.length <= LONGEST };
};

/** All clauses, each before those within it. */
export const clausesWithin = (clauses: readonly RegulationClause[]): readonly RegulationClause[] =>
  clauses.flatMap((clause) => [clause, ...clausesWithin(clause.children)]);

/**
 * The clause that a path names. A paragraph, 第二款, is the clause that holds it: where it ends is not always printed. What
 * is cited by a 款 and then an item is that item.
 */
export const clauseAt = (regulation: Regulation, path: ClausePath): RegulationClause | null => {
  const named = regulation.named.get(clauseText(path));
  if (named) return named;
  const numbered = path.filter((segment) => rankOf(segment).kind !== '款');
  const holder = numbered.length === path.length ? undefined : regulation.named.get(clauseText(numbered));
  return holder ?? null;
};

export const textOf = ({ text }: Regulation, { span }: RegulationClause): string => text.slice(span.start, span.end);

/** All that it says, without its number. */
export const wordsOf = ({ text }: Regulation, { label, span }: RegulationClause): string =>
  text.slice(label.end, span.end);

/** Its own paragraphs, one a line. */
export const ownText = ({ text }: Regulation, { own }: RegulationClause): string =>
  own.map(({ start, end }) => text.slice(start, end)).join('\n');
