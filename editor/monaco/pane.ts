/**
 * The text pane: Monaco with the parts of it that a rule file needs. This file and what it imports are one chunk, which is
 * loaded after the tables. Words of Monaco's own menus are taken in before it (see `load.ts`).
 */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/anchorSelect/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codelens/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/inlayHints/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/quickOutline/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
// These two features do not register what they name (monaco-editor 0.57); their files do.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker&url';
import type { Span } from '../../src/index.ts';
import { typeOfText } from '../help/look.ts';
import { cursorAt, whenShown } from '../state/select.ts';
import { session } from '../state/session.ts';
import type { RuleText } from '../state/text.ts';
import { startWorker } from '../trusted.ts';
import { adapt } from './adapt.ts';
import { completeWithin } from './complete.ts';
import { Findings } from './findings.ts';
import { ModelText } from './holder.ts';
import { languageId, registerLanguage } from './language.ts';
import { defineThemes, themeName } from './theme.ts';

export interface Pane {
  focus(): void;
  theme(name: 'light' | 'dark'): void;
  dispose(): void;
}

Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => startWorker(EditorWorker, 'cme-text') } });
registerLanguage(monaco);
let shown: monaco.editor.IStandaloneCodeEditor | null = null;
adapt(monaco, () => shown);

export function mount(place: HTMLElement, text: RuleText, look: { theme: 'light' | 'dark'; label: string }): Pane {
  defineThemes(monaco);
  const held = ModelText.of(monaco, text, languageId);
  const editor = monaco.editor.create(place, {
    model: held.model,
    theme: themeName(look.theme),
    ariaLabel: look.label,
    automaticLayout: true,
    fontFamily: getComputedStyle(place).getPropertyValue('--font-code'),
    ...typeOfText(place),
    unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
    'semanticHighlighting.enabled': true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    occurrencesHighlight: 'singleFile',
    stickyScroll: { enabled: false },
    wordWrap: 'off',
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    folding: true,
    glyphMargin: false,
    lineNumbersMinChars: 5,
    lineDecorationsWidth: 12,
    overviewRulerBorder: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    padding: { top: 4, bottom: 4 },
    quickSuggestions: { other: true, comments: false, strings: false },
    // What comes up by itself takes no Enter that was meant for the text; what one types for does.
    suggest: { selectionMode: 'whenQuickSuggestion', showStatusBar: false, preview: false },
    wordBasedSuggestions: 'off',
    inlayHints: { enabled: 'on', fontSize: 12 },
    foldingStrategy: 'auto',
    gotoLocation: { multipleDefinitions: 'peek', multipleReferences: 'peek' },
    fixedOverflowWidgets: true,
    contextmenu: true,
    links: false,
    guides: { indentation: false, bracketPairs: false },
    bracketPairColorization: { enabled: false },
    cursorSmoothCaretAnimation: 'off',
    smoothScrolling: false,
  });

  shown = editor;
  completeWithin(editor, text);
  const rowMark = editor.createDecorationsCollection();
  const mark = (line: number) =>
    rowMark.set([{ range: new monaco.Range(line, 1, line, 1), options: { isWholeLine: true, className: 'cme-row' } }]);
  const show = (span: Span) => {
    const range = held.rangeOf(span);
    mark(range.startLineNumber);
    // Where one writes, the view follows the cursor alone.
    if (!editor.hasTextFocus()) {
      editor.setPosition(range.getStartPosition());
      editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
    }
  };
  whenShown(show);

  const findings = new Findings(monaco, text, held);

  // Monaco tells of its cursor before it tells of the change that has moved it: the line is one of the text after that.
  const follow = () =>
    queueMicrotask(() => {
      const at = editor.getPosition();
      if (at && shown === editor && !text.composing) cursorAt(at.lineNumber, at.column);
    });
  editor.onDidCompositionStart(() => {
    text.compose(true);
    session.set({ composing: true });
  });
  editor.onDidCompositionEnd(() => {
    text.compose(false);
    session.set({ composing: false });
    follow();
  });
  const { RecoverFromMarkers } = monaco.editor.CursorChangeReason;
  editor.onDidChangeCursorPosition(({ position, source, reason }) => {
    if (text.composing) return;
    // Nobody went there: it was put there, or has moved with the text that a gesture in the table has changed.
    const put = source === 'api' || (reason === RecoverFromMarkers && !editor.hasTextFocus());
    if (put) session.set({ caret: { line: position.lineNumber, column: position.column } });
    else follow();
  });
  session.set({ monaco: 'ready' });

  // For the tests of this project, which cannot read a text from lines that are not drawn.
  Object.assign(globalThis, { cmeEditor: editor });

  return {
    focus: () => editor.focus(),
    theme: (name) => {
      defineThemes(monaco);
      monaco.editor.setTheme(themeName(name));
    },
    dispose: () => {
      findings.stop();
      // What an input method had begun ends with the pane, and nobody would tell of it.
      if (text.composing) {
        text.compose(false);
        session.set({ composing: false });
      }
      shown = null;
      whenShown(null);
      editor.dispose();
    },
  };
}
