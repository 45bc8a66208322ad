/**
 * The reference evaluator: `language.md`, “What it means, exactly”, step by step, straight from the tree. Slow and
 * obvious: it knows nothing of plans, and shares nothing with the compiled evaluator but the shapes of what goes in.
 */
import type { RawPerson } from '../../../src/model/roster.ts';
import type { RuleSet } from '../../../src/model/ruleset.ts';
import type { Tally } from './caps.ts';
import { classified } from './classify.ts';
import type { Asked } from './condition.ts';
import type { Entry, Reason } from './entry.ts';
import { approved, gated } from './gates.ts';
import { periodOf } from './period.ts';
import { dayOfRecord, placed } from './place.ts';
import { cents, least, minus, most, order, plus, type Rational, rational, shown, sum, zero } from './rational.ts';
import { judged, type Reached, type Row } from './requirement.ts';
import { outOfScope } from './scope.ts';
import { timeOf } from './time.ts';
import { type Facts, validated } from './validate.ts';
import { between, creditsOf, fieldNamed, linesOf, type World, worldOf } from './world.ts';
import { type Year, yearOfRecords } from './year.ts';

export interface ReferenceRecord {
  readonly id: string | null;
  readonly category: string | null;
  readonly award: string | null;
  readonly clause: string | null;
  readonly raw: number;
  readonly credits: number;
  readonly reason: Reason | null;
}

export interface ReferenceResult {
  readonly status: 'met' | 'unmet' | 'exempt';
  readonly made_up: boolean;
  readonly credits: number;
  readonly required: number;
  readonly shortfall: number;
  readonly requirements: readonly { readonly required: number; readonly earned: number; readonly met: boolean }[];
  readonly class_hours?: { readonly earned: number; readonly required: number };
  readonly categories: readonly { readonly code: string; readonly raw: number; readonly credits: number }[];
  readonly records: readonly ReferenceRecord[];
  readonly readings: readonly string[];
  /** Two items, lines or requirements hold at once, which a checked file does not allow. */
  readonly several: boolean;
}

export const reference = (
  rules: RuleSet,
  person: RawPerson,
  year: number,
  choice: Readonly<Record<string, string>> = {},
): ReferenceResult => {
  const world = worldOf(rules, choice);
  const first = once(world, person, year, () => true);
  if (first.status !== 'met' || !first.madeUp.length) return first.result;
  const without = once(world, person, year, (at) => !first.madeUp.includes(at));
  return { ...first.result, made_up: without.status !== 'met' };
};

