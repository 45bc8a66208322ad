/** A point of conformity: one element of a baseline or of the rules that stand on it, and how the two stand to each other. */
import type { ChangeKind, Contrast, Effect } from '../../model/comparison.ts';
import type { Source } from '../../model/plan.ts';

/**
 * `same`: nobody's result differs by it. `stricter`, `looser`: somebody has less, or more, nobody the other way; what goes
 * both ways, or could not be settled, is `looser`, with a note, for it may be. `added`, `missing`: one side alone has it.
 */
export type Relation = 'same' | 'stricter' | 'looser' | 'added' | 'missing';

/** Why a point reads as it does, where relation and effect do not say it all. */
export type Note =
  /** Somebody gains and somebody loses. */
  | { readonly of: 'mixed' }
  /** Neither a difference nor its absence was shown. */
  | { readonly of: 'unknown' }
  /** It does nothing as the rules stand, and this under another option of a reading. */
  | { readonly of: 'reading'; readonly reading: string; readonly option: string; readonly effect: Effect }
  /** Kept as the baseline has it, it would claim what others of the rules claim: it was looked at in the baseline alone. */
  | { readonly of: 'alone' };

export interface Point {
  readonly kind: ChangeKind;
  /** As in a comparison: `类别 实践活动／上限 每年`. */
  readonly path: string;
  /** The line on each side; null where that side has none. */
  readonly baseline: string | null;
  readonly province: string | null;
  readonly relation: Relation;
  /** What it does to people: the rules as they would be with the baseline's word in this one place, against as they are. */
  readonly effect: Effect;
  /** By what the baseline leaves open in its section. */
  readonly allowed: boolean;
  readonly clause: string | null;
  readonly at: { readonly baseline: Source | null; readonly province: Source | null };
  readonly witness?: Contrast;
  readonly note?: Note;
}

export interface Conformed {
  readonly code: string;
  readonly label: string;
  readonly version: string;
}

export interface Conformity {
  readonly baseline: Conformed;
  readonly province: Conformed;
  readonly points: readonly Point[];
  /** False where a bound was hit before everything was searched (未穷尽). */
  readonly exhausted: boolean;
}
