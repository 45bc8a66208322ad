/** What a hover and 「说明」 show of a clause, out of the text of a regulation. */
import { expect, test } from 'vitest';
import { namedAt, passageOf, shortened } from '../../editor/clauses/passage.ts';
import { regulationIn } from '../../editor/worker/regulation.ts';

const { parts } = regulationIn(`海岛继续教育办法

第一章 总则

第一条 从事急救的人员每年应当取得不少于10学分。

第二条 讲座按下列标准授予学分：
（一）时长不少于4小时的，每2小时授予1学分；
（二）不足4小时的：
1.主讲的，授予1学分；
2.参加的，授予0.5学分。
另有规定的从其规定。

第二章 附则

第三条 本办法自公布之日起施行。
`);

test('a clause has its own words and those of its parts, and ends where the next begins', () => {
  expect(passageOf(parts, '第一条')).toEqual(['从事急救的人员每年应当取得不少于10学分。']);
  const second = passageOf(parts, '第二条') ?? [];
  expect(second[0]).toBe('讲座按下列标准授予学分：');
  expect(second.join('')).toContain('（一）时长不少于4小时的');
  expect(second.join('')).toMatch(/1[.．]主讲的，授予1学分/);
  expect(second.join('')).not.toContain('施行');
  expect((passageOf(parts, '第二条（二）') ?? []).join('')).not.toContain('不少于4小时');
});

test('what is cited closer than it is numbered is what stands around it; what is not there is nothing', () => {
  expect(passageOf(parts, '第一条第二段')).toEqual(passageOf(parts, '第一条'));
  expect(passageOf(parts, '第九条')).toBeNull();
  expect(passageOf(parts, '')).toBeNull();
});

test('a long clause ends in a sign that it goes on', () => {
  expect(shortened(['一二三', '四五六'], 4)).toEqual(['一二三', '四…']);
  expect(shortened(['一二三'], 3)).toEqual(['一二三']);
});

test('of a citation it is the clause that one points at, with what it leaves out', () => {
  const cited = '第二条（一）、（二）1、第三条';
  const at = (words: string) => namedAt(cited, cited.indexOf(words));
  expect(at('第二条')).toEqual(['第二条（一）']);
  expect(at('（二）')).toEqual(['第二条（二）1']);
  expect(at('三条')).toEqual(['第三条']);
  expect(namedAt(cited, cited.length)).toEqual(['第三条']);
  expect(namedAt('第一条～第三条', 2)).toEqual(['第一条', '第二条', '第三条']);
  expect(namedAt('', 0)).toEqual([]);
});
