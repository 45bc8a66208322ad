/** Chips, tables, paste, new sections, names: each gesture by an example that reads aloud. */
import { describe, expect, test } from 'vitest';
import { copied, editMessage, editMessages } from '../../src/edit/index.ts';
import { became, edited, type Open, open, refusal, row, rowsOf, textAfter, texts } from './support.ts';

const hubei = open(texts.hubei);
const block = (title: string, kind = 'item', of: Open = hubei): string =>
  of.view.blocks.find((one) => one.title === title && one.kind === kind)?.key ?? '';
/** The line that a gesture leaves at a place. */
const lineAfter = (what: Parameters<typeof textAfter>[1], line: number, of = hubei): string | undefined =>
  textAfter(of, what).split('\n')[line - 1];

describe('a chip', () => {
  const award = row(hubei, '授予 0.5 学分 当 主讲人');
  const at = { row: award.key, slot: 'when' } as const;
  const line = (what: Parameters<typeof textAfter>[1]) => lineAfter(what, award.line);

  test('shows field, comparison and values of a plain conjunction', () => {
    const when = award.cells.find(({ slot }) => slot === 'when');
    expect(when?.chips?.map(({ field, comparison, values, unit }) => [field, comparison, values, unit])).toEqual([
      ['角色', undefined, ['主讲人'], undefined],
      ['时长', 'atLeast', ['1'], 'hours'],
      ['时长', 'lessThan', ['3'], 'hours'],
    ]);
    const or = row(hubei, '适用 形式 是 实践活动 或').cells[0];
    expect([or?.plain, or?.chips?.map(({ words, editable }) => [words, editable])]).toEqual([
      false,
      [['形式 是 实践活动 或 并非 认定', false]],
    ]);
  });

  test('changes by its value, its comparison or its field', () => {
    expect(line({ kind: 'setChip', ...at, chip: 2, to: { values: ['4'] } })).toMatch(/时长 少于 4 小时$/);
    expect(line({ kind: 'setChip', ...at, chip: 2, to: { comparison: 'atMost' } })).toMatch(/时长 不超过 3 小时$/);
    expect(line({ kind: 'setChip', ...at, chip: 0, to: { values: ['参加者'] } })).toMatch(/当 参加者 且/);
    expect(line({ kind: 'setChip', ...at, chip: 0, to: { values: ['参加者', '主讲人'] } })).toMatch(
      /当 角色 属于 参加者、主讲人 且/,
    );
    expect(line({ kind: 'setChip', ...at, chip: 0, to: { negated: true } })).toMatch(/当 并非 主讲人 且/);
    const { edits } = edited(hubei, { kind: 'setChip', ...at, chip: 2, to: { values: ['4'] } });
    expect(edits.map(({ span, text }) => [texts.hubei.slice(span.start, span.end), text])).toEqual([['3', '4']]);
  });

  test('is added behind the others, and taken away with its 且', () => {
    expect(line({ kind: 'addChip', ...at, to: { field: '远程', comparison: null } })).toMatch(/少于 3 小时 且 远程$/);
    expect(line({ kind: 'deleteChip', ...at, chip: 0 })).toMatch(/当 时长 不少于 1 小时 且 时长 少于 3 小时$/);
    expect(line({ kind: 'deleteChip', ...at, chip: 1 })).toMatch(/当 主讲人 且 时长 少于 3 小时$/);
    const cap = row(hubei, '上限 每年 15 学分', 'cap');
    const to = { field: '自学上限', values: ['全项'] };
    const more = became(hubei, { kind: 'addChip', row: cap.key, slot: 'when', to });
    expect(row(more, '上限 每年 15 学分').text).toBe('上限 每年 15 学分 当 自学上限 是 全项');
    expect(textAfter(more, { kind: 'deleteChip', row: cap.key, slot: 'when', chip: 0 })).toBe(texts.hubei);
    expect(refusal(hubei, { kind: 'deleteChip', row: row(hubei, '适用 认定').key, slot: 'when', chip: 0 })).toBe(
      'lastChip',
    );
  });

  test('beside 或 keeps what holds in several cases together', () => {
    const or = row(hubei, '适用 形式 是 实践活动 或');
    const what = { kind: 'addChip', row: or.key, slot: 'when', to: { field: '远程', comparison: null } } as const;
    expect(lineAfter(what, or.line)).toBe('  适用 （形式 是 实践活动 或 并非 认定） 且 远程');
  });
});

