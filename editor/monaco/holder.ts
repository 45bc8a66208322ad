/**
 * Monaco's model as the holder of the text. Places go over by line and column, which mean the same on both sides even in a
 * file that mixes line ends: there Monaco's own text is not the file's, and each change is made in the file's text too,
 * so that every byte that nobody touched stays.
 */
import type * as Monaco from 'monaco-editor/editor';
import { LineMap, type Span, type TextEdit } from '../../src/index.ts';
import { applied, type Change, type Edits, type Holder, type RuleText } from '../state/text.ts';

type Model = Monaco.editor.ITextModel;
type Contents = Monaco.editor.IModelContentChangedEvent;

const known = new WeakMap<RuleText, ModelText>();

export class ModelText implements Holder {
  readonly model: Model;
  private readonly monaco: typeof Monaco;
  /** The file's text, where the model's is another. */
  private mixed: string | null;
  /** A byte order mark that the file begins with: Monaco's text goes without it. */
  private readonly mark: '\uFEFF' | '';
  /** Of a mixed text: what it was at each state that the history can come back to. */
  private readonly states = new Map<number, string>();
  private by: Change['by'] = 'typed';
  /** What the last change was, in places of the file's text before it. */
  private edits: Edits = [];
  /** What is being done to the model by us; what Monaco does by itself is typed, or undone by its own key. */
  private doing: Change['by'] | null = null;

  private constructor(monaco: typeof Monaco, opened: string, language: string) {
    this.monaco = monaco;
    this.model = monaco.editor.createModel(opened, language);
    this.model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    this.mark = opened.startsWith('\uFEFF') ? '\uFEFF' : '';
    const bare = opened.slice(this.mark.length);
    if (!/[\r\n]/.test(opened)) this.model.setEOL(monaco.editor.EndOfLineSequence.LF);
    this.mixed = this.model.getValue() === bare ? null : bare;
    this.model.onDidChangeContent((event) => this.follow(event));
    this.remember();
  }

  /** The model of a text; made at the first call, with the history that the text had till then. */
  static of(monaco: typeof Monaco, text: RuleText, language: string): ModelText {
    const before = known.get(text);
    if (before) return before;
    return text.handOver((opened, done, undone) => {
      const held = new ModelText(monaco, opened, language);
      const later = undone.toReversed();
      for (const edits of [...done, ...later]) held.apply(edits);
      for (const _ of later) held.undo();
      held.model.onDidChangeContent(() => text.changed({ by: held.by }, held.edits));
      known.set(text, held);
      return held;
    });
  }

  /** The model of a text that Monaco holds already. */
  static known(text: RuleText): ModelText | undefined {
    return known.get(text);
  }

  read(): string {
    return this.mark + (this.mixed ?? this.model.getValue());
  }

  apply(edits: Edits): void {
    const operations = edits.map(({ span, text }) => ({ range: this.rangeOf(span), text, forceMoveMarkers: true }));
    this.as('gesture', () => {
      this.model.pushStackElement();
      this.model.pushEditOperations(null, operations, () => null);
      this.model.pushStackElement();
    });
  }

  undo(): void {
    this.as('undo', () => void this.model.undo());
  }

  redo(): void {
    this.as('undo', () => void this.model.redo());
  }

  canUndo(): boolean {
    return this.model.canUndo();
  }

  canRedo(): boolean {
    return this.model.canRedo();
  }

  rangeOf(of: Span): Monaco.Range {
    const { Range } = this.monaco;
    const [start, end] = [Math.max(0, of.start - this.mark.length), Math.max(0, of.end - this.mark.length)];
    const span = { start, end };
    if (this.mixed === null) {
      return Range.fromPositions(this.model.getPositionAt(span.start), this.model.getPositionAt(span.end));
    }
    const { start: from, end: to } = new LineMap(this.mixed).range(span);
    return new Range(from.line, from.column, to.line, to.column);
  }

  private as(by: Change['by'], act: () => void): void {
    this.doing = by;
    try {
      act();
    } finally {
      this.doing = null;
    }
  }

  private follow({ changes, isUndoing, isRedoing }: Contents): void {
    this.by = isUndoing || isRedoing ? 'undo' : (this.doing ?? 'typed');
    if (this.mixed === null) {
      this.edits = this.editsIn(changes);
      return;
    }
    this.edits = editsOf(changes, this.mixed);
    const state = this.states.get(this.model.getAlternativeVersionId());
    this.mixed = state ?? applied(this.mixed, this.edits);
    this.remember();
  }

  private editsIn(changes: Contents['changes']): Edits {
    const from = this.mark.length;
    const edits = changes.map(
      ({ rangeOffset: at, rangeLength, text }): TextEdit => ({
        span: { start: from + at, end: from + at + rangeLength },
        text,
      }),
    );
    return edits.sort((a, b) => a.span.start - b.span.start);
  }

  private remember(): void {
    if (this.mixed !== null) this.states.set(this.model.getAlternativeVersionId(), this.mixed);
  }
}

function editsOf(changes: Contents['changes'], text: string): Edits {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  const edits = changes.map(
    ({ range, text: put }): TextEdit => ({
      span: {
        start: offset(range.startLineNumber, range.startColumn),
        end: offset(range.endLineNumber, range.endColumn),
      },
      text: put,
    }),
  );
  return edits.sort((a, b) => a.span.start - b.span.start);
}
