/** The parser's complaint as a finding in the author's words: what stands there, what was expected, and how to mend it. */
import { EOF, type IRecognitionException, type IToken, type TokenType } from 'chevrotain';
import type { Bilingual } from '../src/model/codes.ts';
import type { Fix } from '../src/model/diagnostic.ts';
import type { Span } from '../src/model/span.ts';
import { half } from './characters.ts';
import { undeclaredIn } from './classify.ts';
import { type KeywordId, keywords } from './keywords.ts';
import { quoting, type Report, replacing, shown } from './report.ts';
import { endOf, spanOf } from './scan.ts';
import { Close, K, meaningsOf, PlainName, Quoted } from './tokens.ts';
import type { Dictionary } from './words.ts';

/** Most expectations that a sentence lists. */
const MOST = 5;

const classes: Readonly<Record<string, Bilingual>> = {
  Name: { zh: '名称', en: 'a name' },
  CodeName: { zh: '英文代码', en: 'a code' },
  NumberToken: { zh: '数字', en: 'a number' },
  DateToken: { zh: '日期（如 2025-01-01）', en: 'a date such as 2025-01-01' },
  Quoted: { zh: '引号中的文字', en: 'a quoted text' },
  HanRatio: { zh: '比例（如 20%、2/3）', en: 'a share such as 20% or 2/3' },
  Unit: { zh: '单位（如 学分、小时）', en: 'a unit such as 学分 credits' },
  SpanWord: { zh: '次、项目、日、年或周期', en: '次 record, 项目 project, 日 day, 年 year or 周期 cycle' },
  TypeWord: { zh: '类型（如 小数、日期）', en: 'a type such as 小数 decimal' },
  OrderWord: { zh: '「不少于」「不超过」等', en: '「不少于」 or the like' },
  SectionName: { zh: '「类别」「条目」或「分组」', en: '「类别」, 「条目」 or 「分组」' },
  Status: { zh: '「达标」「未达标」或「免除」', en: '「达标」, 「未达标」 or 「免除」' },
  Open: { zh: '「（」', en: '「（」' },
  Close: { zh: '「）」', en: '「）」' },
  Equals: { zh: '「=」', en: '「=」' },
  Percent: { zh: '「%」', en: '「%」' },
  Slash: { zh: '「/」', en: '「/」' },
  Tilde: { zh: '「～」', en: '「～」' },
  Separator: { zh: '「、」', en: '「、」' },
  Comma: { zh: '「，」', en: '「，」' },
  Enumeration: { zh: '「、」', en: '「、」' },
};

const wordOf = (name: string, language: 'zh' | 'en'): Bilingual | undefined => {
  if (!name.startsWith('K_')) return classes[name];
  const word = `「${keywords[name.slice(2) as KeywordId][language]}」`;
  return { zh: word, en: word };
};

/** What stands for many at once: a condition, a value, a share. */
const wholes: readonly { readonly of: readonly string[]; readonly words: Bilingual }[] = [
  { of: ['K_not', 'Open', 'K_total', 'K_yearTotal', 'Name'], words: { zh: '条件', en: 'a condition' } },
  { of: ['NumberToken', 'DateToken', 'K_yes', 'K_no', 'Name'], words: { zh: '值', en: 'a value' } },
  { of: ['HanRatio', 'NumberToken'], words: { zh: '比例（如 20%、2/3）', en: 'a share such as 20% or 2/3' } },
];

const wordsFor = (names: readonly string[], language: 'zh' | 'en'): Bilingual[] => {
  const words: Bilingual[] = [];
  let left = names;
  for (const whole of wholes) {
    if (!whole.of.every((name) => left.includes(name))) continue;
    words.push(whole.words);
    left = left.filter((name) => !whole.of.includes(name));
  }
  return [...words, ...left.flatMap((name) => wordOf(name, language) ?? [])];
};

