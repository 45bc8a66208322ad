/**
 * Practitioners on both sides of every number that the rules compare with: an example with one fact a step below it, on it
 * and a step above it, where that makes a line do something else; and stays in two parts that overlap, or leave days
 * between. An engine that takes `at least` for `more than`, or counts a day twice, gives one of them something else.
 */
import { type CaseJudge, caseJudge, keyOf } from './examples.ts';
import type { ExampleCase } from './language/lower/example.ts';
import { microText } from './model/credit.ts';
import { dateText, dayOf, lastOfMonths, parseDate } from './model/date.ts';
import type { Field, Measure, Plan } from './model/plan.ts';
import type { RawFacts, RawValue } from './model/roster.ts';

type Case = Pick<ExampleCase, 'name' | 'year' | 'chosen' | 'person' | 'records'>;

/** A number that the rules name, and what it is a number of. */
interface Edge {
  /** Label of the item it stands in; null: outside of all. */
  readonly item: string | null;
  readonly of: { readonly on: 'person' | 'record'; readonly field: Field } | 'days' | 'months';
  readonly value: number;
}

/** So many examples are tried for one number. */
const MOST_EACH = 12;
/** So many numbers are looked at. */
const MOST_EDGES = 1000;

const MICRO = 1e6;

export function edgeCases(plan: Plan, cases: readonly Case[]): readonly Case[] {
  const judge = caseJudge(plan);
  const byAward = Map.groupBy(
    cases.flatMap((one) => [...new Set(judge(one).records.map(({ award }) => award))].map((award) => ({ award, one }))),
    ({ award }) => award,
  );
  const of = (item: string | null): readonly Case[] =>
    (item === null ? cases : (byAward.get(item) ?? []).map(({ one }) => one)).slice(0, MOST_EACH);
  const sides = edgesOf(plan).flatMap((edge) => {
    for (const one of of(edge.item)) {
      const [below, on, above] = [-1, 0, 1].map((steps) => moved(one, edge, steps));
      if (!below || !on || !above) continue;
      const three = [below, on, above];
      if (new Set(three.map((each) => traceOf(judge, each))).size > 1)
        return typeof edge.of === 'string' ? [...three, ...inTwo(below, on)] : three;
    }
    return [];
  });
  const seen = new Set<string>();
  return sides.filter(({ year, person, records }) => {
    const facts = JSON.stringify([year, [...person], records.map((record) => [...record])]);
    return !seen.has(facts) && seen.add(facts);
  });
}

/** What each line did, and what became of each record: not the amounts, which every fact changes. */
function traceOf(judge: CaseJudge, one: Case): string {
  const done = new Set<string>();
  const { records, status } = judge(one, (source, what) => done.add(`${keyOf(source)} ${what}`));
  return JSON.stringify([[...done].sort(), records.map(({ award, reason }) => [award, reason]), status]);
}

// ---- the numbers ------------------------------------------------------------------------------------------------------

type Node = Readonly<Record<string, unknown>>;

function edgesOf(plan: Plan): readonly Edge[] {
  const found = new Map<string, Edge>();
  const fields = { person: plan.personFields, record: plan.recordFields };
  const note = (item: string | null, of: { on: 'person' | 'record'; key: string } | 'days' | 'months', to: unknown) => {
    const { n, d } = to as { n: number; d: number };
    const field = typeof of === 'string' ? null : fields[of.on].find(({ key }) => key === of.key);
    if (d !== 1 || field === undefined || found.size >= MOST_EDGES) return;
    if (typeof of !== 'string' && field !== null)
      found.set(`${item} ${of.on} ${of.key} ${n}`, { item, of: { on: of.on, field }, value: n });
    else if (typeof of === 'string') found.set(`${item} ${of} ${n}`, { item, of, value: n });
  };
  const measured = (item: string | null, measure: Measure, to: unknown): void => {
    if (measure.of === 'field') note(item, { on: 'record', key: measure.key }, to);
    else if (measure.of !== 'count') note(item, measure.of, to);
  };
  const walk = (item: string | null, node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { op, kind, field, measure, to, per } = node as Node;
    if (op === 'compare') note(item, field as { on: 'person' | 'record'; key: string }, to);
    if (op === 'total') measured(item, measure as Measure, to);
    // A kind of requirement has this word too, and measures nothing.
    if (kind === 'per' && measure !== undefined) measured(item, measure as Measure, per);
    for (const child of Object.values(node)) walk(item, child);
  };
  for (const item of plan.items) walk(item.label, item);
  walk(null, [plan.caps, plan.requirements, plan.exceptions]);
  return [...found.values()];
}

