/** The picture of how credits flow, made from plans: everything of them stands in it once, and nothing on anything else. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ladderOf } from '../../editor/explain/ladder.ts';
import { type Box, clipped, layoutOf, widthOf } from '../../editor/flow/layout.ts';
import { overlayOf } from '../../editor/flow/overlay.ts';
import { type FlowPicture, pictureOf } from '../../editor/flow/picture.ts';
import { casesOf, compile, explain, type Plan, rangesOf } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const compiled = (text: string, file = 'rules.cme') => compile({ file, text }, { library });

const files = ['hubei.cme', 'national.cme', 'samples/two-class.cme', 'samples/five-year.cme'] as const;
const rules = new Map(files.map((file) => [file, compiled(read(file), file)]));
const planOf = (file: (typeof files)[number]): Plan => rules.get(file)?.plan as Plan;

const crossing = compiled(`规则 跨类 across 版本 1
  语言 1
  施行 2030-01-01
活动字段 形式 form
  选项 讲座 lecture、论文 paper、一种名字特别特别长的活动形式用来看会不会压到别的 long
活动字段 日期 date 日期
活动字段 远程 remote 是否
活动字段 时长 hours 小数 小时
要求
  每年 10 学分
分组 远程学习 remote_learning
  成员 类别 甲类、类别 乙类
  适用 远程
  上限 每年 5 学分
类别 甲类 a
条目 讲座
  形式 讲座
  授予 每 1 小时 1 学分
  上限 每次 3 学分
  上限 每日 4 学分
  上限 每年 8 学分
类别 乙类 b
条目 论文
  形式 论文
  授予 2 学分
条目 长长的条目名称要写得下才行不然就要截短一点再看全称
  形式 一种名字特别特别长的活动形式用来看会不会压到别的
  授予 3 学分
`).plan as Plan;

const boxesOf = (picture: FlowPicture): Box[] => {
  const layout = layoutOf(picture);
  return [
    ...layout.categories.flatMap((category) => [
      category,
      ...category.pills,
      ...category.items.flatMap((item) => [item, ...item.pills]),
    ]),
    ...layout.across.map(({ pill }) => pill),
    layout.total,
    layout.bar,
  ].map(({ x, y, width, height }) => ({ x, y, width, height }));
};

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const plans = (): [string, Plan][] => [
  ...files.map((file): [string, Plan] => [file, planOf(file)]),
  ['crossing', crossing],
];

describe('the picture', () => {
  test('holds each item, and each cap and deeming that holds, once', () => {
    for (const [name, plan] of plans()) {
      const picture = pictureOf(plan, null, 'zh');
      const items = picture.categories.flatMap((category) => category.items);
      expect(items.map(({ item }) => item.key).toSorted(), name).toEqual(plan.items.map(({ key }) => key).toSorted());
      const pills = [
        ...items.flatMap((item) => item.pills),
        ...picture.categories.flatMap((category) => category.pills),
        ...picture.across.map(({ pill }) => pill),
      ];
      const held = plan.caps.filter(({ when }) => when?.op !== 'const' || when.value);
      const wanted = [...held, ...plan.items.flatMap(({ deems }) => deems)].map(({ source }) => source.line);
      expect(
        pills.map(({ source }) => source.line).toSorted((a, b) => a - b),
        name,
      ).toEqual(wanted.toSorted((a, b) => a - b));
    }
  });

  test('says what a plan grants and bounds', () => {
    const picture = pictureOf(planOf('hubei.cme'), rangesOf(planOf('hubei.cme')), 'zh');
    const [projects] = picture.categories;
    expect(projects?.items[0]).toMatchObject({
      forms: '推荐项目、推广项目 · 国家级、省级',
      award: '3小时1分｜主讲人1小时2分',
      most: null,
    });
    expect(projects?.items[0]?.pills.map(({ words }) => words)).toEqual(['远程 3', '每项目 10']);
    const own = picture.categories.find(({ category }) => category.key === 'self_study');
    expect([own?.most, own?.pills.map(({ words }) => words)]).toEqual([1000, ['每年 10']]);
    expect(own?.items.find(({ item }) => item.label === '学习笔记')?.most).toBe(500);
    expect(picture.needs.map(({ credits, name }) => [credits, name])).toEqual([
      [2500, null],
      [1500, '基层'],
    ]);
    expect(pictureOf(planOf('samples/two-class.cme'), null, 'zh').others.length).toBe(3);
  });

  test('a cap over several categories stands across them, one within a category under its own group', () => {
    const across = pictureOf(crossing, null, 'zh').across;
    expect(across.map(({ pill, over }) => [pill.words, over])).toEqual([['远程学习 每年5', ['a', 'b']]]);
    const two = pictureOf(planOf('samples/two-class.cme'), null, 'zh');
    expect(two.across).toEqual([]);
    expect(two.categories[0]?.pills.map(({ words }) => words)).toEqual(['远程学习 每年5']);
  });
});

describe('the layout', () => {
  test('nothing lies on anything else, and all of it lies within', () => {
    for (const [name, plan] of plans()) {
      const picture = pictureOf(plan, null, 'zh');
      const boxes = boxesOf(picture);
      const { width, height } = layoutOf(picture);
      for (const [at, box] of boxes.entries()) {
        expect(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height, name).toBe(true);
        for (const other of boxes.slice(at + 1))
          expect(overlap(box, other), `${name} ${JSON.stringify([box, other])}`).toBe(false);
      }
    }
  });

  test('words are cut to the room that there is', () => {
    expect(clipped('每年 10', 60)).toBe('每年 10');
    expect(widthOf(clipped('一种名字特别特别长的活动形式', 80))).toBeLessThanOrEqual(80);
    expect(clipped('一种名字特别特别长的活动形式', 80)).toMatch(/…$/);
  });
});

describe('one person in it', () => {
  test('what flows into the total is the total, and what is lost on the way is what the caps took', () => {
    let cuts = 0;
    for (const [name, all] of rules) {
      for (const one of casesOf(all).filter((_, at) => name !== 'hubei.cme' || at % 5 === 0)) {
        const plan = all.plan as Plan;
        const ladder = ladderOf(plan, explain(plan, { facts: one.person, records: one.records }, one.year));
        const overlay = overlayOf(plan, ladder);
        const sum = (of: ReadonlyMap<string, { gained: number; counted: number }>, key: 'gained' | 'counted') =>
          [...of.values()].reduce((total, through) => total + through[key], 0);
        expect(sum(overlay.categories, 'counted') + overlay.carried).toBe(overlay.total);
        expect(sum(overlay.items, 'counted')).toBe(sum(overlay.categories, 'gained'));
        expect(sum(overlay.items, 'gained') - sum(overlay.categories, 'counted')).toBe(ladder.lost);
        for (const { gained, passed, counted } of overlay.categories.values()) {
          expect(gained >= passed && passed >= counted).toBe(true);
          // Of these rules none has a cap over several categories.
          expect(passed).toBe(counted);
        }
        for (const key of overlay.cut.keys()) expect(overlay.reached.has(key)).toBe(true);
        cuts += overlay.cut.size;
      }
    }
    expect(cuts).toBeGreaterThan(10);
  });

  test('what a cap across takes is taken behind the categories', () => {
    const talk = (id: string, form: string) =>
      new Map<string, string | boolean>([
        ['id', id],
        ['form', form],
        ['date', `2030-0${id}-01`],
        ['remote', true],
        ['hours', '3'],
      ]);
    const records = [talk('1', 'lecture'), talk('2', 'paper'), talk('3', 'paper')];
    const overlay = overlayOf(crossing, ladderOf(crossing, explain(crossing, { facts: new Map(), records }, 2030)));
    expect([...overlay.categories]).toEqual([
      ['a', { gained: 300, passed: 300, counted: 300 }],
      ['b', { gained: 400, passed: 400, counted: 200 }],
    ]);
    expect([...overlay.cut.values()]).toEqual([200]);
  });

  test('a cap that is just full is reached, though it took nothing', () => {
    const plan = planOf('national.cme');
    const person = {
      facts: new Map([['institution', 'hospital']]),
      records: [
        new Map([
          ['id', 'a'],
          ['form', 'self_study'],
          ['date', '2025-03-01'],
          ['credits', '10'],
        ]),
      ],
    };
    const overlay = overlayOf(plan, ladderOf(plan, explain(plan, person, 2025)));
    expect([overlay.total, overlay.cut.size, overlay.reached.size]).toEqual([1000, 0, 1]);
  });
});
