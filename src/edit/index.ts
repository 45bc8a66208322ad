/**
 * The room where text and tables are kept in step: a tree becomes a view of rows and cells, a gesture on one becomes the
 * smallest edit of the text. Pure; nothing throws, and a refusal is data.
 */

export { type Addable, linesToAdd, sectionWord } from './addable.ts';
export { copied } from './clipboard.ts';
export { documentOf, reread } from './document.ts';
export { editsFor } from './editsFor.ts';
export type * from './intent.ts';
export { type Clash, type Difference, differences, type Merged, merge } from './merge.ts';
export { type EditMessageId, editMessage, editMessages, type Said } from './messages.ts';
export { applied } from './page.ts';
export { rowsIn } from './rows.ts';
export { type Sentence, sentencesIn } from './says.ts';
export { sheetsOf } from './sheetsOf.ts';
export type * from './view.ts';
export { writtenIn } from './written.ts';
