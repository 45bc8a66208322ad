import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedBy, type SqlExport, sqlOf } from '../../src/backends/sql/index.ts';
import { compile, type Plan } from '../../src/index.ts';
import { planOf, plans } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { type Practitioner, rosterFor } from '../support/roster.ts';
import { duckdb } from './sqlDuckdb.ts';
import { postgres, postgresFolder } from './sqlPostgres.ts';
import { type Engine, parted } from './sqlRoster.ts';
import { caseTrials, exampleTrials, type Named } from './sqlTrials.ts';

const LONG = process.env.CME_LONG === '1';
const TIME = LONG ? 3_600_000 : 120_000;

let engine: Awaited<ReturnType<typeof duckdb>>;
beforeAll(async () => {
  engine = await duckdb();
}, TIME);
afterAll(() => engine.close());

/** What DuckDB and the evaluator part on, over trials that the back end takes. */
const apart = async (trials: readonly Named[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const trial of trials.filter(({ plan }) => refusedBy(plan, 'duckdb').length === 0))
    for (const line of await parted(engine, trial, 'duckdb')) found.push(`${trial.name}: ${line}`);
  return found;
};

// Planning a statement costs DuckDB more than running it: the short run takes the plans with most practitioners.
const some = (trials: readonly Named[], count: number): readonly Named[] => (LONG ? trials : trials.slice(0, count));

