/** While a line is being written, the table shows what it said before; everything else goes on. */
import { describe, expect, test } from 'vitest';
import { became, keysOf, open, refusal, row, rowsOf, textAfter, texts, typed } from './support.ts';

const hubei = open(texts.hubei);

describe('a line that is not finished', () => {
  const cases: readonly (readonly [what: string, line: string, typed: string])[] = [
    ['lacks the unit of its span', '授予 每 2000 字 1 学分 按 笔记字数', '授予 每 2000 1 学分 按 笔记字数'],
    ['lacks the unit of its amount', '授予 每 2000 字 1 学分 按 笔记字数', '授予 每 2000 字 1 按 笔记字数'],
    ['lacks the unit of a cap', '  上限 每年 15 学分', '  上限 每年 15'],
    ['lacks its amount', '  上限 每年 15 学分', '  上限 每年'],
    ['has half a condition', '  条件 署名排名 不少于 1', '  条件 署名排名 不少于'],
    ['has lost its word', '  形式 学习笔记', '  形 学习笔记'],
    ['is a head', '条目 学习笔记', '条目'],
    [
      'is a row of a table',
      '| 国内正式刊物 | 其他作者                     | 5    |',
      '| 国内正式刊物 | 其他作者                     | ',
    ],
    ['is a table’s head', '| 形式         | 署名排名 | 学分 |', '| 形式         | 署名排名 | 学 |'],
  ];

  test.each(cases)('%s: only its row is stale, and no row loses its key', (_, line, now) => {
    expect(texts.hubei.split(line)).toHaveLength(line.includes('署名排名 | 学分') ? 2 : 2);
    const broken = typed(hubei, texts.hubei.replace(line, now));
    const stale = rowsOf(broken.view).filter((one) => one.stale);
    const first = stale[0];
    expect(first?.stale).toEqual({ since: 1 });
    const before = rowsOf(hubei.view).find(({ key }) => key === first?.key);
    expect(first?.cells.map(({ shown }) => shown)).toEqual(before?.cells.map(({ shown }) => shown));
    expect(stale.every((one) => one.cells.every(({ editable }) => !editable))).toBe(true);
    expect(broken.view.stale).toBe(1);
    expect(keysOf(broken.view)).toEqual(keysOf(hubei.view));
    // A table whose head is gone is stale with its rows; anything else is one row.
    if (!first?.grid) expect(stale).toHaveLength(1);

    const cell = first?.cells.find(({ kind }) => kind !== 'words')?.slot ?? '';
    expect(refusal(broken, { kind: 'set', row: first?.key ?? '', slot: cell, value: '1' })).toBe('stale');
    const other = row(broken, '上限 每项目 10 学分').key;
    const elsewhere = textAfter(broken, { kind: 'set', row: other, slot: 'limit', value: '8' });
    expect(elsewhere).toBe(broken.document.text.replace('上限 每项目 10 学分', '上限 每项目 8 学分'));

    const mended = typed(broken, texts.hubei);
    expect(mended.view.stale).toBe(0);
    expect(keysOf(mended.view)).toEqual(keysOf(hubei.view));
    expect(rowsOf(mended.view).map(({ cells }) => cells)).toEqual(rowsOf(hubei.view).map(({ cells }) => cells));
  });

  test('that was never whole is a row to be read, and leads to the text', () => {
    const fresh = open(texts.hubei.replace('  上限 每年 15 学分', '  上限 每年'));
    const line = rowsOf(fresh.view).find(({ kind }) => kind === 'broken');
    expect(line).toMatchObject({ text: '上限 每年', cells: [], readOnly: true });
    expect(line?.diagnostics).toHaveLength(1);
  });

  test('typed letter by letter keeps its key all the way', () => {
    const end = texts.hubei.indexOf('  授予 每 1 门 2 学分') + '  授予 每 1 门 2 学分'.length;
    const key = row(hubei, '授予 每 1 门 2 学分').key;
    let now = hubei;
    for (const text of [' ', '当', ' ', '认', '定'].map((_, at, all) => all.slice(0, at + 1).join(''))) {
      now = typed(now, texts.hubei.slice(0, end) + text + texts.hubei.slice(end));
      expect(keysOf(now.view)).toContain(key);
    }
    expect(
      rowsOf(now.view)
        .find((one) => one.key === key)
        ?.cells.find(({ slot }) => slot === 'when')?.shown,
    ).toBe('认定');
  });
});

test('a rule keeps its key while others come and go around it', () => {
  const key = row(hubei, '授予 0.5 学分 当 主讲人').key;
  let now = became(hubei, { kind: 'duplicate', key: row(hubei, '授予 0.2 学分').key });
  now = became(now, { kind: 'delete', keys: [row(now, '授予 每 6 小时 1 学分 当 参加者').key] });
  now = became(now, { kind: 'set', row: key, slot: 'credits', value: '0.4' });
  now = became(now, { kind: 'move', key, to: 'up' });
  expect(rowsOf(now.view).find((one) => one.key === key)?.text).toContain('0.4 学分 当 主讲人');
  expect(new Set(keysOf(now.view)).size).toBe(keysOf(now.view).length);
});
