/**
 * The room where text and tables are kept in step: a tree becomes a view of rows and cells, a gesture on one becomes the
 * smallest edit of the text. Pure; nothing throws, and a refusal is data.
 */
import type { Compiled } from '../compile.ts';
import type { EditDocument, Edited, Intent, Refused } from './intent.ts';
import { say } from './messages.ts';
import type { ViewModel } from './view.ts';

export type * from './intent.ts';
export { type EditMessageId, editMessage, editMessages, type Said } from './messages.ts';
export type * from './view.ts';

/** A document from what `compile` gave; its first source is the file itself. */
export const documentOf = (compiled: Compiled, version: number): EditDocument => ({
  file: compiled.sources[0]?.file ?? '',
  version,
  text: compiled.sources[0]?.text ?? '',
  tree: compiled.tree,
  diagnostics: compiled.diagnostics,
  names: [],
  ruleSet: compiled.ruleSet,
});

/** The next version of a document, read but not compiled: quick, and with the findings of reading alone. */
export const reread = (document: EditDocument, text: string, version: number): EditDocument => ({
  ...document,
  text,
  version,
});

/** The tables of a document; `previous` lends its keys, and its rows where they cannot be read now. */
export const sheetsOf = (document: EditDocument, _previous?: ViewModel): ViewModel => ({
  file: document.file,
  version: document.version,
  language: 'zh',
  blocks: [],
  sheets: [],
  clauses: [],
  lists: {},
  fields: [],
  stale: 0,
  diagnostics: [],
});

/** The smallest edits that do what a gesture asks; `view` is that of `document`. */
export const editsFor = (_document: EditDocument, _view: ViewModel, _intent: Intent): Edited | Refused => ({
  refused: say('goneAway'),
});
