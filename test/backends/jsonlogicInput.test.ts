/** The preparing step as SQL beside the one in the program: the same input for everyone, key for key. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonLogic, type Prepared, type Refusal } from '../../src/backends/jsonlogic/index.ts';
import { inputSqlOf } from '../../src/backends/jsonlogicInput/index.ts';
import type { DialectId } from '../../src/backends/sql/index.ts';
import { compile, type Plan, type RawPerson } from '../../src/index.ts';
import { root, cme as run } from '../cli/cme.ts';
import { runs } from '../support/hubeiArbitrary.ts';
import { plans } from '../support/hubeiRules.ts';
import { type Practitioner, rosterFor } from '../support/roster.ts';
import { compiledTexts, scenarios } from '../support/rulesetArbitrary.ts';
import { sayable } from '../support/sayable.ts';
import { duckdb } from './sqlDuckdb.ts';
import { postgres, postgresFolder } from './sqlPostgres.ts';
import { type Engine, inputs, type TextPerson, textPeople } from './sqlRoster.ts';
import { caseTrials, exampleTrials, type Named } from './sqlTrials.ts';

const LONG = process.env.CME_LONG === '1';
const TIME = LONG ? 600_000 : 120_000;

const program = (text: string): Plan => {
  const { plan, diagnostics } = compile({ file: 'rules.cme', text }, { library: [], readings: {}, findings: 'errors' });
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

const roster = (plan: Plan, seed: number, practitioners: number): readonly Practitioner[] =>
  rosterFor(plan, seed, { practitioners, year: 2025 }).practitioners;

const rawOf = ({ facts, records }: TextPerson): RawPerson => ({
  facts: new Map(Object.entries(facts)),
  records: records.map((record) => new Map(Object.entries(record))),
});

interface Trial {
  readonly plan: Plan;
  readonly year: number;
  readonly people: readonly Practitioner[];
}

interface Tried {
  readonly apart: readonly unknown[];
  readonly prepared: readonly (Prepared | null)[];
}

/** Those whose input the engine makes otherwise; `spoil` changes the statements first. */
async function tried(
  engine: Engine,
  { plan, year, people }: Trial,
  id: DialectId,
  spoil: (statement: string) => string = (statement) => statement,
): Promise<Tried> {
  const [made, sql] = [jsonLogic(plan), inputSqlOf(plan, year, id)];
  if (!('logic' in made) || !('sql' in sql)) throw new Error('refused');
  const texts = textPeople(plan, people);
  for (const statement of inputs(plan, texts)) await engine.run(statement);
  for (const statement of sql.sql.statements) await engine.run(spoil(statement));
  const rows = await engine.rows('SELECT * FROM cme_jsonlogic_input');
  const got = new Map(rows.map(({ practitioner, input, too_large }) => [practitioner, { input, too_large }]));
  const prepared = texts.map((person) => made.logic.prepare(rawOf(person), year));
  expect(rows.length).toBe(texts.length);
  const apart = texts.flatMap(({ facts }, at) => {
    const row = got.get(facts.id);
    const wanted = prepared[at] ?? null;
    const given = typeof row?.input === 'string' ? JSON.parse(row.input) : null;
    const same = alike(given, wanted) && row?.too_large === (wanted === null);
    return same ? [] : [{ who: facts.id, given, wanted }];
  });
  return { apart, prepared };
}

/** Whatever the order of keys within an object. */
const alike = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};

const refused = (plan: Plan): readonly Refusal[] => {
  const made = jsonLogic(plan);
  return 'refused' in made ? made.refused : [];
};

/** Those that can be exported; in the short run the first, which has most practitioners. */
function* some(trials: readonly Named[]): Iterable<Named> {
  for (const trial of trials) {
    if (refused(trial.plan).length > 0) continue;
    yield trial;
    if (!LONG) return;
  }
}

