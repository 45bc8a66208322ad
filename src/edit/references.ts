/** Every use of a name in a tree, by what it can be told from: what `mentionsIn` lists, as renaming asks about it. */
import { type Mention, mentionsIn, type NameKind } from '../language/mentions.ts';
import type { Name, RuleFile } from '../model/ast.ts';

export type Use =
  | { readonly as: 'reading' | 'field' | 'asked' | 'alone' | 'section'; readonly name: Name; readonly word?: string }
  /** A value of a field or of a reading; where `of` is empty, a reading or a value of any. */
  | { readonly as: 'value'; readonly of: string; readonly name: Name };

const sections: readonly NameKind[] = ['category', 'item', 'group', 'require'];
const fields: readonly NameKind[] = ['personField', 'recordField'];

const readAs = ({ text, span, quoted, kinds, of }: Mention): Use | null => {
  const name: Name = { text, span, quoted };
  const may = (one: NameKind): boolean => kinds.includes(one);
  if (kinds.some((kind) => sections.includes(kind))) {
    const [word] = kinds;
    return { as: 'section', name, ...(kinds.length === 1 && word && { word }) };
  }
  if (kinds.some((kind) => fields.includes(kind))) {
    return { as: may('option') ? 'alone' : may('reading') ? 'asked' : 'field', name };
  }
  if (may('option')) return { as: 'value', of: of ?? '', name };
  return may('reading') ? { as: 'reading', name } : null;
};

/** Every use of a name, in source order; declarations are no uses. */
export const usesIn = (tree: RuleFile): readonly Use[] =>
  mentionsIn(tree).flatMap((mention) => (mention.declares === undefined ? (readAs(mention) ?? []) : []));
