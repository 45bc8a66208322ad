/** The leaves of every line: names, texts, numbers with their units, ratios, spans, remainders. */
import { DIGIT, HAN, HAN_PAIR, LETTER } from '../../grammar/characters.ts';
import type { KeywordId } from '../../grammar/keywords.ts';
import type {
  Amount,
  Basis,
  DateLiteral,
  FactValue,
  Name,
  Num,
  Operand,
  Ratio,
  Raw,
  Remainder,
  SpanId,
  Text,
  UnitId,
} from '../model/ast.ts';
import type { Printing, Word } from './construct.ts';
import { enumerated, type Part, tight, words } from './words.ts';

const spanWords = {
  record: 'spanRecord',
  project: 'spanProject',
  day: 'spanDay',
  year: 'spanYear',
  cycle: 'cycle',
} as const satisfies Record<SpanId, KeywordId>;

/** What is read as one run: Han, and Latin words with their digits. */
const BARE = new RegExp(`^(?:[${HAN}]|${HAN_PAIR}|[${LETTER}][${LETTER}${DIGIT}]*)+$`);

/** Quoted where the author quoted it, or where it would not be read back as one name. */
export const name = (of: Name): string => (of.quoted || !BARE.test(of.text) ? quoted(of.text) : of.text);

export const text = (of: Text): string => quoted(of.value);

/** In marks that the inside lets alone; what was read lacks at least the closing mark it was written in. */
export function quoted(inside: string): string {
  if (!/[「」]/.test(inside)) return `「${inside}」`;
  if (!/["＂]/.test(inside)) return `"${inside}"`;
  return inside.includes('”') ? `「${inside}」` : `“${inside}”`;
}

/** A number with its unit, where it has one. */
export const counted = (of: { readonly number: Num; readonly unit?: { readonly id: UnitId } }, p: Printing): Part =>
  words(of.number.digits, unit(of.unit, p));

export const unit = (of: { readonly id: UnitId } | undefined, p: Printing): string | undefined => of && p.spell(of.id);

export const amount = (of: Amount, p: Printing): Part =>
  of.kind === 'number' ? counted(of, p) : words(name(of.name), unit(of.unit, p));

export function ratio(of: Ratio): string {
  if (of.form === 'percent') return `${of.numerator}%`;
  return of.form === 'fraction' ? `${of.numerator}/${of.denominator}` : of.text;
}

export const span = (id: SpanId, p: Printing): string => p.spell(spanWords[id]);

/** `按年`, `每项目`, `按 口径名`: Chinese writes the span right behind its word. */
export function basis(word: 'by' | 'per', of: Basis | undefined, p: Printing): Part {
  if (of === undefined) return undefined;
  if (of.kind === 'reading') return words(p.spell(word), name(of.name));
  return perSpan(word, of.id, p);
}

export const perSpan = (word: 'by' | 'per', id: SpanId, p: Printing): readonly Word[] =>
  words(p.spell(word), p.language === 'zh' ? tight(span(id, p)) : span(id, p));

/** 舍去, 折算 到 0.5 学分, or a reading's name; without the word 尾数. */
export function remainderRule(of: Remainder, p: Printing): Part {
  if (of.kind === 'reading') return name(of.name);
  if (of.kind !== 'prorate' || of.step === undefined) return p.spell(of.kind);
  return words(p.spell(of.kind), p.spell('to'), amount(of.step, p));
}

/** `尾数 …` within a line. */
export const remainder = (of: Remainder | undefined, p: Printing): Part =>
  of && words(p.spell('remainder'), remainderRule(of, p));

export const range = (of: { from: Num; to: Num; unit?: { readonly id: UnitId } }, p: Printing): Part =>
  words(`${of.from.digits}～${of.to.digits}`, unit(of.unit, p));

export const yesno = (value: boolean, p: Printing): string => p.spell(value ? 'yes' : 'no');

export function operand(of: Operand | FactValue, p: Printing): Part {
  switch (of.kind) {
    case 'name':
      return name(of.name);
    case 'yesno':
      return yesno(of.value, p);
    case 'quantity':
      return counted(of, p);
    case 'range':
      return range(of, p);
    case 'date':
      return date(of.date);
  }
}

export const date = (of: DateLiteral): string => of.text;

const WIDE_DIGIT = /[０-９]/g;
const NUMBERED = /\(([0-9〇零一二三四五六七八九十百千]+)\)/g;

/** Clauses in one spelling: `（一）` for `(一)`, ～ for ~, half-width digits, nothing around 、 and ～. */
export const tidyClauses = (written: string): string =>
  written
    .replace(WIDE_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('~', '～')
    .replace(NUMBERED, '（$1）')
    .replace(/\s*([、～])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

export const clauses = (of: Raw): Part => enumerated(tidyClauses(of.text).split('、'));

/** Free text that is not a list of clauses; in quotation marks where its line would else be read otherwise. */
export function freeText(of: Raw): string {
  const text = of.text.replace(/\s+/g, ' ').trim();
  return /[#＃「“"＂]|^[:：]|[、;；。]$/.test(text) ? quoted(text) : text;
}
