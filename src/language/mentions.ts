/**
 * Every place of a tree where a name is declared or used, and what it may be the name of there. What it *is* the name of
 * is found with the vocabulary (`service/symbols.ts`): the tree alone does not know the baseline.
 */
import type { RuleFile } from '../model/ast.ts';
import { headNames } from './mentions/heads.ts';
import { lineNames } from './mentions/lines.ts';
import { type Mention, ofPerson, ofRecord } from './mentions/mention.ts';
import { Parts } from './mentions/parts.ts';

export type { Mention, NameKind } from './mentions/mention.ts';

/** In source order. */
export const mentionsIn = (tree: RuleFile): readonly Mention[] => {
  const parts = new Parts();
  for (const section of tree.sections) {
    const onPerson = section.kind === 'scope' || section.kind === 'require' || section.kind === 'carry';
    parts.fields = onPerson ? ofPerson : ofRecord;
    headNames(section, parts);
    const owner = 'label' in section && section.label ? section.label.text : '';
    for (const line of section.lines) lineNames(line, owner, parts);
  }
  return parts.found.toSorted((a, b) => a.span.start - b.span.start);
};
