import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AcrossSide, across, compile, evaluate, personOf } from '../../src/index.ts';

const rules = (name: string, more: { award?: string; cap?: string; need?: number; fields?: string } = {}): string => {
  const { award = '每 2 小时 1 学分', cap = '', need = 10, fields = '' } = more;
  return `规则 ${name} 版本 2030
  语言 1
  施行 2030-01-01

人员字段 编号 id 文字
活动字段 编号 id 文字
活动字段 形式 form
  选项 讲座 lecture、论文 paper
活动字段 时长 hours 小数 小时
${fields}
要求
  依据 第一条
  每年 ${need} 学分

类别 讲座 talks
  依据 第二条
${cap}
条目 讲座
  依据 第二条（一）
  形式 讲座
  授予 ${award}
`;
};

const planOf = (text: string) => {
  const { plan, diagnostics } = compile({ file: 'x.cme', text });
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

const [east, west, south] = [
  planOf(rules('东省 east')),
  planOf(rules('西省 west', { award: '每 3 小时 1 学分', need: 8 })),
  planOf(rules('南省 south', { cap: '  上限 每年 5 学分\n' })),
];
const someone = (...hours: number[]) =>
  personOf({
    id: 'p1',
    records: hours.map((each, at) => ({ id: `r${at + 1}`, form: 'lecture', date: '2030-03-01', hours: each })),
  });
const under = (person: ReturnType<typeof someone>, ...plans: (typeof east)[]) =>
  across(
    plans.map((plan): AcrossSide => ({ plan, person })),
    2030,
  );

describe('one practitioner under several rule sets', () => {
  test('who grants otherwise is told by both lines, each with its clause', () => {
    const [apart] = under(someone(12, 1), east, west).apart;
    expect(apart).toMatchObject({ side: 1, credits: -2, required: -2, verdict: false, rest: 0 });
    expect(apart?.records).toEqual([
      {
        index: 0,
        record: 'r1',
        credits: [6, 4],
        why: [
          { doings: [{ clause: '第二条（一）', rule: '授予 每 2 小时 1 学分', credits: 6 }], refused: null },
          { doings: [{ clause: '第二条（一）', rule: '授予 每 3 小时 1 学分', credits: 4 }], refused: null },
        ],
      },
    ]);
  });

  test('who takes away is told by the line that takes', () => {
    const [, apart] = under(someone(8, 8), east, west, south).apart;
    expect(apart?.records.map(({ record, credits, why }) => [record, credits, why])).toEqual([
      [
        'r2',
        [4, 1],
        [
          { doings: [], refused: null },
          { doings: [{ clause: '第二条', rule: '上限 每年 5 学分', credits: -3 }], refused: null },
        ],
      ],
    ]);
  });

  test('the same rules make no difference, and nobody is asked of nothing', () => {
    expect(under(someone(8), east, planOf(rules('东省 east'))).apart).toEqual([
      { side: 1, credits: 0, required: 0, verdict: false, records: [], rest: 0 },
    ]);
    expect(across([], 2030)).toEqual({ sides: [], apart: [] });
    expect(under(someone(8), east).apart).toEqual([]);
  });

  test('a field that one does not know is said, and so is one of another unit; ids are nobody’s', () => {
    const fields = '活动字段 单位盖章 stamped 是否\n';
    const stamped = planOf(rules('北省 north', { fields }));
    const days = planOf(
      rules('岛省 isle').replace('时长 hours 小数 小时', '时长 hours 小数 天').replace('每 2 小时', '每 2 天'),
    );
    const person = personOf({
      id: 'p1',
      records: [{ id: 'r1', form: 'lecture', date: '2030-03-01', hours: 8, stamped: true, odd: 1 }],
    });
    const { sides } = under(person, stamped, east, days);
    expect(sides.map(({ strange }) => strange)).toEqual([
      [{ on: 'record', key: 'hours', label: '时长', why: 'unlike' }],
      [
        { on: 'record', key: 'stamped', label: '单位盖章', why: 'unknown' },
        { on: 'record', key: 'hours', label: '时长', why: 'unlike' },
      ],
      [
        { on: 'record', key: 'hours', label: '时长', why: 'unlike' },
        { on: 'record', key: 'stamped', label: '单位盖章', why: 'unknown' },
      ],
    ]);
  });

  test('what it tells adds up to what the evaluator gives, for whoever it is', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 6 });
    fc.assert(
      fc.property(hours, fc.constantFrom([east, west], [west, south], [south, east], [east, south]), (all, plans) => {
        const person = someone(...all.map((each) => each / 100));
        const { sides, apart } = under(person, ...plans);
        const [first, other] = plans.map((plan) => evaluate(plan, { year: 2030, practitioners: [person] }));
        const total = (of: typeof first): number => of?.evaluation.results[0]?.credits ?? Number.NaN;
        expect(sides.map(({ result }) => result.credits)).toEqual([total(first), total(other)]);
        const [found] = apart;
        const cents = (amount: number): number => Math.round(amount * 100);
        const told = (found?.records ?? []).reduce((sum, { credits: [a, b] }) => sum + cents(b) - cents(a), 0);
        expect(told + cents(found?.rest ?? 0)).toBe(cents(total(other)) - cents(total(first)));
        for (const { credits, why } of found?.records ?? []) {
          const sums = why.map(({ doings }) => doings.reduce((sum, one) => sum + cents(one.credits), 0));
          expect((sums[1] ?? 0) - (sums[0] ?? 0)).toBe(cents(credits[1]) - cents(credits[0]));
        }
      }),
    );
  });
});
