/**
 * Rosters for any rule set, found in its tree: the values that its conditions and cells name, the numbers around its
 * thresholds, stays as long as it asks for, days at the edges of years; facts that are missing or wrong.
 */
import type { Cond, Line, Operand } from '../../src/model/ast.ts';
import { dateText, dayOf } from '../../src/model/date.ts';
import type { FieldEntry, ItemEntry, RuleSet } from '../../src/model/ruleset.ts';
import type { Random } from './random.ts';
import type { Fact, Facts, Practitioner, SyntheticRoster } from './roster.ts';

/** What a rule set says of its fields. */
interface Edges {
  /** By key of the field: numbers that something begins or ends at. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  /** Lengths of stays in days. */
  readonly stays: readonly number[];
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const numbersIn = (node: unknown): readonly { digits: number; unit: string | null }[] => {
  if (!isNode(node)) return [];
  if (typeof node.digits === 'string') return [{ digits: Number(node.digits), unit: null }];
  const inner = Object.values(node).flatMap(numbersIn);
  const unit = isNode(node.unit) && typeof node.unit.id === 'string' ? node.unit.id : null;
  return unit ? inner.map((one) => ({ ...one, unit: one.unit ?? unit })) : inner;
};

/** How many of a field's unit: an hour is sixty minutes, a class hour forty-five. */
const scaled = (digits: number, unit: string | null): number =>
  unit === 'minutes' ? digits / 60 : unit === 'classHours' ? (digits * 45) / 60 : digits;

export const edgesOf = (rules: RuleSet): Edges => {
  const numbers = new Map<string, number[]>();
  const stays: number[] = [20, 31];
  const note = (key: string, ...found: readonly number[]): void => {
    numbers.set(key, [...(numbers.get(key) ?? []), ...found]);
  };
  const fieldOf = (name: string): FieldEntry | undefined =>
    rules.fields.find(({ key, label }) => key === name || label === name);
  const carriers: Readonly<Record<string, string>> = {
    hours: 'hours',
    minutes: 'hours',
    classHours: 'hours',
    words: 'words',
    pieces: 'papers',
  };
  const walk = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.kind === 'compare' && isNode(node.subject)) {
      const found = numbersIn(node.operands);
      const field = isNode(node.subject.name) ? fieldOf(String(node.subject.name.text)) : undefined;
      if (field) note(field.key, ...found.map(({ digits, unit }) => scaled(digits, unit)));
      else for (const { digits, unit } of found) stays.push(unit === 'months' ? digits * 30 : digits);
    }
    if (node.kind === 'per' && isNode(node.unit)) {
      const key = carriers[String(node.unit.id)];
      const every = numbersIn(node.every)[0]?.digits ?? 1;
      if (key)
        note(key, ...[1, 2, 3].map((times) => scaled(every * times, String(node.unit && (node.unit as Node).id))));
    }
    if (Array.isArray(node.columns) && Array.isArray(node.rows))
      for (const [at, column] of node.columns.entries()) {
        const field = isNode(column) && isNode(column.name) ? fieldOf(String(column.name.text)) : undefined;
        if (field)
          note(
            field.key,
            ...node.rows
              .flatMap((row) => (isNode(row) && Array.isArray(row.cells) ? numbersIn(row.cells[at]) : []))
              .map(({ digits }) => digits),
          );
      }
    for (const child of Object.values(node)) walk(child);
  };
  for (const category of rules.categories)
    for (const one of [category, ...category.items]) walk(one.section.node.lines);
  for (const group of rules.groups) walk(group.section.node.lines);
  for (const requirement of rules.requirements) walk(requirement.node.lines);
  if (rules.scope) walk(rules.scope.node.lines);
  for (const { options } of rules.readings)
    for (const { value } of options)
      if (value?.kind === 'amount') {
        const digits = Number(value.number.digits);
        if (value.unit?.id === 'hours') note('hours', digits, digits * 2);
        if (value.unit?.id === 'days') stays.push(digits);
        if (value.unit?.id === 'months') stays.push(digits * 30 + 1);
      } else if (value?.kind === 'range') note('rank', Number(value.from.digits), Number(value.to.digits));
  return { numbers, stays };
};

export interface RosterWishes {
  readonly year: number;
  readonly practitioners: number;
  /** Years before the judged one that records lie in, too. */
  readonly back: number;
}

