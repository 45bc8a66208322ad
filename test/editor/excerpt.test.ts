/** The lines of a rule that stands in no text on the screen. */
import { expect, test } from 'vitest';
import { excerptOf, standsNow } from '../../editor/explain/excerpt.ts';

const text = `# 头
规则 岛 island 版本 1
  施行 2030-01-01

# 说的是讲座
类别 讲座 talks
  上限 每年 8 学分   # 第二条

条目 讲座
  授予 1 学分
`;
const shown = (of: string, line: number) =>
  excerptOf(of, line).map(({ number, text: words, on }) => `${on ? '>' : ' '}${number} ${words}`);

test('the section around a line, and nothing of the next', () => {
  expect(shown(text, 7)).toEqual([' 6 类别 讲座 talks', '>7   上限 每年 8 学分   # 第二条']);
  expect(shown(text, 3)).toEqual([' 2 规则 岛 island 版本 1', '>3   施行 2030-01-01']);
  expect(shown(text, 9)[0]).toBe('>9 条目 讲座');
  expect(shown(text.replaceAll('\n', '\r\n'), 7)).toEqual(shown(text, 7));
  expect(shown(text, 99)).toEqual([]);
  expect(shown('', 1)).toEqual(['>1 ']);
});

test('of a long section the head, and what is about the line', () => {
  const long = ['类别 长', ...Array.from({ length: 200 }, (_, at) => `  注 ${at}`)].join('\n');
  for (const line of [1, 2, 20, 100, 201]) {
    const lines = excerptOf(long, line);
    expect(lines.length).toBe(24);
    expect(lines[0]?.number).toBe(1);
    expect(lines.filter(({ on }) => on).map(({ number }) => number)).toEqual([line]);
    expect(lines.map(({ number }) => number)).toEqual(lines.map(({ number }) => number).toSorted((a, b) => a - b));
  }
});

test('a line is found again where it went, and not where it was changed', () => {
  const later = text.replace('# 头\n', '# 头\n# 又一行\n').replace('授予 1 学分', '授予 学分');
  expect(standsNow(text, later, 7)).toBe(8);
  expect(standsNow(text, later, 1)).toBe(1);
  expect(standsNow(text, later, 10)).toBeNull();
  expect(standsNow(text, text, 10)).toBe(10);
  expect(standsNow(text, `${text}条目 又\n`, 9)).toBe(9);
  expect(standsNow(text, '', 7)).toBeNull();
});