/** At most five of what was expected, joined as each language joins a choice. */
const choice = (names: readonly string[], language: 'zh' | 'en'): Bilingual => {
  const words = wordsFor(names, language).slice(0, MOST);
  const join = (parts: readonly string[], comma: string, or: string): string =>
    parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(comma)}${or}${parts.at(-1)}`;
  return {
    zh: join([...new Set(words.map(({ zh }) => zh))], '、', ' 或 '),
    en: join([...new Set(words.map(({ en }) => en))], ', ', ' or '),
  };
};

export interface Place {
  /** The tokens that the parser was given. */
  readonly tokens: readonly IToken[];
  readonly language: 'zh' | 'en';
  readonly dictionary: Dictionary;
  /** What the place is called: the line word, or the column's head. */
  readonly where: string;
  /** Where the place begins, for one that holds no tokens. */
  readonly span: Span;
}

/** Reports the first thing wrong with a line or a cell. */
export const reportError = (error: IRecognitionException, place: Place, report: Report): void => {
  const { tokens, language, where } = place;
  const ended = error.token.tokenType === EOF;
  const at = ended ? tokens.length : tokens.indexOf(error.token);
  const found = tokens[at];
  const before = tokens[at - 1];
  const expected = error.message === '' ? [] : error.message.split(' ');

  // A run that could not be split for want of a declared name: that is what to mend.
  for (const index of [at, at - 1]) {
    const name = tokens[index];
    const rest = name?.tokenType === PlainName && undeclaredIn(name, tokens[index - 1], place.dictionary);
    if (!name || !rest) continue;
    report.add('CME114', spanOf(name), { found: shown(name.image), rest: shown(rest) }, parting(name, rest));
    return;
  }
  if (!found) {
    const last = before ? spanOf(before) : place.span;
    report.add('CME116', last, { where, expected: choice(expected, language) });
  } else reportFound(found, expected, place, report);
};

/** Spaces around the part of a run that is no word. */
const parting = (name: IToken, rest: string): Fix => {
  const at = name.image.indexOf(rest);
  const text = [name.image.slice(0, at), rest, name.image.slice(at + rest.length)]
    .filter((part) => part !== '')
    .join(' ');
  return replacing(spanOf(name), text, false);
};

const writtenDate = /^(\d{4})[年/](\d{1,2})[月/](\d{1,2})日?$/;

/** 2025年9月1日 and 2025/9/1 as the language writes them. */
const dateIn = (tokens: readonly IToken[]): string | undefined => {
  const parts = writtenDate.exec(tokens.map(({ image }) => half(image)).join(''));
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : undefined;
};

/** Something stands where it does not belong. */
const reportFound = (found: IToken, expected: readonly string[], place: Place, report: Report): void => {
  const { tokens, language, where } = place;
  const span = spanOf(found);
  const image = shown(found.image);
  const rest = tokens.slice(tokens.indexOf(found));
  const whole = { start: span.start, end: endOf(rest[rest.length - 1] ?? found) };
  const date = expected[0] === 'DateToken' ? dateIn(rest) : undefined;
  if (expected.length === 0) {
    if (found.tokenType === Close) report.add('CME118', span, {}, replacing(span, '', false));
    else report.add('CME117', span, { found: image, where });
  } else if (date) {
    const written = rest.map((token) => token.image).join('');
    report.add('CME108', whole, { found: written, meant: date }, replacing(whole, date, true));
  } else if (expected.length === 1 && expected[0] === 'Quoted') {
    // The marks are plainly forgotten where the text is all that the line holds.
    const all = rest.length === tokens.length && !rest.some(({ tokenType }) => goesOn(tokenType));
    report.add('CME119', whole, { where }, all ? quoting(whole, true) : undefined);
  } else if (expected.includes('Name') && mayBeName(found)) {
    report.add('CME120', span, { found: image, expected: choice(expected, language) }, quoting(span, false));
  } else report.add('CME115', span, { found: image, where, expected: choice(expected, language) });
};

/** A word that an author may well have meant as a name: 其他, 字; not one that joins or compares. */
const mayBeName = (token: IToken): boolean => {
  const meanings = meaningsOf(token.image);
  return meanings.length > 0 && !meanings.some((id) => ['connective', 'operator'].includes(keywords[id].colour));
};

/** What follows a text, or would be a quotation within one. */
const goesOn = (type: TokenType): boolean =>
  type === Quoted || [K.when, K.same].some((word) => type.CATEGORIES?.includes(word));