describe('a table', () => {
  const paper = row(hubei, '| 国际权威刊物 | 其他作者', 'tableRow');
  const table = rowsOf(hubei.view).find(({ grid }) => grid?.rows.includes(paper))?.key ?? '';
  const lines = (what: Parameters<typeof textAfter>[1], from: number, to: number) =>
    textAfter(hubei, what)
      .split('\n')
      .slice(from - 1, to);

  test('gains a row in its own columns', () => {
    const cells = ['国内正式刊物', '其他', '3'];
    expect(lines({ kind: 'addTableRow', table, where: { after: paper.key } }, paper.line + 1, paper.line + 1)).toEqual([
      '    | 任意         | 任意                         | 9    |',
    ]);
    expect(lines({ kind: 'addTableRow', table, cells }, paper.line + 3, paper.line + 3)).toEqual([
      '    | 国内正式刊物 | 其他                         | 3    |',
    ]);
    expect(
      refusal(hubei, {
        kind: 'delete',
        keys:
          rowsOf(hubei.view)
            .find(({ key }) => key === table)
            ?.grid?.rows.map(({ key }) => key) ?? [],
      }),
    ).toBe('lastRow');
  });

  test('gains and loses a column', () => {
    const more = became(hubei, { kind: 'addColumn', table, field: '级别' });
    expect(more.document.text).toContain('    | 国际权威刊物 | 其他作者                     | 任意 | 9    |\n');
    expect(textAfter(more, { kind: 'deleteColumn', table, slot: 'column 3' })).toBe(texts.hubei);
    expect(refusal(hubei, { kind: 'deleteColumn', table, slot: 'column 3' })).toBe('mustStay');
    const book = row(hubei, '| 独立作者、第一作者 | 10', 'tableRow').key;
    expect(refusal(hubei, { kind: 'deleteColumn', table: book, slot: 'column 1' })).toBe('lastColumn');
    expect(refusal(hubei, { kind: 'addColumn', table, field: '没有的' })).toBe('noField');
  });

  test('takes a block out of a spreadsheet, and lists what it does not take', () => {
    const text = '"其他作者\r\n第一作者"\t８\t多\r\n无此\t7\r\n其他作者\t\r\n独立作者\t3\r\n第一作者\t4.5.5\r\n';
    const found = edited(hubei, { kind: 'paste', table, row: paper.key, slot: 'column 2', text });
    expect(found.rejects?.map(({ row: at, column, why }) => [at, column, why.id])).toEqual([
      [0, 2, 'beyondColumns'],
      [1, 0, 'notInList'],
      [2, 1, 'emptyCell'],
      [4, 1, 'wouldNotRead'],
    ]);
    expect(lines({ kind: 'paste', table, row: paper.key, slot: 'column 2', text }, paper.line, paper.line + 4)).toEqual(
      [
        '    | 国际权威刊物 | 其他作者、第一作者           | 8    |',
        '    | 国内正式刊物 | 独立作者、第一作者、通讯作者 | 7    |',
        '    | 国内正式刊物 | 其他作者                     | 5    |',
        '    | 任意         | 独立作者                     | 3    |',
        '    | 任意         | 第一作者                     | 5    |',
      ],
    );
  });

  test('copied out and pasted back is what it was', () => {
    for (const one of rowsOf(hubei.view)) {
      const first = one.grid?.rows[0];
      if (!one.grid || !first) continue;
      const text = copied(one.grid.rows.map(({ cells }) => cells.map(({ value }) => value)));
      const found = edited(hubei, { kind: 'paste', table: one.key, row: first.key, slot: 'column 1', text });
      expect([found.edits, found.rejects], one.text).toEqual([[], undefined]);
    }
    expect(
      copied([
        ['a"b', 'c\td'],
        ['e', ''],
      ]),
    ).toBe('"a""b"\t"c\td"\ne\t');
  });
});

