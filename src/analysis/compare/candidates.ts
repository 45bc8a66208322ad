/**
 * Practitioners who might show what a change does: records in each cell that the changed conditions tell apart, with
 * quantities at, below and above what they turn at; alone, twice, as often as reaches a cap; and just at the requirement.
 */
import { dayOf } from '../../model/date.ts';
import type { Expr, Item, Measure, Plan, Value } from '../../model/plan.ts';
import type { Draft, Facts } from './draft.ts';
import { earnsOf, reachOf } from './ofItem.ts';
import type { Part } from './parts.ts';
import { limitsOf, staysOf, valuesOf } from './quantities.ts';
import { respelling } from './spelling.ts';
import type { Facts as Point, Truths } from './truths.ts';

/** What candidates are made for. */
export interface Focus {
  readonly truths: Truths;
  readonly before: Plan;
  readonly after: Plan;
  readonly parts: readonly Part[];
  readonly year: number;
  /** What the practitioner has before the change. */
  readonly credits: (draft: Draft) => number;
}

interface Seed {
  readonly person: Facts;
  readonly record: Facts;
  readonly items: readonly Item[];
}

const MICRO = 1_000_000;
const MOST_ITEMS = 12;
const MOST_VISITS = 300;
const MOST_SEEDS = 10;

const factsOf = (point: Point, on: 'person' | 'record'): Facts =>
  new Map(
    point.flatMap(({ axis: { of }, value }) =>
      of.kind === 'field' && of.on === on && value !== null ? [[of.field.key, value] as const] : [],
    ),
  );

/** Conditions of the elements that changed. */
const changedConditions = (part: Part): readonly Expr[] => {
  const sides: readonly unknown[] = [part.before, part.after];
  switch (part.of) {
    case 'match':
      return [part.before, part.after];
    case 'apart':
      return [...part.before.apart, ...part.after.apart];
    case 'minimum':
    case 'reduction':
    case 'requirement':
    case 'field':
    case 'words':
    case 'item':
    case 'cycle':
    case 'caps':
      return [];
    default:
      return sides.flatMap((one) => {
        if (one === null || typeof one !== 'object') return [];
        const { when, that, binds } = one as Readonly<Record<string, Expr | null | undefined>>;
        return [when, that, part.of === 'binds' ? binds : null].flatMap((expr) => expr ?? []);
      });
  }
};

const touchedItems = ({ before, after, parts }: Focus): readonly string[] => {
  const known = [...new Set([...before.items, ...after.items].map(({ key }) => key))];
  const held = new Set<string>();
  for (const part of parts) {
    if ('item' in part) held.add(part.item);
    else if (part.of === 'item') held.add((part.after ?? part.before)?.key ?? '');
    else if (part.of === 'cap')
      for (const key of [...(part.before?.items ?? []), ...(part.after?.items ?? [])]) held.add(key);
    else if (part.of === 'caps')
      for (const key of [...part.before, ...part.after].flatMap(({ items }) => items)) held.add(key);
  }
  return known.filter((key) => held.has(key));
};

/** Conditions on the practitioner by which requirements tell them apart. */
const personConditions = ({ before, after, parts }: Focus): readonly Expr[] => {
  const asked = parts.some(({ of }) =>
    ['minimum', 'reduction', 'requirement', 'binds', 'since', 'exception'].includes(of),
  );
  if (!asked) return [];
  return [before, after].flatMap((plan) => [
    ...plan.exceptions.map(({ when }) => when),
    ...plan.requirements.flatMap(({ binds, lines, reductions }) =>
      [binds, ...lines.map(({ when }) => when), ...reductions.map(({ when }) => when)].flatMap((when) => when ?? []),
    ),
  ]);
};

const points = (truths: Truths, given: readonly Expr[], asked: readonly Expr[]): readonly Point[] => {
  const found = new Map<string, Point>();
  let visits = 0;
  truths.each(given, asked, (vector, point) => {
    const sign = vector.join();
    if (!found.has(sign)) found.set(sign, point);
    visits += 1;
    return visits >= MOST_VISITS || found.size >= MOST_SEEDS;
  });
  return [...found.values()];
};

