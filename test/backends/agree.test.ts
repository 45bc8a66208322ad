import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hubeiRoster } from '../support/hubei.ts';
import { compiled } from '../support/hubeiRules.ts';
import { rosterFor } from '../support/roster.ts';
import { type Case, closures, columns, type Engine, logic, sql } from './agreed.ts';
import { randomCase } from './agreedCases.ts';
import { faults } from './faults.ts';
import { duckdb } from './sqlDuckdb.ts';
import { postgres, postgresFolder } from './sqlPostgres.ts';
import { caseTrials, exampleTrials, type Named } from './sqlTrials.ts';

const LONG = process.env.CME_LONG === '1';
const TIME = LONG ? 12 * 3_600_000 : 120_000;
const SEED = Number(process.env.CME_SEED ?? 1);

let database: Awaited<ReturnType<typeof duckdb>>;
let server: Awaited<ReturnType<typeof postgres>> | undefined;
const folder = postgresFolder();
if (folder === null) console.warn('Postgres is not installed: it is not among the engines');
beforeAll(async () => {
  database = await duckdb();
  if (folder !== null) server = await postgres(folder);
}, TIME);
afterAll(async () => {
  database.close();
  await server?.close();
}, TIME);

const quick: readonly Engine[] = [closures, columns, logic('json-logic-engine')];
const others: readonly Engine[] = [
  logic('json-logic-js'),
  sql('duckdb', () => database),
  ...(folder === null ? [] : [sql('postgres', () => server as NonNullable<typeof server>)]),
];

const apart = async (engines: readonly Engine[], one: Case): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const engine of engines.filter(({ refuses }) => !refuses(one.plan)))
    for (const line of await engine.differences(one, one.plan)) found.push(`${one.name}, ${engine.name}, ${line}`);
  return found;
};

/** A long run that is cut off has said from which seed it came how far. */
const reach = (judged: number, of: number): void => {
  if (LONG && judged % 1000 === 0) console.info(`seed ${SEED}: ${judged} of ${of} practitioners agree`);
};

/** Rule sets at random, one after the other, until so many practitioners were judged. */
const tried = async (engines: readonly Engine[], practitioners: number, each: number, forAll: boolean, flags = {}) => {
  let judged = 0;
  for (let seed = SEED; judged < practitioners; seed += 1) {
    const one = randomCase(seed * 7919, { flags, practitioners: each, forAll });
    if (one === null) continue;
    judged += each;
    expect(await apart(engines, one)).toEqual([]);
    reach(judged, practitioners);
  }
};

describe('all engines give what the evaluator gives, and it what the reference gives', { timeout: TIME }, () => {
  test('on rule sets at random, of what all of them can say', () =>
    tried([...quick, ...others], LONG ? 30_000 : 120, LONG ? 50 : 40, true));
  test('on rule sets of every construct', () => tried(quick, LONG ? 50_000 : 500, 10, false));
  test('SQL too, but for what it refuses by name', () => tried(others.slice(1), LONG ? 10_000 : 80, 40, false));
  test('with cycles, minima filled from elsewhere, and caps that cross', () =>
    tried(quick, LONG ? 20_000 : 200, 10, false, { cycles: true, fills: true, crossing: true }));

  test('on practitioners of Hubei', async () => {
    expect(await apart([...quick, ...others], hubei(LONG ? 5000 : 60))).toEqual([]);
  });

  // Compiling all the plans of the other case files takes longer than judging their practitioners.
  const names = LONG
    ? (['examples of hubei', 'examples of national', 'years', 'shapes'] as const)
    : (['shapes'] as const);
  test.each(names)('on the %s', async (name) => {
    for (const trial of trialsOf[name]()) {
      const one: Case = { ...trial, rules: null, choice: {} };
      expect(await apart(LONG ? [...quick, ...others] : quick, one)).toEqual([]);
    }
  });
});

const hubei = (practitioners: number): Case => {
  const { plan, ruleSet } = compiled('hubei');
  if (plan === null) throw new Error('hubei has errors');
  const wild = rosterFor(plan, SEED, { practitioners: practitioners / 2, year: 2025 });
  const people = [...wild.practitioners, ...hubeiRoster(SEED, practitioners / 2).practitioners];
  return { name: 'hubei', plan, rules: ruleSet, choice: {}, year: 2025, people };
};

const trialsOf = {
  'examples of hubei': () => exampleTrials('hubei'),
  'examples of national': () => exampleTrials('national'),
  years: () => caseTrials('years'),
  shapes: () => caseTrials('shapes'),
} satisfies Readonly<Record<string, () => readonly Named[]>>;

describe('a fault in one engine alone is found', { timeout: TIME }, () => {
  const drawn = Array.from({ length: 24 }, (_, at) =>
    randomCase(at * 104_729, { flags: {}, practitioners: 20, forAll: at % 3 > 0 }),
  );
  const all: readonly Case[] = [...drawn.filter((one) => one !== null), hubei(40)];

  test.each(Object.entries(faults))('%s', async (_, spoil) => {
    for (const engine of [...quick, logic('json-logic-js')]) {
      const found = all.some((one) => {
        const spoilt = spoil(one.plan);
        return !engine.refuses(one.plan) && (engine.differences(one, spoilt) as readonly string[]).length > 0;
      });
      expect(found, engine.name).toBe(true);
    }
  });

  // An engine that takes a second for each case is shown a few of them, and in the long run all.
  const SHORT = [
    'a cap lets a hundredth more through',
    'a flat amount is a hundredth more',
    'a yes/no is read as its opposite',
  ];
  test.each(Object.entries(faults).filter(([name]) => LONG || SHORT.includes(name)))('in SQL: %s', async (_, spoil) => {
    for (const engine of others.slice(1)) {
      let found = false;
      for (const one of all.filter(({ plan }) => !engine.refuses(plan))) {
        found ||= (await engine.differences(one, spoil(one.plan))).length > 0;
        if (found) break;
      }
      expect(found || !sayableInSql(engine, spoil), engine.name).toBe(true);
    }
  });

  /** A cycle's carry-over and the like are refused, so that a fault in them cannot be shown. */
  const sayableInSql = (engine: Engine, spoil: (plan: Case['plan']) => Case['plan']): boolean =>
    all.some(({ plan }) => !engine.refuses(plan) && JSON.stringify(spoil(plan)) !== JSON.stringify(plan));
});
