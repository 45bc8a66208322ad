/** Units and comparisons by the words that the file writes them in. */
import type { Cell, FieldChoice } from '../../src/edit/index.ts';
import { keywords } from '../../src/index.ts';

export type UnitId = NonNullable<Cell['unit']>;
export type CompareOp = FieldChoice['comparisons'][number];

type Language = 'zh' | 'en';

export const unitWord = (id: UnitId, language: Language): string => keywords[id][language];
export const comparisonWord = (id: CompareOp, language: Language): string => keywords[id][language];

/** `3 小时` as digits and unit; a unit that the cell does not know stays with the digits, and is refused there. */
export function split(text: string, units: readonly UnitId[]): { readonly value: string; readonly unit?: UnitId } {
  const plain = text.normalize('NFKC').trim();
  const [, digits = '', word = ''] = /^([\d.,]+)\s*(\D*)$/.exec(plain) ?? [];
  const unit = units.find((id) => word !== '' && [keywords[id].zh, keywords[id].en].includes(word));
  if (digits === '' || (word !== '' && unit === undefined)) return { value: plain };
  return { value: digits.replaceAll(',', ''), ...(unit && { unit }) };
}
