/** Items at random: which records are theirs, what they grant, their own caps. */
import type { Random } from './random.ts';
import { both, Conditions, HOURS, when } from './rulesetConditions.ts';
import { type Block, block, type TextLine } from './rulesetText.ts';
import type { Flags, Readings } from './rulesetWords.ts';

const NAMES = ['听课', '研修', '成文', '出海', '演练', '比武', '讲授', '读书', '值守', '巡诊', '带教', '交流'];

/** How an item's records may be told apart by caps that stand over it, so that no two caps cross. */
export interface MadeItem {
  readonly name: string;
  readonly block: Block;
  /** It has a cap that looks at more than single records. */
  readonly capped: boolean;
}

export class Items {
  readonly #random: Random;
  readonly #readings: Readings;
  readonly #conditions: Conditions;
  readonly #flags: Flags;
  #made = 0;

  constructor(random: Random, readings: Readings, flags: Flags) {
    this.#random = random;
    this.#readings = readings;
    this.#conditions = new Conditions(random, readings);
    this.#flags = flags;
  }

  /** One item of these forms, or several that share them and tell their records apart. */
  for(forms: readonly string[], clause: () => string): readonly MadeItem[] {
    const random = this.#random;
    const arms = random.chance(75) ? [''] : this.#conditions.apart(false);
    return arms.map((arm) => {
      const name = `${NAMES[this.#made % NAMES.length]}${this.#made >= NAMES.length ? '乙' : ''}`;
      this.#made += 1;
      const { lines, deemed } = this.#grants();
      const caps = this.#caps(deemed);
      const made = block(
        `条目 ${name}`,
        random.chance(60) ? `依据 ${clause()}` : '',
        `形式 ${forms.join('、')}`,
        arm === '' ? '' : `适用 ${arm}`,
        arm === '' && random.chance(10) ? '归期 颁证日期' : '',
        ...this.#gates(),
        random.chance(20) ? `尾数 ${this.remainder()}` : '',
        ...lines,
        ...caps,
      );
      return { name, block: made, capped: caps.length > 0 };
    });
  }

  remainder(): string {
    const random = this.#random;
    return random.weighted<() => string>([
      [3, () => '舍去'],
      [2, () => '进位'],
      [4, () => '折算'],
      [3, () => `折算 到 ${random.pick(['0.5', '0.25', '1', '0.1'])} 学分`],
      [3, () => this.#readings.of('remainder')],
    ])();
  }

  #gates(): readonly string[] {
    const random = this.#random;
    const one = (): string => {
      const that = this.#conditions.any(1);
      return `条件 ${that}${random.chance(30) ? when(this.#conditions.any(1)) : ''}`;
    };
    return random.weighted<() => readonly string[]>([
      [6, () => []],
      [3, () => [random.pick(['条件 合格', '条件 合格 当 听众'])]],
      [2, () => [one()]],
      [1, () => [one(), one()]],
    ])();
  }

