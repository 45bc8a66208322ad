/**
 * One rule, for engines that have no more than an expression: a lecturer has two credits for each hour begun and done, a
 * listener one for each three. Each is checked record by record; how many it gets wrong stands beside its time.
 */

import { evaluateExpressionSync as zen } from '@gorules/zen-engine';
import { evaluate as cel, parse as celParse } from '@marcbachmann/cel-js';
import { evaluate as feel } from 'feelin';
import { LogicEngine } from 'json-logic-engine';
import jsonLogicJs from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { columnar, compile, gathered, personOf } from '../../src/index.ts';
import { Random } from '../../test/support/random.ts';
import { RECORDS } from './roster.ts';
import { least, ms, rate, table } from './timing.ts';

interface Fact {
  readonly role: 'lecturer' | 'listener';
  readonly hours: number;
}

const RULES = `规则 一条 one 版本 1
  施行 2025-01-01
活动字段 形式 form
  选项 讲座 lecture
活动字段 角色 role
  选项 主讲 lecturer、听讲 listener
活动字段 时长 hours 小数 小时
类别 讲座类 lectures
条目 讲座
  形式 讲座
  授予 每 1 小时 2 学分 当 主讲
  授予 每 3 小时 1 学分 当 听讲
`;

/** In tenths, so that no binary fraction is in the way. */
const right = ({ role, hours }: Fact): number => {
  const tenths = Math.round(hours * 10);
  return role === 'lecturer' ? Math.floor(tenths / 10) * 2 : Math.floor(tenths / 30);
};

const rule = {
  if: [
    { '==': [{ var: 'role' }, 'lecturer'] },
    { '*': [{ '-': [{ var: 'hours' }, { '%': [{ var: 'hours' }, 1] }] }, 2] },
    { '/': [{ '-': [{ var: 'hours' }, { '%': [{ var: 'hours' }, 3] }] }, 3] },
  ],
};

/** How many records a slow engine is given. */
const FEW = 2000;

export async function oneRule(): Promise<string> {
  const random = new Random(1);
  const facts = Array.from(
    { length: RECORDS },
    (): Fact => ({ role: random.chance(30) ? 'lecturer' : 'listener', hours: random.int(1, 120) / 10 }),
  );
  const rows: string[][] = [];
  const add = async (name: string, count: number, work: (all: readonly Fact[]) => Promise<number[]> | number[]) => {
    const all = facts.slice(0, count);
    const got = await work(all);
    const wrong = all.filter(
      (fact, at) => Math.abs((got[at] ?? Number.NaN) - right(fact)) > 1e-9 || Number.isNaN(got[at]),
    ).length;
    const { clock, cores } = await least(() => work(all), 3, 300);
    console.error(`  ${name}: ${ms(clock)} ms`);
    rows.push([name, count.toLocaleString('en'), ms(clock), ms(cores), rate(count, cores), `${wrong}`]);
  };

  await add('by hand', RECORDS, (all) => all.map(right));
  const { plan } = compile({ file: 'one.cme', text: RULES });
  if (plan === null) throw new Error('the rule does not compile');
  const people = Array.from({ length: RECORDS / 10 }, (_, person) =>
    personOf({
      records: facts
        .slice(person * 10, person * 10 + 10)
        .map((fact, at) => ({ id: `${at}`, form: 'lecture', date: '2025-05-01', ...fact })),
    }),
  );
  const { columns } = gathered(plan, people);
  const ours = columnar(plan);
  await add('cme, columnar', RECORDS, () => Array.from(ours(columns, 2025).outcomes.credits, (one) => one / 100));
  const engine = new LogicEngine();
  const built = engine.build(rule) as (fact: Fact) => number;
  await add('json-logic-engine, compiled', RECORDS, (all) => all.map((fact) => built(fact)));
  await add('json-logic-js', FEW * 10, (all) => all.map((fact) => Number(jsonLogicJs.apply(rule as never, fact))));
  const words = celParse('role == "lecturer" ? int(hours) * 2 : int(hours / 3.0)');
  await add('@marcbachmann/cel-js', FEW * 10, (all) => all.map((fact) => Number(words(fact as never))));
  const spelt = 'if role = "lecturer" then floor(hours) * 2 else floor(hours / 3)';
  await add('feelin', FEW, (all) =>
    all.map((fact) => Number((feel(spelt, { ...fact }) as { value?: unknown }).value ?? feel(spelt, { ...fact }))),
  );
  const zenWords = 'role == "lecturer" ? floor(hours) * 2 : floor(hours / 3)';
  await add('@gorules/zen-engine', FEW, (all) => all.map((fact) => Number(zen(zenWords, fact))));
  await add('json-rules-engine', FEW, (all) => byTable(all));
  const timed = table(['one rule', 'records', 'ms', 'ms of cores', 'records a core second', 'wrong'], rows);
  return `${timed}\n\n${exactness(engine)}`;
}