describe('a new line', () => {
  const item = block('其他实践活动');

  test('comes filled in, behind the last of its kind, in the words of the file', () => {
    const cells = { credits: '2', every: '3 小时', when: '主讲人 且 远程', by: '年' };
    const text = textAfter(hubei, { kind: 'addLine', block: item, line: 'award', cells });
    expect(text).toContain('时长 少于 3 小时\n  授予 每 3 小时 2 学分 按年 当 主讲人 且 远程\n');
    expect(
      textAfter(hubei, { kind: 'addLine', block: item, line: 'cap', cells: { per: '项目', limit: '5' } }),
    ).toContain('少于 3 小时\n  上限 每项目 5 学分\n\n');
    expect(refusal(hubei, { kind: 'addLine', block: item, line: 'question' })).toBe('notHere');
    expect(refusal(hubei, { kind: 'addLine', block: item, line: 'cap', cells: { limit: '许多' } })).toBe('wantsNumber');
  });

  test('is written in English, with tabs and CRLF, where its neighbours are', () => {
    const text =
      'rules some some version 1\r\n\teffective 2025-01-01\r\n\r\nrecordfield kind form\r\n\toption talk talk\r\n\r\ncategory a a\r\n\r\nitem b\r\n\tform talk\r\n\taward 1 credits';
    const of = open(text);
    const added = textAfter(of, { kind: 'addLine', block: block('b', 'item', of), line: 'cap', cells: { limit: '4' } });
    expect(added).toBe(`${text}\r\n\tcap per year 4 credits`);
  });

  test('says what is known, with the reason', () => {
    const text = textAfter(hubei, { kind: 'accept', block: block('著作'), code: 'CME733', reason: '条文如此' });
    expect(text).toContain('条目 著作\n  依据 第十三条（七）3\n  已知 CME733 「条文如此」\n  形式 著作\n');
  });
});

describe('a new section', () => {
  test('stands with its like', () => {
    const into = block('实践活动', 'category');
    const item = textAfter(hubei, { kind: 'addSection', section: 'item', label: '义诊', into });
    expect(item).toContain(
      '少于 3 小时\n\n条目 义诊\n  依据 第一条\n  形式 推荐项目\n  授予 1 学分\n\n# ==== 第十三条（六）',
    );
    const last = textAfter(hubei, { kind: 'addSection', section: 'uncomputed', label: '第三十一条' });
    expect(last).toContain('不计算 第三十条 「由谁解释」\n不计算 第三十一条\n\n# ====');
    expect(refusal(hubei, { kind: 'addSection', section: 'category', label: '实践活动' })).toBe('nameTaken');
    expect(refusal(hubei, { kind: 'addSection', section: 'item', label: '' })).toBe('wantsName');
  });

  test('may be an example from facts', () => {
    const text = textAfter(hubei, {
      kind: 'addExample',
      title: '新用例',
      adopt: [['不足单位', '折算']],
      person: [{ field: 'institution', values: ['医院'] }],
      records: [
        [
          { field: '形式', values: ['practice'] },
          { field: '时长', values: ['６'] },
          { field: '远程', values: ['是'] },
          { field: '项目编号', values: ['P1'] },
          { field: '日期', values: ['2025/3/8'] },
        ],
      ],
      expect: { credits: '1', status: 'unmet', short: '24' },
    });
    expect(text.slice(texts.hubei.length)).toBe(
      [
        '\n用例 「新用例」',
        '  采用 不足单位 折算',
        '  人员 医院',
        '  活动 实践活动，时长 6 小时，远程，项目编号 「P1」，日期 2025-03-08',
        '  期望 1 学分，未达标，差 24 学分\n',
      ].join('\n'),
    );
  });
});

describe('a name', () => {
  test('is changed wherever it is used, and nowhere else', () => {
    const reading = row(hubei, '口径 项目时长 project_hours', 'head');
    const text = textAfter(hubei, { kind: 'rename', row: reading.key, slot: 'label', to: '合计时长' });
    expect(text).toBe(texts.hubei.replace(/(口径|按|采用) 项目时长/g, '$1 合计时长'));
    const option = row(hubei, '选项 合并 project', 'option');
    const merged = textAfter(hubei, { kind: 'set', row: option.key, slot: 'label 1', value: '先加总' });
    expect(merged).toContain('  选项 先加总 project');
    expect(merged).toContain('  采用 先加总\n');
    // The word in a title is no name.
    expect(merged).toContain('用例 「折算：合并后再折」');
  });

  test('that is taken, or that the baseline gives, stays', () => {
    const reading = row(hubei, '口径 项目时长 project_hours', 'head').key;
    expect(refusal(hubei, { kind: 'rename', row: reading, slot: 'label', to: '研修时长' })).toBe('nameTaken');
    expect(
      refusal(hubei, { kind: 'rename', row: row(hubei, '类别 实践活动', 'head').key, slot: 'label', to: '实践' }),
    ).toBe('readOnly');
    expect(refusal(hubei, { kind: 'rename', row: reading, slot: 'label', to: ' ' })).toBe('wantsName');
  });
});

test('every message has its placeholders in both languages', () => {
  for (const [id, { zh, en }] of Object.entries(editMessages)) {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
    expect(holes(zh), id).toEqual(holes(en));
  }
  expect(editMessage({ id: 'wantsNumber', args: { value: '十' } }, 'zh')).toBe('这里要填数，如 10 或 0.5，不是「十」');
});
