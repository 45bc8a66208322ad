/**
 * The language service: a document and an offset go in, plain data comes out. It knows neither Monaco nor LSP; whoever
 * shows it chooses the language of what is said.
 */
export { type Completion, completeAt } from './completion/complete.ts';
export type { Offer } from './completion/item.ts';
export { type Action, actionsAt, type Problem, problemsIn } from './diagnose.ts';
export { type Document, documentFrom, openDocument, type Said, useAt } from './document.ts';
export { type Formatting, formatEdits } from './format.ts';
export { type Coloured, Highlighter, type TokenClass } from './highlight.ts';
export { type Hint, hintsIn } from './hints.ts';
export { type Hover, hoverAt } from './hover.ts';
export { type Lens, type LensExample, lensesOf } from './lenses.ts';
export { definitionAt, type Place, type Renamed, referencesAt, renameAt, renameableAt } from './navigate.ts';
export { type Entry, type Fold, foldsOf, outlineOf, symbolKindOf } from './outline.ts';
export { isSound, quickFindings, type ReadDocument, readDocument } from './read.ts';
export type { Sym, Symbols } from './symbols.ts';
