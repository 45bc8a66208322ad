/** One place of the rules, as the baseline and the rules upon it have it. */
import type { ChangeKind } from '../../model/comparison.ts';
import type { Plan, Source } from '../../model/plan.ts';
import type { Part } from '../compare/parts.ts';
import type { SectionName } from './open.ts';

export interface Place {
  readonly kind: ChangeKind;
  readonly path: string;
  readonly clause: string | null;
  readonly baseline: string | null;
  readonly province: string | null;
  readonly at: { readonly baseline: Source | null; readonly province: Source | null };
  /** The section of the baseline that speaks for it. */
  readonly within: SectionName;
  readonly question: Question;
  /** Readings that its lines name. */
  readonly readings: readonly string[];
}

/** What tells how the two sides stand to each other here. */
export type Question =
  /** They mean the same on the face of it, or say nothing that a result could hang on. */
  | { readonly ask: 'nothing' }
  /** These parts are put back as the baseline has them. */
  | { readonly ask: 'parts'; readonly parts: readonly Part[] }
  /** The rules are made again under the option that the baseline adopts. */
  | { readonly ask: 'reading'; readonly code: string; readonly option: string }
  /** These items are taken out. */
  | { readonly ask: 'items'; readonly keys: readonly string[] };

/** Both plans, under one set of names. */
export interface Sides {
  readonly baseline: Plan;
  readonly province: Plan;
}

/** `上限 每项目` of `上限 每项目 10 学分 当 远程`. */
export const headOf = (words: string): string => {
  const [first = '', second = ''] = words.split(' ');
  return second.startsWith('每') ? `${first} ${second}` : first;
};
