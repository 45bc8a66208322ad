/** A comparison as it is told: plain data with every fact in words, for a screen and for paper alike. */
import type { Bilingual } from '../../model/codes.ts';
import type { Change, Effect, Verdict } from '../../model/comparison.ts';
import type { SaidFact } from '../../said.ts';

/** Somebody for whom both sides were evaluated and differ. */
export interface ToldContrast {
  readonly year: number;
  readonly person: readonly SaidFact[];
  readonly records: readonly (readonly SaidFact[])[];
  readonly before: Verdict;
  readonly after: Verdict;
  /** `after` is with this change alone. */
  readonly alone: boolean;
}

/**
 * What one would not expect of a change. `undone`: it does something by itself, and other changes of the same revision take
 * it back. `against`: its number goes up (or down), and somebody fares the other way.
 */
export type Odd = 'undone' | 'against';

export interface ToldChange extends Pick<Change, 'kind' | 'path' | 'clause' | 'before' | 'after' | 'effect'> {
  /** From 1; null where that side has none. */
  readonly lines: { readonly before: number | null; readonly after: number | null };
  readonly witness: ToldContrast | null;
  /** Of `mixed`: who gains, where the witness loses. */
  readonly counter: ToldContrast | null;
  readonly odd: Odd | null;
}

export interface ToldComparison {
  readonly changes: readonly ToldChange[];
  readonly equivalent: boolean;
  readonly exhausted: boolean;
  /** The texts differ, if only in comments, blanks and order. */
  readonly rewritten: boolean;
}

export interface Fault {
  readonly side: 'before' | 'after';
  readonly file: string;
  readonly line: number;
  readonly message: Bilingual;
}

/** A side that means nothing is compared with nothing: there is no number to be told. */
export interface NotComparable {
  readonly faults: readonly Fault[];
}

/** What costs people comes first. */
export const SEVERITY: readonly Effect[] = ['stricter', 'mixed', 'unknown', 'looser', 'neutral'];

/** A sign beside its word: colour and sign alone tell nothing. */
export const EFFECT_SIGNS: Readonly<Record<Effect, string>> = {
  stricter: '▼',
  looser: '▲',
  mixed: '◆',
  neutral: '○',
  unknown: '？',
};

/** In the order in which they are read. */
export const bySeverity = ({ changes }: ToldComparison): readonly ToldChange[] =>
  SEVERITY.flatMap((effect) => changes.filter((one) => one.effect === effect));
