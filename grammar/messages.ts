/** The parser's complaint as a finding in the author's words: what stands there, what was expected, and how to mend it. */
import { EOF, type IRecognitionException, type IToken } from 'chevrotain';
import type { Span } from '../src/model/span.ts';
import { hidesWords, quoting } from './classify.ts';
import { type KeywordId, keywords } from './keywords.ts';
import { type Bilingual, type Report, replacing, shown } from './report.ts';
import { endOf } from './scan.ts';
import { Close, meaningsOf, PlainName, Quoted } from './tokens.ts';

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
  Open: { zh: '（', en: '(' },
  Close: { zh: '）', en: ')' },
  Equals: { zh: '=', en: '=' },
  Percent: { zh: '%', en: '%' },
  Slash: { zh: '/', en: '/' },
  Tilde: { zh: '～', en: '～' },
  Separator: { zh: '、', en: '、' },
  Comma: { zh: '，', en: '，' },
  Enumeration: { zh: '、', en: '、' },
};

const wordOf = (name: string, language: 'zh' | 'en'): Bilingual | undefined => {
  if (!name.startsWith('K_')) return classes[name];
  const word = `「${keywords[name.slice(2) as KeywordId][language]}」`;
  return { zh: word, en: word };
};

/** At most five of what was expected, joined as each language joins a choice. */
const choice = (names: readonly string[], language: 'zh' | 'en'): Bilingual => {
  const words = names.flatMap((name) => wordOf(name, language) ?? []).slice(0, MOST);
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
  /** What the place is called: the line word, or the column's head. */
  readonly where: string;
  /** Where the place begins, for one that holds no tokens. */
  readonly span: Span;
}

const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: endOf(token) });

/** Reports the first thing wrong with a line or a cell. */
export const reportError = (error: IRecognitionException, place: Place, report: Report): void => {
  const { tokens, language, where } = place;
  const ended = error.token.tokenType === EOF;
  const at = ended ? tokens.length : tokens.indexOf(error.token);
  const found = tokens[at];
  const before = tokens[at - 1];
  const expected = error.message === '' ? [] : error.message.split(' ');

  // A run that could not be split for want of a declared name: that is what to mend.
  const unread = [found, before].find((token) => token?.tokenType === PlainName && hidesWords(token.image));
  if (unread) {
    report.add('CME114', spanOf(unread), { found: shown(unread.image), word: hidesWords(unread.image) ?? '' });
  } else if (!found) {
    const last = before ? spanOf(before) : place.span;
    report.add('CME116', last, { where, expected: choice(expected, language) });
  } else reportFound(found, expected, place, report);
};

/** Something stands where it does not belong. */
const reportFound = (found: IToken, expected: readonly string[], place: Place, report: Report): void => {
  const { tokens, language, where } = place;
  const span = spanOf(found);
  const image = shown(found.image);
  if (expected.length === 0) {
    if (found.tokenType === Close) report.add('CME118', span, {}, replacing(span, '', false));
    else report.add('CME117', span, { found: image, where });
  } else if (expected.length === 1 && expected[0] === 'Quoted' && found.tokenType !== Quoted) {
    const whole = { start: span.start, end: endOf(tokens[tokens.length - 1] as IToken) };
    report.add('CME119', whole, { where }, quoting(whole));
  } else if (expected.includes('Name') && meaningsOf(found.image).length > 0) {
    report.add('CME120', span, { found: image, expected: choice(expected, language) }, quoting(span));
  } else report.add('CME115', span, { found: image, where, expected: choice(expected, language) });
};