const seedsOf = (focus: Focus, key: string): readonly Seed[] => {
  const versions = [focus.before, focus.after].flatMap(({ items }) => items.filter((item) => item.key === key));
  const asked = focus.parts.flatMap(changedConditions);
  const found = new Map<string, Seed>();
  for (const item of versions) {
    const ways = [...item.lines, ...item.deems].map(({ when }) => [...reachOf(item), when]);
    // And records that do not come as far, for what the change lets through.
    for (const given of [...ways, [item.match], [earnsOf(item)]]) {
      for (const point of points(focus.truths, given, asked)) {
        const [person, record] = [factsOf(point, 'person'), factsOf(point, 'record')];
        const sign = JSON.stringify([[...person], [...record]]);
        if (!found.has(sign)) found.set(sign, { person, record, items: versions });
      }
    }
  }
  return [...found.values()];
};

const measuresOf = (items: readonly Item[]): readonly Measure[] => {
  const found = new Map<string, Measure>();
  for (const { lines } of items)
    for (const { rate } of lines) {
      const measure: Measure | null =
        rate.kind === 'field' ? { of: 'field', key: rate.key } : rate.kind === 'flat' ? null : rate.measure;
      if (measure) found.set(JSON.stringify(measure), measure);
    }
  return [...found.values()];
};

const withFact = (facts: Facts, key: string, value: Value): Facts => new Map([...facts, [key, value]]);

/** One record with each of the quantities that matter. */
function* filled(focus: Focus, { record, items }: Seed): Generator<Facts> {
  const limits = limitsOf([focus.before, focus.after], items[0]?.key ?? null);
  const placed = items.flatMap((item) => (item.placed !== null && !record.has(item.placed) ? [item.placed] : []));
  const middle = staysOf([], focus.year)[3]?.start ?? 0;
  const base = placed.reduce((facts, key) => withFact(facts, key, middle), record);
  const ranked = items.some(({ lines }) => lines.some(({ falling }) => falling !== null));
  const ranks = [...new Set(items.flatMap(({ lines }) => lines.flatMap(({ falling }) => falling?.rank ?? [])))].filter(
    (key) => !base.has(key),
  );
  const starts: Facts[] = [];
  for (const rank of ranked && ranks.length > 0 ? [1, 2, 3] : [0])
    starts.push(ranks.reduce((facts, key) => withFact(facts, key, rank * MICRO), base));
  const fields = measuresOf(items).flatMap((measure) => (measure.of === 'field' ? [measure] : []));
  const stays = items.some((item) => item.stays) ? staysOf(items, focus.year) : [];
  for (const start of starts) {
    yield start;
    for (const measure of fields) {
      const whole = focus.truths.plan.recordFields.find(({ key }) => key === measure.key)?.type === 'whole';
      const values = valuesOf(items, measure, limits, MICRO).filter((value) => !whole || value % MICRO === 0);
      for (const value of values) yield withFact(start, measure.key, value);
      for (const stay of stays) {
        const lasting = withFact(withFact(start, 'start', stay.start), 'end', stay.end);
        for (const value of values.slice(0, 3)) yield withFact(lasting, measure.key, value);
        yield withFact(lasting, measure.key, values.at(-1) ?? MICRO);
      }
    }
    for (const stay of stays) yield withFact(withFact(start, 'start', stay.start), 'end', stay.end);
  }
}

/** Records that earn, of the items that are looked at; of some others, where any would do. */
const itemsOf = (focus: Focus): readonly string[] => {
  const touched = touchedItems(focus);
  if (touched.length > 0) return touched.slice(0, MOST_ITEMS);
  return [...new Set([...focus.before.items, ...focus.after.items].map(({ key }) => key))].slice(0, 3 * MOST_ITEMS);
};

/** Several records, so that they are told apart as little as may be: of one project, or of none; on one day. */
export const times = (record: Facts, count: number, project: boolean): readonly Facts[] =>
  Array.from({ length: count }, () => (project ? withFact(record, 'project', 'P1') : record));