/** Dates that place otherwise, months from a date, and codes that would break out of a text. */
const OTHER = `规则 险地 risky 版本 1
  施行 2025-01-01
活动字段 形式 form
  选项 「甲'; --"」、「乙"\\」、进修
活动字段 证明 proved 是否
活动字段 录用日期 accepted 日期
活动字段 派出日期 sent 日期
活动字段 时长 hours 小数 小时
人员字段 形态 shape
  选项 「型'\\"」、平
人员字段 任职日期 since 日期
人员字段 津贴 extra 小数
类别 「类'"」 kind
条目 听课
  形式 「甲'; --"」
  授予 每 3 小时 1 学分
条目 论文
  形式 「乙"\\」
  归期 录用日期
  授予 2 学分
条目 外出
  形式 进修
  归期 派出日期
  授予 每 7 天 1 学分
要求 骨干
  适用 形态 是 「型'\\"」
  每年 4 学分
  折算 自 任职日期 到 1 学分
要求 其他人
  适用 形态 不是 「型'\\"」 且 津贴 不少于 1
  每年 5 学分
补学 次年 当 证明
`;

const person = (
  id: string,
  facts: Practitioner['facts'],
  ...records: Practitioner['records'][number][]
): Practitioner => ({
  facts: { id, ...facts },
  records: records.map((record, at) => ({ id: `${id}.${at}`, ...record })),
});

const LARGE = { form: '甲\'; --"', hours: '999999999', date: '2025-03-01' };
const otherPeople = (plan: Plan): readonly Practitioner[] => [
  person(
    'p1',
    { shape: '型\'\\"', since: '2025-06-30' },
    { form: '乙"\\', accepted: '2025-02-01', date: '2024-03-01', project: '#1' },
    { form: '乙"\\', accepted: '2024-02-01', date: '2025-03-01', project: '#1' },
    { form: '进修', sent: '2024-12-31', start: '2024-11-30', end: '2025-02-28', project: '=' },
    { form: '进修', sent: '2025-01-01', start: '2025-01-31', end: '2025-02-28' },
    { form: '进修', sent: '2025-01-01' },
    { form: '进修', start: '2024-06-01', end: '2024-07-01', date: '2026-03-01', makeup_year: '2025', proved: '是' },
    { form: '进修', start: '2025-06-01', end: '2026-02-01', makeup_year: '2025', proved: '是' },
    { form: '进修', start: '2025-06-01', end: '2026-02-01', makeup_year: '2025', proved: '否' },
    { form: '进修', start: '2025-06-02', end: '2025-06-01' },
    { form: '甲\'; --"', date: '２０２５-03-01', hours: '１．５' },
    { id: '\uffff', date: '2025-03-01' },
    { id: '😀', date: '2025-03-01' },
    { id: '', date: '2025-03-01' },
  ),
  person('p2', { since: '2026-01-01', extra: '12.5', shape: '无' }),
  person('p3', { since: '1999-05-05' }, ...Array.from({ length: 5000 }, () => LARGE)),
  ...roster(plan, 3, 40).map(({ facts, records }) => ({ facts, records })),
];

let engine: Awaited<ReturnType<typeof duckdb>>;
beforeAll(async () => {
  engine = await duckdb();
}, TIME);
afterAll(() => engine.close());

