import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputSchema, jsonLogic } from '../../src/backends/jsonlogic/index.ts';
import { backends, casesOf, compile, envelopeSchema, type Plan, personOf, planUnder } from '../../src/index.ts';
import { rosters, runs } from '../support/hubeiArbitrary.ts';
import { compiled, plans, type Shipped } from '../support/hubeiRules.ts';
import { rawRoster } from '../support/roster.ts';
import { type Exported, engines, exported, whole } from './jsonlogicRun.ts';

const TIME = 120_000;

interface Properties {
  readonly properties: Readonly<Record<string, { readonly default?: unknown }>>;
}

describe.each(['hubei', 'national'] satisfies Shipped[])('%s in JsonLogic', (name) => {
  const rules = compiled(name);
  const made = new Map<string, Exported>();
  const under = (chosen: ReadonlyMap<string, string>): Exported => {
    const key = JSON.stringify([...chosen]);
    const known = made.get(key) ?? whole(planUnder(rules, Object.fromEntries(chosen)) as Plan);
    made.set(key, known);
    return known;
  };

  test('every 用例 has the same credits, requirement and status, under its own readings', () => {
    for (const { name: title, chosen, person, records, year } of casesOf(rules))
      expect(under(chosen).differences({ facts: person, records }, year), title).toEqual([]);
  });

  test(
    'random rosters have the same',
    () => {
      const { differences } = whole(plans[name]);
      fc.assert(
        fc.property(rosters(plans[name]), (roster) => {
          const { year, practitioners } = rawRoster(roster);
          for (const raw of practitioners) expect(differences(raw, year)).toEqual([]);
        }),
        runs(25),
      );
    },
    TIME,
  );

  test('each option of each reading can be exported', () => {
    for (const { code, options } of plans[name].readings) {
      if (options.length < 2) continue;
      for (const option of options) {
        const plan = planUnder(rules, { [code]: option.code }) as Plan;
        expect(backends.jsonlogic.refuses(plan), `${code}=${option.code}`).toEqual([]);
      }
    }
  });

  test(
    'under options at random, random rosters have the same',
    () => {
      const several = plans[name].readings.filter(({ options }) => options.length > 1);
      const choices = fc.tuple(...several.map(({ options }) => fc.constantFrom(...options.map(({ code }) => code))));
      fc.assert(
        fc.property(choices, rosters(plans[name]), (chosen, roster) => {
          const readings = new Map(several.map(({ code }, place) => [code, chosen[place] ?? '']));
          const { year, practitioners } = rawRoster(roster);
          for (const raw of practitioners) expect(under(readings).differences(raw, year)).toEqual([]);
        }),
        runs(8),
      );
    },
    TIME,
  );
});