export const rosterOf = (
  rules: RuleSet,
  random: Random,
  { year, practitioners, back }: RosterWishes,
): SyntheticRoster => {
  const edges = edgesOf(rules);
  const items = rules.categories.flatMap((category) => category.items);
  const make = new Making(rules, edges, random, year, back);
  return {
    year,
    practitioners: Array.from({ length: practitioners }, (_, at): Practitioner => {
      const id = `p${at + 1}`;
      const favourites = Array.from({ length: random.int(1, 3) }, () => random.pick(items));
      const count = items.length === 0 ? 0 : random.pick([0, 1, 2, 3, 5, 8, 12]);
      const records = Array.from({ length: count }, (_, index): Facts => {
        const facts = {
          id: `r${index + 1}`,
          ...make.record(random.chance(85) ? random.pick(favourites) : random.pick(items)),
        };
        return random.chance(6) ? make.flawed(facts) : facts;
      });
      return { facts: { id, ...make.person() }, records };
    }),
  };
};

/** One record without flaws, and without an id. */
export const recordOf = (rules: RuleSet, random: Random, year: number): Facts => {
  const items = rules.categories.flatMap((category) => category.items);
  return items.length === 0 ? {} : new Making(rules, edgesOf(rules), random, year, 0).record(random.pick(items));
};

class Making {
  readonly #rules: RuleSet;
  readonly #edges: Edges;
  readonly #random: Random;
  readonly #year: number;
  readonly #back: number;

  constructor(rules: RuleSet, edges: Edges, random: Random, year: number, back: number) {
    this.#rules = rules;
    this.#edges = edges;
    this.#random = random;
    this.#year = year;
    this.#back = back;
  }

  person(): Facts {
    const facts: Record<string, Fact> = {};
    for (const field of this.#rules.fields)
      if (field.on === 'person' && field.key !== 'id' && field.key !== 'name' && this.#random.chance(75))
        facts[field.key] = this.#value(field);
    return facts;
  }

  record(item: ItemEntry): Facts {
    const random = this.#random;
    const facts: Record<string, Fact> = {};
    const wanted = [
      'part',
      'tier',
      'remote',
      'passed',
      'hours',
      'words',
      'papers',
      'rank',
      'points',
      'awarded',
      'note',
    ];
    for (const field of this.#rules.fields)
      if (field.on === 'record' && wanted.includes(field.key) && random.chance(80))
        facts[field.key] = this.#value(field);
    const { lines } = item.section.node;
    const forms = lines.flatMap((line) => (line.kind === 'form' ? line.values : []));
    if (forms.length > 0) facts.form = random.pick(forms).text;
    for (const line of lines) this.#pleaseLine(line, facts);
    const award = random.pick([
      ...lines.filter((line) => line.kind === 'award' || line.kind === 'awardTable' || line.kind === 'deem'),
      null,
    ]);
    if (award && 'when' in award && award.when) this.#please(award.when, facts);
    if (award?.kind === 'awardTable') this.#pleaseRow(award, facts);
    this.#days(facts);
    if (random.chance(60)) facts.project = `P${random.int(1, 3)}`;
    if (random.chance(7)) facts.review = random.pick(['pending', 'rejected', 'approved', '待审']);
    if (random.chance(12)) this.#madeUp(facts);
    return facts;
  }

  #pleaseLine(line: Line, facts: Record<string, Fact>): void {
    if (line.kind === 'for' && this.#random.chance(93)) this.#please(line.when, facts);
    if (line.kind === 'gate' && this.#random.chance(80)) this.#please(line.that, facts);
  }

  #pleaseRow(line: Extract<Line, { kind: 'awardTable' }>, facts: Record<string, Fact>): void {
    const row = this.#random.pick(line.table.rows);
    for (const [at, column] of line.table.columns.entries()) {
      const cell = row.cells[at];
      const field = column.kind === 'field' ? this.#field(column.name.text) : undefined;
      if (field && cell?.kind === 'values') this.#take(field, this.#random.pick(cell.of), facts);
    }
  }

  /** Facts so that a condition holds, where that is easy. */
  #please(cond: Cond, facts: Record<string, Fact>): void {
    switch (cond.kind) {
      case 'and':
        for (const arm of cond.of) this.#please(arm, facts);
        return;
      case 'or':
        this.#please(this.#random.pick(cond.of), facts);
        return;
      case 'paren':
        this.#please(cond.of, facts);
        return;
      case 'not': {
        const field = cond.of.kind === 'fact' ? this.#field(cond.of.name.text) : undefined;
        if (field?.type === 'yesno') facts[field.key] = false;
        return;
      }
      case 'fact': {
        const name = cond.name.text;
        const field = this.#field(name);
        if (field) facts[field.key] = true;
        const owner = this.#rules.fields.find(
          ({ on, options }) => on === 'record' && options.some(({ label }) => label === name),
        );
        if (owner) facts[owner.key] = name;
        return;
      }
      case 'compare': {
        const field = cond.subject.kind === 'name' ? this.#field(cond.subject.name.text) : undefined;
        if (!field) return;
        if (cond.op === 'is' || cond.op === 'in') this.#take(field, this.#random.pick(cond.operands), facts);
      }
    }
  }

  #field(name: string): FieldEntry | undefined {
    return this.#rules.fields.find(({ on, key, label }) => on === 'record' && (key === name || label === name));
  }