const once = (world: World, person: RawPerson, judgedYear: number, kept: (at: number) => boolean) => {
  const facts = validated(world, 'person', person.facts).facts;
  const asked: Asked = { world, person: facts };
  const period = periodOf(world, facts, judgedYear);
  const scope = outOfScope(asked);

  // 1. to 5.
  const ids = person.records.map((raw) => validated(world, 'record', raw).facts.get('id'));
  let several = false;
  const entries = person.records.map((raw, at): Entry => {
    const { facts: own, valid } = validated(world, 'record', raw);
    const alone: Asked = { ...asked, record: own };
    const id = own.get('id');
    const twice = id !== undefined && ids.filter((other) => other === id).length > 1;
    const blank = {
      at,
      id: (id as string | undefined) ?? null,
      facts: own,
      refusedBy: new Set<string>(),
      sortedBy: new Set<string>(),
    };
    const nowhere = {
      item: null,
      category: null,
      year: null,
      years: [],
      madeUp: false,
      day: 0,
      stayIn: () => null,
    } as const;
    if (!valid || twice) return { ...blank, ...nowhere, reason: 'invalid' };
    const found = classified(alone);
    several ||= found.several;
    const { item } = found;
    const where = placed(alone, own, found.possible);
    const entry = {
      ...blank,
      item,
      category: item?.category ?? found.category,
      sortedBy: found.readings,
      ...where,
      day: dayOfRecord(own) ?? where.day ?? 0,
    };
    if (!item && !found.open) return { ...entry, reason: 'no_award' };
    if (approved(alone) !== true) return { ...entry, reason: 'review' };
    const gates = item ? gated(alone, item) : { passed: undefined, readings: new Set<string>() };
    if (gates.passed === false) return { ...entry, reason: 'gate', refusedBy: gates.readings };
    return { ...entry, reason: gates.passed === undefined || where.year === null ? 'incomplete' : null };
  });

  // 6. to 9., year by year: past years of a cycle keep what they counted.
  const years: Year[] = [];
  const left = entries.filter(({ at }) => kept(at));
  for (let year = period.first; year <= judgedYear; year += 1)
    years.push(
      yearOfRecords(
        asked,
        left,
        year,
        years.flatMap(({ tallies }) => tallies),
      ),
    );
  const tallies = years.flatMap((year) => year.tallies);

  // Records.
  const readings = new Set<string>(scope.out ? scope.readings : []);
  for (const key of years.at(-1)?.readings ?? []) readings.add(key);
  // A result is of the year judged; what earlier years of a cycle counted stands in the cycle's lines alone.
  const inYear = (entry: Entry): boolean => entry.years.includes(judgedYear) || entry.stayIn(judgedYear) !== null;
  const out = (entry: Entry): boolean => !inYear(entry) && !entry.years.includes(null);
  const ofYear = tallies.filter(({ piece }) => piece.year === judgedYear);
  const records = entries.map((entry): ReferenceRecord => {
    const mine = ofYear.filter(({ piece }) => piece.entry.at === entry.at);
    const item = entry.item;
    const category = world.rules.categories.find(({ key }) => key === entry.category);
    const clauseOf = (of: Parameters<typeof linesOf>[0]): string | null => {
      const lines = linesOf(of, 'cite');
      return lines.length ? lines.map((line) => line.clauses.text).join('、') : null;
    };
    const own = mine.find(({ piece }) => piece.year === entry.year) ?? mine[0];
    const clause =
      own?.piece.clause || (item && (clauseOf(item.section) ?? (category ? clauseOf(category.section) : null)));
    let reason: Reason | null = entry.reason;
    if (entry.reason !== 'invalid' && out(entry)) reason = 'out_of_period';
    if (reason === 'gate') for (const key of entry.refusedBy) readings.add(key);
    if (reason === null) {
      const pieceReason = own?.piece.reason ?? null;
      reason = pieceReason === 'no_award' && own?.inDeeming ? null : pieceReason;
    }
    // Its item hangs on them: it is granted there, or no item takes it.
    if (reason === null || (reason === 'no_award' && !item)) for (const key of entry.sortedBy) readings.add(key);
    return {
      id: entry.id,
      category: category?.key ?? null,
      award: item?.label ?? null,
      clause: clause || null,
      raw: shown(sum(mine.map(({ raw }) => raw))),
      credits: shown(sum(mine.flatMap(({ base, deemed }) => [base, deemed]))),
      reason,
    };
  });

  // 10. Total and requirement.
  const carried = carriedOver(world, facts);
  const reached: Reached = {
    period,
    tallies,
    carried,
    deemed: (years.at(-1)?.deemings ?? []).some(({ credits }) => credits === null),
    classHours: (some) => classHoursOf(world, some, tallies),
  };
  const { rows, exempt: reduced, several: twice, readings: binding } = judged(asked, reached);
  for (const key of binding) readings.add(key);
  const exempt = scope.out || reduced;
  const met = rows.every((row) => row.met || !row.judged);
  const status = exempt ? ('exempt' as const) : met ? ('met' as const) : ('unmet' as const);
  const head = headline(rows);
  const credits = plus(sum(ofYear.flatMap(({ base, deemed }) => [base, deemed])), carried);
  const missing = head?.judged ? most(zero, minus(head.required, head.earned)) : zero;
  const hours = rows.find(({ unit }) => unit === 'classHours');

  const result: ReferenceResult = {
    status,
    made_up: false,
    credits: shown(credits),
    required: head ? shown(cents(head.required)) : 0,
    shortfall: exempt || (head?.period === 'year' && reached.deemed) ? 0 : shown(cents(missing)),
    requirements: rows.map((row) => ({
      required: shown(cents(row.required)),
      earned: shown(cents(row.earned)),
      met: row.met,
    })),
    ...(hours && { class_hours: { earned: shown(cents(hours.earned)), required: shown(cents(hours.required)) } }),
    // Those that some record is of.
    categories: world.rules.categories
      .filter(({ key }) =>
        entries.some(
          (entry) =>
            entry.category === key &&
            (entry.item ? inYear(entry) : entry.years.includes(judgedYear)) &&
            entry.years.some((year) => year !== null),
        ),
      )
      .map(({ key }) => {
        const mine = ofYear.filter(({ piece }) => piece.entry.item?.category === key);
        return {
          code: key,
          raw: shown(sum(mine.map(({ raw }) => raw))),
          credits: shown(sum(mine.flatMap(({ base, deemed }) => [base, deemed]))),
        };
      }),
    records,
    readings: [...readings].sort(),
    several: several || twice || years.some((year) => year.several),
  };
  const madeUp = entries.filter((entry) => entry.madeUp && entry.reason !== 'invalid').map(({ at }) => at);
  return { result, status, madeUp };
};

/** What `required` and `shortfall` speak of: the total of the year where a line asks for one, else of the cycle. */
const headline = (rows: readonly Row[]): Row | undefined => {
  const totals = rows.filter(({ subject, unit }) => subject === null && unit === 'credits');
  return totals.find(({ period }) => period === 'year') ?? totals[0];
};

/** 结转: what a field states, at most so much. */
const carriedOver = (world: World, person: Facts): Rational => {
  const carry = world.rules.carry?.node;
  const field = carry && fieldNamed(world, carry.field.text, 'person');
  const stated = field && (person.get(field.key) as Rational | undefined);
  if (!carry || stated === undefined) return zero;
  return cents(carry.limit ? least(stated, creditsOf(world, carry.limit)) : stated);
};

/** The time of the records in pools with raw above 0, and of all in the sum of a deeming that held. */
const classHoursOf = (world: World, some: Reached['tallies'], all: Reached['tallies']): Rational => {
  const fields = world.rules.fields.filter(
    ({ on, unit }) => on === 'record' && unit !== null && between(world, unit, 'classHours') !== null,
  );
  return sum(
    some
      .filter(({ piece }) => piece.year === piece.entry.year)
      .filter(({ piece, inDeeming }) => {
        const pool = all.filter((other) => other.piece.pool === piece.pool);
        return inDeeming || order(sum(pool.map((other: Tally) => other.piece.raw)), zero) > 0;
      })
      .map(({ piece, inDeeming }) => {
        const field = (piece.entry.item && timeOf(world, piece.entry.item)) ?? (inDeeming ? fields[0] : undefined);
        const value = field && (piece.entry.facts.get(field.key) as Rational | undefined);
        const factor = field?.unit ? between(world, field.unit, 'classHours') : null;
        return value && factor ? rational(value.n * factor.n, value.d * factor.d) : zero;
      }),
  );
};
