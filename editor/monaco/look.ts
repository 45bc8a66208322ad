/** What stands at a place: its words, where it is declared, and where else it is used. */
import type * as Monaco from 'monaco-editor/editor';
import { namedAt } from '../clauses/passage.ts';
import { prefs } from '../state/prefs.ts';
import { said } from '../words/index.ts';
import { service } from './ask.ts';
import { baselineModel, clauseModel } from './baselines.ts';
import { clauseInWords } from './clauses.ts';
import { currentOf } from './current.ts';

type Languages = typeof Monaco.languages;
type Position = Monaco.IPosition;

const atOf = ({ lineNumber, column }: Position) => ({ line: lineNumber, column });

/** What is no markup of ours is shown as it is written. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>~#!|]/g, '\\$&');

export const hovering: Monaco.languages.HoverProvider = {
  provideHover: async (model, position, token) => {
    const now = currentOf(model);
    const { lang } = prefs.get();
    const found = now && (await service.ask(now.text, 'hover', { at: atOf(position), lang }, token));
    if (!found) return null;
    // On a citation it is the one clause that is pointed at; elsewhere those that the line rests on.
    const cited = found.paragraphs.length === 0 ? pointedAt(model, found.range, position) : [];
    const named = cited.length > 0 ? cited : found.clauses;
    const words = await Promise.all(named.map(clauseInWords));
    const rests = named.length === 0 ? [] : [`${said('restsOn', lang)}：${named.map(plain).join('、')}`];
    const texts = named.flatMap((clause, at) => {
      const lines = words[at];
      return lines ? [[`**${plain(clause)}**`, ...lines.map(plain)].join('\n\n')] : [];
    });
    const told = texts.length > 0 && cited.length > 0 ? texts : [...found.paragraphs, ...rests, ...texts];
    const leads = cited.length > 0 ? [said('toClause', lang)] : [];
    return { range: found.range, contents: [...told, ...leads].map((value) => ({ value })) };
  },
};

const pointedAt = (model: Monaco.editor.ITextModel, range: Monaco.IRange, at: Position): readonly string[] =>
  namedAt(model.getValueInRange(range), model.getOffsetAt(at) - model.getOffsetAt(startOf(range)));

const startOf = ({ startLineNumber, startColumn }: Monaco.IRange): Position => ({
  lineNumber: startLineNumber,
  column: startColumn,
});

export const defining = (monaco: typeof Monaco): Monaco.languages.DefinitionProvider => ({
  provideDefinition: async (model, position, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'definition', { at: atOf(position) }, token));
    if (!now) return null;
    if (!found) return clauseAt(monaco, model, position, token);
    const library = await service.library(now.text);
    const source = library.find(({ file }) => file === found.file);
    const { uri } = source ? baselineModel(monaco, source) : model;
    return [{ originSelectionRange: found.from, uri, range: found.range, targetSelectionRange: found.range }];
  },
});

/** A clause that is cited stands in the regulation: the screen of the clauses shows it. */
async function clauseAt(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
  position: Position,
  token: Monaco.CancellationToken,
): Promise<Monaco.languages.LocationLink[] | null> {
  const now = currentOf(model);
  const { lang } = prefs.get();
  const found = now && (await service.ask(now.text, 'hover', { at: atOf(position), lang }, token));
  if (!found || found.paragraphs.length > 0) return null;
  const [clause] = pointedAt(model, found.range, position);
  if (clause === undefined) return null;
  const words = await clauseInWords(clause);
  const uri = clauseModel(monaco, clause, words ?? []);
  const range = new monaco.Range(1, 1, 1, 1);
  return [{ originSelectionRange: found.range, uri, range, targetSelectionRange: range }];
}

export const referring: Monaco.languages.ReferenceProvider = {
  provideReferences: async (model, position, { includeDeclaration }, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'references', { at: atOf(position) }, token));
    return (found ?? [])
      .filter(({ declares }) => includeDeclaration || !declares)
      .map(({ range }) => ({ uri: model.uri, range }));
  },
};

export const highlighting = ({ DocumentHighlightKind }: Languages): Monaco.languages.DocumentHighlightProvider => ({
  provideDocumentHighlights: async (model, position, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'references', { at: atOf(position) }, token));
    return (found ?? []).map(({ range, declares }) => ({
      range,
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  },
});

export const renaming: Monaco.languages.RenameProvider = {
  resolveRenameLocation: async (model, position, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'renameable', { at: atOf(position) }, token));
    const none = { range: { ...lineOf(position) }, text: '' };
    if (!found || 'refused' in found) return { ...none, rejectReason: said('notRenameable', prefs.get().lang) };
    return found;
  },
  provideRenameEdits: async (model, position, newName, token) => {
    const now = currentOf(model);
    const { lang } = prefs.get();
    const found = now && (await service.ask(now.text, 'rename', { at: atOf(position), to: newName, lang }, token));
    if (!found) return { edits: [], rejectReason: said('textMovedOn', lang) };
    if ('refused' in found) return { edits: [], rejectReason: found.refused };
    const { uri: resource } = model;
    return { edits: found.edits.map((textEdit) => ({ resource, textEdit: { ...textEdit }, versionId: undefined })) };
  },
};

const lineOf = ({ lineNumber, column }: Position): Monaco.IRange => ({
  startLineNumber: lineNumber,
  startColumn: column,
  endLineNumber: lineNumber,
  endColumn: column,
});
