import { describe, expect, test } from 'vitest';
import { edgesOf, isWide, leastWidth, seenOf, templateOf, towards } from '../../editor/grid/columns.ts';
import { runsOf, stretchesOf } from '../../editor/grid/stretch.ts';
import type { DrawnCell, DrawnRow } from '../../editor/sheets/model.ts';

/** A row of so many fields, a figure, and the examples behind. */
const rowOf = (fields: number): Pick<DrawnRow, 'cells' | 'columns'> => ({
  columns: fields + 1,
  cells: [
    ...Array.from({ length: fields }, (_, at): DrawnCell => ({ column: `${at}`, parts: [] })),
    { column: 'credits', parts: [], tone: 'number' },
    { column: 'tests', parts: [] },
  ],
});

describe('the columns of a table', () => {
  test('share a wide pane, and keep their least width in a narrow one', () => {
    expect(templateOf(rowOf(2))).toBe('minmax(96px, 1fr) minmax(96px, 1fr) minmax(88px, 164px) 60px');
    expect(edgesOf(rowOf(2), 1000)).toEqual([32, 390, 748, 912, 972]);
    const narrow = edgesOf(rowOf(29), 800);
    expect(narrow.at(-1)).toBeLessThanOrEqual(leastWidth(30) - 28);
    expect((narrow[2] ?? 0) - (narrow[1] ?? 0)).toBe(96);
  });

  test('few of them are all drawn', () => {
    expect(isWide(rowOf(12).columns)).toBe(false);
    expect(seenOf(rowOf(12), { left: 0, width: 800 })).toBeNull();
  });

  test('of many those are drawn that are in sight, wherever one looks', () => {
    const row = rowOf(29);
    for (let left = 0; left < leastWidth(30) - 800; left += 96) {
      const seen = seenOf(row, { left, width: 800 });
      const edges = edgesOf(row, 800);
      // Between two steps of the view too.
      for (const at of [left, left + 95]) {
        const visible = row.cells.flatMap((_, column) =>
          (edges[column + 1] ?? 0) > at && (edges[column] ?? 0) < at + 800 ? [column] : [],
        );
        expect(seen?.from).toBeLessThanOrEqual(visible[0] ?? 0);
        expect(seen?.to).toBeGreaterThanOrEqual(visible.at(-1) ?? 0);
      }
      expect((seen?.to ?? 0) - (seen?.from ?? 0)).toBeLessThan(13);
    }
  });

  test('what is written instead of a row is drawn whole', () => {
    expect(seenOf({ columns: 30, cells: [{ column: 'all', parts: [] }] }, { left: 900, width: 800 })).toBeNull();
  });

  test('a column that is gone to comes into sight beside the first one, and what is in sight stays', () => {
    const row = rowOf(29);
    expect(towards(row, 3, { left: 0, width: 800 })).toBeNull();
    const right = towards(row, 20, { left: 0, width: 800 }) ?? 0;
    expect(seenOf(row, { left: right, width: 800 })?.to).toBeGreaterThanOrEqual(20);
    expect(towards(row, 20, { left: right, width: 800 })).toBeNull();
    const back = towards(row, 2, { left: right, width: 800 }) ?? -1;
    expect(back).toBeLessThan(right);
    expect(towards(row, 2, { left: back, width: 800 })).toBeNull();
    expect(towards(row, 0, { left: right, width: 800 })).toBeNull();
  });
});

test('tables lie in a sheet as runs of rows, from the head of each to its last row', () => {
  const [line, other] = [{} as DrawnRow['of'], {} as DrawnRow['of']];
  const row = (look: DrawnRow['look'], of: DrawnRow['of'], table?: DrawnRow['of']): DrawnRow =>
    ({ look, of, ...(table && { table }) }) as DrawnRow;
  const rows = [
    row('band', {} as DrawnRow['of']),
    row('head', line),
    row('plain', {} as DrawnRow['of'], line),
    row('plain', {} as DrawnRow['of'], line),
    row('adder', line),
    row('head', other),
    row('plain', {} as DrawnRow['of'], other),
    row('band', {} as DrawnRow['of']),
  ];
  const tables = [
    { from: 1, to: 4 },
    { from: 5, to: 6 },
  ];
  expect(stretchesOf(rows)).toEqual(tables);
  expect(runsOf(rows.length, tables)).toEqual([{ from: 0, to: 0 }, ...tables, { from: 7, to: 7 }]);
  expect(runsOf(2, [])).toEqual([{ from: 0, to: 1 }]);
});
