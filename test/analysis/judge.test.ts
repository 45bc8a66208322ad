// Z3 judges the regions: what holds together, and what never does, is decided by another program in another way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairsOf } from '../../src/analysis/pairs.ts';
import { reach } from '../../src/analysis/reach.ts';
import { fails, holds, Regions, type Wish } from '../../src/analysis/regions.ts';
import { compile, type Plan } from '../../src/index.ts';
import type { Comparison, Expr, FieldRef } from '../../src/model/plan.ts';
import { plans } from '../support/hubeiRules.ts';
import { certain, inclusionsOf, question } from '../support/smt.ts';
import { judged } from '../support/z3.ts';

interface Asked {
  readonly plan: Plan;
  readonly wishes: readonly Wish[];
}

const shown = { point: 'sat', none: 'unsat', open: 'open' } as const;

/** Those on which the two are not of one mind. */
const quarrels = async (asked: readonly Asked[]) => {
  const inclusions = [...new Set(asked.flatMap(({ plan, wishes }) => inclusionsOf(plan, wishes)))];
  const known = await judged(inclusions);
  const included = new Set(inclusions.filter((_, at) => certain(known[at])));
  const texts = asked.map(({ plan, wishes }) => question(plan, wishes, (text) => included.has(text)));
  const answers = await judged(texts);
  const own = asked.map(({ plan, wishes }) => shown[new Regions(plan).find(wishes).kind]);
  const found = asked.flatMap(({ wishes }, at) =>
    own[at] === answers[at] ? [] : [{ wishes, z3: answers[at], own: own[at] }],
  );
  return { found, sat: answers.filter((answer) => answer === 'sat').length };
};

const island = (() => {
  const { plan } = compile({
    file: 'island.cme',
    text: `规则 海岛 island 版本 1
  施行 2030-01-01
人员字段 岗位 post
  选项 急救员 paramedic、文员 clerk、船员 sailor
人员字段 工龄 service 整数 年
活动字段 形式 form
  选项 讲座 lecture、沙龙 salon、课题 grant
活动字段 层级 tier
  选项 全国 nation、海区 region、港口 harbour
活动字段 时长 hours 小数 小时
活动字段 排名 rank 整数
活动字段 结业 finished 是否
活动字段 远程 remote 是否
类别 全部
条目 讲座
  形式 讲座
  授予 1 学分
`,
  });
  if (!plan) throw new Error('the island has errors');
  return plan;
})();

const on = (side: FieldRef['on'], key: string): FieldRef => ({ on: side, key });
const order = fc.constantFrom<Comparison>('>=', '>', '<=', '<', '=', '!=');

const compare = (field: FieldRef, tenths: readonly number[]): fc.Arbitrary<Expr> =>
  fc
    .tuple(order, fc.constantFrom(...tenths))
    .map(([by, to]): Expr => ({ op: 'compare', field, by, to: { n: to * 100_000, d: 1 } }));

const among = (field: FieldRef, keys: readonly string[]): fc.Arbitrary<Expr> =>
  fc.subarray([...keys], { minLength: 1 }).map((some): Expr => ({ op: 'among', field, keys: some }));

/** Thresholds lie close together, so that cells are small and often empty; thirds of a millionth fall between the grid. */
const atom = fc.oneof(
  among(on('person', 'post'), ['paramedic', 'clerk', 'sailor']),
  among(on('record', 'form'), ['lecture', 'salon', 'grant']),
  among(on('record', 'tier'), ['nation', 'region', 'harbour']),
  fc.constantFrom('finished', 'remote').map((key): Expr => ({ op: 'yes', field: on('record', key) })),
  compare(on('person', 'service'), [0, 10, 15, 20]),
  compare(on('record', 'hours'), [0, 30, 35, 40]),
  compare(on('record', 'rank'), [0, 10, 20, 25, 30]),
  order.map((by): Expr => ({ op: 'compare', field: on('record', 'hours'), by, to: { n: 10_000_000, d: 3 } })),
);

const expr = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.array(tie('expr'), { minLength: 2, maxLength: 3 }).map((of): Expr => ({ op: 'and', of })),
    fc.array(tie('expr'), { minLength: 2, maxLength: 3 }).map((of): Expr => ({ op: 'or', of })),
    tie('expr').map((of): Expr => ({ op: 'not', of })),
  ),
})).expr;

const wishes = fc.array(fc.record({ expr, is: fc.boolean() }), { minLength: 2, maxLength: 5 });

test('of conditions at random', { timeout: 60_000 }, async () => {
  const { seed = Date.now() } = fc.readConfigureGlobal();
  const all = fc.sample(wishes, { numRuns: process.env.CME_LONG === '1' ? 20_000 : 800, seed });
  const { found, sat } = await quarrels(all.map((one) => ({ plan: island, wishes: one })));
  expect(found, `seed ${seed}`).toEqual([]);
  // Both answers are well tried.
  expect(sat).toBeGreaterThan(all.length / 5);
  expect(sat).toBeLessThan((all.length * 4) / 5);
});

/** Any two items, any two lines of one, and each condition against what stands before it. */
const askedOf = (plan: Plan): readonly Asked[] => {
  const pairs = (all: readonly Expr[], way: readonly Wish[]): readonly (readonly Wish[])[] =>
    all.flatMap((one, at) => all.slice(at + 1).map((other) => [...way, holds(one), holds(other)]));
  const lines = plan.items.flatMap((item) => {
    const whens = item.lines.map(({ when }) => when);
    const alone = whens.flatMap((when) => [
      [...reach(item), holds(when)],
      [...reach(item), fails(when)],
    ]);
    return [...pairs(whens, reach(item)), ...alone, [...reach(item), ...whens.map(fails)]];
  });
  const items = pairs(
    plan.items.map(({ match }) => match),
    [],
  );
  return [...items, ...lines].map((one) => ({ plan, wishes: one }));
};

test('of the shipped files: items, lines, and what none of them holds', { timeout: 60_000 }, async () => {
  const asked = Object.values(plans).flatMap(askedOf);
  expect(asked.length).toBeGreaterThan(300);
  const { found, sat } = await quarrels(asked);
  expect(found).toEqual([]);
  expect(sat).toBeGreaterThan(50);
});

/** What lists are parted by: several things that are all wanted. */
const all = fc.array(atom, { minLength: 2, maxLength: 4 }).map((of): Expr => ({ op: 'and', of }));

test('pairs that are passed over do not hold together', { timeout: 60_000 }, async () => {
  const { seed = Date.now() } = fc.readConfigureGlobal();
  const lists = fc.sample(fc.array(all, { minLength: 8, maxLength: 12 }), { numRuns: 60, seed });
  const passed = lists.flatMap((list) => {
    const paired = new Set(pairsOf(list).map(([a, b]) => `${a} ${b}`));
    return list.flatMap((one, a) =>
      list.slice(a + 1).flatMap((other, at) => (paired.has(`${a} ${a + 1 + at}`) ? [] : [[one, other]])),
    );
  });
  expect(passed.length).toBeGreaterThan(20);
  const answers = await judged(passed.map((both) => question(island, both.map(holds))));
  expect(new Set(answers), `seed ${seed}`).toEqual(new Set(['unsat']));
});
