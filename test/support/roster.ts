/**
 * Synthetic rosters for any rule set. What a record may hold is read off the plan: an item's own fields, the values that
 * its conditions name, and the numbers around its thresholds, so that most records earn something and many stand right
 * at an edge.
 */
import { dateText, dayOf, lastOfMonths } from '../../src/model/date.ts';
import type { Expr, Field, Item, Plan } from '../../src/model/plan.ts';
import type { RawPerson } from '../../src/model/roster.ts';
import { Random } from './random.ts';

export type Fact = string | number | boolean;
export type Facts = Readonly<Record<string, Fact>>;

export interface Practitioner {
  readonly facts: Facts;
  readonly records: readonly Facts[];
}

export interface SyntheticRoster {
  readonly year: number;
  readonly practitioners: readonly Practitioner[];
}

export const rawPerson = ({ facts, records }: Practitioner): RawPerson => ({
  facts: new Map(Object.entries(facts)),
  records: records.map((record) => new Map(Object.entries(record))),
});

export const rawRoster = ({ year, practitioners }: SyntheticRoster): { year: number; practitioners: RawPerson[] } => ({
  year,
  practitioners: practitioners.map(rawPerson),
});

/** The same seed gives the same roster. Ids are `p1` and `p1.1`. */
export function rosterFor(
  plan: Plan,
  seed: number,
  { practitioners, year }: { practitioners: number; year: number },
): SyntheticRoster {
  const random = new Random(seed);
  const items = plan.items.map((item) => itemShape(plan, item));
  const made = Array.from({ length: practitioners }, (_, at): Practitioner => {
    const id = `p${at + 1}`;
    // Few items and many records of each: only so are caps reached and hours added up.
    const favourites = Array.from({ length: random.int(1, 4) }, () => random.pick(items));
    const records = Array.from({ length: random.int(0, 24) }, (_, index): Facts => {
      const shape = random.chance(85) ? random.pick(favourites) : random.pick(items);
      const facts = { id: `${id}.${index + 1}`, ...recordOf(plan, shape, random, year) };
      return random.chance(5) ? flawed(facts, random) : facts;
    });
    return { facts: { id, ...personOf(plan, random) }, records };
  });
  return { year, practitioners: made };
}

/** One record without flaws, and without an id, of one of these items. */
export const recordFor = (plan: Plan, items: readonly Item[], random: Random, year: number): Facts =>
  recordOf(plan, itemShape(plan, random.pick(items)), random, year);

function personOf(plan: Plan, random: Random): Facts {
  const facts: Record<string, Fact> = {};
  for (const field of plan.personFields) {
    if (field.key === 'id' || random.chance(8)) continue;
    facts[field.key] = field.type === 'yesno' ? random.chance(10) : factOf(field, undefined, random);
  }
  return facts;
}

// ---- what an item reads -----------------------------------------------------------------------------------------------

/** What the item says of one field. */
interface Mention {
  readonly keys: Set<string>;
  /** In the field's unit: constants that it is compared with. */
  readonly edges: Set<number>;
  /** In the field's unit: what one award is for. */
  readonly units: Set<number>;
}

interface ItemShape {
  readonly item: Item;
  readonly mentions: ReadonlyMap<string, Mention>;
  /** Last days of stays that begin on a day: just short of a threshold, at it, and just beyond. */
  readonly stays: readonly ((start: number) => number)[];
}

const MICRO = 1_000_000;

function itemShape(plan: Plan, item: Item): ItemShape {
  const mentions = new Map<string, Mention>();
  const stays: ((start: number) => number)[] = [];
  const mention = (key: string): Mention => {
    const known = mentions.get(key) ?? { keys: new Set(), edges: new Set(), units: new Set() };
    mentions.set(key, known);
    return known;
  };
  // Walks whatever the plan is made of, so that it need not be taught each new operation.
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { op, field, keys, to, kind, measure, per, key, of } = node as Record<string, never> & Node;
    if (field?.on === 'record') {
      const known = mention(field.key);
      for (const one of keys ?? []) known.keys.add(one);
      if (op === 'compare') known.edges.add(to.n / to.d / MICRO);
    }
    if (kind === 'field' || of === 'field') mention(key);
    if (kind === 'per' && measure.of === 'field') mention(measure.key).units.add(per.n / per.d / MICRO);
    if (op === 'total' && measure.of === 'days')
      stays.push(...around(to.n / to.d).map((days) => (start: number) => start + days - 1));
    if (op === 'total' && measure.of === 'months')
      stays.push(...around(0).map((more) => (start: number) => lastOfMonths(start, to.n / to.d) + more));
    for (const child of Object.values(node)) walk(child);
  };
  walk(item);
  for (const cap of plan.caps) if (cap.items.includes(item.key)) walk(cap.when);
  for (const line of item.lines) if (line.falling) mention(line.falling.rank);
  return { item, mentions, stays };
}

/** The parts of the plan's nodes that a walk looks at. */
interface Node {
  readonly op?: string;
  readonly kind?: string;
  readonly of?: string;
  readonly field?: { readonly on: string; readonly key: string };
  readonly keys?: readonly string[];
  readonly to: { readonly n: number; readonly d: number };
  readonly per: { readonly n: number; readonly d: number };
  readonly measure: { readonly of: string; readonly key: string };
  readonly key: string;
}

const around = (edge: number): number[] => [edge - 1, edge, edge + 1];

// ---- records ----------------------------------------------------------------------------------------------------------

