/** Rows in words, for whom they concern: the sentences that a hover in the text shows, by the rows of the tables. */
import { type Sentence, sentenceOf } from '../language/sentence.ts';
import { elementAt } from './elements.ts';
import type { EditDocument } from './intent.ts';
import type { Block, Key } from './view.ts';

export type { Sentence } from '../language/sentence.ts';

/** INVARIANT: the blocks are those of the document; a row that shows an older state says nothing. */
export function sentencesIn({ tree }: EditDocument, blocks: readonly Block[]): Readonly<Record<Key, Sentence>> {
  const says: Record<Key, Sentence> = {};
  for (const { key, at, stale } of blocks.flatMap(({ rows }) => rows)) {
    if (stale || at.line === undefined) continue;
    const element = elementAt(tree, at);
    const said = element?.kind === 'line' ? sentenceOf(element.line) : null;
    if (said) says[key] = said;
  }
  return says;
}
