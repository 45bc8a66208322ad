/** What stands at a place: its words, where it is declared, and where else it is used. */
import type * as Monaco from 'monaco-editor/editor';
import { prefs } from '../state/prefs.ts';
import { said } from '../words/index.ts';
import { service } from './ask.ts';
import { baselineModel } from './baselines.ts';
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
    const clauses = await Promise.all(
      found.clauses.map(async (clause) => {
        const words = await clauseInWords(clause);
        return words === null ? plain(clause) : `**${plain(clause)}**　${plain(words)}`;
      }),
    );
    const rests = clauses.length === 0 ? [] : [`${said('restsOn', lang)}：${clauses.join('、')}`];
    return { range: found.range, contents: [...found.paragraphs, ...rests].map((value) => ({ value })) };
  },
};

export const defining = (monaco: typeof Monaco): Monaco.languages.DefinitionProvider => ({
  provideDefinition: async (model, position, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'definition', { at: atOf(position) }, token));
    if (!now || !found) return null;
    const library = await service.library(now.text);
    const source = library.find(({ file }) => file === found.file);
    const { uri } = source ? baselineModel(monaco, source) : model;
    return [{ originSelectionRange: found.from, uri, range: found.range, targetSelectionRange: found.range }];
  },
});

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
