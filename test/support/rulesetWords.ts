/** The vocabulary of the rule sets that are made for tests, and the readings that they come to need. */
import type { Random } from './random.ts';
import { type Block, block } from './rulesetText.ts';

export interface Flags {
  /** 周期, 每周期 and 按周期. */
  readonly cycles?: boolean;
  /** 可由 … 抵充. */
  readonly fills?: boolean;
  /** Caps that cross: at most two families. */
  readonly crossing?: boolean;
}

export const FORMS = ['讲座', '研讨', '论文', '进修', '实操', '竞赛', '授课', '阅读'] as const;
export const PARTS = ['听众', '讲者', '主持'] as const;
export const TIERS = ['全国', '海区', '港口', '船上'] as const;
export const POSTS = ['医师', '护师', '技师'] as const;

const codes = ['lecture', 'seminar', 'paper', 'study', 'drill', 'contest', 'teaching', 'reading_up'];

export const vocabulary = (): readonly Block[] => [
  block('人员字段 岗位 post', '选项 医师 doctor、护师 nurse、技师 technician'),
  block('人员字段 驻点 rural 是否'),
  block('人员字段 入职日期 joined 日期'),
  block('人员字段 休假月数 leave_months 整数 个月 缺省 0'),
  block('人员字段 年资 seniority 整数'),
  block('人员字段 结余 carried 小数 学分'),
  block('活动字段 形式 form', `选项 ${FORMS.map((label, at) => `${label} ${codes[at]}`).join('、')}、旧式 old_form`),
  block('活动字段 身份 part', '选项 听众 listener、讲者 speaker、主持 chair'),
  block('活动字段 层级 tier', '选项 全国 nation、海区 region、港口 harbour、船上 ship'),
  block('活动字段 远程 remote 是否'),
  block('活动字段 合格 passed 是否 缺省 是'),
  block('活动字段 时长 hours 小数 小时'),
  block('活动字段 字数 words 整数 字'),
  block('活动字段 篇数 papers 整数 篇'),
  block('活动字段 排名 rank 整数'),
  block('活动字段 评分 points 小数 学分'),
  block('活动字段 颁证日期 awarded 日期'),
  block('活动字段 备注 note 文字'),
  block('换算 1 学时 = 45 分钟'),
];

type Kind = 'plain' | 'stay' | 'hours' | 'basis' | 'remainder' | 'range' | 'credits' | 'every';

const values: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  plain: [
    ['', ''],
    ['', '', ''],
  ],
  stay: [
    [' = 20 天', ' = 1 个月'],
    [' = 31 天', ' = 2 个月', ' = 40 天'],
  ],
  hours: [[' = 4 小时', ' = 6 小时']],
  basis: [
    [' = 次', ' = 项目'],
    [' = 项目', ' = 年', ' = 日'],
  ],
  remainder: [
    [' = 舍去', ' = 折算'],
    [' = 进位', ' = 折算 到 0.5 学分', ' = 舍去'],
  ],
  range: [[' = 2～4', ' = 2～3']],
  credits: [[' = 3 学分', ' = 5.5 学分']],
  every: [[' = 2 小时', ' = 3 小时']],
};

const LABELS = ['甲说', '乙说', '丙说'];
const CODES = ['first', 'second', 'third'];

/** Readings, each made where the first line needs it. */
export class Readings {
  readonly blocks: Block[] = [];
  readonly #random: Random;
  readonly #made = new Map<Kind, string[]>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** The name of a reading whose options are of that kind. */
  of(kind: Kind): string {
    const made = this.#made.get(kind) ?? [];
    if (made.length > 0 && (made.length > 1 || this.#random.chance(60))) return this.#random.pick(made);
    const name = `口径${'子丑寅卯辰巳午未申酉戌亥'[this.blocks.length % 12]}${this.blocks.length >= 12 ? '二' : ''}`;
    const options = this.#random.pick(values[kind]);
    const shown = options.map((value, at) => `选项 ${LABELS[at]} ${CODES[at]}${value} 「理解${at + 1}」`);
    const one = this.#random.chance(10) && kind !== 'plain' ? shown.slice(0, 1) : shown;
    const code = `reading_${this.blocks.length + 1}`;
    this.blocks.push(
      block(
        `口径 ${name} ${code}`,
        '问题 「怎样理解」',
        ...one,
        `采用 ${this.#random.pick(LABELS.slice(0, one.length))}`,
      ),
    );
    this.#made.set(kind, [...made, name]);
    return name;
  }

  /** `口径子 是 甲说`, of a reading without values. */
  asked(): string {
    return `${this.of('plain')} 是 ${this.#random.pick(LABELS.slice(0, 2))}`;
  }
}
