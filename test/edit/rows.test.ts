/** Rows and sections as whole lines: their comments go with them, and nobody else's do. */
import { describe, expect, test } from 'vitest';
import { became, edited, type Open, open, refusal, row, textAfter, texts } from './support.ts';

const header = `# 全省通用，由科教处维护
规则 某省 mou 版本 1
  施行 2025-01-01

活动字段 形式 form
  选项 讲座 talk、论文 paper

活动字段 时长 hours 小数 小时
`;

const file = (body: string): Open => open(`${header}\n${body}`);
const bodyOf = (text: string): string => text.slice(header.length + 1);

const awards = file(`类别 甲 a

条目 讲座
  形式 讲座
  # 依据甲
  授予 1 学分  # 尾注甲
  # 依据乙
  # 又一行
  授予 2 学分
      当 时长 不少于 2 小时  # 尾注乙
  授予 3 学分 当 时长 不少于 3 小时
`);

const key = (of: Open, words: string): string => row(of, words).key;

describe('a comment stays with its rule', () => {
  test('which is deleted, first, middle or last', () => {
    const lines = (words: string) =>
      bodyOf(textAfter(awards, { kind: 'delete', keys: [key(awards, words)] }))
        .split('\n')
        .slice(4);
    expect(lines('授予 1 学分')).toEqual([
      '  # 依据乙',
      '  # 又一行',
      '  授予 2 学分',
      '      当 时长 不少于 2 小时  # 尾注乙',
      '  授予 3 学分 当 时长 不少于 3 小时',
      '',
    ]);
    expect(lines('授予 2 学分')).toEqual([
      '  # 依据甲',
      '  授予 1 学分  # 尾注甲',
      '  授予 3 学分 当 时长 不少于 3 小时',
      '',
    ]);
    expect(lines('授予 3 学分')).toEqual([
      '  # 依据甲',
      '  授予 1 学分  # 尾注甲',
      '  # 依据乙',
      '  # 又一行',
      '  授予 2 学分',
      '      当 时长 不少于 2 小时  # 尾注乙',
      '',
    ]);
  });

  test('which is moved', () => {
    const down = bodyOf(textAfter(awards, { kind: 'move', key: key(awards, '授予 1 学分'), to: 'down' }));
    expect(down.split('\n').slice(4)).toEqual([
      '  # 依据乙',
      '  # 又一行',
      '  授予 2 学分',
      '      当 时长 不少于 2 小时  # 尾注乙',
      '  # 依据甲',
      '  授予 1 学分  # 尾注甲',
      '  授予 3 学分 当 时长 不少于 3 小时',
      '',
    ]);
    const last = { kind: 'move', key: key(awards, '授予 1 学分'), to: { after: key(awards, '授予 3 学分') } } as const;
    expect(bodyOf(textAfter(awards, last)).split('\n').slice(-4)).toEqual([
      '  授予 3 学分 当 时长 不少于 3 小时',
      '  # 依据甲',
      '  授予 1 学分  # 尾注甲',
      '',
    ]);
    const up = became(awards, { kind: 'move', key: key(awards, '授予 2 学分'), to: 'up' });
    expect(textAfter(up, { kind: 'move', key: key(up, '授予 2 学分'), to: 'down' })).toBe(awards.document.text);
  });

  test('which is copied: the copy has its own, a new row has none', () => {
    const copy = bodyOf(textAfter(awards, { kind: 'duplicate', key: key(awards, '授予 2 学分') }));
    const rule = '  # 依据乙\n  # 又一行\n  授予 2 学分\n      当 时长 不少于 2 小时  # 尾注乙\n';
    expect(copy).toContain(rule + rule);
    const block = awards.view.blocks.find(({ kind }) => kind === 'item')?.key ?? '';
    const put = (where: 'before' | 'after') =>
      bodyOf(
        textAfter(awards, {
          kind: 'addLine',
          block,
          line: 'award',
          cells: { credits: '9' },
          where: { [where]: key(awards, '授予 2 学分') } as { before: string },
        }),
      );
    expect(put('before')).toContain('# 尾注甲\n  授予 9 学分\n  # 依据乙\n');
    expect(put('after')).toContain('# 尾注乙\n  授予 9 学分\n  授予 3 学分');
  });

  test('which is the last of a file that does not end its last line', () => {
    const of = open(awards.document.text.trimEnd());
    expect(textAfter(of, { kind: 'delete', keys: [key(of, '授予 3 学分')] })).toMatch(/# 尾注乙$/);
    expect(textAfter(of, { kind: 'duplicate', key: key(of, '授予 3 学分') })).toMatch(
      /\n {2}授予 3 学分[^\n]*\n {2}授予 3 学分[^\n]*[^\n]$/,
    );
    const moved = became(of, { kind: 'move', key: key(of, '授予 3 学分'), to: 'up' });
    expect(moved.document.text).toMatch(/# 尾注乙$/);
    expect(textAfter(moved, { kind: 'move', key: key(moved, '授予 3 学分'), to: 'down' })).toBe(of.document.text);
  });

  test('and one that stands apart is asked about when nothing is left below it', () => {
    const of = file(
      '# ==== 一 ====\n\n类别 甲 a\n\n条目 讲座\n  形式 讲座\n  授予 1 学分\n\n# ==== 二 ====\n\n类别 乙 b\n\n条目 论文\n  形式 论文\n  授予 1 学分\n',
    );
    const category = of.view.blocks.find(({ title, kind }) => kind === 'category' && title === '乙')?.key ?? '';
    const paper = key(of, '条目 论文');
    expect(edited(of, { kind: 'delete', keys: [paper] }).asks).toBeUndefined();
    expect(edited(of, { kind: 'delete', keys: [category] }).asks?.id).toBe('withItems');
    const alone = file('# 只管这一条\n\n提示 「甲」\n\n# 别的\n\n提示 「乙」\n');
    const asks = edited(alone, { kind: 'delete', keys: [key(alone, '提示 「甲」')] }).asks;
    expect(asks).toEqual({ id: 'orphans', args: { comment: '只管这一条' } });
    expect(bodyOf(textAfter(alone, { kind: 'delete', keys: [key(alone, '提示 「甲」')] }))).toBe(
      '# 只管这一条\n\n# 别的\n\n提示 「乙」\n',
    );
  });
});

describe('a section', () => {
  const hubei = open(texts.hubei);
  const block = (title: string, kind = 'item'): string =>
    hubei.view.blocks.find((one) => one.title === title && one.kind === kind)?.key ?? '';

  test('is deleted with one of the blank lines around it', () => {
    const text = textAfter(hubei, { kind: 'delete', keys: [block('著作')] });
    const gone = texts.hubei.slice(texts.hubei.indexOf('条目 著作'), texts.hubei.indexOf('条目 科普宣教'));
    expect(text).toBe(texts.hubei.replace(gone, ''));
  });

  test('moves up and down past its like, and back', () => {
    const title = '其他实践活动';
    const up = became(hubei, { kind: 'move', key: block(title), to: 'up' });
    expect(up.document.text.indexOf(`条目 ${title}`)).toBeLessThan(up.document.text.indexOf('条目 省级社团学术活动'));
    expect(textAfter(up, { kind: 'move', key: block(title), to: 'down' })).toBe(texts.hubei);
    expect(refusal(up, { kind: 'move', key: block(title), to: 'up' })).toBe('cannotMove');
  });

  test('of a category goes with its items', () => {
    const text = textAfter(hubei, { kind: 'delete', keys: [block('师承教育', 'category')] });
    expect(text).not.toContain('条目 师承教育');
    const off = became(hubei, { kind: 'disable', key: block('师承教育', 'category') });
    expect(off.document.text).toContain('# 停用：类别 师承教育 apprenticeship\n');
    expect(off.document.text).toContain('# 停用：条目 师承教育\n');
    const back = off.view.blocks.find(({ disabled, kind }) => disabled && kind === 'category')?.key ?? '';
    expect(textAfter(off, { kind: 'enable', key: back })).toBe(texts.hubei);
  });

  test('copied takes a name of its own', () => {
    const text = textAfter(hubei, { kind: 'duplicate', key: block('著作') });
    expect(text).toContain('\n条目 著作副本\n');
    expect(textAfter(hubei, { kind: 'duplicate', key: block('短时活动', 'reading') })).toContain(
      '\n口径 短时活动副本 short_sessions_copy\n',
    );
    expect(refusal(hubei, { kind: 'duplicate', key: hubei.view.blocks[0]?.key ?? '' })).toBe('onlyOne');
  });

  test('the header stays', () => {
    const rules = hubei.view.blocks[0]?.key ?? '';
    expect(refusal(hubei, { kind: 'delete', keys: [rules] })).toBe('headerStays');
    expect(refusal(hubei, { kind: 'disable', key: rules })).toBe('headerStays');
    expect(refusal(hubei, { kind: 'move', key: block('著作'), to: { before: rules } })).toBe('headerStays');
  });
});

describe('what is switched off', () => {
  test('is a comment, a row of its own, and comes back byte for byte', () => {
    for (const words of ['授予 1 学分', '授予 2 学分', '授予 3 学分']) {
      const off = became(awards, { kind: 'disable', key: key(awards, words) });
      const rows = off.view.blocks.flatMap(({ rows: all }) => all);
      const own = rows.find(({ kind }) => kind === 'disabled');
      expect(own?.text.startsWith(words)).toBe(true);
      expect(rows.length).toBe(awards.view.blocks.flatMap(({ rows: all }) => all).length);
      expect(textAfter(off, { kind: 'enable', key: own?.key ?? '' })).toBe(awards.document.text);
    }
  });

  test('belongs to nobody: the rule below is deleted without it', () => {
    const off = became(awards, { kind: 'disable', key: key(awards, '授予 2 学分') });
    const text = bodyOf(textAfter(off, { kind: 'delete', keys: [key(off, '授予 3 学分')] }));
    expect(text.split('\n').slice(-4)).toEqual([
      '  # 又一行',
      '  # 停用：授予 2 学分',
      '      # 同上：当 时长 不少于 2 小时  # 尾注乙',
      '',
    ]);
  });

  test('may be a row of a table, or a table', () => {
    const hubei = open(texts.hubei);
    const line = row(hubei, '| 国际权威刊物 | 其他作者');
    const off = became(hubei, { kind: 'disable', key: line.key });
    expect(off.document.text).toContain('    # 停用：| 国际权威刊物 | 其他作者');
    const own = off.view.blocks.flatMap(({ rows }) => rows).find(({ kind }) => kind === 'disabled');
    expect(textAfter(off, { kind: 'enable', key: own?.key ?? '' })).toBe(texts.hubei);
    const table = became(hubei, { kind: 'disable', key: row(hubei, '授予表', 'awardTable').key });
    const whole = table.view.blocks.flatMap(({ rows }) => rows).find(({ kind }) => kind === 'disabled');
    expect(textAfter(table, { kind: 'enable', key: whole?.key ?? '' })).toBe(texts.hubei);
  });
});
