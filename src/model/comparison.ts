/** What differs in meaning between two rule sets, as plain data: the JSON of `cme diff` and `cme conform`. */
import type { Source } from './plan.ts';
import type { RawPerson } from './roster.ts';

/**
 * 收紧: somebody has less credit or a worse verdict, nobody more. 放宽: the other way round. 有增有减: both are shown.
 * 不影响结果: proven that nobody's credits or verdict differ. 无法判定: none of these is proven.
 */
export type Effect = 'stricter' | 'looser' | 'mixed' | 'neutral' | 'unknown';

/** What kind of element of the rules a change is about. */
export type ChangeKind =
  | 'rules'
  | 'field'
  | 'reading'
  | 'scope'
  | 'requirement'
  | 'category'
  | 'item'
  | 'match'
  | 'gate'
  | 'award'
  | 'falling'
  | 'factor'
  | 'best'
  | 'deem'
  | 'cap'
  | 'group'
  | 'makeup'
  | 'carry'
  | 'notice'
  | 'wording';

/** One side of a witness: what the evaluator gives for the same person. Credits are hundredths in no place: exact decimals. */
export interface Verdict {
  readonly status: 'met' | 'unmet' | 'exempt';
  readonly credits: number;
  readonly required: number;
  readonly shortfall: number;
}

/** A practitioner with records, as a roster has them, for whom both sides were evaluated and differ. */
export interface Contrast {
  readonly year: number;
  readonly person: RawPerson;
  readonly before: Verdict;
  readonly after: Verdict;
  /** `after` is with this change alone: other changes of the same revision take it back, or hide it. */
  readonly alone?: true;
}

export interface Change {
  readonly kind: ChangeKind;
  /** Where in the rules, in the author's words: `类别 继续医学教育项目／条目 国家和省级项目／上限 每项目`. */
  readonly path: string;
  readonly clause: string | null;
  /** The line in canonical words on each side; null where that side has none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly effect: Effect;
  /** Where the lines stand. */
  readonly at: { readonly before: Source | null; readonly after: Source | null };
  readonly witness?: Contrast;
  /** Of `mixed`: who gains, where `witness` loses. */
  readonly counter?: Contrast;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Proven that nobody's credits or verdict differ; never true where anything is `unknown`. */
  readonly equivalent: boolean;
  /** How much of the search for witnesses and proofs was done; false where a bound was hit (未穷尽). */
  readonly exhausted: boolean;
}
