/** What a segment of a clause is: its kind, its number, and how the next one of the kind is written. */
import { fromHan, toHan } from './han.ts';

/** From the outside in, as regulations nest them; 款 is a paragraph without a number. */
const WORDS = ['编', '部分', '章', '节', '条', '款'] as const;

export type SegmentKind = (typeof WORDS)[number] | '（一）' | '1' | '（1）' | 'words';

export interface Rank {
  readonly kind: SegmentKind;
  /** NaN for words. */
  readonly value: number;
  readonly spell: (value: number) => string;
}

const KINDS: readonly SegmentKind[] = [...WORDS, '（一）', '1', '（1）', 'words'];

export const kindOrder = (kind: SegmentKind): number => KINDS.indexOf(kind);

const han = '[零〇一二两三四五六七八九十百千]+';
const numbered = new RegExp(`^第(${han})(${WORDS.join('|')})$`);
const item = new RegExp(`^（(${han})）$`);

export const rankOf = (segment: string): Rank => {
  const [, number = '', word] = numbered.exec(segment) ?? [];
  if (word !== undefined) {
    return { kind: word as SegmentKind, value: fromHan(number), spell: (value) => `第${toHan(value)}${word}` };
  }
  const inner = item.exec(segment)?.[1];
  if (inner !== undefined) return { kind: '（一）', value: fromHan(inner), spell: (value) => `（${toHan(value)}）` };
  const bracketed = /^（(\d+)）$/.exec(segment)?.[1];
  if (bracketed !== undefined) return { kind: '（1）', value: Number(bracketed), spell: (value) => `（${value}）` };
  if (/^\d+$/.test(segment)) return { kind: '1', value: Number(segment), spell: String };
  return { kind: 'words', value: Number.NaN, spell: () => segment };
};

/**
 * One spelling for a segment, however it is written: `第13条` is `第十三条`, `第八项` is `（八）` and `第3目` is `3`, as laws
 * call items and what stands under them.
 */
export const spelt = (segment: string): string => {
  const [, number = '', word = ''] =
    /^第（?([\d零〇一二两三四五六七八九十百千]+)）?(编|部分|章|节|条|款|项|目)$/.exec(segment) ?? [];
  if (word === '') {
    const { kind, value, spell } = rankOf(segment);
    return kind === 'words' || Number.isNaN(value) ? segment : spell(value);
  }
  const value = /^\d+$/.test(number) ? Number(number) : fromHan(number);
  if (Number.isNaN(value) || value > 9999) return segment;
  if (word === '项') return `（${toHan(value)}）`;
  return word === '目' ? String(value) : `第${toHan(value)}${word}`;
};
