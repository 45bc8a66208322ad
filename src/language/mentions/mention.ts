/** A name where it stands, and what it may name there. */
import type { Span } from '../../model/span.ts';

export type NameKind =
  | 'rules'
  | 'personField'
  | 'recordField'
  | 'reading'
  | 'option'
  | 'category'
  | 'item'
  | 'group'
  | 'require';

export interface Mention {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
  /** What it may name, the likeliest first. */
  readonly kinds: readonly NameKind[];
  /** Of an option: the name of the field or reading that it belongs to, where the line says one. */
  readonly of?: string;
  /** It is declared here, as the label or the code. */
  readonly declares?: 'label' | 'code';
}

/** Fields that a fact of a record, or a condition on one, may name. */
export const ofRecord: readonly NameKind[] = ['recordField', 'personField'];
export const ofPerson: readonly NameKind[] = ['personField'];
/** Sections that records belong to. */
export const sections: readonly NameKind[] = ['category', 'group', 'item'];
