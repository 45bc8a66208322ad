/** Rule sets at random: well-formed files with every construct, and a baseline for some. The same seed gives the same. */
import { Random } from './random.ts';
import { Conditions } from './rulesetConditions.ts';
import { Items, type MadeItem } from './rulesetItems.ts';
import { Whole } from './rulesetRequirements.ts';
import { type Block, block, type RuleTexts } from './rulesetText.ts';
import { type Flags, FORMS, Readings, vocabulary } from './rulesetWords.ts';

const CATEGORIES = ['内训', '外训', '成果', '海训'];

interface Made {
  readonly name: string;
  readonly head: Block;
  readonly items: readonly MadeItem[];
}

const clauses = (random: Random) => (): string =>
  `第${random.pick(['一', '二', '三', '十二'])}条（${random.pick(['一', '二'])}）`;

export function ruleTexts(seed: number, flags: Flags = {}): RuleTexts {
  const random = new Random(seed);
  const readings = new Readings(random);
  const conditions = new Conditions(random, readings);
  const items = new Items(random, readings, flags);
  const whole = new Whole(random, readings, conditions, flags);

  const forms = random.shuffled(FORMS);
  const categories = CATEGORIES.slice(0, random.int(1, 4)).map((name, at): Made => {
    const own = Array.from({ length: random.int(1, 2) }, () => forms.splice(0, random.int(1, 2))).filter(
      (some) => some.length > 0,
    );
    const made = own.flatMap((some) => items.for(some, clauses(random)));
    const code = random.chance(70) ? ` class_${at + 1}` : '';
    const caps = random.chance(55) ? [`上限 每年 ${random.pick([4, 6, 10, 12.5])} 学分`] : [];
    if (flags.cycles && random.chance(30)) caps.push(`上限 每周期 ${random.pick([8, 15])} 学分`);
    // A project of a category reaches over its items, so that only without their own caps none crosses.
    if (caps.length > 0 && made.every(({ capped }) => !capped) && random.chance(40)) {
      const over = random.weighted<string>([
        [3, '每项目 5 学分'],
        [2, '每日 3 学分'],
        [2, '每项目 2.5 学分 当 远程'],
      ]);
      caps.unshift(`上限 ${over}`);
    }
    if (flags.crossing && random.chance(30)) caps.push(`上限 每年 ${random.pick([2, 4])} 学分 当 远程`);
    const head = block(
      `类别 ${name}${code}`,
      random.chance(50) ? `依据 ${clauses(random)()}` : '',
      random.chance(15) ? '审核 用人单位' : '',
      random.chance(15) ? `尾数 ${items.remainder()}` : '',
      ...caps,
    );
    return { name, head, items: made };
  });

  const groups = groupsOver(random, conditions, categories, flags);
  const named = {
    categories: new Map(categories.map(({ name, items: own }) => [name, own.map((item) => item.name)])),
    groups: groups.map(({ head }) => head.replace('分组 ', '')),
  };
  const requirements = whole.requirements(named);
  const rest = [...whole.scope(), ...whole.years()];
  const remainder = random.chance(50) ? [`尾数 ${items.remainder()}`] : [];
  const cycle = flags.cycles
    ? [`周期 ${random.pick(['2 年', '3 年', '3 年 起于 入职日期', '2 年 起于 2027-04-01', '滚动 2 年', '滚动 3 年'])}`]
    : [];
  const sections = categories.flatMap(({ head, items: own }) => [head, ...own.map((item) => item.block)]);

  if (random.chance(60)) {
    const header = block('规则 海岛 island 版本 1', '施行 2028-01-01', ...cycle, ...remainder);
    return {
      base: null,
      entry: {
        file: 'island.cme',
        blocks: [header, ...vocabulary(), ...readings.blocks, ...rest, ...groups, ...requirements, ...sections],
      },
    };
  }
  return layered(random, {
    remainder,
    cycle,
    readings: readings.blocks,
    rest,
    groups,
    requirements,
    categories,
    items,
  });
}

/** Whole categories, none in two groups, so that their caps nest; and groups by a condition, which have none. */
const groupsOver = (
  random: Random,
  conditions: Conditions,
  categories: readonly Made[],
  flags: Flags,
): readonly Block[] => {
  const groups: Block[] = [];
  if (categories.length > 1 && random.chance(40)) {
    const members = categories.slice(0, 2).map(({ name }) => random.pick([name, `类别 ${name}`]));
    groups.push(
      block(
        '分组 合组',
        `成员 ${members.join('、')}`,
        random.chance(70) ? `上限 每年 ${random.pick([8, 14])} 学分` : '',
      ),
    );
  }
  if (random.chance(25))
    groups.push(block('分组 远程组', '适用 远程', flags.crossing && random.chance(50) ? '上限 每年 6 学分' : ''));
  if (random.chance(15)) {
    const [first] = categories;
    if (first) groups.push(block('分组 专组', `成员 ${first.name}`, `适用 ${conditions.ofRecord()}`));
  }
  return groups;
};

interface Parts {
  readonly remainder: readonly string[];
  readonly cycle: readonly string[];
  readonly readings: readonly Block[];
  readonly rest: readonly Block[];
  readonly groups: readonly Block[];
  readonly requirements: readonly Block[];
  readonly categories: readonly Made[];
  readonly items: Items;
}

/** The vocabulary and some sections come from a baseline; the file below replaces, adds, restates and takes away. */
const layered = (random: Random, parts: Parts): RuleTexts => {
  const { readings, categories, requirements } = parts;
  const low = random.int(0, categories.length);
  const baseCategories = categories.slice(0, low);
  const ownCategories = categories.slice(low);
  const blocksOf = (made: readonly Made[]): readonly Block[] =>
    made.flatMap(({ head, items }) => [head, ...items.map((item) => item.block)]);
  const base = [
    block('规则 群岛 archipelago 版本 2', '施行 2027-01-01', ...parts.cycle, random.chance(50) ? '尾数 进位' : ''),
    ...vocabulary(),
    ...readings,
    ...blocksOf(baseCategories),
    // What the file below takes away or puts another in the place of.
    block('类别 旧类 old_class', '上限 每年 1 学分'),
    block('条目 旧条', '形式 旧式', '授予 9 学分'),
    block('要求', '每年 99 学分'),
    block('要求 旧规', '适用 岗位 是 技师', '每年 98 学分'),
  ];
  const restated = readings
    .filter(({ lines }) => lines.filter(({ text }) => text.startsWith('选项')).length > 1 && random.chance(40))
    .map(({ head }) => block(head.replace(/ reading_\d+$/, ''), `采用 ${random.pick(['甲说', '乙说'])}`));
  const replacedHeads = baseCategories.filter(() => random.chance(30)).map(({ head }) => head);
  const entry = [
    block('规则 海岛 island 版本 1', '施行 2028-01-01', '上位 群岛 2', ...parts.cycle, ...parts.remainder),
    block(`不沿用 条目 旧条、类别 旧类、要求 旧规`),
    ...(random.chance(30) ? [block('活动字段 层级 tier', '选项 岛内 islet')] : []),
    ...restated,
    ...parts.rest,
    ...parts.groups,
    ...(requirements.length > 0 ? requirements : [block('要求', '每年 7 学分')]),
    ...replacedHeads,
    ...blocksOf(ownCategories),
  ];
  return { base: { file: 'archipelago.cme', blocks: base }, entry: { file: 'island.cme', blocks: entry } };
};
