/** One cell, one range: what stands in no cell that was set stays as it is, byte for byte. */
import { describe, expect, test } from 'vitest';
import { applied, type Cell, type RowView } from '../../src/edit/index.ts';
import { parse } from '../../src/parse.ts';
import { another, became, edited, gesture, keysOf, type Open, open, row, rowsOf, textAfter, texts } from './support.ts';

const long = process.env.CME_LONG === '1';

interface Trial {
  readonly row: RowView;
  readonly cell: Cell;
  readonly value: string;
}

const trials = (of: Open): readonly Trial[] =>
  rowsOf(of.view).flatMap((one) =>
    one.cells.flatMap((cell): Trial[] => {
      const value = cell.editable && !cell.absent ? another(cell, of.view) : undefined;
      return value === undefined ? [] : [{ row: one, cell, value }];
    }),
  );

/** The cell's own place: in a table, up to the next mark. */
const rangeOf = (text: string, { row: { kind }, cell: { span } }: Trial): { start: number; end: number } => {
  if (kind !== 'tableRow') return span;
  return { start: span.start, end: span.end + (/^ */.exec(text.slice(span.end))?.[0].length ?? 0) };
};

const valueAt = (of: Open, { row: { key }, cell: { slot } }: Trial): string | undefined =>
  rowsOf(of.view)
    .find((one) => one.key === key)
    ?.cells.find((one) => one.slot === slot)?.value;

describe.each(Object.entries(texts))('every cell of %s', (name, text) => {
  const of = open(text);
  const all = trials(of);
  const step = long ? 1 : name === 'hubei' ? 12 : 4;
  const some = all.filter((_, at) => at % step === 0);

  test('can be set, and only its own range changes', () => {
    expect(all.length).toBeGreaterThan(400);
    for (const trial of some) {
      const { edits } = edited(of, { kind: 'set', row: trial.row.key, slot: trial.cell.slot, value: trial.value });
      const { start, end } = rangeOf(text, trial);
      // A name is changed wherever it is used; everything else is one place.
      if (trial.cell.kind !== 'name') expect(edits.length, trial.row.text).toBeLessThanOrEqual(2);
      for (const { span } of trial.cell.kind === 'name' ? [] : edits) {
        expect(span.start, trial.row.text).toBeGreaterThanOrEqual(start);
        expect(span.end, trial.row.text).toBeLessThanOrEqual(end);
      }
      // Lines below a table's row stand where they stood.
      if (trial.row.kind === 'tableRow') expect(edits.every((one) => !/[\r\n]/.test(one.text))).toBe(true);
    }
  });

  test('shows what it was set to, and every other row keeps its key', () => {
    const faults = parse(text, { file: 'x', names: of.document.names }).diagnostics.length;
    const keys = keysOf(of.view);
    for (const trial of all.filter((_, at) => at % (long ? 1 : Math.ceil(all.length / 5)) === 0)) {
      const now = became(of, { kind: 'set', row: trial.row.key, slot: trial.cell.slot, value: trial.value });
      expect(now.document.diagnostics.length).toBe(faults);
      expect(keysOf(now.view)).toEqual(keys);
      expect(valueAt(now, trial)).toBe(trial.value);
      // And back again: the bytes are what they were.
      const back = { kind: 'set', row: trial.row.key, slot: trial.cell.slot, value: trial.cell.value } as const;
      // (远程 and 远程 是 say the same, and a table's cell may have pushed its neighbours on.)
      const plain = trial.row.kind !== 'tableRow' && trial.cell.kind !== 'yesno';
      if (plain) expect(textAfter(now, back), trial.row.text).toBe(text);
    }
  });

  test('is left alone by a gesture that says what it says already', () => {
    for (const { row: one, cell } of some) {
      const what = { kind: 'set', row: one.key, slot: cell.slot, value: cell.value } as const;
      expect(gesture(of, what), `${one.text} ${cell.slot}`).toEqual({ edits: [] });
    }
  });
});

