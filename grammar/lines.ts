/**
 * Raw tokens to logical lines. A physical line that begins with 且 或 当 按 可由 or 、, or that follows one ending in 、,
 * continues the one above. The word that opens a line is split off here; comments and blank lines are kept beside it.
 */
import type { IToken } from 'chevrotain';
import type { Comment as CommentNode } from '../src/model/ast.ts';
import type { Span } from '../src/model/span.ts';
import { half, isLatin } from './characters.ts';
import { type KeywordId, keywords } from './keywords.ts';
import { endOf, tokenOf } from './scan.ts';
import { Colon, Comment, Enumeration, LineEnd, NumberToken, Pipe, Quoted, Run, Semicolon } from './tokens.ts';

export interface LogicalLine {
  /** The word that opens the line, where there is one. */
  readonly word?: { readonly id: KeywordId; readonly span: Span };
  /** The raw tokens after it. */
  readonly tokens: readonly IToken[];
  /** A line of a table: it begins with `|`. */
  readonly isRow: boolean;
  readonly span: Span;
  /** The parts of `span` on each physical line, comments left out. */
  readonly parts: readonly Span[];
  readonly leading: readonly CommentNode[];
  /** How many of the leading comments stand before the line, not in its folds. */
  readonly before: number;
  readonly trailing?: CommentNode;
  readonly blankBefore: boolean;
  /** How far the line is indented. */
  readonly indent: number;
  /** A 、 at the end that nothing follows. */
  readonly dangling?: Span;
}

// ---- the word that opens a line ---------------------------------------------------------------------------------------

const openers = (Object.keys(keywords) as KeywordId[]).filter((id) => keywords[id].place !== 'inner');
const openersByFirst = new Map<string, { readonly id: KeywordId; readonly zh: string }[]>();
for (const id of [...openers].sort((a, b) => keywords[b].zh.length - keywords[a].zh.length)) {
  const zh: string = keywords[id].zh;
  const first = zh.charAt(0);
  openersByFirst.set(first, [...(openersByFirst.get(first) ?? []), { id, zh }]);
}
const openersByEnglish = new Map<string, KeywordId>(openers.map((id) => [keywords[id].en, id]));
/** Words that open lines, in both spellings, for suggestions. */
export const lineWords: readonly KeywordId[] = openers;

const latinStart = (run: string): string => {
  let end = 0;
  while (isLatin(run[end])) end++;
  return run.slice(0, end);
};

/** The line word that a run begins with, longest first, and its length; a Latin word must stand whole. */
const openerOf = (run: string): { readonly id: KeywordId; readonly length: number } | undefined => {
  const latin = latinStart(run);
  if (latin !== '') {
    const id = openersByEnglish.get(latin);
    return id && { id, length: latin.length };
  }
  const found = openersByFirst.get(run.charAt(0))?.find(({ zh }) => run.startsWith(zh));
  return found && { id: found.id, length: found.zh.length };
};

/** 每 at a line's start is 每年 or 每周期: its span is split off too, whatever name follows it. */
const periods = ['年', '周期'];

const splitOpener = (
  tokens: readonly IToken[],
): { word: NonNullable<LogicalLine['word']>; rest: IToken[] } | undefined => {
  const first = tokens[0];
  if (first?.tokenType !== Run) return undefined;
  const run = half(first.image);
  const opener = openerOf(run);
  if (!opener) return undefined;
  const { id, length } = opener;
  const start = first.startOffset;
  const rest: IToken[] = [];
  let left = run.slice(length);
  let at = start + length;
  const period = id === 'per' ? periods.find((word) => left.startsWith(word)) : undefined;
  if (period) {
    rest.push(tokenOf(Run, period, at));
    left = left.slice(period.length);
    at += period.length;
  }
  if (left !== '') rest.push(tokenOf(Run, left, at));
  // A colon right after the word is forgiven, as on a form.
  const skip = rest.length === 0 && tokens[1]?.tokenType === Colon ? 2 : 1;
  for (let i = skip; i < tokens.length; i++) rest.push(tokens[i] as IToken);
  return { word: { id, span: { start, end: start + length } }, rest };
};

// ---- folds ------------------------------------------------------------------------------------------------------------

const folds: readonly KeywordId[] = ['and', 'or', 'when', 'by', 'fillable'];
const foldsZh = folds.map((id) => keywords[id].zh as string);
const foldsEn = new Set<string>(folds.map((id) => keywords[id].en));

const beginsFold = (token: IToken): boolean => {
  if (token.tokenType === Enumeration) return true;
  if (token.tokenType !== Run) return false;
  const run = half(token.image);
  return foldsZh.some((word) => run.startsWith(word)) || foldsEn.has(latinStart(run));
};

