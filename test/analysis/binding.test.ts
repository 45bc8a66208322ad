// Small rule sets at random: a cap that is said never to bind is taken out of the plan, and nobody's credits change; what is
// said to be the most that comes under a cap is never exceeded.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unbinding, unearning } from '../../src/analysis/binding.ts';
import type { Finding } from '../../src/analysis/finding.ts';
import { mostOf } from '../../src/analysis/most.ts';
import { Regions } from '../../src/analysis/regions.ts';
import { evaluate, LineMap, type Plan, parse, type RawPerson, severityOf } from '../../src/index.ts';
import { lower } from '../../src/lower.ts';
import { resolve } from '../../src/resolve.ts';

const YEAR = 2030;

const prelude = `规则 海岛 island 版本 1
  施行 ${YEAR}-01-01
活动字段 形式 form
  选项 讲座 lecture、沙龙 salon、课题 grant
活动字段 项目编号 project 文字
活动字段 时长 hours 小数 小时
活动字段 结业 finished 是否
活动字段 评分 score 小数 学分
`;

const half = fc.integer({ min: 1, max: 12 }).map((n) => String(n / 2));
const span = fc.constantFrom('每次', '每日', '每项目', '每年');
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: null, freq });

const cap = fc
  .tuple(span, fc.integer({ min: 1, max: 40 }), maybe(fc.constantFrom('结业', '并非 结业'), 1))
  .map(([per, limit, when]) => `  上限 ${per} ${limit / 2} 学分${when ? ` 当 ${when}` : ''}`);

const award = fc.oneof(
  half.map((credits) => `${credits} 学分`),
  fc
    .tuple(half, half, fc.constantFrom('', ' 按项目', ' 按年'))
    .map(([per, credits, by]) => `每 ${per} 小时 ${credits} 学分${by}`),
  fc.constant('评分'),
);

const bound = fc.tuple(fc.constantFrom('少于', '不超过'), half).map(([by, to]) => `时长 ${by} ${to} 小时`);

const item = fc
  .record({
    first: fc.tuple(award, maybe(bound)),
    second: maybe(fc.tuple(award, maybe(bound))),
    best: maybe(fc.tuple(fc.integer({ min: 1, max: 3 }), span).map(([count, per]) => `  只计最高 ${count} 次 ${per}`)),
    factor: maybe(fc.constantFrom('  系数 1.5 当 结业', '  系数 50%'), 4),
    deem: maybe(
      half.map((credits) => `  视同完成 ${credits} 学分 当 累计 满 8 小时 且 结业`),
      4,
    ),
    caps: fc.array(cap, { maxLength: 2 }),
  })
  .map(({ first, second, best, factor, deem, caps }) => {
    const line = ([rate, when]: readonly [string, string | null], arm: string): string =>
      `  授予 ${rate} 当 ${[arm, when].filter(Boolean).join(' 且 ')}`;
    const lines = second ? [line(first, '结业'), line(second, '并非 结业')] : [line(first, '时长 不少于 0 小时')];
    return [...lines, ...[best, factor, deem].filter((one) => one !== null), ...caps];
  });

const rules = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    caps: fc.array(cap, { maxLength: 1 }),
    group: fc.array(cap, { maxLength: 1 }),
  })
  .map(({ items, caps, group }) =>
    [
      prelude.trimEnd(),
      '类别 全部',
      ...caps,
      ...items.flatMap((lines, at) => [`条目 第${'甲乙丙'[at]}`, `  形式 ${['讲座', '沙龙', '课题'][at]}`, ...lines]),
      ...(group.length > 0 ? ['分组 甲组', '  成员 条目 第甲', ...group] : []),
      '',
    ].join('\n'),
  );

const record = fc.record({
  form: fc.constantFrom('lecture', 'lecture', 'salon', 'grant'),
  date: fc.constantFrom(`${YEAR}-03-01`, `${YEAR}-03-01`, `${YEAR}-05-02`),
  project: fc.constantFrom('a', 'b'),
  hours: fc.constantFrom('0.5', '1', '2', '2.5', '4', '6', '9', '40'),
  score: fc.constantFrom('0.5', '3', '30'),
  finished: fc.boolean(),
});

