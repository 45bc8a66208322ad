/** Monaco's colours are the tokens of the style sheet that is in force. */
import type * as Monaco from 'monaco-editor/editor';

export const themeName = (name: 'light' | 'dark'): string => `cme-${name}`;

export function defineThemes(monaco: typeof Monaco): void {
  const style = getComputedStyle(document.documentElement);
  // The built style sheet shortens what it can, and Monaco knows no `#fff`.
  const token = (name: string): string => {
    const value = style.getPropertyValue(`--${name}`).trim();
    return /^#...$/.test(value) ? value.replace(/[^#]/g, '$&$&') : value;
  };
  const rule = (name: string, colour: string, fontStyle?: string) => ({
    token: name,
    foreground: token(colour).slice(1),
    ...(fontStyle && { fontStyle }),
  });
  const dark = document.documentElement.dataset.theme === 'dark';
  monaco.editor.defineTheme(themeName(dark ? 'dark' : 'light'), {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'ink-1'),
      rule('keyword', 'syn-keyword', 'bold'),
      rule('operator', 'syn-operator'),
      rule('number', 'syn-number'),
      rule('string', 'syn-string'),
      rule('comment', 'syn-comment'),
      rule('unit', 'ink-2'),
      rule('identifier', 'ink-1'),
      // What the service tells apart, by its own names of it.
      rule('section', 'syn-keyword', 'bold'),
      rule('line', 'syn-keyword', 'bold'),
      rule('rounding', 'syn-operator'),
      rule('connective', 'syn-operator'),
      rule('constant', 'syn-operator'),
      rule('span', 'ink-2'),
      rule('type', 'syn-operator'),
      rule('name', 'ink-1'),
      rule('declaration', 'ink-1', 'bold'),
      rule('clause', 'ink-2'),
      rule('mark', 'ink-3'),
      rule('odd', 'bad'),
    ],
    colors: {
      'editor.background': token('bg-surface'),
      'editor.foreground': token('ink-1'),
      'editorLineNumber.foreground': token('ink-3'),
      'editorLineNumber.activeForeground': token('accent'),
      'editor.lineHighlightBackground': token('accent-soft'),
      'editor.lineHighlightBorder': token('accent-soft'),
      'editorCursor.foreground': token('accent'),
      'editorWidget.background': token('bg-surface'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('bg-surface'),
      'editorSuggestWidget.background': token('bg-surface'),
      'editorSuggestWidget.selectedBackground': token('accent-soft'),
      'editorSuggestWidget.selectedForeground': token('ink-1'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorError.foreground': token('bad'),
      'editorWarning.foreground': token('warn'),
      'editorInfo.foreground': token('accent'),
      'editorInlayHint.background': token('syn-inlay-bg'),
      'editorInlayHint.foreground': token('ink-3'),
      'editorCodeLens.foreground': token('syn-lens'),
      'editorIndentGuide.background1': token('bg-surface'),
      'editorLink.activeForeground': token('accent'),
      // Brackets are the marks of a clause here, not the skeleton of a program.
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`editorBracketHighlight.foreground${at}`, token('ink-2')])),
      focusBorder: token('accent'),
      'editor.rangeHighlightBackground': token('accent-soft'),
      'editor.wordHighlightBackground': token('bg-hover'),
      'editor.wordHighlightStrongBackground': token('accent-soft'),
      'list.activeSelectionBackground': token('accent-soft'),
      'list.activeSelectionForeground': token('ink-1'),
      'list.hoverBackground': token('bg-hover'),
      'quickInput.background': token('bg-surface'),
      'quickInputList.focusBackground': token('accent-soft'),
      'quickInputList.focusForeground': token('ink-1'),
      'peekView.border': token('accent-line'),
      'peekViewTitle.background': token('bg-band'),
      'peekViewEditor.background': token('bg-sunken'),
      'peekViewEditor.matchHighlightBackground': token('accent-soft'),
      'peekViewResult.background': token('bg-surface'),
      'peekViewResult.matchHighlightBackground': token('accent-soft'),
      'peekViewResult.selectionBackground': token('accent-soft'),
      'peekViewResult.selectionForeground': token('ink-1'),
    },
  });
}
