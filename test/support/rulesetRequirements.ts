/** Requirements, groups and what else speaks of the whole, at random. */
import type { Random } from './random.ts';
import type { Conditions } from './rulesetConditions.ts';
import { when } from './rulesetConditions.ts';
import { type Block, block } from './rulesetText.ts';
import type { Flags, Readings } from './rulesetWords.ts';

export interface Named {
  /** 类别 with the names of their items. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly string[];
}

export class Whole {
  readonly #random: Random;
  readonly #readings: Readings;
  readonly #conditions: Conditions;
  readonly #flags: Flags;
  readonly #kinds = new Map<string, number>();
  /** Once a file: what two minima draw from one other is not told by the language. */
  #filled = false;

  constructor(random: Random, readings: Readings, conditions: Conditions, flags: Flags) {
    this.#random = random;
    this.#readings = readings;
    this.#conditions = conditions;
    this.#flags = flags;
  }

  scope(): readonly Block[] {
    const random = this.#random;
    if (random.chance(70)) return [];
    return [
      block(
        '对象',
        `除外 驻点 且 ${this.#conditions.ofPerson()}`,
        random.chance(15) ? `适用 ${this.#conditions.ofPerson()}` : '',
      ),
    ];
  }

  years(): readonly Block[] {
    const random = this.#random;
    const blocks: Block[] = [];
    if (random.chance(50)) blocks.push(block(`补学 次年${when(random.pick(['', '合格', '单位证明']))}`));
    if (random.chance(30))
      blocks.push(block(`结转 结余${random.chance(60) ? ` 不超过 ${random.pick([2, 5])} 学分` : ''}`));
    if (random.chance(25)) blocks.push(block(`提示 「请核对」${when(this.#conditions.any(1))}`));
    if (random.chance(15)) blocks.push(block('提示 「可能重复」 相同 项目编号、日期'));
    return blocks;
  }

  requirements(named: Named): readonly Block[] {
    const random = this.#random;
    if (random.chance(6)) return [];
    const general = block('要求', ...this.#lines(named, ''));
    const posts = random.pick([
      [],
      [],
      ['岗位 是 医师'],
      ['岗位 是 医师', '岗位 是 护师'],
      [`${this.#readings.asked()} 且 驻点`],
    ]);
    return [
      general,
      ...posts.map((post, at) =>
        block(`要求 ${['特设', '另设'][at]}`, `适用 ${post}`, ...this.#lines(named, `${['特设', '另设'][at]}`)),
      ),
    ];
  }

  #lines(named: Named, name: string): readonly string[] {
    const random = this.#random;
    const lines: string[] = [];
    const period = (): string => (this.#flags.cycles && random.chance(35) ? '每周期' : '每年');
    const asked = (): string =>
      random.chance(15) ? when(random.pick([this.#readings.asked(), this.#conditions.ofPerson()])) : '';
    const spelt = (word: string, one: string): string => random.pick([one, `${word} ${one}`]);
    const subjects = random.shuffled([
      ...[...named.categories.keys()].map((one) => spelt('类别', one)),
      ...(this.#flags.fills ? [] : named.groups.map((one) => spelt('分组', one))),
      // What fills one minimum and is held back for another is said of categories alone.
      ...(this.#flags.fills ? [] : [...named.categories.values()].flat().map((one) => spelt('条目', one))),
    ]);
    const used = new Set<string>();
    const once = (key: string, line: string): void => {
      if (!used.has(key)) lines.push(line);
      used.add(key);
    };
    const first = period();
    if (random.chance(90)) once(`${first} 学分`, `${first} ${random.pick([4, 8, 12, 15])} 学分`);
    if (this.#flags.cycles && random.chance(50)) {
      const other = first === '每年' ? '每周期' : '每年';
      once(`${other} 学分`, `${other} ${random.pick([6, 20, 30])} 学分`);
    }
    if (random.chance(20)) once('学时', `每年 ${random.pick([4, 8, 16])} 学时${asked()}`);
    for (const subject of subjects.slice(0, random.int(0, 2))) {
      const when1 = period();
      const bare = subject.replace(/^(类别|条目|分组) /, '');
      const kinds: readonly (readonly [number, () => void])[] = [
        [
          4,
          () =>
            once(
              `${when1} ${bare}`,
              `${when1} ${subject} 不少于 ${random.pick([2, 5, 2.5])} 学分${this.#fill([...named.categories.keys()], subject)}${asked()}`,
            ),
        ],
        [2, () => once(`${when1} ${bare}`, `${when1} ${subject} 不少于 要求的 ${random.pick(['20%', '1/3'])}`)],
        [
          2,
          () =>
            once(
              `${when1} ${bare}`,
              `${when1} ${subject} ${bare.length % 2 === 0 ? '不少于' : '不超过'} 所得的 ${random.pick(['2/3', '50%', '三分之一'])}`,
            ),
        ],
        [
          2,
          () =>
            once(`${when1} ${bare} 次`, `${when1} ${subject} ${random.pick(['不少于', '满'])} ${random.int(1, 2)} 次`),
        ],
        [
          1,
          () =>
            once(
              `${when1} ${bare}`,
              `${when1} ${subject} ${random.pick(['不超过', '至多'])} ${random.pick([3, 8])} 学分`,
            ),
        ],
        [1, () => once(`${when1} ${bare} 学时`, `${when1} ${subject} 不少于 ${random.pick([2, 6])} 学时`)],
      ];
      // Of one subject all sections say the same kind of thing.
      const kind = this.#kinds.get(bare) ?? random.weighted(kinds.map(([weight], at) => [weight, at] as const));
      this.#kinds.set(bare, kind);
      kinds[kind]?.[1]();
    }
    if (lines.length === 0) lines.push('每年 5 学分');
    if (random.chance(25) && name === '')
      lines.push(`折算 自 入职日期${random.chance(70) ? ` 到 ${random.pick([1, 0.5])} 学分` : ''}`);
    if (random.chance(25) && name === '')
      lines.push(
        random.weighted<() => string>([
          [3, () => `减免 ${random.pick([1, 3])} 学分 当 ${this.#conditions.ofPerson()}`],
          [3, () => '减免 每 1 个月 0.5 学分 当 休假月数 不少于 3 个月'],
          [2, () => `减免 ${random.pick(['三分之一', '50%'])} 当 ${this.#conditions.ofPerson()}`],
          [2, () => '减免 全部 当 休假月数 不少于 6'],
        ])(),
      );
    return lines;
  }

  /** Of categories alone: no record is in both. */
  #fill(categories: readonly string[], subject: string): string {
    const random = this.#random;
    const own = categories.includes(subject.replace('类别 ', ''));
    const other = own ? categories.find((one) => !subject.endsWith(one)) : undefined;
    if (!this.#flags.fills || this.#filled || other === undefined || random.chance(40)) return '';
    this.#filled = true;
    return ` 可由 ${other} 抵充${random.chance(60) ? ` 不超过 ${random.pick(['50%', '1/4'])}` : ''}`;
  }
}
