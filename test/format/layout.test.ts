import { describe, expect, test } from 'vitest';
import { align as alignRows, wrap } from '../../src/language/layout.ts';
import { enumerated, FOLD_WHEN, parenthesised, words } from '../../src/language/words.ts';

const align = (rows: readonly (readonly string[])[], indent: number): readonly string[] =>
  alignRows(
    rows.map((cells) => ({ cells })),
    indent,
  );

const long = (head: string, columns: number): string => head + '字'.repeat((columns - head.length * 2) / 2);

describe('a line', () => {
  test('that is a hundred columns wide stays whole', () => {
    const row = words(long('甲', 48), long('乙', 49 - 1), { text: '丙', fold: FOLD_WHEN });
    expect(wrap(row, 0)).toEqual([`${long('甲', 48)} ${long('乙', 48)} 丙`]);
  });

  test('that is wider is broken before 当', () => {
    const row = words(long('授予', 50), { text: '当', fold: FOLD_WHEN }, long('乙', 40), { text: '且', fold: 1 }, '丙');
    expect(wrap(row, 2)).toEqual([`  ${long('授予', 50)}`, `      当 ${long('乙', 40)} 且 丙`]);
  });

  test('then before the outer connectives, the inner ones staying where they fit', () => {
    const row = words(
      '条件',
      long('甲', 40),
      { text: '或', fold: 1 },
      long('乙', 30),
      { text: '且', fold: 2 },
      long('丙', 30),
      { text: '或', fold: 1 },
      '丁',
    );
    expect(wrap(row, 2)).toEqual([
      `  条件 ${long('甲', 40)}`,
      `      或 ${long('乙', 30)} 且 ${long('丙', 30)}`,
      '      或 丁',
    ]);
  });

  test('last after 、, as many to a line as fit', () => {
    const items = Array.from({ length: 12 }, (_, i) => long('甲', 18) + i);
    const rows = wrap(words('形式', enumerated(items)), 2);
    expect(rows).toHaveLength(3);
    expect(rows.slice(0, -1).every((row) => row.endsWith('、'))).toBe(true);
    expect(rows.map((row) => row.trim()).join('')).toBe(`形式 ${items.join('、')}`);
  });

  test('that has nowhere to be broken stays whole', () => {
    expect(wrap(words('提示', long('甲', 200)), 0)).toEqual([`提示 ${long('甲', 200)}`]);
  });

  test('keeps parentheses at what they hold', () => {
    expect(wrap(words('并非', parenthesised(words('甲', '或', '乙'))), 0)).toEqual(['并非 （甲 或 乙）']);
  });
});

describe('a table', () => {
  test('is aligned by columns on the screen, not by characters', () => {
    expect(
      align(
        [
          ['形式', 'SCI', '学分'],
          ['发明专利', '１', '10'],
          ['a', '前三名', '0.5'],
        ],
        4,
      ),
    ).toEqual([
      '    | 形式     | SCI    | 学分 |',
      '    | 发明专利 | １     | 10   |',
      '    | a        | 前三名 | 0.5  |',
    ]);
  });

  test('with rows of unlike length prints what they have', () => {
    expect(align([['甲', '乙'], ['丙'], ['', '丁', '戊']], 0)).toEqual(['| 甲 | 乙 |', '| 丙 |', '|    | 丁 | 戊 |']);
  });

  test('is not stretched by a cell wider than a line', () => {
    expect(
      align(
        [
          ['甲'.repeat(60), '乙'],
          ['丙', '丁'],
        ],
        0,
      ),
    ).toEqual([`| ${'甲'.repeat(60)} | 乙 |`, '| 丙 | 丁 |']);
  });

  test('has rows without a cell', () => {
    expect(align([['甲'], []], 0)).toEqual(['| 甲 |', '|']);
  });
});