/** In stages: each has more records than the one before. */
export function* candidates(focus: Focus): Generator<readonly Draft[]> {
  const people = points(focus.truths, [], personConditions(focus)).map((point) => factsOf(point, 'person'));
  const { year } = focus;
  const single: Draft[] = [];
  for (const person of people) single.push({ year, person, records: [] });
  const perItem: Draft[][] = [];
  for (const key of itemsOf(focus)) {
    const own: Draft[] = [];
    for (const seed of seedsOf(focus, key)) {
      for (const record of filled(focus, seed))
        for (const person of people.length > 0 ? people : [new Map<string, Value>()])
          own.push({ year, person: new Map([...person, ...seed.person]), records: [record] });
    }
    perItem.push(own);
  }
  // In turn, so that a bound leaves something of each.
  for (let at = 0; perItem.some((own) => at < own.length); at += 1)
    for (const own of perItem) if (own[at]) single.push(own[at] as Draft);
  if (focus.parts.some(({ of }) => of === 'makeup')) single.unshift(...single.slice(0, 200).flatMap(madeUp));
  single.unshift(...respelling(focus.parts, single.slice(0, 200)));
  yield single;
  const made = single.filter(({ records }) => records.length === 1);
  const more = (count: number, project: boolean): readonly Draft[] =>
    made.map(({ person, records: [record] }) => ({
      year,
      person,
      records: times(record ?? new Map(), count, project),
    }));
  yield [...more(2, true), ...more(2, false), ...mixed(made)];
  yield [...more(3, false), ...more(3, true)];
  yield reaching(focus, made);
}

const MOST_COPIES = 40;
const MOST_UNITS = 60;

/** As many records as come to what a cap or a requirement speaks of, of one kind, and of one with another for the rest. */
const reaching = (focus: Focus, made: readonly Draft[]): readonly Draft[] => {
  const few = made.filter((_, at) => at % Math.max(1, Math.floor(made.length / 150)) === 0);
  const worth = few.map((draft) => ({ draft, credits: Math.round(focus.credits(draft) * 100) }));
  // One of each worth: the first is as good as the next.
  const units = [...new Map(worth.filter(({ credits }) => credits > 0).map((one) => [one.credits, one])).values()];
  const found: Draft[] = [];
  for (const target of limitsOf([focus.before, focus.after], null)) {
    for (const { draft, credits } of units.slice(0, MOST_UNITS)) {
      const [record] = draft.records;
      const count = Math.floor(target / credits);
      if (!record || count > MOST_COPIES) continue;
      const rest = units
        .filter((one) => one.credits >= target - count * credits)
        .sort((a, b) => a.credits - b.credits)[0];
      const copies = times(record, count, false);
      if (count > 0) found.push({ ...draft, records: copies });
      const [last] = rest?.draft.records ?? [];
      if (last && target % credits !== 0) found.push({ ...draft, records: [...copies, last] });
    }
  }
  return found.sort((a, b) => a.records.length - b.records.length);
};

/** Done in the next year for this one, and looked at from both. */
const madeUp = ({ year, person, records }: Draft): readonly Draft[] => {
  const later = records.map((record) => withFact(withFact(record, 'makeup_year', year), 'date', dayOf(year + 1, 3, 1)));
  return [year, year + 1].map((one) => ({ year: one, person, records: later }));
};

/** Two unlike records of one practitioner. */
const mixed = (made: readonly Draft[]): readonly Draft[] => {
  const few = made.filter((_, at) => at % Math.max(1, Math.floor(made.length / 20)) === 0);
  return few.flatMap(({ year, person, records: [a] }) =>
    few.flatMap(({ person: other, records: [b] }) =>
      a && b && a !== b
        ? [
            {
              year,
              person: new Map([...other, ...person]),
              records: [withFact(a, 'project', 'P1'), withFact(b, 'project', 'P1')],
            },
          ]
        : [],
    ),
  );
};
