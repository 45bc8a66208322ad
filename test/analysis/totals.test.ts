// What a year adds up to, on small rule sets at random: what is told is shown by its witness; and no roster has a total that
// falls, a requirement met or a category filled that was told otherwise.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/analysis/finding.ts';
import { totals } from '../../src/analysis/totals.ts';
import { evaluator, type PersonResult, type Plan, rangesOf } from '../../src/index.ts';
import type { Item } from '../../src/model/plan.ts';
import type { RawPerson } from '../../src/model/roster.ts';
import { runs } from '../support/hubeiArbitrary.ts';
import { plans } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';
import { type Facts, rawPerson } from '../support/roster.ts';
import { compiledTexts, JUDGED, type Scenario, scenarios } from '../support/rulesetArbitrary.ts';
import { recordOf } from '../support/rulesetRoster.ts';

const TIME = 240_000;

/** Null where the rules are refused: three caps that all cross, say. */
const planOf = ({ texts, choice }: Scenario): Plan | null => compiledTexts(texts, choice).plan;

const totalsOf = (plan: Plan): readonly Finding[] => totals(plan, evaluator(plan));

const credits = (plan: Plan, person: RawPerson | undefined, year: number): number => {
  if (!person) throw new Error('no witness');
  const { result } = evaluator(plan)(person, year);
  expect(result.records.map(({ reason }) => reason)).not.toContain('invalid');
  expect(result.records.map(({ reason }) => reason)).not.toContain('incomplete');
  return result.credits;
};

/** Holds every finding against the evaluator; counts them by code. */
const confirm = (plan: Plan, found: readonly Finding[], counts: Map<string, number>): void => {
  for (const { code, witness, args } of found) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (code === 'CME743' || code === 'CME753') continue;
    if (!witness) throw new Error(`${code} has no witness`);
    if (code === 'CME751' || code === 'CME752') continue;
    const [after, before] = [witness.person, witness.against].map((person) => credits(plan, person, witness.year));
    if (code === 'CME741') {
      expect(String(before)).toBe(args.before);
      expect(String(after)).toBe(args.after);
      expect(after).toBeLessThan(before ?? 0);
    } else {
      expect(String(before)).toBe(args.once);
      expect(String(after)).toBe(args.split);
      expect(after).toBeGreaterThan(before ?? 0);
    }
  }
};

/** Labels of the items that a fall was told of, or left open. */
const suspected = (plan: Plan, found: readonly Finding[]): ReadonlySet<string> => {
  const lines = found.flatMap(({ code, at }) =>
    (code === 'CME741' || code === 'CME743') && at.kind === 'line' ? [`${at.source.file} ${at.source.line}`] : [],
  );
  const items = found.flatMap(({ at }) => (at.kind === 'item' ? [at.key] : []));
  const sourcesOf = (item: Item) => [
    ...item.lines.flatMap(({ source, rate }) => [
      source,
      ...(rate.kind === 'steps' ? rate.rows.map((row) => row.source) : []),
    ]),
    ...[...item.deems, ...item.best].map(({ source }) => source),
  ];
  const told = plan.items.filter(
    (item) => items.includes(item.key) || sourcesOf(item).some(({ file, line }) => lines.includes(`${file} ${line}`)),
  );
  return new Set(told.map(({ label }) => label));
};

const shipped = (['hubei', 'national'] as const).map((name) => [name, plans[name]] as const);

test.each(shipped)('what is told of %s is so', (_, plan) => {
  confirm(plan, totalsOf(plan), new Map());
});

test('where there is too much to go through, that is said', () => {
  const many = <T>(of: readonly T[]): readonly T[] => Array.from({ length: 40 }, () => of).flat();
  const plan: Plan = { ...plans.hubei, items: many(plans.hubei.items), caps: many(plans.hubei.caps) };
  expect(totalsOf(plan).map(({ code }) => code)).toContain('CME753');
});

test(
  'every fall and every splitting has a witness that shows it',
  () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(scenarios({ crossing: true }), (scenario) => {
        const plan = planOf(scenario);
        if (plan) confirm(plan, totalsOf(plan), counts);
      }),
      runs(6),
    );
    expect(counts.get('CME741')).toBeGreaterThan(0);
    expect(counts.get('CME742')).toBeGreaterThan(0);
  },
  TIME,
);

/** The quantities of a record that there may be more of. */
const LONGER = ['hours', 'words', 'papers'];

