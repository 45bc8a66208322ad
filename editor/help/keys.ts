/** The keys, as the help shows and prints them. */

import type { Lang } from '../../src/index.ts';
import { shortcuts } from '../frame/keys.ts';

export interface Key {
  readonly keys: readonly string[];
  readonly does: Readonly<Record<Lang, string>>;
}

export interface KeyGroup {
  readonly where: Readonly<Record<Lang, string>>;
  readonly keys: readonly Key[];
}

const key = (keys: string, zh: string, en: string): Key => ({ keys: keys.split(' / '), does: { zh, en } });

export const keyGroups: readonly KeyGroup[] = [
  {
    where: { zh: '任何地方', en: 'Everywhere' },
    keys: [...shortcuts, key('Tab / Shift+Tab', '到下一个、上一个控件', 'to the next, previous control')],
  },
  {
    where: { zh: '表格', en: 'In the table' },
    keys: [
      key('↑ ↓ ← →', '到相邻的格', 'to the next cell'),
      key('Home / End', '到一行的头、尾', 'to the ends of the row'),
      key('Ctrl+Home / Ctrl+End', '到表的头、尾', 'to the ends of the table'),
      key('Page Up / Page Down', '移动十行', 'ten rows'),
      key('Enter / F2', '修改这一格', 'edit the cell'),
      key('Enter', '（修改时）确定，到下一行', '(while editing) take it, and go down'),
      key('Tab', '（修改时）确定，到右边一格', '(while editing) take it, and go right'),
      key('Esc', '（修改时）放弃这次修改', '(while editing) leave it as it was'),
      key('Delete', '清空这一格（可以不写的部分）', 'clear what may be left out'),
      key('Alt+Enter', '打开条件的选择框', 'open the builder of a condition'),
      key('Shift+F10', '这一行的操作：插入、复制、移动、停用、删除', 'actions of the row'),
      key('Insert', '在上方插入一行', 'insert a row above'),
      key(
        'Alt+↑ / Alt+↓',
        '上移、下移这一行（也可以拖动行首的 ⠿）',
        'move the row up, down (or drag it by ⠿ before it)',
      ),
      key('Shift+↑ ↓ ← →', '在有行有列的表里选一块，Ctrl+A 选整张表', 'a block of a table; Ctrl+A takes all of it'),
      key('Ctrl+C / Ctrl+V', '复制、粘贴（可以从 Excel 粘贴多格）', 'copy, paste (many cells from Excel)'),
      key('Esc Tab', '离开表格，到下一个控件', 'leave the table'),
    ],
  },
  {
    where: { zh: '文本', en: 'In the text' },
    keys: [
      key('Ctrl+M Tab', '离开文本，到下一个控件（再按 Ctrl+M 恢复缩进）', 'leave the text (Ctrl+M again: Tab indents)'),
      key('Ctrl+F / Ctrl+H', '查找、替换', 'find, replace'),
      key('Ctrl+Space', '列出可以写什么', 'what may be written here'),
      key('Ctrl+.', '这里的改法', 'fixes for what is wrong here'),
      key('F12 / Shift+F12', '到定义处、所有用到的地方', 'definition, references'),
      key('F2', '改名（用到的地方一起改）', 'rename everywhere'),
      key('Ctrl+/', '加上、去掉注释', 'comment, uncomment'),
      key('Shift+Alt+F', '整理格式', 'format'),
    ],
  },
];
