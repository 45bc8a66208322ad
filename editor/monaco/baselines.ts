/**
 * Texts beside the file, to be looked at and not to be written in: baselines that it stands on, and clauses that it cites.
 */
import type * as Monaco from 'monaco-editor/editor';
import type { RuleSource } from '../../src/index.ts';
import { showClause } from '../state/clause.ts';
import { languageId } from './language.ts';

const scheme = 'cme-baseline';
const clauseScheme = 'cme-clause';

export function baselineModel(monaco: typeof Monaco, { file, text }: RuleSource): Monaco.editor.ITextModel {
  const uri = monaco.Uri.from({ scheme, path: `/${file}` });
  const known = monaco.editor.getModel(uri);
  if (known?.getValue() === text) return known;
  known?.dispose();
  return monaco.editor.createModel(text, languageId, uri);
}

/** Its words, for what Monaco shows of a place that one may go to; gone to, it is the screen of the clauses. */
export function clauseModel(monaco: typeof Monaco, clause: string, words: readonly string[]): Monaco.Uri {
  const uri = monaco.Uri.from({ scheme: clauseScheme, path: `/${clause}` });
  monaco.editor.getModel(uri)?.dispose();
  monaco.editor.createModel([clause, ...words].join('\n'), 'plaintext', uri);
  return uri;
}

/** A place in a baseline opens in a peek below the line, since the text pane holds the one file. */
export function openBaselines(monaco: typeof Monaco): void {
  monaco.editor.registerEditorOpener({
    openCodeEditor: (source, resource) => {
      if (resource.scheme === clauseScheme) {
        showClause(resource.path.slice(1));
        return true;
      }
      if (resource.scheme !== scheme) return false;
      source.trigger(scheme, 'editor.action.peekDefinition', null);
      return true;
    },
  });
  monaco.editor.onDidCreateEditor((editor) => {
    if (!isCode(editor)) return;
    editor.onDidChangeModel(() => editor.updateOptions({ readOnly: editor.getModel()?.uri.scheme === scheme }));
  });
}

const isCode = (editor: object): editor is Monaco.editor.ICodeEditor => 'getModel' in editor;