// ---- an example a step away --------------------------------------------------------------------------------------------

/** The example with that number so many steps from the edge; null where it has no place for it. */
function moved(one: Case, { item, of, value }: Edge, steps: number): Case | null {
  const named = (what: string, facts: Partial<Case>): Case => ({
    ...one,
    ...facts,
    name: `${one.name.slice(0, 60)}（${what}）`,
  });
  if (of === 'days' || of === 'months') {
    const stay = stayAt(one);
    if (stay === null) return null;
    const first = dayOf(one.year, 1, 1);
    const last = (from: number): number => (of === 'days' ? from + value - 1 : lastOfMonths(from, value)) + steps;
    const from = stay.from >= first && last(stay.from) <= dayOf(one.year, 12, 31) ? stay.from : first;
    return last(from) < from ? null : named(`${dateText(from)} 至 ${dateText(last(from))}`, stay.put(from, last(from)));
  }
  const { on, field } = of;
  const text = textOf(field, value, steps);
  if (text === null) return null;
  const set = (facts: RawFacts): RawFacts => new Map<string, RawValue>([...facts, [field.key, text]]);
  if (on === 'person') return named(`${field.label} ${text}`, { person: set(one.person) });
  const at = one.records.findIndex((record) => item === null || record.has(field.key));
  const record = one.records[at];
  return record === undefined ? null : named(`${field.label} ${text}`, { records: one.records.with(at, set(record)) });
}

function textOf({ type }: Field, value: number, steps: number): string | null {
  switch (type) {
    case 'whole':
    case 'decimal': {
      const moved = value + steps * (type === 'whole' ? MICRO : 1);
      return moved < 0 ? null : microText(moved);
    }
    case 'date':
      return dateText(value + steps);
    case 'year':
      return String(value + steps);
    default:
      return null;
  }
}

interface StayAt {
  readonly from: number;
  readonly to: number;
  readonly put: (from: number, to: number) => Pick<Case, 'records'>;
  /** Its record twice, under two ids, with these days. */
  readonly twice: (...ends: Ends) => Pick<Case, 'records'>;
}

type Ends = readonly [first: readonly [number, number], second: readonly [number, number]];

/** The only stay of an example; null where it has none, or several. */
function stayAt({ records }: Case): StayAt | null {
  const stays = records.flatMap((record, at) => {
    const [from, to] = [dayIn(record.get('start')), dayIn(record.get('end'))];
    return from === null || to === null || to < from ? [] : [{ record, at, from, to }];
  });
  const [stay] = stays;
  if (stay === undefined || stays.length > 1) return null;
  const { record, at, from, to } = stay;
  const of = (days: readonly [number, number], id: RawValue): RawFacts =>
    new Map<string, RawValue>([...record, ['start', dateText(days[0])], ['end', dateText(days[1])], ['id', id]]);
  return {
    from,
    to,
    put: (first, last) => ({ records: records.with(at, of([first, last], record.get('id'))) }),
    twice: (first, second) => ({
      records: records.toSpliced(at, 1, of(first, record.get('id')), of(second, `${String(record.get('id'))}乙`)),
    }),
  };
}

function dayIn(value: RawValue): number | null {
  const day = typeof value === 'string' ? parseDate(value) : null;
  return typeof day === 'number' ? day : null;
}

/**
 * The days in two records: that overlap, that touch, of which one lies within the other; and enough days from the first to
 * the last, but for two in the middle. Whoever counts a day twice, or one that is not there, finds enough where there is not.
 */
function inTwo(below: Case, on: Case): readonly Case[] {
  const split = (one: Case, words: string, ends: (stay: StayAt, middle: number) => Ends): readonly Case[] => {
    const stay = stayAt(one);
    if (stay === null || stay.to - stay.from < 6) return [];
    const parts = stay.twice(...ends(stay, Math.trunc((stay.from + stay.to) / 2)));
    return [{ ...one, ...parts, name: `${one.name}（${words}）` }];
  };
  const overlap = ({ from, to }: StayAt, middle: number): Ends => [
    [from, middle + 1],
    [middle - 1, to],
  ];
  const within = ({ from, to }: StayAt, middle: number): Ends => [
    [from, to],
    [middle, middle + 1],
  ];
  return [
    ...[below, on].flatMap((one) => [
      ...split(one, '两段重叠三天', overlap),
      ...split(one, '一段在另一段之内', within),
    ]),
    ...split(on, '两段相接', ({ from, to }, middle) => [
      [from, middle],
      [middle + 1, to],
    ]),
    ...split(on, '两段中间空两天', ({ from, to }, middle) => [
      [from, middle - 1],
      [middle + 2, to],
    ]),
  ];
}