describe('a cell', () => {
  const of = open(texts.hubei);

  test('of 10 学分 becomes 8 by one number', () => {
    const key = row(of, '上限 每项目 10 学分').key;
    const { edits } = edited(of, { kind: 'set', row: key, slot: 'limit', value: '8' });
    expect(edits.map(({ span, text }) => [texts.hubei.slice(span.start, span.end), text])).toEqual([['10', '8']]);
  });

  test('takes full-width digits and its unit, as they are pasted', () => {
    const key = row(of, '上限 每项目 10 学分').key;
    const line = (value: string) =>
      row(became(of, { kind: 'set', row: key, slot: 'limit', value }), '上限 每项目 ', 'cap').text;
    expect(line('１２.５')).toBe('上限 每项目 12.5 学分');
    expect(line('7学分')).toBe('上限 每项目 7 学分');
  });

  test('that may be left out is added with its word, and taken away with it', () => {
    const key = row(of, '授予 0.5 学分 当 主讲人').key;
    const set = (slot: string, value: string, unit?: 'hours') =>
      textAfter(of, { kind: 'set', row: key, slot, value, ...(unit && { unit }) })
        .split('\n')
        .find((line) => line.includes('授予') && line.includes('0.5 学分'));
    const rest = '当 主讲人 且 时长 不少于 1 小时 且 时长 少于 3 小时';
    expect(set('by', '年')).toBe(`  授予 0.5 学分 按年 ${rest}`);
    expect(set('by', '项目时长')).toBe(`  授予 0.5 学分 按 项目时长 ${rest}`);
    expect(set('every', '2', 'hours')).toBe(`  授予 每 2 小时 0.5 学分 ${rest}`);
    expect(set('remainder', '进位')).toBe(`  授予 0.5 学分 尾数 进位 ${rest}`);
    expect(set('when', '')).toBe('  授予 0.5 学分');
  });

  test('of a table gives and takes of its own blanks', () => {
    const key = row(of, '| 国际权威刊物 | 其他作者').key;
    const line = (slot: string, value: string) => {
      const text = textAfter(of, { kind: 'set', row: key, slot, value });
      return text.split('\n')[row(of, '| 国际权威刊物 | 其他作者').line - 1];
    };
    expect(line('column 2', '其他作者、通讯作者')).toBe('    | 国际权威刊物 | 其他作者、通讯作者           | 9    |');
    expect(line('column 3', '10.5')).toBe('    | 国际权威刊物 | 其他作者                     | 10.5 |');
    expect(line('column 3', '10.255')).toBe('    | 国际权威刊物 | 其他作者                     | 10.255 |');
  });

  test('refuses what cannot stand there, and changes nothing', () => {
    const cap = row(of, '上限 每项目 10 学分').key;
    const table = row(of, '| 国际权威刊物 | 其他作者').key;
    const refused = (key: string, slot: string, value: string) => {
      const found = gesture(of, { kind: 'set', row: key, slot, value });
      return 'refused' in found ? found.refused.id : 'done';
    };
    expect(refused(cap, 'limit', '十')).toBe('wantsNumber');
    expect(refused(cap, 'limit', '-3')).toBe('wantsNumber');
    expect(refused(cap, 'limit', '')).toBe('mustStay');
    expect(refused(cap, 'per', '世纪')).toBe('notInList');
    expect(refused(table, 'column 1', '没有的刊物')).toBe('notInList');
    expect(refused(table, 'column 3', '九')).toBe('wantsNumber');
    expect(refused(table, 'column 3', '1 | 2')).toBe('hasBar');
    expect(refused(row(of, '施行 2025-09-10').key, 'date', '2025-02-30')).toBe('wantsDate');
    expect(refused('no such key', 'limit', '1')).toBe('goneAway');
    expect(refused(cap, 'no such cell', '1')).toBe('noCell');
  });

  test('set in an older view is found again by its key, or refused where it says something else by now', () => {
    const key = row(of, '上限 每项目 10 学分').key;
    const now = became(of, { kind: 'duplicate', key: row(of, '条件 考核合格 当 参加者').key });
    const what = { version: of.view.version, kind: 'set', row: key, slot: 'limit', value: '8' } as const;
    const stale = gesture({ document: now.document, view: of.view }, what);
    expect('edits' in stale && applied(now.document.text, stale.edits)).toContain('上限 每项目 8 学分');
    const meanwhile = became(of, what);
    const late = gesture({ document: meanwhile.document, view: of.view }, { ...what, value: '9', was: '10' });
    expect('refused' in late && late.refused.id).toBe('changedSince');
  });
});
