/** Who changed the text decides when it is looked at: what is typed waits for a pause, all else goes out at once. */
import type * as Monaco from 'monaco-editor/editor';
import { expect, test } from 'vitest';
import { ModelText } from '../../editor/monaco/holder.ts';
import { type Change, RuleText } from '../../editor/state/text.ts';

type Contents = Pick<Monaco.editor.IModelContentChangedEvent, 'changes' | 'isUndoing' | 'isRedoing'>;

/** As much of Monaco as a holder asks of it: one line of text, and what undoes its last change. */
function standIn(opened: string) {
  const listeners: ((event: Contents) => void)[] = [];
  const history: string[] = [];
  let value = opened;
  const become = (text: string, isUndoing: boolean) => {
    if (!isUndoing) history.push(value);
    value = text;
    for (const listener of listeners) listener({ changes: [], isUndoing, isRedoing: false });
  };
  const model = {
    updateOptions: () => {},
    setEOL: () => {},
    getValue: () => value,
    getPositionAt: (at: number) => ({ lineNumber: 1, column: at + 1 }),
    getAlternativeVersionId: () => history.length,
    onDidChangeContent: (listener: (event: Contents) => void) => listeners.push(listener),
    pushStackElement: () => {},
    pushEditOperations: (_: null, [edit]: { range: { from: number; to: number }; text: string }[]) => {
      if (edit) become(value.slice(0, edit.range.from) + edit.text + value.slice(edit.range.to), false);
    },
    undo: () => become(history.pop() ?? value, true),
  };
  const monaco = {
    editor: { createModel: () => model, EndOfLineSequence: { LF: 0 } },
    Range: {
      fromPositions: (start: { column: number }, end: { column: number }) => ({
        from: start.column - 1,
        to: end.column - 1,
      }),
    },
  } as unknown as typeof Monaco;
  return { monaco, type: (more: string) => become(value + more, false), undoKey: () => model.undo() };
}

test('what is typed after an undo by the own key of the text pane counts as typed again', () => {
  const text = new RuleText('规则');
  const { monaco, type, undoKey } = standIn('规则');
  const held = ModelText.of(monaco, text, 'cme');
  const by: Change['by'][] = [];
  text.subscribe((change) => by.push(change.by));

  type('甲');
  undoKey();
  type('乙');
  held.apply([{ span: { start: 0, end: 0 }, text: '#' }]);
  type('丙');
  held.undo();
  type('丁');

  expect(by).toEqual(['typed', 'undo', 'typed', 'gesture', 'typed', 'undo', 'typed']);
  expect(text.text).toBe('#规则乙丁');
});
