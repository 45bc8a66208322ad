/** What may be written at the cursor, also by how it sounds: `gjj` → 国家级. */
import type * as Monaco from 'monaco-editor/editor';
import { prefs } from '../state/prefs.ts';
import type { RuleText } from '../state/text.ts';
import type { Suggestion } from '../worker/serviceProtocol.ts';
import { service } from './ask.ts';
import { currentOf } from './current.ts';

export function completing(monaco: typeof Monaco): Monaco.languages.CompletionItemProvider {
  const { CompletionItemKind: kinds, CompletionItemInsertTextRule: rules } = monaco.languages;
  const kindOf: Readonly<Record<Suggestion['kind'], Monaco.languages.CompletionItemKind>> = {
    keyword: kinds.Keyword,
    unit: kinds.Unit,
    field: kinds.Field,
    value: kinds.EnumMember,
    reading: kinds.Variable,
    section: kinds.Module,
    clause: kinds.Reference,
    text: kinds.Text,
    code: kinds.Constant,
  };
  return {
    // Words open the list as they are typed; these part what stands between words.
    triggerCharacters: [' ', '　', '、', '，', '|', '｜'],
    provideCompletionItems: async (model, { lineNumber: line, column }, _context, token) => {
      const now = currentOf(model);
      const { lang } = prefs.get();
      const found = now && (await service.ask(now.text, 'complete', { at: { line, column }, lang }, token));
      if (!found) return null;
      const suggestions = found.offers.map(
        ({ label, kind, detail, help, insert, isSnippet, filter }, rank): Monaco.languages.CompletionItem => ({
          label: { label, description: detail },
          kind: isSnippet ? kinds.Snippet : kindOf[kind],
          ...(help !== null && { documentation: help }),
          detail,
          filterText: filter,
          // In the order that the service gives.
          sortText: String(rank).padStart(4, '0'),
          insertText: insert,
          ...(isSnippet && { insertTextRules: rules.InsertAsSnippet }),
          range: found.range,
        }),
      );
      // A run of Han has no blanks: which part of it is being typed is another question after each letter.
      return { suggestions, incomplete: true };
    },
  };
}

const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;

/**
 * Monaco offers nothing by itself in the middle of a word, and takes a run of Han for one. Here words follow each other
 * without blanks, so that what is written before others is asked for too, as is what an input method has just written.
 */
export function completeWithin(editor: Monaco.editor.ICodeEditor, text: RuleText): void {
  const offer = (): void => {
    const [model, at] = [editor.getModel(), editor.getPosition()];
    if (!model || !at || text.composing || !editor.hasTextFocus()) return;
    const line = model.getLineContent(at.lineNumber);
    const [before, behind] = [line[at.column - 2] ?? '', line[at.column - 1] ?? ''];
    if (han.test(before) && han.test(behind)) editor.trigger('cme', 'editor.action.triggerSuggest', { auto: true });
  };
  editor.onDidChangeModelContent(({ changes: [change, ...others], isUndoing, isRedoing }) => {
    const typed = change && others.length === 0 && han.test(change.text.at(-1) ?? '') && change.text.length < 16;
    if (typed && !isUndoing && !isRedoing && !text.composing) setTimeout(offer, 10);
  });
  editor.onDidCompositionEnd(() => setTimeout(offer, 10));
}