describe('DuckDB prepares what the program prepares', () => {
  test(
    'of random practitioners',
    async () => {
      const people = roster(plans.hubei, 11, LONG ? 10_000 : 300);
      const { apart, prepared } = await tried(engine, { plan: plans.hubei, year: 2025, people }, 'duckdb');
      expect(apart.slice(0, 1)).toEqual([]);
      // Of all that may be there something was.
      const records = prepared.flatMap((one) => one?.records ?? []);
      expect(records.some(({ visiting }) => visiting)).toBe(true);
      expect(records.some(({ stay }) => stay !== undefined)).toBe(true);
      expect(prepared.some((one) => one?.projects.some((group) => group.records.length > 1))).toBe(true);
    },
    TIME,
  );

  test(
    'of the examples and the case files',
    async () => {
      // Compiling each trial costs more than trying it.
      const trials = [exampleTrials('national'), caseTrials('shapes')];
      if (LONG) trials.push(exampleTrials('hubei'), caseTrials('years'));
      for (const trial of trials.flatMap((one) => [...some(one)])) {
        const { apart } = await tried(engine, trial, 'duckdb');
        expect([trial.name, ...apart.slice(0, 1)]).toEqual([trial.name]);
      }
    },
    TIME,
  );

  test(
    'where other dates place, months are left, codes hold quotes and numbers are too large',
    async () => {
      const plan = program(OTHER);
      const { apart, prepared } = await tried(engine, { plan, year: 2025, people: otherPeople(plan) }, 'duckdb');
      expect(apart.slice(0, 1)).toEqual([]);
      const [first, , large] = prepared;
      expect(first?.person).toMatchObject({ months_since: 7 });
      expect(first?.records.some(({ visiting_by }) => visiting_by?.sent)).toBe(true);
      expect(large).toBe(null);
    },
    TIME,
  );

  test(
    'of random rosters under random rule sets, as far as JsonLogic says these',
    async () => {
      let said = 0;
      const draws = fc.asyncProperty(scenarios(), async ({ texts, choice, roster: { year, practitioners } }) => {
        const { plan } = compiledTexts(texts, choice);
        const rest = plan !== null && refused(plan).length > 0 ? sayable(texts, refused) : null;
        const one = rest === null ? plan : compiledTexts(rest).plan;
        if (one === null || refused(one).length > 0) return;
        said += 1;
        expect((await tried(engine, { plan: one, year, people: practitioners }, 'duckdb')).apart).toEqual([]);
      });
      await fc.assert(draws, runs(5));
      expect(said).toBeGreaterThan(0);
    },
    TIME,
  );

  test.each([
    ['records in another order', 'ORDER BY day, place', 'ORDER BY day DESC, place'],
    ['another month', `'"after_month":'`, `'"after_month":1'`],
    ['a fact under another name', `'"review":'`, `'"reviews":'`],
  ])('and a fault is found: %s', async (_, from, to) => {
    let seen = false;
    const people = roster(plans.hubei, 5, 40);
    const { apart } = await tried(engine, { plan: plans.hubei, year: 2025, people }, 'duckdb', (one) => {
      seen ||= one.includes(from);
      return one.replaceAll(from, to);
    });
    expect([seen, apart.length > 0]).toEqual([true, true]);
  });
});

test('what JsonLogic cannot say has no input either', () => {
  const plan = program(OTHER.replace('  施行', '  周期 5 年\n  施行'));
  expect(inputSqlOf(plan, 2025, 'duckdb')).toMatchObject({ refused: [{ en: expect.stringContaining('cycle') }] });
});

describe('cme export --to jsonlogic-input', () => {
  const cme = (...args: readonly string[]) => run(['export', ...args, '--to', 'jsonlogic-input'], { cwd: root });

  test('writes the statements, for the year that is asked for', async () => {
    const { code, stdout } = await cme('hubei', '--dialect', 'postgres', '--year', '2026');
    const made = inputSqlOf(plans.hubei, 2026, 'postgres');
    expect(code).toBe(0);
    expect('sql' in made && stdout.startsWith(made.sql.text)).toBe(true);
  });
  test('wants to know which SQL', async () => {
    const { code, stderr } = await cme('hubei');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--dialect')]);
  });
  test('names what JsonLogic cannot say', async () => {
    const { code, stdout, stderr } = await cme('rules/samples/five-year.cme', '--dialect', 'spark');
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('JsonLogic（spark）')]);
  });
});

const folder = postgresFolder();
if (folder === null) console.warn('Postgres is not installed: its dialect is not tried here');

describe.skipIf(folder === null)('Postgres prepares the same', () => {
  let server: (Engine & { close(): Promise<void> }) | undefined;
  beforeAll(async () => {
    server = await postgres(folder ?? '');
  }, TIME);
  afterAll(() => server?.close());

  test(
    'of random practitioners and of others',
    async () => {
      if (server === undefined) return;
      const people = roster(plans.hubei, 21, LONG ? 2000 : 60);
      const random = await tried(server, { plan: plans.hubei, year: 2025, people }, 'postgres');
      expect(random.apart.slice(0, 1)).toEqual([]);
      const plan = program(OTHER);
      const { apart } = await tried(server, { plan, year: 2025, people: otherPeople(plan) }, 'postgres');
      expect(apart.slice(0, 1)).toEqual([]);
    },
    TIME,
  );
});
