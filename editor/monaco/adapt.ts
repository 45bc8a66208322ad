/**
 * The place where the language service meets Monaco: what `src/service` says as plain data becomes Monaco's providers
 * here, and nowhere else. Registered once, when Monaco has come.
 */
import type * as Monaco from 'monaco-editor/editor';
import { languageId } from './language.ts';

export function adapt(monaco: typeof Monaco): void {
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
    // A section's head stands at the margin, its lines are indented.
    folding: { offSide: true },
    onEnterRules: [{ beforeText: /^\S.*[^\s]/, action: { indentAction: 0, appendText: '  ' } }],
  });
}
