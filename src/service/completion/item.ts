/** What may be written at a place. */
import { type KeywordId, keywords } from '../../../grammar/keywords.ts';
import type { Said } from '../document.ts';
import type { Sym } from '../symbols.ts';

export interface Offer {
  /** What is written. */
  readonly text: string;
  /** With `${1:…}` for what is to be filled in. */
  readonly snippet?: string;
  readonly kind: 'keyword' | 'unit' | 'field' | 'value' | 'reading' | 'section' | 'clause' | 'text' | 'code';
  readonly detail: Said;
  readonly help: Said | null;
  /** Other spellings that one may type for it. */
  readonly also: readonly string[];
}

export const ofWord = (id: KeywordId, language: 'zh' | 'en'): Offer => {
  const { zh, en, colour, help } = keywords[id];
  const text = language === 'zh' ? zh : en;
  return { text, kind: colour === 'unit' ? 'unit' : 'keyword', detail: { zh: en, en: zh }, help, also: [zh, en] };
};

const KINDS: Readonly<Record<Sym['kind'], Offer['kind']>> = {
  rules: 'section',
  personField: 'field',
  recordField: 'field',
  reading: 'reading',
  option: 'value',
  category: 'section',
  item: 'section',
  group: 'section',
  require: 'section',
};

export const ofSymbol = (symbol: Sym): Offer => {
  const { kind, label, code, of, text } = symbol;
  const what = kind === 'option' ? { zh: of?.label ?? '', en: of?.label ?? '' } : keywords[kind];
  return {
    text: label,
    kind: KINDS[kind],
    detail: code === null ? what : { zh: `${what.zh}　${code}`, en: `${what.en}  ${code}` },
    help: text ? { zh: text, en: text } : null,
    also: code === null ? [] : [code],
  };
};
