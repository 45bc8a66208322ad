/** What an evaluation gives: the JSON of `cme eval` and `cme explain`. Credits are exact decimals of at most two places. */
import type { CodeId } from './codes.ts';

/** How steps and notices call a record: by its id, else by its number in the input. `index` is from 0. */
export const recordName = (id: string | null, index: number): string => id ?? `#${index + 1}`;

export type Status = 'met' | 'unmet' | 'exempt';

export type Reason = 'invalid' | 'out_of_period' | 'no_award' | 'review' | 'gate' | 'incomplete';

export interface RecordResult {
  readonly id: string | null;
  readonly category: string | null;
  /** Label of the 条目. */
  readonly award: string | null;
  readonly clause: string | null;
  /** Before caps. */
  readonly raw: number;
  /** After all of them. */
  readonly credits: number;
  readonly reason: Reason | null;
  /** The reason in words; absent where there is none. */
  readonly detail?: string;
}

export interface CategoryResult {
  readonly code: string;
  readonly raw: number;
  readonly credits: number;
}

export interface RequirementResult {
  readonly name: string;
  readonly required: number;
  readonly earned: number;
  readonly met: boolean;
}

export interface NoticeResult {
  /** The record it speaks of; null: the practitioner. */
  readonly record: string | null;
  readonly clause: string | null;
  readonly message: string;
}

/** One step of the reckoning. The `credits` gained less the `lost` of all steps of one record are its credits. */
export interface Step {
  readonly kind: 'award' | 'factor' | 'cap' | 'deem' | 'refused' | 'category' | 'carry' | 'total' | 'requirement';
  /** Null: the step is of the whole practitioner. */
  readonly record: string | null;
  readonly clause: string | null;
  /** The rule's line in words. */
  readonly rule: string;
  /** What was measured, with its unit: `9 小时`. */
  readonly quantity: string | null;
  /** Gained by this step (award, deem), or standing after it (cap, category, total, requirement). */
  readonly credits: number;
  readonly lost: number;
  /** Where it goes: a 条目, 类别, 分组, the total, or the requirement. */
  readonly to: string;
}

/** Something wrong or odd in the data of one practitioner; the shell adds the place. */
export interface DataFinding {
  readonly code: CodeId;
  readonly args: Readonly<Record<string, string>>;
  /** Index among the practitioner's records; null: a fact of the practitioner. */
  readonly record: number | null;
  /** Key as written in the data. */
  readonly field: string | null;
}

export interface PersonResult {
  readonly practitioner: string | null;
  readonly status: Status;
  readonly made_up: boolean;
  readonly credits: number;
  readonly required: number;
  readonly shortfall: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly requirements: readonly RequirementResult[];
  /** Where a requirement in class hours binds. */
  readonly class_hours?: { readonly earned: number; readonly required: number };
  readonly categories: readonly CategoryResult[];
  readonly records: readonly RecordResult[];
  readonly notices: readonly NoticeResult[];
  readonly readings: readonly string[];
  readonly steps?: readonly Step[];
}

export interface Summary {
  readonly practitioners: number;
  readonly met: number;
  readonly unmet: number;
  readonly exempt: number;
  readonly invalid_records: number;
}

export interface Evaluation {
  readonly ruleset: { readonly code: string; readonly version: string };
  readonly year: number;
  readonly readings: Readonly<Record<string, string>>;
  readonly results: readonly PersonResult[];
  readonly summary: Summary;
}