const people = fc.array(
  fc.array(record, { minLength: 1, maxLength: 8 }).map(
    (records): RawPerson => ({
      facts: new Map([['id', 'p']]),
      records: records.map((facts, at) => new Map(Object.entries({ id: `r${at}`, ...facts }))),
    }),
  ),
  { minLength: 25, maxLength: 25 },
);

/** Null where caps cross in a way that is refused. */
const planOf = (text: string): Plan | null => {
  const file = 'island.cme';
  const { ruleSet, sound } = resolve(parse(text, { file }).file, file, null);
  expect(sound, text).toBe(true);
  const { plan, diagnostics } = lower(ruleSet, new Map(), new Map([[file, new LineMap(text)]]));
  return diagnostics.some((found) => severityOf(found) === 'error') ? null : plan;
};

const credits = (plan: Plan, practitioners: readonly RawPerson[]) =>
  evaluate(plan, { year: YEAR, practitioners }).evaluation.results.map((result) => result.credits);

const isAt = (found: Finding, { line }: { readonly line: number }): boolean =>
  found.at.kind === 'line' && found.at.source.line === line;

test('without a cap that never binds everyone has the same credits', () => {
  const told: Record<string, number> = {};
  fc.assert(
    fc.property(rules, people, (text, practitioners) => {
      const plan = planOf(text);
      if (!plan) return;
      const regions = new Regions(plan);
      for (const found of unbinding(regions, plan)) {
        told[found.code] = (told[found.code] ?? 0) + 1;
        if (found.code === 'CME724') continue;
        const without = { ...plan, caps: plan.caps.filter(({ source }) => !isAt(found, source)) };
        expect(without.caps.length).toBe(plan.caps.length - 1);
        expect(credits(without, practitioners), found.code).toEqual(credits(plan, practitioners));
      }
      for (const found of unearning(plan)) {
        told[found.code] = (told[found.code] ?? 0) + 1;
        const items = plan.items.map((one) => ({
          ...one,
          lines: one.lines.filter(({ source }) => !isAt(found, source)),
        }));
        expect(credits({ ...plan, items }, practitioners), found.code).toEqual(credits(plan, practitioners));
      }
    }),
    { numRuns: 150 },
  );
  expect(told.CME722).toBeGreaterThan(20);
  expect(told.CME723).toBeGreaterThan(20);
});

test('nobody has more in a year than is said to be the most', () => {
  let bounded = 0;
  fc.assert(
    fc.property(rules, people, (text, practitioners) => {
      const plan = planOf(text);
      const [any] = plan?.caps ?? [];
      if (!plan || !any) return;
      const items = plan.items.map(({ key }) => key);
      const whole = { ...any, stage: 'section', items, when: null, per: 'year', limit: 0 } as const;
      const most = mostOf(new Regions(plan), whole, plan.caps);
      if (!Number.isFinite(most)) return;
      bounded += 1;
      for (const one of credits(plan, practitioners)) expect(one * 100).toBeLessThanOrEqual(most);
    }),
    { numRuns: 150 },
  );
  expect(bounded).toBeGreaterThan(20);
});

test('so many caps over so many items are not looked at one by one, which is told', () => {
  const plan = planOf(`${prelude}类别 全部\n条目 第甲\n  形式 讲座\n  授予 1 学分\n  上限 每年 9 学分\n`);
  const [item] = plan?.items ?? [];
  const [one] = plan?.caps ?? [];
  if (!plan || !item || !one) throw new Error('no plan');
  const items = Array.from({ length: 300 }, (_, at) => ({ ...item, key: `${at}` }));
  const caps = Array.from({ length: 300 }, () => ({ ...one, items: items.map(({ key }) => key) }));
  const many = { ...plan, items, caps };
  expect(unbinding(new Regions(many), many).map(({ code }) => code)).toEqual(['CME726']);
});
