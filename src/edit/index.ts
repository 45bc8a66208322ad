/**
 * The room where text and tables are kept in step: a tree becomes a view of rows and cells, a gesture on one becomes the
 * smallest edit of the text. Pure; nothing throws, and a refusal is data.
 */
import type { EditDocument, Edited, Intent, Refused } from './intent.ts';
import { say } from './messages.ts';
import type { ViewModel } from './view.ts';

export { documentOf, reread } from './document.ts';
export type * from './intent.ts';
export { type EditMessageId, editMessage, editMessages, type Said } from './messages.ts';
export { sheetsOf } from './sheetsOf.ts';
export type * from './view.ts';

/** The smallest edits that do what a gesture asks; `view` is that of `document`. */
export const editsFor = (_document: EditDocument, _view: ViewModel, _intent: Intent): Edited | Refused => ({
  refused: say('goneAway'),
});