  #take(field: FieldEntry, operand: Operand, facts: Record<string, Fact>): void {
    const random = this.#random;
    if (operand.kind === 'yesno') facts[field.key] = operand.value;
    else if (operand.kind === 'range')
      facts[field.key] = random.int(Number(operand.from.digits), Number(operand.to.digits));
    else if (operand.kind === 'quantity') facts[field.key] = Number(operand.number.digits);
    else if (operand.kind === 'name' && (field.type === 'choice' || field.type === 'text'))
      facts[field.key] = operand.name.text;
  }

  #value(field: FieldEntry): Fact {
    const random = this.#random;
    const edges = this.#edges.numbers.get(field.key) ?? [];
    switch (field.type) {
      case 'choice': {
        const option = random.pick(field.options);
        return random.chance(70) ? option.key : option.label;
      }
      case 'yesno':
        return random.chance(15) ? random.pick(['是', '否', 'yes', 'no']) : random.chance(60);
      case 'whole':
        return edges.length > 0 && random.chance(60)
          ? Math.max(0, Math.round(random.pick(edges)) + random.int(-1, 1))
          : random.int(0, 6);
      case 'decimal': {
        if (field.unit === 'credits') return random.int(0, 700) / 100;
        const edge = edges.length > 0 ? random.pick(edges) : random.int(1, 8);
        const near =
          (edge * 1000 +
            random.weighted([
              [6, 0],
              [2, -100],
              [2, 100],
              [1, 1],
              [1, -1],
            ])) /
          1000;
        return random.chance(75) ? Math.max(0, Math.round(near * 1e6) / 1e6) : random.int(0, 120) / 10;
      }
      case 'date':
        return this.#day();
      case 'yearType':
        return this.#year;
      case 'text':
        return random.pick(['补录', '存档', '无']);
      default:
        return field.type satisfies never;
    }
  }

  #day(): string {
    const random = this.#random;
    const year = this.#year - random.int(0, this.#back);
    const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
    return dateText(
      random.weighted([
        [70, random.int(first, last)],
        [8, first + 60 + random.int(0, 2)],
        [8, random.pick([first, last])],
        [6, first - random.int(1, 200)],
        [6, last + random.int(1, 200)],
      ]),
    );
  }

  #days(facts: Record<string, Fact>): void {
    const random = this.#random;
    const stays = random.chance(35);
    if (stays) {
      const year = this.#year - random.int(0, this.#back);
      const start = dayOf(year, 1, 1) + random.pick([0, random.int(-50, 330), random.int(0, 120), 31, 59]);
      facts.start = dateText(start);
      facts.end = dateText(
        start + Math.max(0, random.pick(this.#edges.stays) + random.int(-2, 1) - random.pick([0, 0, 10])),
      );
    }
    if (!stays || random.chance(25)) facts.date = this.#day();
  }

  #madeUp(facts: Record<string, Fact>): void {
    const random = this.#random;
    facts.makeup_year = this.#year - random.pick([0, 0, 0, 1, -1]);
    facts.makeup_proof = random.chance(75);
    if (random.chance(80)) facts.date = `${this.#year + 1}-0${random.int(1, 9)}-15`;
    if (facts.end !== undefined) {
      facts.start = `${this.#year}-12-2${random.int(0, 9)}`;
      facts.end = `${this.#year + 1}-01-1${random.int(0, 9)}`;
    }
  }

  flawed(facts: Facts): Facts {
    const random = this.#random;
    const key = random.pick(Object.keys(facts));
    const { [key]: _, ...rest } = facts;
    return random.weighted<Facts>([
      [6, rest],
      [
        3,
        {
          ...facts,
          [key]: random.pick(['-1', '1e999', 'NaN', '0x10', '2025-02-30', '没有这个值', 0.1234567, 1.5, '', true]),
        },
      ],
      [1, { ...facts, 无此字段: '无' }],
      [1, { ...facts, 时长: 7 }],
      [1, { ...facts, id: 'r1' }],
    ]);
  }
}