const program = (text: string): Plan => {
  const { plan, diagnostics } = compile({ file: 'rules.cme', text }, { library: [], readings: {}, findings: 'errors' });
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

const roster = (plan: Plan, seed: number, practitioners: number): readonly Practitioner[] =>
  rosterFor(plan, seed, { practitioners, year: 2025 }).practitioners;

describe('DuckDB gets what the evaluator gets', () => {
  test(
    'on the examples of the Hubei file',
    async () => expect(await apart(some(exampleTrials('hubei'), 1))).toEqual([]),
    TIME,
  );
  test(
    'on those of the national file',
    async () => expect(await apart(some(exampleTrials('national'), 1))).toEqual([]),
    TIME,
  );
  test(
    'on the years of practitioners',
    async () => expect(await apart(some(caseTrials('years'), 1))).toEqual([]),
    TIME,
  );
  test(
    'on the shapes of other schemes',
    async () => expect(await apart(some(caseTrials('shapes'), 6))).toEqual([]),
    TIME,
  );

  test(
    'on random practitioners, under the readings adopted',
    async () => {
      const people = roster(plans.hubei, 11, LONG ? 20_000 : 300);
      expect(await parted(engine, { plan: plans.hubei, year: 2025, people }, 'duckdb')).toEqual([]);
    },
    TIME,
  );

  test(
    'and under others',
    async () => {
      for (let seed = 1; seed <= (LONG ? 40 : 1); seed += 1) {
        const random = new Random(seed);
        const choice = plans.hubei.readings.map(({ code, options }) => [code, random.pick(options).code]);
        const plan = planOf('hubei', Object.fromEntries(choice));
        expect(await parted(engine, { plan, year: 2025, people: roster(plan, seed, 200) }, 'duckdb')).toEqual([]);
      }
    },
    TIME,
  );
});

describe('a fault in the export is found', () => {
  const spoilt = async (from: string, to: string): Promise<number> => {
    const spoil = ({ statements, text }: SqlExport): SqlExport => {
      expect(statements.some((one) => one.includes(from))).toBe(true);
      return { statements: statements.map((one) => one.replaceAll(from, to)), text };
    };
    const people = roster(plans.hubei, 5, 60);
    return (await parted(engine, { plan: plans.hubei, year: 2025, people }, 'duckdb', spoil)).length;
  };

  test.each([
    ['records in another order', 'ORDER BY day, f_id', 'ORDER BY day DESC, f_id'],
    ['an hour more for a credit', '// 3000000)', '// 3000001)'],
  ])('%s', async (_, from, to) => expect(await spoilt(from, to)).toBeGreaterThan(0), TIME);
});

/** Names and words made to break out of a text, a name or a comment. */
const NASTY = `规则 险 risky 版本 1
  施行 2025-01-01
活动字段 形式 form
  选项 「甲'; DROP TABLE records; --」 first、「乙"\\\\」 second、「丙*/ \${HOME}」 third
类别 「类'别\\\\」 kind
  依据 第一条
条目 「目'; --\\\\」
  形式 「甲'; DROP TABLE records; --」、「丙*/ \${HOME}」
  授予 3 学分
条目 「目*/"」
  形式 「乙"\\\\」
  授予 2 学分
要求 「求'』😀」
  适用 形态 是 「型'\\\\」
  每年 4 学分
要求
  每年 5 学分
人员字段 形态 shape
  选项 「型'\\\\」 odd、平 flat
`;

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: what a shell would fill in is what is tried here
describe('words of a rule file stay words', () => {
  const plan = (): Plan => program(NASTY);
  const people: readonly Practitioner[] = [
    {
      facts: { id: "p'1", shape: "型'\\\\" },
      records: [
        { id: "r'; --", form: "甲'; DROP TABLE records; --", date: '2025-03-01', project: '\\' },
        { id: '😀', form: '乙"\\\\', date: '2025-03-01', project: '$' },
        { id: '\uffff', form: '丙*/ ${HOME}', date: '2025-03-01' },
      ],
    },
  ];

  test(
    'in DuckDB',
    async () => expect(await parted(engine, { plan: plan(), year: 2025, people }, 'duckdb')).toEqual([]),
    TIME,
  );

  test('in Spark no text holds what its shell would fill in, and no comment goes on to the next line', () => {
    const { text } = sqlOf(plan(), 2025, 'spark');
    expect(text).not.toContain('${');
    expect(text).toContain(`concat('丙*/ ', '$', '{HOME}')`);
    expect(text).toContain(`concat('型', char(39), char(92), char(92))`);
    const comments = text.split('\n').filter((line) => line.trim().startsWith('--'));
    expect(comments.filter((line) => /[\\;'"`$]/.test(line))).toEqual([]);
  });
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: to here

describe('Spark', () => {
  test('is told in words that DuckDB and Postgres alone would not need', () => {
    const { text } = sqlOf(plans.hubei, 2025, 'spark');
    const code = text.replaceAll(/--.*$/gm, '').replaceAll(/'(?:[^'\\]|\\.)*'/g, "''");
    expect(code).not.toMatch(/\/\/|::|"|COLLATE|regexp_full_match|btrim|QUALIFY|EXCLUDE|VARCHAR|TEXT\b|FILTER \(/);
    expect(code).toMatch(/ DIV /);
  });
});

describe('what cannot be said exactly is refused by name', () => {
  const head = `规则 海岛 island 版本 1
  施行 2025-01-01
`;
  const rest = `活动字段 形式 form
  选项 讲座 lecture
活动字段 远程 remote 是否
活动字段 时长 hours 小数 小时
活动字段 排名 rank 整数
类别 内训
  上限 每年 4 学分 当 远程
条目 听课
  依据 第九条
  形式 讲座
`;

  test('a cycle', () => {
    const plan = program(`${head}  周期 3 年\n${rest}  授予 每 3 小时 1 学分\n`);
    expect(refusedBy(plan, 'duckdb')).toEqual(['周期 3 年（跨年累计）']);
  });

  test('caps that cross', () => {
    const plan = program(`${head}${rest}  授予 每 3 小时 1 学分\n  上限 每项目 2 学分\n`);
    expect(refusedBy(plan, 'duckdb').join()).toContain('第九条 上限 每项目 2 学分');
  });

  test('a share that falls from rank to rank, of an amount that is not fixed', () => {
    const plan = program(`${head}${rest}  授予 每 3 小时 1 学分 递减 20% 按 排名\n`);
    expect(refusedBy(plan, 'duckdb').join()).toContain('（按比例递减）');
  });
});

const folder = postgresFolder();
if (folder === null) console.warn('Postgres is not installed: its dialect is not tried here');

describe.skipIf(folder === null)('Postgres gets what the evaluator gets', () => {
  let server: (Engine & { close(): Promise<void> }) | undefined;
  beforeAll(async () => {
    server = await postgres(folder ?? '');
  }, TIME);
  afterAll(() => server?.close());
  const tried = async (plan: Plan, year: number, people: readonly Practitioner[]): Promise<void> => {
    if (server !== undefined) expect(await parted(server, { plan, year, people }, 'postgres')).toEqual([]);
  };

  test(
    'on random practitioners',
    async () => tried(plans.hubei, 2025, roster(plans.hubei, 21, LONG ? 2000 : 60)),
    TIME,
  );
  test(
    'and words of a rule file stay words',
    async () => {
      const records = [{ id: "r'; --", form: "甲'; DROP TABLE records; --", date: '2025-03-01', project: '\\' }];
      await tried(program(NASTY), 2025, [{ facts: { id: 'p1', shape: "型'\\\\" }, records }]);
    },
    TIME,
  );
});
