/** A document as tables: the one arrow from text to what is drawn. */
import { Blocks } from './blocks.ts';
import { Look } from './elements.ts';
import type { EditDocument } from './intent.ts';
import { byClause, sheetsIn, withFindings, withLimits } from './sheets.ts';
import type { ViewModel } from './view.ts';

/** The tables of a document; `previous` lends its keys, and its rows where they cannot be read now. */
export function sheetsOf(document: EditDocument, previous?: ViewModel): ViewModel {
  const look = new Look(document);
  const { vocabulary, language } = look;
  const made = new Blocks(look, previous);
  const own = document.diagnostics.filter(({ file }) => file === document.file);
  const { blocks, rest } = withFindings(withLimits(made.make(), language), own);
  return {
    file: document.file,
    version: document.version,
    language,
    blocks,
    sheets: sheetsIn(blocks),
    clauses: byClause(blocks, vocabulary.register),
    lists: vocabulary.lists(),
    fields: vocabulary.asked(),
    stale: made.stale,
    diagnostics: rest,
  };
}
