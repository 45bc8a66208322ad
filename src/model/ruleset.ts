/**
 * A rule set after `resolve`: one file with its baseline merged in. Every element says which file it came from; what its
 * conditions and amounts mean is left to `lower`.
 */
import type { Line, OptionValue, Remainder, SectionOf, TypeId, UnitId } from './ast.ts';
import type { Fraction } from './plan.ts';

/** A node and the file that it stands in. */
export interface From<T> {
  readonly node: T;
  readonly file: string;
}

export interface OptionEntry {
  readonly key: string;
  readonly label: string;
}

export interface FieldEntry {
  readonly on: 'person' | 'record';
  readonly key: string;
  readonly label: string;
  readonly type: TypeId | 'choice';
  readonly unit: UnitId | null;
  readonly options: readonly OptionEntry[];
  readonly section: From<SectionOf<'personField' | 'recordField'>> | null;
}

export interface ReadingOption {
  readonly key: string;
  readonly label: string;
  readonly value: OptionValue | null;
  readonly text: string | null;
}

export interface ReadingEntry {
  readonly key: string;
  readonly label: string;
  readonly question: string | null;
  readonly options: readonly ReadingOption[];
  /** Key of the option that the file adopts. */
  readonly adopted: string;
  readonly section: From<SectionOf<'reading'>>;
}

export interface Conversion {
  readonly from: UnitId;
  readonly to: UnitId;
  /** How many `to` one `from` is. */
  readonly factor: Fraction;
}

export interface ItemEntry {
  readonly key: string;
  readonly label: string;
  readonly category: string;
  readonly section: From<SectionOf<'item'>>;
}

export interface CategoryEntry {
  readonly key: string;
  readonly label: string;
  readonly section: From<SectionOf<'category'>>;
  readonly items: readonly ItemEntry[];
}

export interface GroupEntry {
  readonly key: string;
  readonly label: string;
  readonly section: From<SectionOf<'group'>>;
}

export interface RuleSet {
  readonly file: string;
  readonly label: string;
  readonly code: string;
  readonly version: string;
  readonly language: number;
  readonly title: string | null;
  readonly effective: string | null;
  readonly until: string | null;
  readonly fields: readonly FieldEntry[];
  readonly conversions: readonly Conversion[];
  readonly readings: readonly ReadingEntry[];
  /** The 尾数 of the header, its own or the baseline's. */
  readonly remainder: From<Remainder> | null;
  readonly cycle: From<Extract<Line, { kind: 'cycle' }>> | null;
  readonly categories: readonly CategoryEntry[];
  readonly groups: readonly GroupEntry[];
  readonly scope: From<SectionOf<'scope'>> | null;
  readonly requirements: readonly From<SectionOf<'require'>>[];
  readonly makeup: From<SectionOf<'makeup'>> | null;
  readonly carry: From<SectionOf<'carry'>> | null;
  readonly notices: readonly From<SectionOf<'notice'>>[];
  /** Of this file alone. */
  readonly examples: readonly From<SectionOf<'example' | 'examples'>>[];
  /** Files merged, the entry first. */
  readonly files: readonly string[];
}
