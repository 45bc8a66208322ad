/**
 * Raw tokens of one line to the tokens that the parser reads: runs become words or names, and what is wrong with a
 * single token is said here, so that the parser's own complaint about the line need not be heard.
 */
import type { IToken, TokenType } from 'chevrotain';
import { COMBINING, half, INVISIBLE, isLatin, isLatinWord, LONE, lookAlike } from './characters.ts';
import { keywords } from './keywords.ts';
import type { Role } from './names.ts';
import { inserting, type Report, replacing, shown } from './report.ts';
import { endOf, spanOf, tokenOf } from './scan.ts';
import {
  Close,
  CodeName,
  Dash,
  DateToken,
  HanRatio,
  meaningsOf,
  NumberToken,
  Odd,
  Open,
  PlainName,
  Quoted,
  Run,
  Sign,
  wordType,
} from './tokens.ts';
import type { Dictionary } from './words.ts';

export interface Classified {
  readonly tokens: IToken[];
  /** Something was said about a token already. */
  readonly faulty: boolean;
}

const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Says what is wrong with a stretch of unknown characters. */
export const reportOdd = (token: IToken, report: Report): void => {
  const span = spanOf(token);
  const stretch = token.image;
  const invisible = INVISIBLE.exec(stretch);
  const meant = lookAlike(stretch);
  if (invisible) {
    const clean = [...stretch].filter((char) => !INVISIBLE.test(char)).join('');
    report.add('CME102', span, { code: codePoint(invisible[0]) }, replacing(span, clean, clean === ''));
  } else if (LONE.test(stretch)) report.add('CME105', span);
  else if (COMBINING.test(stretch)) report.add('CME104', span, {}, replacing(span, '', false));
  else if (meant !== undefined) report.add('CME103', span, { found: stretch, meant }, replacing(span, meant, true));
  else report.add('CME101', span, { found: shown(stretch) || codePoint(stretch) });
};

/** Says so if a quotation is not closed; gives whether it is. */
export const reportUnclosed = (token: IToken, report: Report): boolean => {
  if (/^(?:「.*」|“.*”|["＂].*["＂])$/s.test(token.image) && token.image.length > 1) return false;
  const span = spanOf(token);
  const text = token.image.trimEnd();
  const close = token.image.startsWith('「') ? '」' : token.image.startsWith('“') ? '”' : '"';
  const end = span.start + text.length;
  report.add(
    'CME106',
    { start: span.start, end },
    { close, open: token.image.charAt(0) },
    inserting(end, close, false),
  );
  return true;
};

/** A `-` where ～ is meant, or before a number. */
const reportDash = (token: IToken, before: IToken | undefined, after: IToken | undefined, report: Report): void => {
  const span = spanOf(token);
  if (before?.tokenType === NumberToken && after?.tokenType === NumberToken) {
    report.add(
      'CME111',
      { start: before.startOffset, end: endOf(after) },
      { from: half(before.image), to: half(after.image) },
      replacing(span, '～', true),
    );
  } else if (after?.tokenType === NumberToken) {
    report.add('CME112', { start: span.start, end: endOf(after) }, { found: half(token.image + after.image) });
  } else report.add('CME101', span, { found: token.image });
};

const monthOrDay = (part: string): string => part.padStart(2, '0');

const reportDate = (token: IToken, report: Report): boolean => {
  const written = half(token.image);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const [year = '', month = '', day = ''] = written.split('-');
  const meant = `${year}-${monthOrDay(month)}-${monthOrDay(day)}`;
  report.add('CME108', spanOf(token), { found: written, meant }, replacing(spanOf(token), meant, true));
  return true;
};

/** Digits of a number, its point with them: exact arithmetic on a great many would take its time. */
const MOST_DIGITS = 30;

const reportLong = (token: IToken, report: Report): boolean => {
  if (token.image.length <= MOST_DIGITS) return false;
  report.add('CME126', spanOf(token), { most: String(MOST_DIGITS) });
  return true;
};

/** Nesting deeper than this would overflow a reader of the tree. */
const DEEPEST = 64;

const negations: ReadonlySet<TokenType | undefined> = new Set(
  [keywords.not.zh, keywords.not.en].flatMap((word) => [wordType(word, false), wordType(word, true)]),
);

/** Where brackets and 并非 go deeper than may be, if they do. */
const tooDeep = (tokens: readonly IToken[]): IToken | undefined => {
  let depth = 0;
  let nots = 0;
  for (const token of tokens) {
    if (token.tokenType === Open) depth++;
    else if (token.tokenType === Close) depth--;
    nots = negations.has(token.tokenType) ? nots + 1 : 0;
    if (depth > DEEPEST || nots > DEEPEST) return token;
  }
  return undefined;
};

