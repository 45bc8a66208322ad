/** Parts of a line in running text, without the blanks that part words in a rule file. */
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import type { Lang } from '../model/codes.ts';
import type { Printing } from './construct.ts';
import { lineOf, type Part, words } from './words.ts';

export const printingIn = (language: Lang): Printing => ({
  language,
  spell: (id: KeywordId) => keywords[id][language],
});

/** Those around figures stay. */
export const closed = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}，、）」])\s+(?=[\p{Script=Han}（「])/gu, '');

export const prose = (part: Part, language: Lang): string => {
  const text = lineOf(words(part));
  return language === 'zh' ? closed(text) : text;
};
