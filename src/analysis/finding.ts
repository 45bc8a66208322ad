/** What the analysis finds, before it has a place in a text. */
import type { Args, CodeId, Phrase } from '../model/codes.ts';
import type { Source } from '../model/plan.ts';
import type { Witness } from '../model/witness.ts';

/** The element that a finding is about. */
export type Subject =
  | { readonly kind: 'line'; readonly source: Source }
  | { readonly kind: 'item'; readonly key: string }
  /** By code. */
  | { readonly kind: 'option'; readonly reading: string; readonly option: string }
  | { readonly kind: 'rules' };

export interface Finding {
  readonly code: CodeId;
  readonly at: Subject;
  readonly args: Args;
  readonly also?: Subject;
  readonly witness?: Witness;
}

export const line = (source: Source): Subject => ({ kind: 'line', source });
export const itemAt = ({ key }: { readonly key: string }): Subject => ({ kind: 'item', key });

/** Set behind the words of an element that cites one. */
export const clauseWords = (clause: string | null): Phrase =>
  clause === null ? '' : { zh: `（${clause}）`, en: ` (${clause})` };