  #grants(): { lines: readonly (string | TextLine)[]; deemed: number } {
    const random = this.#random;
    return random.weighted<() => { lines: readonly (string | TextLine)[]; deemed: number }>([
      [12, () => ({ lines: [...this.#awards(), ...this.#after()], deemed: 0 })],
      [5, () => ({ lines: [this.#table(), ...this.#after()], deemed: 0 })],
      [2, () => ({ lines: [this.#stepTable(), ...this.#after()], deemed: 0 })],
      [5, () => this.#deeming()],
    ])();
  }

  // ---- 授予 --------------------------------------------------------------------------------------------------------------

  #awards(): readonly string[] {
    return this.#conditions.apart().map((arm) => {
      const more = this.#random.chance(12) ? this.#conditions.any(1) : '';
      return `授予 ${this.#rate()}${when(both(arm, more))}`;
    });
  }

  basis(): string {
    const random = this.#random;
    return random.weighted<() => string>([
      [6, () => ''],
      [4, () => ' 按项目'],
      [3, () => ' 按年'],
      [2, () => ' 按日'],
      [1, () => ' 按次'],
      [2, () => ` 按 ${this.#readings.of('basis')}`],
      [this.#flags.cycles ? 3 : 0, () => ' 按周期'],
    ])();
  }

  #rate(): string {
    const random = this.#random;
    const credits = (): string =>
      random.chance(10)
        ? `${this.#readings.of('credits')} 学分`
        : `${random.pick([0.2, 0.5, 1, 1, 1, 1.5, 2, 3])} 学分`;
    const per = (unit: string): string =>
      `每 ${unit} ${credits()}${this.basis()}${random.chance(30) ? ` 尾数 ${this.remainder()}` : ''}`;
    const rate = random.weighted<() => string>([
      [10, () => per(`${random.pick(HOURS)} 小时${random.chance(15) ? ' 时长' : ''}`)],
      [2, () => per(`${random.pick([45, 90, 100])} 分钟`)],
      [1, () => per('2 学时')],
      [2, () => per(`${this.#readings.of('every')} 小时`)],
      [3, () => per(`${random.pick([500, 2000, 3000])} 字`)],
      [2, () => per(`${random.pick([1, 2])} 篇`)],
      [2, () => per(`${random.pick([1, 5, 10])} 天`)],
      [1, () => per('1 个月')],
      [1, () => per(`${random.pick([1, 2])} 次`)],
      [5, () => credits()],
      [4, () => '评分'],
    ])();
    return `${rate}${random.chance(12) ? ` ${this.#falling()}` : ''}`;
  }

  #falling(): string {
    const random = this.#random;
    const by = random.pick(['20%', '1/3', '1 学分', '0.3 学分', '百分之二十']);
    return `递减 ${by} 按 排名${random.chance(40) ? ` 不少于 ${random.pick([0.1, 0.5, 1])} 学分` : ''}`;
  }

  /** 系数, 只计最高, and 递减 for all lines. */
  #after(): readonly string[] {
    const random = this.#random;
    const lines: string[] = [];
    if (random.chance(6)) lines.push(this.#falling());
    if (random.chance(15))
      lines.push(
        `系数 ${random.pick(['50%', '2/3', '0.5', '1.2'])}${random.chance(75) ? when(this.#conditions.any(1)) : ''}`,
      );
    if (random.chance(5)) lines.push(`系数 ${random.pick(['三分之二', '0.75'])} 当 ${this.#conditions.ofRecord()}`);
    if (random.chance(12)) {
      const spans = ['项目', '年', '日', ...(this.#flags.cycles ? ['周期'] : [])];
      lines.push(
        `只计最高 ${random.int(1, 2)} 次 每${random.pick(spans)}${random.chance(30) ? when(this.#conditions.ofRecord()) : ''}`,
      );
    }
    return lines;
  }

  // ---- 授予表 ------------------------------------------------------------------------------------------------------------

  #cells(field: '身份' | '层级' | '排名' | '时长' | '远程'): readonly string[] {
    const random = this.#random;
    switch (field) {
      case '身份':
        return random.pick([['听众', '讲者', '主持'], ['听众、主持', '讲者'], ['讲者', '其他'], ['听众']]);
      case '层级':
        return random.pick([
          ['全国', '海区、港口'],
          ['全国、海区', '港口', '船上'],
          ['全国', '其他'],
        ]);
      case '排名':
        return random.pick([
          ['1', '2～4', '其他'],
          ['1', this.#readings.of('range'), '其他'],
          ['不超过 2', '超过 2 且 至多 5'],
          ['任意'],
        ]);
      case '时长':
        return random.pick([['不少于 1 且 少于 2', '不少于 2'], ['少于 3', '不少于 3 且 少于 6', '其他'], ['任意']]);
      case '远程':
        return ['是', '否'];
    }
  }

  #table(): TextLine {
    const random = this.#random;
    const [first, second] = random.pick([
      ['身份', null],
      ['层级', '排名'],
      ['身份', '时长'],
      ['层级', '远程'],
      ['远程', null],
    ] as const);
    const cite = random.chance(25);
    let clause = 0;
    const end = (): string => {
      clause += 1;
      return `${random.pick([0.5, 1, 2, 3.5, 5, 8])} |${cite ? ` 第九条${clause} |` : ''}`;
    };
    const firsts = this.#cells(first);
    const rows = firsts.flatMap((a) => {
      if (second === null) return [`| ${a} | ${end()}`];
      // Beside 其他 a reading would be named by rows that do not say it.
      const cells = this.#cells(second).map((b) => (firsts.includes('其他') && b.startsWith('口径') ? '2～4' : b));
      return cells.map((b) => `| ${a} | ${b} | ${end()}`);
    });
    const head = `| ${first} |${second ? ` ${second} |` : ''} 学分 |${cite ? ' 依据 |' : ''}`;
    return {
      text: `授予表${random.chance(12) ? ` ${this.#falling()}` : ''}${random.chance(15) ? when(this.#conditions.any(1)) : ''}`,
      rows: [head, ...rows],
    };
  }

  /** Over what a pool comes to: it never falls as the pool grows. */
  #stepTable(): TextLine {
    const random = this.#random;
    const parts = random.pick([[null], ['听众', '讲者']]);
    const rows = parts.flatMap((part) => {
      const low = random.pick([0.5, 1, 1.5]);
      const cells = random.pick([
        ['不少于 1 且 少于 2.5', '不少于 2.5'],
        ['少于 3', '不少于 3 且 少于 8', '不少于 8'],
        ['1～4', '超过 4 且 不超过 8', '超过 8'],
      ]);
      return cells.map((cell, at) => `| ${part ? `${part} | ` : ''}${cell} | ${low * (at + 1)} |`);
    });
    return {
      text: `授予表 ${random.pick(['按项目', '按年', '按日'])}`,
      rows: [`| ${parts[0] ? '身份 | ' : ''}时长 | 学分 |`, ...rows],
    };
  }

  // ---- 视同完成 ----------------------------------------------------------------------------------------------------------

  #deeming(): { lines: readonly string[]; deemed: number } {
    const random = this.#random;
    const credits = random.pick([0, 4, 6, 10, 12.5]);
    const threshold = random.weighted<() => string>([
      [4, () => this.#readings.of('stay')],
      [2, () => `${random.pick([20, 31])} 天`],
      [2, () => `${random.pick([1, 2])} 个月`],
      [1, () => `${random.pick([10, 12])} 小时`],
      [1, () => '3 次'],
    ])();
    const more = random.pick(['', '合格', '合格', this.#conditions.any(1)]);
    const amount = credits === 0 ? '' : `${credits} 学分 `;
    const cond = random.chance(85)
      ? both(`${random.pick(['累计', '当年累计'])} 满 ${threshold}`, more)
      : more || '合格';
    const deem = `视同完成 ${amount}当 ${cond}`;
    const rate = (): string =>
      `每 ${random.pick([3, 6])} 小时 1 学分${this.basis()}${random.chance(25) ? ` 尾数 ${this.remainder()}` : ''}`;
    const award = random.weighted<() => readonly string[]>([
      [3, () => []],
      [4, () => [`授予 ${rate()} 当 累计 不足 ${threshold}`]],
      [2, () => [`授予 ${rate()} 当 累计 不足 ${threshold} 或 ${this.#readings.asked()}`]],
      [2, () => [`授予 ${rate()}`]],
      [1, () => [`授予 每 ${random.pick([5, 10])} 天 1 学分 按年`]],
      [1, () => [`授予 ${rate()} 当 听众 且 累计 不足 ${threshold}`]],
    ])();
    return { lines: random.chance(50) ? [deem, ...award] : [...award, deem], deemed: credits };
  }

  // ---- 上限 --------------------------------------------------------------------------------------------------------------

  /** A chain, each within the next: spans grow, and a condition may stand on the inner ones. */
  #caps(deemed: number): readonly string[] {
    const random = this.#random;
    if (random.chance(40)) return [];
    const spans = random.pick([
      ['项目'],
      ['年'],
      ['项目', '年'],
      ['日', '年'],
      ['次', '年'],
      ['次', '项目'],
      ['次', '日'],
    ]);
    const all = this.#flags.cycles && random.chance(40) ? [...spans, '周期'] : spans;
    const conditioned = random.chance(35) ? random.int(1, all.length) : 0;
    const conds = ['远程', '并非 远程', this.#conditions.ofRecord()];
    const cond = conditioned > 0 ? random.pick(conds) : '';
    let limit = Math.max(deemed, random.pick([1, 2, 3, 4.5]));
    const caps = all.map((span, at) => {
      const line = `上限 每${span} ${random.chance(10) && deemed <= 3 ? `${this.#readings.of('credits')} 学分` : `${limit} 学分`}${at < conditioned ? when(cond) : ''}`;
      limit += random.pick([0, 1, 2.5, 4]);
      return line;
    });
    if (random.chance(12))
      caps.push(`上限 每年 ${Math.max(deemed, random.pick([2, 5]))} 学分 当 ${this.#conditions.ofPerson()}`);
    if (this.#flags.crossing && random.chance(60))
      caps.push(`上限 每年 ${Math.max(deemed, random.pick([2, 3.5]))} 学分 当 ${random.pick(['远程', '讲者'])}`);
    return random.shuffled(caps);
  }
}
