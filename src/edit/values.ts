/** What people type or paste, as the text would say it. */
import { half } from '../../grammar/characters.ts';
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import { keywordLists, type Vocabulary } from './vocabulary.ts';

/** On one line, with half-width digits: `１０` is 10. */
export const typed = (value: string): string =>
  value
    .replace(/[０-９]/g, half)
    .replace(/\s+/g, ' ')
    .trim();

/** Of the same number in one spelling: no point but the decimal one, no zero too many in front. */
export const number = (value: string): string | undefined => {
  const digits = half(value.trim()).replace('。', '.');
  if (!/^\d{1,24}(\.\d{1,6})?$/.test(digits)) return undefined;
  return digits.replace(/^0+(?=\d)/, '');
};

export const whole = (value: string): string | undefined => {
  const digits = number(value);
  return digits !== undefined && !digits.includes('.') ? digits : undefined;
};

export const ratio = (value: string): string | undefined => {
  const text = half(value).replace(/\s+/g, '');
  const plain = /^\d{1,9}(\.\d{1,6})?%$|^\d{1,9}\/\d{1,9}$/.test(text);
  return plain || /^[一二三四五六七八九十百零〇两]{1,6}分之[一二三四五六七八九十百零〇两]{1,6}$/.test(text)
    ? text
    : undefined;
};

/** 2025-3-8, 2025/3/8, 2025.3.8 and 2025年3月8日 are one day. */
export const date = (value: string): string | undefined => {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(half(value).replace(/\s+/g, ''));
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text) ? text : undefined;
};

/** The keyword of a list, in the line's language; undefined where the value is none. */
export const keywordOf = (list: string, value: string, language: 'zh' | 'en'): string | undefined => {
  const ids: readonly KeywordId[] = list in keywordLists ? keywordLists[list as keyof typeof keywordLists] : [];
  const id = ids.find((one) => keywords[one].zh === value || keywords[one].en === value.toLowerCase());
  return id && keywords[id][language];
};

/** A value of a list, as it is written; undefined where the list does not hold it. */
export const chosen = (
  list: string,
  value: string,
  language: 'zh' | 'en',
  vocabulary: Vocabulary,
): { readonly text: string; readonly keyword: boolean } | undefined => {
  const keyword = keywordOf(list, value, language);
  if (keyword !== undefined) return { text: keyword, keyword: true };
  const choice = vocabulary.choice(list, value);
  return choice && { text: choice.value, keyword: false };
};

export const split = (value: string): readonly string[] =>
  value
    .split(/[、，,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
