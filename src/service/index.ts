/**
 * The language service: a document and an offset go in, plain data comes out. It knows neither Monaco nor LSP; whoever
 * shows it chooses the language of what is said.
 */
import { format } from '../format.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Document } from './document.ts';

export { type Completion, completeAt } from './completion/complete.ts';
export type { Offer } from './completion/item.ts';
export { type Action, actionsAt, type Problem, problemsIn } from './diagnose.ts';
export { type Document, documentFrom, openDocument, type Said } from './document.ts';
export { type Coloured, Highlighter, type TokenClass } from './highlight.ts';
export { type Hint, hintsIn } from './hints.ts';
export { type Hover, hoverAt } from './hover.ts';
export { type Lens, lensesOf } from './lenses.ts';
export { definitionAt, type Place, type Renamed, referencesAt, renameAt, renameableAt } from './navigate.ts';
export { type Entry, type Fold, foldsOf, outlineOf } from './outline.ts';
export type { Sym, Symbols } from './symbols.ts';

/** One edit, of no more than what the formatter writes otherwise, so that cursor and view stay; none where all is well. */
export const formatEdits = ({ text, compiled: { tree } }: Document): readonly TextEdit[] => {
  const after = format(tree, text);
  if (after === text) return [];
  const least = Math.min(text.length, after.length);
  let head = 0;
  while (head < least && text[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && text.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [{ span: { start: head, end: text.length - tail }, text: after.slice(head, after.length - tail) }];
};