function recordOf(plan: Plan, shape: ItemShape, random: Random, year: number): Facts {
  const facts: Record<string, Fact> = {};
  const fieldOf = new Map(plan.recordFields.map((field) => [field.key, field]));
  for (const [key, mention] of shape.mentions) {
    const field = fieldOf.get(key);
    if (field) facts[key] = factOf(field, mention, random);
  }
  if (random.chance(10)) {
    const other = random.pick(plan.recordFields.filter(({ key, type }) => key !== 'id' && type !== 'date'));
    facts[other.key] ??= factOf(other, undefined, random);
  }
  steer(shape.item.match, facts, random);
  if (shape.item.placed !== null) facts[shape.item.placed] = dayIn(random, year);
  if (shape.item.stays) Object.assign(facts, stayOf(shape, random, year));
  if (!shape.item.stays || random.chance(20)) facts.date = dayIn(random, year);
  if (random.chance(70)) facts.project = `P${random.int(1, 4)}`;
  if (random.chance(8)) facts.review = random.pick(['pending', 'rejected', 'approved']);
  if (plan.makeUp !== null && random.chance(8)) Object.assign(facts, madeUp(plan.makeUp.when, facts, random, year));
  return facts;
}

function factOf(field: Field, mention: Mention | undefined, random: Random): Fact {
  const step = field.type === 'whole' ? 1 : 0.1;
  switch (field.type) {
    case 'choice': {
      const named = [...(mention?.keys ?? [])];
      if (named.length > 0 && random.chance(85)) return random.pick(named);
      return field.options.length > 0 ? random.pick(field.options).key : '没有选项';
    }
    case 'yesno':
      return random.chance(80);
    case 'whole':
    case 'decimal': {
      const units = [...(mention?.units ?? [])];
      const edges = [...(mention?.edges ?? [])];
      if (units.length > 0 && random.chance(75)) {
        const many = random.chance(80) ? random.int(1, 6) : random.int(1, 60);
        return near(random.pick(units) * many, step, random);
      }
      if (edges.length > 0 && random.chance(75)) return near(random.pick(edges), step, random);
      if (field.type === 'whole') return random.int(0, 6);
      return field.unit === 'credits' ? random.int(0, 1500) / 100 : random.int(1, 120) / 10;
    }
    case 'date':
      return dateText(dayOf(random.int(2010, 2030), random.int(1, 12), random.int(1, 28)));
    case 'year':
      return random.int(2020, 2030);
    case 'text':
      return `${field.label}${random.int(1, 9)}`;
    default:
      return field.type satisfies never;
  }
}

/** At the number, or a step to either side; by whole steps, so that no binary fraction shows. */
const near = (edge: number, step: number, random: Random): number =>
  Math.max(0, Math.round(edge / step) + random.pick([-1, 0, 0, 0, 1])) / Math.round(1 / step);

/** Sets facts so that a condition holds; where that cannot be, the record is one that no item takes. */
function steer(condition: Expr, facts: Record<string, Fact>, random: Random): void {
  switch (condition.op) {
    case 'and':
      for (const part of condition.of) steer(part, facts, random);
      return;
    case 'or': {
      const open = condition.of.filter((part) => part.op !== 'const' || part.value);
      if (open.length > 0) steer(random.pick(open), facts, random);
      return;
    }
    case 'not':
      if (condition.of.op === 'yes') facts[condition.of.field.key] = false;
      return;
    case 'yes':
      if (condition.field.on === 'record') facts[condition.field.key] = true;
      return;
    case 'among':
      if (condition.field.on === 'record' && !condition.keys.includes(String(facts[condition.field.key])))
        facts[condition.field.key] = random.pick(condition.keys);
  }
}

// ---- days -------------------------------------------------------------------------------------------------------------

/** Mostly a day of the year, its first and last among them. */
function dayIn(random: Random, year: number): string {
  const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  return dateText(
    random.weighted([
      [80, random.int(first, last)],
      [6, random.pick([first, last])],
      [7, random.int(first - 365, first - 1)],
      [7, random.int(last + 1, last + 365)],
    ]),
  );
}

function stayOf({ stays }: ItemShape, random: Random, year: number): Facts {
  const first = dayOf(year, 1, 1);
  // From autumn before to the last day, so that some stays lie over a New Year, and two of one item overlap or touch.
  const start = random.chance(15) ? first : random.int(first - 60, first + 364);
  const end = stays.length > 0 && random.chance(50) ? random.pick(stays)(start) : start + random.int(0, 70);
  return { start: dateText(start), end: dateText(end) };
}

function madeUp(when: Expr | null, facts: Facts, random: Random, year: number): Facts {
  const [forYear, inYear] = random.weighted([
    [60, [year, year + 1]],
    [25, [year - 1, year]],
    [15, [year, year]],
  ] as const);
  const proof: Record<string, Fact> = { makeup_year: forYear };
  if (when !== null && random.chance(75)) steer(when, proof, random);
  const moved = (day: Fact | undefined): string => `${inYear}${String(day ?? `${year}-06-30`).slice(4)}`;
  if (facts.date !== undefined) proof.date = notLeap(moved(facts.date));
  if (facts.end !== undefined) Object.assign(proof, { start: `${inYear}-01-01`, end: notLeap(moved(facts.end)) });
  return proof;
}

const notLeap = (day: string): string => day.replace('-02-29', '-02-28');

// ---- flaws ------------------------------------------------------------------------------------------------------------

const wrong: readonly Fact[] = ['-1', '1e999', 'NaN', '0x10', '2025-02-30', '没有这个值', 0.1234567, 1.5, ''];

/** A fact is missing, wrong, or under a name that nobody knows. */
function flawed(facts: Facts, random: Random): Facts {
  const keys = Object.keys(facts).filter((key) => key !== 'id');
  const { [random.pick(keys)]: _, ...rest } = facts;
  return random.weighted([
    [6, rest],
    [3, { ...facts, [random.pick(keys)]: random.pick(wrong) }],
    [1, { ...facts, 备注: '无' }],
  ]);
}
