/** The words beside each record, by SQL and by the evaluator: clauses and details, whatever the rules. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedBy, sqlOf, wordsOf } from '../../src/backends/sql/index.ts';
import { compile, evaluate } from '../../src/index.ts';
import { runs } from '../support/hubeiArbitrary.ts';
import { plans } from '../support/hubeiRules.ts';
import { rosterFor } from '../support/roster.ts';
import { compiledTexts, JUDGED, scenarios } from '../support/rulesetArbitrary.ts';
import { duckdb } from './sqlDuckdb.ts';
import { type Engine, inputs, type Trial, textPeople } from './sqlRoster.ts';
import { caseTrials } from './sqlTrials.ts';

const LONG = process.env.CME_LONG === '1';
const TIME = LONG ? 3_600_000 : 120_000;

let engine: Awaited<ReturnType<typeof duckdb>>;
beforeAll(async () => {
  engine = await duckdb();
}, TIME);
afterAll(() => engine.close());

/** Records with an id alone: by it the two are laid side by side. Made-up ones are the evaluator's to tell. */
async function apart(on: Engine, { plan, year, people }: Trial): Promise<readonly string[]> {
  const texts = textPeople(plan, people).map(({ facts, records }) => ({
    facts,
    records: records.filter(({ id, makeup_year }) => id !== undefined && makeup_year === undefined),
  }));
  for (const statement of inputs(plan, texts)) await on.run(statement);
  const { statements } = sqlOf(plan, year, 'duckdb', { reader: wordsOf(plan, year, 'zh').query });
  const drops = statements.filter((one) => one.startsWith('DROP TABLE cme_'));
  for (const statement of statements.filter((one) => !drops.includes(one))) await on.run(statement);
  const rows = await on.rows(wordsOf(plan, year, 'zh').query);
  for (const statement of drops) await on.run(statement);
  const told = new Map(rows.filter(({ untold }) => untold !== true).map((row) => [`${row.person} ${row.id}`, row]));
  const practitioners = texts.map(({ facts, records }) => ({
    facts: new Map(Object.entries(facts)),
    records: records.map((record) => new Map(Object.entries(record))),
  }));
  const found: string[] = [];
  for (const { practitioner, records } of evaluate(plan, { year, practitioners }).evaluation.results) {
    for (const { id, reason, clause, detail = null } of records) {
      const row = told.get(`${practitioner} ${id}`);
      if (reason === 'invalid' || reason === 'incomplete') {
        if (row !== undefined) found.push(`${practitioner} ${id} is ${reason} and was told`);
      } else if (row !== undefined && (row.clause !== clause || row.detail !== detail || row.reason !== reason))
        found.push(`${id} ${reason}: ${clause} ${detail}, by SQL ${row.reason}: ${row.clause} ${row.detail}`);
    }
  }
  return found;
}

test(
  'of Hubei',
  async () => {
    const people = rosterFor(plans.hubei, 7, { practitioners: LONG ? 5000 : 150, year: 2025 }).practitioners;
    expect(await apart(engine, { plan: plans.hubei, year: 2025, people })).toEqual([]);
  },
  TIME,
);

/** Rows of a table with clauses of their own. */
const CLAUSES = `规则 海岛 island 版本 1
  施行 2025-01-01
活动字段 形式 form
  选项 讲座 lecture、进修 study
活动字段 时长 hours 小数 小时
活动字段 远程 remote 是否
类别 内训
条目 听课
  依据 第九条
  形式 讲座
  授予表 按项目
    | 时长                  | 学分 | 依据    |
    | 不少于 1 且 少于 2    | 1    | 第九条1 |
    | 不少于 2              | 2    | 第九条2 |
条目 进修
  依据 第十条
  形式 进修
  视同完成 25 学分 当 累计 满 3 天
要求
  每年 5 学分
`;

test(
  'of rows of a table that have clauses of their own',
  async () => {
    const { plan, diagnostics } = compile({ file: 'island.cme', text: CLAUSES }, { library: [], readings: {} });
    if (plan === null) throw new Error(JSON.stringify(diagnostics));
    const lecture = (id: string, hours: string, project: string) => ({
      id,
      form: 'lecture',
      date: `2025-01-0${id}`,
      hours,
      project,
    });
    const study = (id: string, day: string, to: string) => ({ id, form: 'study', start: day, end: to });
    const records = [
      lecture('1', '0.5', 'a'),
      lecture('2', '0.6', 'a'),
      lecture('3', '3', 'a'),
      lecture('4', '0.5', 'b'),
      study('5', '2025-03-01', '2025-03-02'),
      study('6', '2025-04-01', '2025-04-05'),
      study('7', '2024-04-01', '2024-04-05'),
    ];
    const trial = { plan, year: 2025, people: [{ facts: { id: 'p' }, records }] };
    expect(await apart(engine, trial)).toEqual([]);
    const practitioners = [
      { facts: new Map([['id', 'p']]), records: records.map((one) => new Map(Object.entries(one))) },
    ];
    const told = evaluate(plan, { year: 2025, practitioners }).evaluation.results[0]?.records.map(
      ({ clause }) => clause,
    );
    expect(new Set(told)).toEqual(new Set(['第九条1', '第九条2', '第十条']));
  },
  TIME,
);

test(
  'of the shapes of other schemes',
  async () => {
    const trials = caseTrials('shapes').filter(({ plan }) => refusedBy(plan, 'duckdb').length === 0);
    for (const trial of LONG ? trials : trials.slice(0, 4))
      expect([trial.name, await apart(engine, trial)]).toEqual([trial.name, []]);
  },
  TIME,
);

test(
  'of random rule sets',
  async () => {
    const tried = fc.asyncProperty(scenarios({}), async ({ texts, choice, roster: { practitioners } }) => {
      const { plan } = compiledTexts(texts, choice);
      fc.pre(plan !== null && refusedBy(plan, 'duckdb').length === 0);
      if (plan !== null) expect(await apart(engine, { plan, year: JUDGED, people: practitioners })).toEqual([]);
    });
    await fc.assert(tried, { ...runs(3), ...(LONG ? {} : { seed: 78 }), endOnFailure: true });
  },
  TIME,
);
