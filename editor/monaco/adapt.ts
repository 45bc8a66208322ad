/**
 * The place where the language service meets Monaco: what `src/service` says as plain data becomes Monaco's providers
 * here, and nowhere else. Registered once, when Monaco has come.
 */
import type * as Monaco from 'monaco-editor/editor';
import { mending } from './actions.ts';
import { openBaselines } from './baselines.ts';
import { hinting, lensing } from './beside.ts';
import { colouring } from './colours.ts';
import { completing } from './complete.ts';
import { languageId } from './language.ts';
import { defining, highlighting, hovering, referring, renaming } from './look.ts';
import { folding, outlining, tidying } from './outline.ts';

/** `editorNow`: the one that the user writes in. */
export function adapt(monaco: typeof Monaco, editorNow: () => Monaco.editor.ICodeEditor | null): void {
  monaco.languages.setLanguageConfiguration(languageId, {
    comments: { lineComment: '#' },
    brackets: [
      ['（', '）'],
      ['(', ')'],
      ['「', '」'],
    ],
    autoClosingPairs: [
      { open: '（', close: '）' },
      { open: '(', close: ')' },
      { open: '「', close: '」' },
    ],
    surroundingPairs: [
      { open: '「', close: '」' },
      { open: '（', close: '）' },
    ],
    // A run of Han is a word as far as Monaco cares; the service knows the words in it.
    wordPattern: /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[A-Za-z_][A-Za-z0-9_]*|[0-9０-９]+(?:[.．][0-9０-９]+)?/,
    // A section's head stands at the margin, its lines are indented.
    folding: { offSide: true },
    onEnterRules: [{ beforeText: /^\S.*[^\s]/, action: { indentAction: 0, appendText: '  ' } }],
  });

  const { languages } = monaco;
  openBaselines(monaco);
  languages.registerCompletionItemProvider(languageId, completing(monaco));
  languages.registerHoverProvider(languageId, hovering);
  languages.registerDefinitionProvider(languageId, defining(monaco));
  languages.registerReferenceProvider(languageId, referring);
  languages.registerDocumentHighlightProvider(languageId, highlighting(languages));
  languages.registerRenameProvider(languageId, renaming);
  languages.registerDocumentSymbolProvider(languageId, outlining(languages));
  languages.registerFoldingRangeProvider(languageId, folding(languages));
  languages.registerDocumentFormattingEditProvider(languageId, tidying);
  languages.registerCodeActionProvider(languageId, mending(monaco, editorNow), {
    providedCodeActionKinds: ['quickfix'],
  });
  languages.registerInlayHintsProvider(languageId, hinting(monaco));
  languages.registerCodeLensProvider(languageId, lensing(monaco));
  languages.registerDocumentSemanticTokensProvider(languageId, colouring);
}
