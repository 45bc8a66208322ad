/** What may be done about a finding: the fix that comes with it, or accepting it with a reason. */
import type * as Monaco from 'monaco-editor/editor';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { said } from '../words/index.ts';
import type { Problem } from '../worker/protocol.ts';
import { currentOf } from './current.ts';
import { Findings } from './findings.ts';
import type { ModelText } from './holder.ts';
import { markersOf } from './markers.ts';

const command = 'cme.accept';

export function mending(monaco: typeof Monaco, editorNow: () => Monaco.editor.ICodeEditor | null) {
  monaco.editor.registerCommand(command, (_, code: string, line: number) => {
    const editor = editorNow();
    if (editor) void accept(monaco, editor, code, line);
  });
  const provider: Monaco.languages.CodeActionProvider = {
    provideCodeActions: (model, range) => {
      const now = currentOf(model);
      const file = session.get().file?.entry.name ?? '';
      const { lang } = prefs.get();
      if (!now || now.text.composing) return null;
      const here = (Findings.of(model)?.current ?? []).filter(
        (one) => one.file === file && monaco.Range.areIntersectingOrTouching(now.held.rangeOf(one.span), range),
      );
      const actions = here.flatMap((one): Monaco.languages.CodeAction[] => {
        const common = { kind: 'quickfix', diagnostics: markersOf(monaco, [one], file, now.held) };
        const fixed = one.fix ? [{ ...common, ...fixOf(one, one.fix, now.held, lang) }] : [];
        const title = said('acceptFinding', lang, { code: one.code });
        const accepted = { ...common, title, command: { id: command, title, arguments: [one.code, one.line] } };
        return one.severity === 'error' ? fixed : [...fixed, accepted];
      });
      return { actions, dispose: () => {} };
    },
  };
  return provider;
}

function fixOf(
  { help, message }: Problem,
  { edits, safe }: NonNullable<Problem['fix']>,
  held: ModelText,
  lang: 'zh' | 'en',
): Pick<Monaco.languages.CodeAction, 'title' | 'isPreferred' | 'edit'> {
  const { uri: resource } = held.model;
  return {
    title: (help ?? message)[lang],
    isPreferred: safe,
    edit: {
      edits: edits.map(({ span, text }) => ({
        resource,
        textEdit: { range: held.rangeOf(span), text },
        versionId: held.model.getVersionId(),
      })),
    },
  };
}

/** When the tables have told of this version, or it is no longer that of the text. */
function untilOutlined(version: number): Promise<void> {
  const done = () => session.get().outline?.version === version || session.get().version !== version;
  if (done()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = session.subscribe(() => {
      if (!done()) return;
      stop();
      resolve();
    });
  });
}

/** Behind the last line of the section, with the reason to be written over; nothing where the text goes on before that is known. */
async function accept(
  monaco: typeof Monaco,
  editor: Monaco.editor.ICodeEditor,
  code: string,
  line: number,
): Promise<void> {
  const model = editor.getModel();
  const { text, version } = session.get();
  await untilOutlined(version);
  const { outline } = session.get();
  if (session.get().text !== text || text?.version !== version || outline?.version !== version) return;
  const block = outline.blocks.findLast((one) => one.line <= line);
  if (!model || !block || editor.getModel() !== model) return;
  let last = Math.min(block.lastLine, model.getLineCount());
  while (last > block.line && /^\s*([#＃].*)?$/.test(model.getLineContent(last))) last--;
  const english = /^\s*[a-z]/i.test(model.getLineContent(block.line));
  const reason = said('reason', english ? 'en' : 'zh');
  const head = english ? `  accepted ${code} "` : `  已知 ${code} 「`;
  const at = new monaco.Range(last, model.getLineMaxColumn(last), last, model.getLineMaxColumn(last));
  editor.pushUndoStop();
  editor.executeEdits('cme', [
    { range: at, text: `\n${head}${reason}${english ? '"' : '」'}`, forceMoveMarkers: true },
  ]);
  editor.pushUndoStop();
  const from = head.length + 1;
  editor.setSelection(new monaco.Range(last + 1, from, last + 1, from + reason.length));
  editor.revealLineInCenterIfOutsideViewport(last + 1);
  editor.focus();
}
