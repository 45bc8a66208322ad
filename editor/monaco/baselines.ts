/** Texts of baselines, to be looked at beside the file that stands on them, and not to be written in. */
import type * as Monaco from 'monaco-editor/editor';
import type { RuleSource } from '../../src/index.ts';
import { languageId } from './language.ts';

const scheme = 'cme-baseline';

export function baselineModel(monaco: typeof Monaco, { file, text }: RuleSource): Monaco.editor.ITextModel {
  const uri = monaco.Uri.from({ scheme, path: `/${file}` });
  const known = monaco.editor.getModel(uri);
  if (known?.getValue() === text) return known;
  known?.dispose();
  return monaco.editor.createModel(text, languageId, uri);
}

/** A place in a baseline opens in a peek below the line, since the text pane holds the one file. */
export function openBaselines(monaco: typeof Monaco): void {
  monaco.editor.registerEditorOpener({
    openCodeEditor: (source, resource) => {
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