/** It has conditions and no arithmetic: a rule for each number of credits. */
async function byTable(all: readonly Fact[]): Promise<number[]> {
  const engine = new Engine();
  const add = (role: string, from: number, to: number, credits: number): void => {
    const hours = { fact: 'hours' };
    engine.addRule({
      conditions: {
        all: [
          { fact: 'role', operator: 'equal', value: role },
          { ...hours, operator: 'greaterThanInclusive', value: from },
          { ...hours, operator: 'lessThan', value: to },
        ],
      },
      event: { type: 'credits', params: { credits } },
    });
  };
  for (let hour = 0; hour <= 12; hour += 1) add('lecturer', hour, hour + 1, hour * 2);
  for (let hour = 0; hour <= 12; hour += 3) add('listener', hour, hour + 3, hour / 3);
  const credits: number[] = [];
  for (const fact of all) {
    const { events } = await engine.run({ ...fact });
    credits.push(Number(events[0]?.params?.credits));
  }
  return credits;
}

/** What each makes of a third of three, made whole, and of a tenth and two. */
function exactness(engine: LogicEngine): string {
  const third = { '*': [3, { '/': [1, 3] }] };
  const whole = { '-': [third, { '%': [third, 1] }] };
  const sum = { '+': [0.1, 0.2] };
  const value = (found: unknown): string => String((found as { value?: unknown } | null)?.value ?? found);
  const rows = [
    ['cme', ...ownExactness()],
    ['JavaScript', `${Math.floor(3 * (1 / 3))}`, `${0.1 + 0.2}`],
    ['json-logic-engine', value(engine.run(whole as never, {})), value(engine.run(sum as never, {}))],
    ['json-logic-js', value(jsonLogicJs.apply(whole as never, {})), value(jsonLogicJs.apply(sum as never, {}))],
    ['@marcbachmann/cel-js', value(cel('int(3.0 * (1.0 / 3.0))')), value(cel('0.1 + 0.2'))],
    ['feelin', value(feel('floor(3 * (1 / 3))', {})), value(feel('0.1 + 0.2', {}))],
    ['@gorules/zen-engine', value(zen('floor(3 * (1 / 3))')), value(zen('0.1 + 0.2'))],
    ['json-rules-engine', 'no arithmetic', 'no arithmetic'],
  ];
  return table(['exactness', 'floor(3 × 1/3)', '0.1 + 0.2'], rows);
}

/** Three hours of three each for a third of a credit; and a tenth and two tenths. */
function ownExactness(): readonly string[] {
  const text = RULES.replace('授予 每 1 小时 2 学分 当 主讲', '授予 评定学分 当 主讲')
    .replace('授予 每 3 小时 1 学分', '授予 每 3 小时 1 学分 按年')
    .replace('活动字段 时长', '活动字段 评定学分 credits 小数 学分\n活动字段 时长');
  const { plan, diagnostics } = compile({ file: 'exact.cme', text });
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  const record = { form: 'lecture', date: '2025-05-01' };
  const credits = (records: readonly Readonly<Record<string, string | number>>[]): string => {
    const all = records.map((one, at) => ({ id: `${at}`, ...record, ...one }));
    const { columns } = gathered(plan, [personOf({ records: all })]);
    return String((columnar(plan)(columns, 2025).outcomes.total[0] ?? 0) / 100);
  };
  return [
    credits([1, 1, 1].map((hours) => ({ role: 'listener', hours }))),
    credits(['0.1', '0.2'].map((stated) => ({ role: 'lecturer', credits: stated }))),
  ];
}
