/**
 * Every keyword of the language once: its id, Chinese and English spelling, where it may stand, its colour class, and one
 * sentence of help in each language. Lexer, word splitting, highlighting, completion, hover, formatter and the reference
 * page are made from this table, in this order; no file but those joined here spells a keyword.
 *
 * A spelling may belong to several keywords (年 is a unit and a span, 是 compares and answers): there the place in the line
 * decides.
 */
import { comparisons } from './keywords/comparisons.ts';
import { connectives } from './keywords/connectives.ts';
import { constants } from './keywords/constants.ts';
import { lines } from './keywords/lines.ts';
import { sections } from './keywords/sections.ts';
import { types } from './keywords/types.ts';
import { units } from './keywords/units.ts';

export type { Colour, Keyword, Place } from './keywords/keyword.ts';

export const keywords = {
  ...sections,
  ...lines,
  ...connectives,
  ...comparisons,
  ...constants,
  ...types,
  ...units,
} as const;

export type KeywordId = keyof typeof keywords;
