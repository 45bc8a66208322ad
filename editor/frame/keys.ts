/** Keys that work wherever one is: what each is, what it does in words, and by which name it is done. */
import type { Lang } from '../../src/index.ts';

export type Act = 'save' | 'undo' | 'redo' | 'next' | 'previous' | 'table' | 'text';

export interface Shortcut {
  /** Each of these does it. */
  readonly keys: readonly string[];
  readonly act: Act;
  readonly does: Readonly<Record<Lang, string>>;
  /** What one writes in has the same for itself. */
  readonly own?: true;
}

export const shortcuts: readonly Shortcut[] = [
  { act: 'save', keys: ['Ctrl+S'], does: { zh: '保存', en: 'save' } },
  {
    act: 'undo',
    keys: ['Ctrl+Z'],
    does: { zh: '撤销（表格和文本共用一份历史）', en: 'undo (table and text have one history)' },
    own: true,
  },
  { act: 'redo', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: { zh: '重做', en: 'redo' }, own: true },
  { act: 'next', keys: ['F8'], does: { zh: '下一处问题', en: 'next problem' } },
  { act: 'previous', keys: ['Shift+F8'], does: { zh: '上一处问题', en: 'previous problem' } },
  { act: 'table', keys: ['Alt+1'], does: { zh: '到表格', en: 'to the table' } },
  { act: 'text', keys: ['Alt+2'], does: { zh: '到文本', en: 'to the text' } },
];

export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A Mac's Command is what Ctrl is elsewhere. With Alt some layouts give another sign, so a digit goes by its place. */
export function presses(pressed: Pressed, name: string): boolean {
  const parts = name.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  return (
    (pressed.ctrlKey || pressed.metaKey) === wants('Ctrl') &&
    pressed.altKey === wants('Alt') &&
    pressed.shiftKey === wants('Shift') &&
    (/^\d$/.test(key) ? pressed.code === `Digit${key}` : pressed.key.toLowerCase() === key.toLowerCase())
  );
}

export const shortcutOf = (pressed: Pressed): Shortcut | undefined =>
  shortcuts.find(({ keys }) => keys.some((name) => presses(pressed, name)));