/** Lines whose lists may hold 类别, 条目 and the like at the start of a fold. */
const listsSections: ReadonlySet<KeywordId> = new Set<KeywordId>(['members', 'drop', 'per', 'reduce']);

/**
 * Whether the line is plainly one of its own although the line above ends in 、: it begins with a whole line word and
 * goes on with no mark and no connective. Else one 、 too many would swallow a line.
 */
const opensPlainly = (tokens: readonly IToken[], above: LogicalLine): boolean => {
  const [first, second] = tokens;
  if (first?.tokenType !== Run || second === undefined) return false;
  if (openerOf(half(first.image))?.length !== first.image.length) return false;
  if (above.word && listsSections.has(above.word.id)) return false;
  return (
    (second.tokenType === Run && !beginsFold(second)) || second.tokenType === NumberToken || second.tokenType === Quoted
  );
};

// ---- lines ------------------------------------------------------------------------------------------------------------

interface Physical {
  tokens: IToken[];
  comment?: CommentNode;
  start: number;
}

/** The physical lines; a `;` or 。 at the end of one is forgiven and dropped. */
function* physicalLines(tokens: readonly IToken[]): Generator<Physical> {
  let line: Physical = { tokens: [], start: 0 };
  const close = (): Physical => {
    while (line.tokens.at(-1)?.tokenType === Semicolon) line.tokens.pop();
    return line;
  };
  for (const token of tokens) {
    if (token.tokenType === LineEnd) {
      yield close();
      line = { tokens: [], start: endOf(token) };
    } else if (token.tokenType === Comment) {
      const text = token.image.trimEnd();
      line.comment = { text, span: { start: token.startOffset, end: token.startOffset + text.length } };
    } else line.tokens.push(token);
  }
  yield close();
}

const spanOf = (tokens: readonly IToken[]): Span => ({
  start: tokens[0]?.startOffset ?? 0,
  end: tokens.length > 0 ? endOf(tokens[tokens.length - 1] as IToken) : 0,
});

/** A row that is written without its first `|`: no line but a row has one behind its first word, or where it has no word. */
const lacksPipe = (tokens: readonly IToken[]): boolean =>
  tokens[1]?.tokenType === Pipe || (tokens.some(({ tokenType }) => tokenType === Pipe) && !splitOpener(tokens));

/** All logical lines of a text, and the comments after the last. */
export const logicalLines = (
  tokens: readonly IToken[],
): { readonly lines: readonly LogicalLine[]; readonly tail: readonly CommentNode[] } => {
  type Draft = { -readonly [K in keyof LogicalLine]: LogicalLine[K] } & {
    tokens: IToken[];
    leading: CommentNode[];
    parts: Span[];
    endsOpen: boolean;
  };
  const lines: Draft[] = [];
  let current: Draft | undefined;
  let pending: CommentNode[] = [];
  let blank = false;
  for (const { tokens: own, comment, start } of physicalLines(tokens)) {
    const first = own[0];
    if (first === undefined) {
      if (comment) pending.push(comment);
      else if (pending.length === 0) blank = true;
      continue;
    }
    const isRow = first.tokenType === Pipe || lacksPipe(own);
    const part = spanOf(own);
    const endsOpen = own[own.length - 1]?.tokenType === Enumeration;
    const open: Draft | undefined = current;
    if (open && !isRow && (beginsFold(first) || (open.endsOpen && !opensPlainly(own, open)))) {
      if (open.trailing) open.leading.push(open.trailing);
      for (const one of pending) open.leading.push(one);
      for (const token of own) open.tokens.push(token);
      open.parts.push(part);
      open.span = { start: open.span.start, end: part.end };
      open.endsOpen = endsOpen;
      delete open.trailing;
      if (comment) open.trailing = comment;
    } else {
      const opener = isRow ? undefined : splitOpener(own);
      current = {
        ...(opener && { word: opener.word }),
        tokens: opener ? opener.rest : own,
        isRow,
        span: part,
        parts: [part],
        leading: pending,
        before: pending.length,
        ...(comment && { trailing: comment }),
        blankBefore: blank,
        indent: part.start - start,
        endsOpen,
      };
      lines.push(current);
    }
    pending = [];
    blank = false;
  }
  for (const line of lines) {
    // A 、 that is all of a line is no end of a list.
    if (!line.endsOpen || line.isRow || (!line.word && line.tokens.length < 2)) continue;
    const last = line.tokens.pop();
    if (last) line.dangling = { start: last.startOffset, end: endOf(last) };
  }
  return { lines, tail: pending };
};
