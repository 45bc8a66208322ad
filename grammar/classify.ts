/**
 * Raw tokens of one line to the tokens that the parser reads: runs become words or names, and what is wrong with a
 * single token is said here, so that the parser's own complaint about the line need not be heard.
 */
import type { IToken } from 'chevrotain';
import type { Span } from '../src/model/span.ts';
import { COMBINING, half, INVISIBLE, isLatin, isLatinWord, LONE, lookAlike } from './characters.ts';
import type { Role } from './names.ts';
import { edits, inserting, type Report, replacing, shown } from './report.ts';
import { endOf, tokenOf } from './scan.ts';
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

const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: endOf(token) });
const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Says what is wrong with a stretch of unknown characters. */
export const reportOdd = (token: IToken, report: Report): void => {
  const span = spanOf(token);
  const stretch = token.image;
  const invisible = INVISIBLE.exec(stretch);
  if (invisible) {
    const clean = [...stretch].filter((char) => !INVISIBLE.test(char)).join('');
    report.add('CME102', span, { code: codePoint(invisible[0]) }, replacing(span, clean, clean === ''));
    return;
  }
  if (LONE.test(stretch)) return report.add('CME105', span, {});
  if (COMBINING.test(stretch)) return report.add('CME104', span, {}, replacing(span, '', false));
  const meant = lookAlike(stretch);
  if (meant !== undefined) return report.add('CME103', span, { found: stretch, meant }, replacing(span, meant, true));
  report.add('CME101', span, { found: shown(stretch) || codePoint(stretch) });
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

/** Nesting deeper than this would overflow a reader of the tree. */
const DEEPEST = 64;

/** Where brackets and 并非 go deeper than may be, if they do. */
const tooDeep = (tokens: readonly IToken[]): IToken | undefined => {
  let depth = 0;
  let nots = 0;
  for (const token of tokens) {
    if (token.tokenType === Open) depth++;
    else if (token.tokenType === Close) depth--;
    nots = meaningsOf(half(token.image)).includes('not') ? nots + 1 : 0;
    if (depth > DEEPEST || nots > DEEPEST) return token;
  }
  return undefined;
};

/** Tokens for the parser; `faulty` if one of them was refused here. */
export const classify = (
  raw: readonly IToken[],
  roles: ReadonlyMap<number, Role>,
  dictionary: Dictionary,
  report: Report,
): Classified => {
  const tokens: IToken[] = [];
  let faulty = false;
  const put = (token: IToken): number => tokens.push(token);
  raw.forEach((token, at) => {
    const { tokenType, image, startOffset } = token;
    if (tokenType === Run) {
      const run = half(image);
      const role = roles.get(at);
      const number = raw[at - 1];
      if (role === 'code') return put(tokenOf(CodeName, run, startOffset));
      if (role) return put(tokenOf(PlainName, run, startOffset));
      const split = dictionary.split(run);
      if (
        number?.tokenType === NumberToken &&
        endOf(number) === startOffset &&
        split.kind === 'name' &&
        isLatin(run[0])
      ) {
        faulty = true;
        report.add('CME107', { start: number.startOffset, end: endOf(token) }, { found: half(number.image) + run });
        return;
      }
      if (split.kind === 'ambiguous') {
        faulty = true;
        const [first = ''] = split.one;
        report.add(
          'CME110',
          spanOf(token),
          { found: run, one: split.one.join(' '), other: split.other.join(' ') },
          inserting(startOffset + first.length, ' ', false),
        );
      }
      if (split.kind !== 'words') return put(tokenOf(PlainName, run, startOffset));
      let offset = startOffset;
      for (const word of split.words) {
        const type = wordType(word, dictionary.declares(word)) ?? (dictionary.declares(word) ? PlainName : HanRatio);
        put(tokenOf(type, word, offset));
        offset += word.length;
      }
      return;
    }
    if (tokenType === Sign) return put(tokenOf(wordType(half(image), false) ?? Odd, half(image), startOffset));
    if (tokenType === Odd) {
      faulty = true;
      return reportOdd(token, report);
    }
    if (tokenType === Dash) {
      faulty = true;
      return reportDash(token, raw[at - 1], raw[at + 1], report);
    }
    if (tokenType === Quoted) faulty = reportUnclosed(token, report) || faulty;
    if (tokenType === DateToken) faulty = reportDate(token, report) || faulty;
    put(token);
  });
  const deep = tooDeep(tokens);
  if (!deep) return { tokens, faulty };
  report.add('CME113', spanOf(deep), { most: String(DEEPEST) });
  return { tokens: [], faulty: true };
};

/** Whether a name holds words of the language: then it was probably meant to be split, and is not for want of a name. */
export const hidesWords = (name: string): string | undefined => {
  if (isLatinWord(name)) return undefined;
  return (
    hidden.find((word) => name.includes(word)) ??
    edges.find((word) => name.length > 1 && (name.startsWith(word) || name.endsWith(word)))
  );
};
const hidden = [
  '授予',
  '不少于',
  '不超过',
  '少于',
  '超过',
  '不足',
  '至多',
  '不属于',
  '属于',
  '并非',
  '不是',
  '累计',
  '可由',
  '抵充',
];
const edges = ['当', '且', '或', '按', '每', '是', '满'];
/** Two texts beside a name, quoted as the language does. */
export const quoting = (span: Span) =>
  edits(
    [
      { span: { start: span.start, end: span.start }, text: '「' },
      { span: { start: span.end, end: span.end }, text: '」' },
    ],
    true,
  );
