/** Conditions at random, and conditions of which at most one holds. */
import type { Random } from './random.ts';
import { PARTS, POSTS, type Readings, TIERS } from './rulesetWords.ts';

export const HOURS = [1, 2, 2.5, 3, 4, 6, 8] as const;

const hoursAs = (hours: number, random: Random): string =>
  random.chance(15) ? `${hours * 60} 分钟` : random.chance(50) ? `${hours} 小时` : `${hours}`;

export class Conditions {
  readonly #random: Random;
  readonly #readings: Readings;

  constructor(random: Random, readings: Readings) {
    this.#random = random;
    this.#readings = readings;
  }

  /** About a record alone. */
  ofRecord(): string {
    const random = this.#random;
    return random.weighted<() => string>([
      [4, () => random.pick(['远程', '并非 远程', '远程 是 否'])],
      [3, () => random.pick(['合格', '合格 是 是'])],
      [4, () => random.pick(PARTS)],
      [2, () => `身份 ${random.pick(['是', '不是'])} ${random.pick(PARTS)}`],
      [3, () => `层级 ${random.pick(['属于', '不属于'])} ${random.pick(TIERS)}、${random.pick(TIERS.slice(0, 2))}`],
      [
        3,
        () =>
          `时长 ${random.pick(['不少于', '少于', '超过', '不超过', '满', '不足', '至多'])} ${hoursAs(random.pick(HOURS), random)}`,
      ],
      [
        2,
        () => `排名 ${random.pick(['是 1～3', '不超过 2', '不是 1', '是 1、3', `是 ${this.#readings.of('range')}`])}`,
      ],
      [1, () => `日期 ${random.pick(['不少于', '少于'])} 2030-${random.pick(['03-01', '07-01', '12-31'])}`],
      [1, () => `备注 ${random.pick(['是', '不是'])} ${random.pick(['补录', '存档'])}`],
      [1, () => `时长 不少于 ${this.#readings.of('hours')}`],
    ])();
  }

  ofPerson(): string {
    const random = this.#random;
    return random.weighted<() => string>([
      [4, () => `岗位 ${random.pick(['是', '不是'])} ${random.pick(POSTS)}`],
      [1, () => random.pick(POSTS)],
      [3, () => random.pick(['驻点', '并非 驻点'])],
      [2, () => `年资 ${random.pick(['不少于', '超过', '少于'])} ${random.pick([3, 5, 10])}`],
      [1, () => `入职日期 ${random.pick(['不少于', '少于'])} 2030-07-01`],
    ])();
  }

  /** Any, of some depth. */
  any(depth = 2, personal = true): string {
    const random = this.#random;
    const atom = (): string =>
      random.weighted<() => string>([
        [10, () => this.ofRecord()],
        [personal ? 3 : 0, () => this.ofPerson()],
        [2, () => this.#readings.asked()],
      ])();
    if (depth === 0 || random.chance(50)) return atom();
    const [a, b] = [this.any(depth - 1, personal), this.any(depth - 1, personal)];
    return random.weighted<() => string>([
      [4, () => `${bracketed(a)} 且 ${bracketed(b)}`],
      [4, () => `${a} 或 ${b}`],
      [2, () => `并非 （${a}）`],
      [1, () => `（${a} 或 ${b}） 且 ${atom()}`],
    ])();
  }

  /** Of which no two hold for one record: each arm is a conjunction. `''` is always. */
  apart(deep = true): readonly string[] {
    const random = this.#random;
    const one = random.weighted<() => readonly string[]>([
      [6, () => ['']],
      [
        5,
        () =>
          random
            .shuffled(PARTS)
            .slice(0, random.int(1, 3))
            .map((part) => random.pick([part, `身份 是 ${part}`])),
      ],
      [2, () => ['身份 属于 听众、主持', '讲者']],
      [4, () => random.pick([['远程', '并非 远程'], ['远程'], ['并非 远程', '远程 是 是']])],
      [3, () => stepped(random)],
      [2, () => ['层级 是 全国', '层级 属于 海区、港口', '层级 是 船上'].slice(0, random.int(1, 3))],
      [1, () => ['合格', '合格 是 否']],
      [
        1,
        () => {
          const name = this.#readings.of('plain');
          return [`${name} 是 甲说`, `${name} 是 乙说`];
        },
      ],
    ])();
    if (!deep || random.chance(65)) return one;
    const second = this.apart(false);
    return one.flatMap((a) => (random.chance(60) ? second.map((b) => both(a, b)) : [a]));
  }
}

const stepped = (random: Random): readonly string[] => {
  const [a, b] = random.pick([
    [1, 3],
    [2, 6],
    [2.5, 4],
  ]) as [number, number];
  return random.pick([
    [`时长 不少于 ${a} 且 时长 少于 ${b}`, `时长 不少于 ${b}`],
    [`时长 少于 ${a} 小时`, `时长 满 ${a} 小时`],
    [`时长 超过 ${b} 小时`, `时长 至多 ${b} 小时 且 时长 超过 ${a * 60} 分钟`],
  ]);
};

const bracketed = (cond: string): string =>
  cond.includes(' 或 ') && !/^（[^（）]*）$/.test(cond) ? `（${cond}）` : cond;

/** Two conditions, either of which may be always, joined by 且. */
export const both = (a: string, b: string): string =>
  a === '' || b === '' ? a + b : `${bracketed(a)} 且 ${bracketed(b)}`;

export const when = (cond: string): string => (cond === '' ? '' : ` 当 ${cond}`);
