import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge } from '../../src/edit/merge.ts';
import { texts } from '../support/hubeiRules.ts';

const BASE = `规则 甲 a 版本 1
  语言 1

类别 讲座 talks

# 讲座的上限
条目 讲座
  授予 2 学分
  上限 每年 5 学分

条目 论文
  授予 3 学分
`;
const merged = (mine: string, theirs: string) => merge({ base: BASE, mine, theirs });

describe('two who changed one file', () => {
  test('changed nothing', () => {
    expect(merged(BASE, BASE)).toEqual({ text: BASE, clashes: [], taken: [] });
  });

  test('changed different rules: both changes stand', () => {
    const both = merged(BASE.replace('授予 2', '授予 1'), BASE.replace('授予 3', '授予 4'));
    expect(both.text).toBe(BASE.replace('授予 2', '授予 1').replace('授予 3', '授予 4'));
    expect(both).toMatchObject({ clashes: [], taken: ['条目 论文'] });
  });

  test('changed one rule alike', () => {
    const same = BASE.replace('每年 5', '每年 6');
    expect(merged(same, same)).toEqual({ text: same, clashes: [], taken: [] });
  });

  test('changed one rule differently: it is shown three times, and mine stands till one is chosen', () => {
    const [mine, theirs] = [BASE.replace('每年 5', '每年 6'), BASE.replace('每年 5', '每年 8')];
    const { text, clashes } = merged(mine, theirs);
    expect(text).toBe(mine);
    expect(clashes).toMatchObject([{ title: '条目 讲座' }]);
    expect(clashes[0]?.theirs).toContain('# 讲座的上限\n条目 讲座\n  授予 2 学分\n  上限 每年 8 学分');
    expect(merge({ base: BASE, mine, theirs }, new Map([[0, 'theirs']])).text).toBe(theirs);
  });

  test('added rules: both are there, each behind what stands before it', () => {
    const [mine, theirs] = [
      `${BASE}\n条目 著作\n  授予 1 学分\n`,
      BASE.replace('\n条目 论文', '\n条目 自学\n  授予 1 学分\n\n条目 论文'),
    ];
    const { text, clashes } = merged(mine, theirs);
    expect(clashes).toEqual([]);
    expect([...text.matchAll(/条目 (.+)/g)].map(([, name]) => name)).toEqual(['讲座', '自学', '论文', '著作']);
  });

  test('deleted a rule that the other changed: nothing is lost unasked', () => {
    const mine = BASE.slice(0, BASE.indexOf('\n条目 论文'));
    const { clashes } = merged(mine, BASE.replace('授予 3', '授予 4'));
    expect(clashes).toMatchObject([{ title: '条目 论文', mine: null }]);
    expect(merged(mine, BASE).text).not.toContain('论文');
  });

  test('wrote with CRLF, and left the last line open', () => {
    const mine = `${BASE.replaceAll('\n', '\r\n')}条目 著作\r\n  授予 1 学分`;
    expect(merge({ base: BASE.replaceAll('\n', '\r\n'), mine, theirs: BASE.replaceAll('\n', '\r\n') }).text).toBe(mine);
  });
});

test('whoever changed nothing takes the other side whole, and nothing is ever lost', () => {
  const lines = texts.national.split('\n');
  const change = fc
    .record({
      at: fc.nat(lines.length - 1),
      to: fc.constantFrom('', '  # 改', '  上限 每年 1 学分', '条目 新的', '乱写一行'),
    })
    .map(({ at, to }) => lines.with(at, to).join('\n'));
  fc.assert(
    fc.property(change, (text) => {
      expect(merge({ base: texts.national, mine: texts.national, theirs: text }).clashes).toEqual([]);
      expect(merge({ base: texts.national, mine: text, theirs: texts.national }).text).toBe(text);
      expect(merge({ base: texts.national, mine: text, theirs: text })).toMatchObject({ text, clashes: [] });
    }),
    { numRuns: 20 },
  );
});