const small = (lines: string): Plan => {
  const text = `规则 小岛 islet 版本 1
  施行 2025-01-01

活动字段 形式 form
  选项 讲座 lecture、海训 sea

活动字段 日期 date 日期

活动字段 时长 hours 小数 小时

活动字段 项目编号 project 文字

活动字段 远程 remote 是否

活动字段 排名 rank 整数

${lines}
`;
  const { plan, diagnostics } = compile({ file: 'islet.cme', text });
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

test('a fault that is planted is found', () => {
  const plan = plans.hubei;
  const { logic } = whole(plan);
  const faulty = JSON.parse(JSON.stringify(logic.rules).replaceAll('3000000', '3000001'));
  const raw = personOf({
    records: [
      {
        id: 'r1',
        form: 'recommended_project',
        level: 'provincial',
        role: 'participant',
        passed: true,
        date: '2025-05-01',
        hours: 3,
      },
    ],
  });
  const input = logic.prepare(raw, 2025);
  expect(engines['json-logic-js'](logic.rules.total, input)).toBe(100);
  expect(engines['json-logic-js'](faulty.total, input)).toBe(0);
});

test('what JsonLogic cannot say is refused by name, with its line', () => {
  const falls = small(`类别 讲座类 lectures

条目 讲座
  形式 讲座
  授予 每 1 小时 3 学分 递减 1 学分 按 排名 不少于 1 学分`);
  expect(exported(falls)).toMatchObject([{ why: 'falling', source: { file: 'islet.cme' } }]);
});

test.each([
  ['1 学分', [3, 3, 2, 1, 1]],
  ['50%', [3, 3, 1.5, 1, 1]],
])('a fixed amount falls by %s from rank to rank, and stays at the least', (step, credits) => {
  const { logic, differences } = whole(
    small(`类别 讲座类 lectures

条目 讲座
  形式 讲座
  授予 3 学分 递减 ${step} 按 排名 不少于 1 学分`),
  );
  const withRank = (rank: number | null) =>
    personOf({ records: [{ id: 'a', form: 'lecture', date: '2025-01-01', ...(rank !== null && { rank }) }] });
  const totals = [0, 1, 2, 3, 400].map((rank) => {
    expect(differences(withRank(rank), 2025)).toEqual([]);
    return engines['json-logic-js'](logic.rules.total, logic.prepare(withRank(rank), 2025));
  });
  expect(totals).toEqual(credits.map((one) => one * 100));
  expect(differences(withRank(null), 2025)).toEqual([]);
});

test('what is taken off a requirement leaves nothing, never less', () => {
  const { differences } = whole(
    small(`类别 讲座类 lectures

条目 讲座
  形式 讲座
  授予 3 学分

要求
  每年 5 学分
  减免 8 学分`),
  );
  expect(differences(personOf({ records: [] }), 2025)).toEqual([]);
});

test('a number too large for exact products is not prepared', () => {
  const plan = small(`类别 讲座类 lectures

条目 讲座
  形式 讲座
  授予 每 1 小时 0.5 学分`);
  const made = jsonLogic(plan);
  if ('refused' in made) throw new Error('refused');
  const hours = (number: number) =>
    personOf({ records: [{ id: 'a', form: 'lecture', date: '2025-01-01', hours: number }] });
  expect(made.logic.prepare(hours(8), 2025)).not.toBeNull();
  const huge = personOf({
    records: Array.from({ length: 8 }, (_, at) => ({
      id: `${at}`,
      form: 'lecture',
      date: '2025-01-01',
      hours: 999_999_999,
    })),
  });
  expect(made.logic.prepare(huge, 2025)).toBeNull();
});

test.each(['hubei', 'national'] as const)(
  'what %s takes an absent fact to be is said by the schema of the input',
  (name) => {
    const { logic } = whole(plans[name]);
    const schema = inputSchema(plans[name], logic) as {
      $defs: { person: Properties; record: { properties: { facts: Properties } } };
    };
    const defaults = ({ properties }: Properties) =>
      Object.fromEntries(
        Object.entries(properties).flatMap(([key, one]) => ('default' in one ? [[key, one.default]] : [])),
      );
    const prepared = logic.prepare(personOf({ records: [{ id: 'a', date: '2025-03-01' }] }), 2025);
    expect(prepared?.records[0]?.facts).toEqual(defaults(schema.$defs.record.properties.facts));
    expect(prepared?.person).toEqual(defaults(schema.$defs.person));
  },
);

test('the schema of the export stands in the documentation', () => {
  const text = readFileSync(new URL('../../docs/jsonlogic.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toEqual(envelopeSchema);
});

test('the rules use the operations that the documentation names, and no other', () => {
  const used = new Set<string>();
  const walk = (rule: unknown): void => {
    if (typeof rule !== 'object' || rule === null) return;
    if (!Array.isArray(rule)) for (const operation of Object.keys(rule)) used.add(operation);
    for (const part of Object.values(rule)) walk(part);
  };
  for (const name of ['hubei', 'national'] as const) {
    const { categories, total, required, status } = whole(plans[name]).logic.rules;
    walk([...Object.values(categories), total, required, status]);
  }
  const text = readFileSync(new URL('../../docs/jsonlogic.md', import.meta.url), 'utf8');
  const named = new Set(/`(var if [^`]*)`/.exec(text)?.[1]?.split(' '));
  expect([...used].filter((operation) => !named.has(operation))).toEqual([]);
});
