/** Two texts beside one another, to be read: Monaco's own comparison. Fetched after the text pane, whose parts it shares. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/diffEditor/register';
import { typeOfText } from '../help/look.ts';
import { languageId } from './language.ts';
import type { Pane } from './pane.ts';
import { defineThemes, themeName } from './theme.ts';

export interface Beside {
  readonly before: string;
  readonly after: string;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly theme: 'light' | 'dark';
}

export function mountDiff(place: HTMLElement, { before, after, beforeLabel, afterLabel, theme }: Beside): Pane {
  defineThemes(monaco);
  monaco.editor.setTheme(themeName(theme));
  const [original, modified] = [before, after].map((text) => monaco.editor.createModel(text, languageId));
  const editor = monaco.editor.createDiffEditor(place, {
    readOnly: true,
    originalEditable: false,
    domReadOnly: true,
    originalAriaLabel: beforeLabel,
    modifiedAriaLabel: afterLabel,
    automaticLayout: true,
    fontFamily: getComputedStyle(place).getPropertyValue('--font-code'),
    ...typeOfText(place),
    unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6, revealLineCount: 30 },
    minimap: { enabled: false },
    renderOverviewRuler: true,
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    codeLens: false,
    inlayHints: { enabled: 'off' },
    links: false,
    folding: false,
    contextmenu: false,
    guides: { indentation: false, bracketPairs: false },
    bracketPairColorization: { enabled: false },
    fixedOverflowWidgets: true,
    smoothScrolling: false,
  });
  if (original && modified) editor.setModel({ original, modified });
  // What is said of them above is not handed on to the two (monaco-editor 0.57).
  editor.getOriginalEditor().updateOptions({ ariaLabel: beforeLabel });
  editor.getModifiedEditor().updateOptions({ ariaLabel: afterLabel });
  return {
    focus: () => editor.getModifiedEditor().focus(),
    theme: (name) => {
      defineThemes(monaco);
      monaco.editor.setTheme(themeName(name));
    },
    dispose: () => {
      editor.dispose();
      original?.dispose();
      modified?.dispose();
    },
  };
}
