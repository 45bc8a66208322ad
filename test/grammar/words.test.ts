import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keywords } from '../../grammar/keywords.ts';
import { Dictionary } from '../../grammar/words.ts';

const names = [
  '参加者',
  '主讲人',
  '远程',
  '时长',
  '项目编号',
  '三个月标准',
  '甲乙',
  '乙丙',
  '甲',
  '丙',
  'I类',
  'days90',
  '日期',
];
const dictionary = new Dictionary(new Set(names), false);
const read = (run: string): string => {
  const split = dictionary.split(run);
  if (split.kind === 'words') return split.words.join(' ');
  return split.kind === 'name' ? run : `${split.one.join(' ')} / ${split.other.join(' ')}`;
};

describe('a run is split only if the whole of it reads', () => {
  test.each([
    ['学分当参加者', '学分 当 参加者'],
    ['学分按项目当主讲人且远程', '学分 按 项目 当 主讲人 且 远程'],
    ['小时', '小时'],
    ['每小时授予', '每 小时 授予'],
    ['时长不少于', '时长 不少于'],
    ['累计不足三个月标准或远程是', '累计 不足 三个月标准 或 远程 是'],
    ['当I类', '当 I类'],
    ['当I类且远程', '当 I类 且 远程'],
    ['满三分之二', '满 三分之二'],
    ['所得的百分之二十', '所得的 百分之二十'],
    ['＝', '＝'],
  ])('%s → %s', (run, words) => expect(read(run)).toBe(words));

  test.each(['学分当参加这', '参加这每', '学习笔记', '三级甲等', '当地', '每月', '次日报', 'x类'])(
    '%s is one name',
    (run) => expect(dictionary.split(run).kind).toBe('name'),
  );
});

describe('a longer word wins over its pieces', () => {
  test.each([
    ['项目编号', '项目编号'],
    ['当年累计', '当年累计'],
    ['当年累计满', '当年累计 满'],
    ['次年', '次年'],
    ['不超过', '不超过'],
    ['不属于', '不属于'],
    ['是否', '是否'],
    ['按项目编号', '按 项目编号'],
    ['日期', '日期'],
  ])('%s → %s', (run, words) => expect(read(run)).toBe(words));
});

describe('Latin words stand whole', () => {
  test.each([
    ['in', 'in'],
    ['inside', 'inside'],
    ['授予per', '授予 per'],
    ['当远程and主讲人', '当 远程 and 主讲人'],
    ['当远程andx', '当远程andx'],
    ['当days90', '当 days90'],
    ['当days9', '当days9'],
    ['ｉｎ', 'in'],
  ])('%s → %s', (run, words) => expect(read(run)).toBe(words));
});

test('a run with two full readings is refused', () => {
  expect(read('甲乙丙')).toBe('甲乙 丙 / 甲 乙丙');
  expect(read('当甲乙丙且远程')).toBe('当 甲乙 丙 且 远程 / 当 甲 乙丙 且 远程');
  expect(read('甲乙')).toBe('甲乙');
});

test('类别 and the like are words only where sections are named', () => {
  expect(dictionary.split('类别甲').kind).toBe('name');
  expect(new Dictionary(new Set(names), true).split('类别甲')).toEqual({ kind: 'words', words: ['类别', '甲'] });
});

// The rule itself, by trying everything: slow, and plainly right.
const readings = (run: string, words: ReadonlySet<string>): string[][] => {
  if (run === '') return [[]];
  const found: string[][] = [];
  for (let length = run.length; length > 0; length--) {
    const word = run.slice(0, length);
    if (words.has(word)) for (const rest of readings(run.slice(length), words)) found.push([word, ...rest]);
  }
  return found;
};

test('agrees with trying every reading', () => {
  const inner = Object.values(keywords)
    .filter(({ place }) => place === 'inner' || place === 'both')
    .map(({ zh }) => zh as string);
  const declared = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom(...'甲乙丙年次项目'), minLength: 1, maxLength: 3 }),
    {
      maxLength: 5,
    },
  );
  const run = fc.string({ unit: fc.constantFrom(...'甲乙丙年次项目当累计满不足少于'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(declared, run, (own, text) => {
      const words = new Set([...inner, ...own]);
      const split = new Dictionary(new Set(own), false).split(text);
      const all = readings(text, words);
      const [first] = all;
      if (!first) {
        expect(split).toEqual({ kind: 'name' });
        return;
      }
      const cuts = (words: readonly string[]) => new Set(words.map((_, i) => words.slice(0, i).join('').length));
      // Another reading is another sense only where a word of it crosses a cut of the first.
      const crosses = all.some((other) => [...cuts(first)].some((cut) => !cuts(other).has(cut)));
      if (crosses) expect(split.kind).toBe('ambiguous');
      else expect(split).toEqual({ kind: 'words', words: first });
    }),
  );
});