const longer = (record: Facts, random: Random): Facts | null => {
  const keys = LONGER.filter((key) => typeof record[key] === 'number');
  if (keys.length === 0) return null;
  const key = random.pick(keys);
  const by = key === 'hours' ? random.pick([0.5, 1, 2, 5]) : random.pick([1, 500, 2000]);
  return { ...record, [key]: Math.round((Number(record[key]) + by) * 1000) / 1000 };
};

describe.each([{}, { crossing: true }])('rosters at random: %o', (flags) => {
  test(
    'no total falls by one record more, or by a longer one, of an item that was not told',
    () => {
      let [quiet, fell] = [0, 0];
      fc.assert(
        fc.property(scenarios(flags), fc.nat(), (scenario, seed) => {
          const { plan, ruleSet } = compiledTexts(scenario.texts, scenario.choice);
          if (!plan || !ruleSet) return;
          const random = new Random(seed);
          const judge = evaluator(plan);
          const told = suspected(plan, totalsOf(plan));
          const people = scenario.roster.practitioners.flatMap((one) => [one, one, one]);
          for (const { facts, records: own } of people) {
            const records: readonly Facts[] = own.map((record, at) => ({ ...record, id: `r${at}` }));
            const more = { ...recordOf(ruleSet, random, JUDGED), id: random.pick(['-', '~']) };
            const at = random.int(0, Math.max(0, records.length - 1));
            const grown = records[at] === undefined ? null : longer(records[at], random);
            const before = judge(rawPerson({ facts, records }), JUDGED);
            const afters: readonly (readonly Facts[])[] = [
              [...records, more],
              ...(grown ? [records.with(at, grown)] : []),
            ];
            for (const changed of afters) {
              const after = judge(rawPerson({ facts, records: changed }), JUDGED);
              // A record is longer or it is not: one that comes to lack a fact is another.
              if (flaws(after.result) > flaws(before.result)) continue;
              if (after.result.credits >= before.result.credits) {
                quiet += 1;
                continue;
              }
              fell += 1;
              // Of which items records came to count less.
              const lost = lessIn(before.result, after.result);
              expect(
                lost.some((label) => told.has(label)),
                `${before.result.credits} → ${after.result.credits} ${lost.join()} ${JSON.stringify(changed)}`,
              ).toBe(true);
            }
          }
        }),
        runs(6),
      );
      expect(quiet).toBeGreaterThan(20);
      if (process.env.CME_LONG === '1') expect(fell).toBeGreaterThan(0);
    },
    TIME,
  );
});

test(
  'no category gives more than its greatest, and nobody meets a line that nobody can',
  () => {
    fc.assert(
      fc.property(scenarios({ cycles: true, fills: true }), (scenario) => {
        const plan = planOf(scenario);
        if (!plan) return;
        const ranges = rangesOf(plan);
        const beyond = totalsOf(plan).filter(({ code }) => code === 'CME751');
        const judge = evaluator(plan);
        for (const person of scenario.roster.practitioners) {
          const { result } = judge(rawPerson(person), JUDGED);
          for (const { code, credits: own } of result.categories) {
            const most = ranges.categories.find(({ key }) => key === code)?.greatest ?? null;
            expect(own * 100, code).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
          }
          for (const { name, required, met } of result.requirements) {
            // Who need less, by 折算 or 减免, may meet it.
            const lines = plan.requirements.flatMap((one) => one.lines).filter((one) => one.name === name);
            const [line, ...others] = lines;
            const told = beyond.some(({ args }) => args.words === line?.source.words);
            const whole =
              line?.amount.kind === 'amount' && line.unit === 'credits' && required * 100 >= line.amount.value;
            if (told && whole && others.length === 0) expect(met, name).toBe(false);
          }
        }
      }),
      runs(8),
    );
  },
  TIME,
);

const flaws = ({ records }: PersonResult): number =>
  records.filter(({ reason }) => reason === 'invalid' || reason === 'incomplete').length;

const lessIn = (before: PersonResult, after: PersonResult): readonly string[] => {
  const sumOf = ({ records }: PersonResult, label: string | null): number =>
    records.reduce((sum, { award, credits: own }) => sum + (award === label ? Math.round(own * 100) : 0), 0);
  const labels = new Set([...before.records, ...after.records].map(({ award }) => award));
  return [...labels].flatMap((label) => (label !== null && sumOf(after, label) < sumOf(before, label) ? [label] : []));
};