/** 日期, 文字: types only where a field is declared, elsewhere names like any other. */
const namesType = (word: string): boolean => {
  const meanings = meaningsOf(word);
  return meanings.length > 0 && meanings.every((id) => keywords[id].colour === 'type');
};

/** Reads a line's tokens one by one. */
class Classifier {
  readonly tokens: IToken[] = [];
  faulty = false;
  private readonly dictionary: Dictionary;
  private readonly report: Report;

  constructor(dictionary: Dictionary, report: Report) {
    this.dictionary = dictionary;
    this.report = report;
  }

  put(type: TokenType, image: string, start: number): void {
    this.tokens.push(tokenOf(type, image, start));
  }

  /** Any token but a run that is taken whole. */
  token(token: IToken, before: IToken | undefined, after: IToken | undefined): void {
    const { tokenType, image, startOffset } = token;
    if (tokenType === Run) this.run(token, before);
    else if (tokenType === Sign) this.put(wordType(half(image), false) ?? Odd, half(image), startOffset);
    else if (tokenType === Odd) {
      this.faulty = true;
      reportOdd(token, this.report);
    } else if (tokenType === Dash) {
      this.faulty = true;
      reportDash(token, before, after, this.report);
    } else {
      if (tokenType === Quoted && reportUnclosed(token, this.report)) this.faulty = true;
      if (tokenType === DateToken && reportDate(token, this.report)) this.faulty = true;
      if (tokenType === NumberToken && reportLong(token, this.report)) this.faulty = true;
      this.tokens.push(token);
    }
  }

  private run(token: IToken, before: IToken | undefined): void {
    const run = half(token.image);
    const start = token.startOffset;
    const split = this.dictionary.split(run);
    if (split.kind === 'words') {
      let offset = start;
      for (const word of split.words) {
        const declared = this.dictionary.declares(word) || namesType(word);
        this.put(wordType(word, declared) ?? (declared ? PlainName : HanRatio), word, offset);
        offset += word.length;
      }
      return;
    }
    if (split.kind === 'ambiguous') {
      this.faulty = true;
      const one = split.one.join(' ');
      const args = { found: run, one, other: split.other.join(' ') };
      this.report.add('CME110', spanOf(token), args, replacing(spanOf(token), one, false));
    } else if (before?.tokenType === NumberToken && endOf(before) === start && isLatin(run[0])) {
      // 0x10, 1e999: no number of ours, and no unit behind one.
      this.faulty = true;
      const found = half(before.image) + run;
      this.report.add('CME107', { start: before.startOffset, end: endOf(token) }, { found });
    }
    this.put(PlainName, run, start);
  }
}

/** Tokens for the parser; `faulty` if one of them was refused here. */
export const classify = (
  raw: readonly IToken[],
  roles: ReadonlyMap<number, Role>,
  dictionary: Dictionary,
  report: Report,
): Classified => {
  const classifier = new Classifier(dictionary, report);
  raw.forEach((token, at) => {
    const role = token.tokenType === Run ? roles.get(at) : undefined;
    if (role) classifier.put(role === 'code' ? CodeName : PlainName, half(token.image), token.startOffset);
    else classifier.token(token, raw[at - 1], raw[at + 1]);
  });
  const { tokens, faulty } = classifier;
  const deep = tooDeep(tokens);
  if (!deep) return { tokens, faulty };
  report.add('CME113', spanOf(deep), { most: String(DEEPEST) });
  return { tokens: [], faulty: true };
};

/** Words that join or compare: a name that begins or ends with one was probably meant to be split. */
const joins = (word: string): boolean =>
  meaningsOf(word).some((id) => ['connective', 'operator', 'line'].includes(keywords[id].colour));
const measures = (word: string): boolean => meaningsOf(word).some((id) => keywords[id].colour === 'unit');

/** The undeclared part of a run that was taken for one name although words of the language stand in it. */
export const undeclaredIn = (name: IToken, before: IToken | undefined, dictionary: Dictionary): string | undefined => {
  if (isLatinWord(name.image)) return undefined;
  const unread = dictionary.unread(name.image);
  if (!unread) return undefined;
  const [first = ''] = unread.words;
  const afterNumber = before?.tokenType === NumberToken && name.image.startsWith(first) && measures(first);
  return afterNumber || unread.words.some(joins) ? unread.rest : undefined;
};
