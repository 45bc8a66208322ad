/** From a point to people: a practitioner with records, the sums over the year filled by records that make them up. */
import { microText } from '../model/credit.ts';
import { dateText, dayOf, lastOfMonths, wholeMonths, yearOf } from '../model/date.ts';
import type { Expr, Field, Item, Measure, Plan, Value } from '../model/plan.ts';
import type { RawFacts, RawValue } from '../model/roster.ts';
import type { Witness } from '../model/witness.ts';
import { reach } from './reach.ts';
import { fails, holds, type Point, type Regions, type Wish } from './regions.ts';

type Facts = Map<string, Value>;

/** What a witness is about: its first record, and what it and its fellows sum up to. */
export interface Shown {
  readonly year: number;
  readonly person: Facts;
  readonly records: readonly Facts[];
}

export const factsOf = (point: Point, on: 'person' | 'record'): Map<string, Value> =>
  new Map(
    point.flatMap(({ axis: { of }, value }) =>
      of.kind === 'field' && of.on === on ? [[of.field.key, value] as const] : [],
    ),
  );

/** A condition that a field has this value. */
export const isValue = (on: 'person' | 'record', key: string, value: Value): Expr => {
  const field = { on, key } as const;
  if (value === true) return { op: 'yes', field };
  if (value === false) return { op: 'not', of: { op: 'yes', field } };
  if (typeof value === 'string') return { op: 'among', field, keys: [value] };
  return { op: 'compare', field, by: '=', to: { n: value, d: 1 } };
};

/** Records without totals in their conditions are as they are; null where the sums could not be made up. */
export const shownBy = (regions: Regions, point: Point, item: Item | null): Shown | null => {
  const { plan } = regions;
  const person = factsOf(point, 'person');
  const first = factsOf(point, 'record');
  const days = [item?.placed ?? '', 'end', 'date'].flatMap((key) => first.get(key) ?? []);
  const [day] = days;
  const year = typeof day === 'number' ? yearOf(day) : Number(plan.effective?.slice(0, 4) ?? 2030);
  const totals = point.flatMap(({ axis: { of }, value }) =>
    of.kind === 'total' ? [{ ...of, value: value as number }] : [],
  );
  if (totals.length === 0) return { year, person, records: [first] };
  if (item === null) return null;
  for (const order of [totals, totals.toReversed()]) {
    const records = new Sums(regions, item, person, first, year).fill(order);
    if (records) return { year, person, records };
  }
  return null;
};

interface Wanted {
  readonly measure: Measure;
  readonly where: Expr;
  readonly value: number;
}

/** Gives the first record what a sum lacks, or fellows that have it; stays lie apart, from the first of January. */
class Sums {
  readonly #regions: Regions;
  readonly #item: Item;
  readonly #person: Facts;
  readonly #records: Facts[];
  #day: number;

  constructor(regions: Regions, item: Item, person: Facts, first: Facts, year: number) {
    this.#regions = regions;
    this.#item = item;
    this.#person = person;
    this.#records = [new Map(first)];
    this.#day = dayOf(year, 1, 1);
  }

  fill(wanted: readonly Wanted[]): readonly Facts[] | null {
    const done: Wanted[] = [];
    for (const one of wanted) {
      const has = this.#records.map((record) => this.#part(record, one)).reduce((sum, part) => sum + part, 0);
      if (has > one.value) return null;
      if (has < one.value && !this.#add(one, one.value - has, done)) return null;
      done.push(one);
    }
    return this.#records;
  }

  #holds(where: Expr, record: Facts): boolean {
    return this.#regions.find([...this.#known(record), fails(where)]).kind === 'none';
  }

  #known(record: Facts | null): readonly Wish[] {
    const given = (on: 'person' | 'record', facts: Facts) =>
      [...facts].map(([key, value]) => holds(isValue(on, key, value)));
    return [...given('person', this.#person), ...(record ? given('record', record) : [])];
  }

  #part(record: Facts, { measure, where }: Wanted): number {
    if (!this.#holds(where, record)) return 0;
    if (measure.of === 'count') return 1;
    if (measure.of === 'field') return (record.get(measure.key) as number | undefined) ?? 0;
    const [start, end] = [record.get('start'), record.get('end')];
    if (typeof start !== 'number' || typeof end !== 'number') return 0;
    return measure.of === 'days' ? end - start + 1 : wholeMonths(start, end);
  }

  #add(wanted: Wanted, amount: number, done: readonly Wanted[]): boolean {
    const { measure, where } = wanted;
    const [first] = this.#records as [Facts];
    const free = measure.of === 'field' ? !first.has(measure.key) : !first.has('start') && !first.has('end');
    if (measure.of !== 'count' && free && this.#holds(where, first)) return this.#measure(first, measure, amount);
    const unlike = done.filter((one) => JSON.stringify(one.measure) === JSON.stringify(measure));
    const found = this.#regions.find([
      ...this.#known(null),
      ...reach(this.#item),
      holds(where),
      ...(measure.of === 'field' ? [holds(isValue('record', measure.key, amount))] : []),
      ...unlike.map((one) => fails(one.where)),
    ]);
    if (found.kind !== 'point') return false;
    const times = measure.of === 'count' ? amount : 1;
    if (times > 50) return false;
    for (let n = 0; n < times; n += 1) {
      const fellow = factsOf(found.point, 'record');
      if (measure.of !== 'count' && !this.#measure(fellow, measure, amount)) return false;
      this.#records.push(fellow);
    }
    return true;
  }

  #measure(record: Facts, measure: Measure, amount: number): boolean {
    if (measure.of === 'count') return true;
    if (measure.of === 'field') {
      record.set(measure.key, amount);
      return true;
    }
    const end = measure.of === 'days' ? this.#day + amount - 1 : lastOfMonths(this.#day, amount);
    record.set('start', this.#day);
    record.set('end', end);
    // A day between, so that stays do not touch and are not joined.
    this.#day = end + 2;
    return true;
  }
}

export const rawOf = (field: Field, value: Value): RawValue => {
  if (typeof value !== 'number') return value;
  if (field.type === 'date') return dateText(value);
  return field.type === 'year' ? String(value) : microText(value);
};

/** As a roster has it. What the year and the order need is added: an id for each, a date in the middle of the year. */
export const witnessOf = (plan: Plan, { year, person, records }: Shown, item: Item | null): Witness => {
  const raw = (fields: readonly Field[], facts: Facts, more: readonly (readonly [string, RawValue])[]): RawFacts =>
    new Map([
      ...more.filter(([key]) => !facts.has(key)),
      ...[...facts].flatMap(([key, value]) => {
        const field = fields.find((one) => one.key === key);
        return field ? [[key, rawOf(field, value)] as const] : [];
      }),
    ]);
  const middle = `${year}-06-30`;
  return {
    year,
    person: {
      facts: raw(plan.personFields, person, [['id', 'p1']]),
      records: records.map((record, at) =>
        raw(plan.recordFields, record, [
          ['id', `r${at + 1}`],
          ['date', middle],
          ...(item?.placed ? [[item.placed, middle] as const] : []),
        ]),
      ),
    },
  };
};

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** `人员 机构类别 医院；活动 形式 推荐项目，级别 省级`, as a 用例 would have it. */
export const wordsOf = (plan: Plan, { person, records }: Shown): Said => {
  const one = (fields: readonly Field[], facts: Facts, yes: string, no: string, comma: string): string =>
    [...facts]
      .flatMap(([key, value]) => {
        const field = fields.find((known) => known.key === key);
        if (!field) return [];
        if (value === true || value === false) return [`${field.label} ${value ? yes : no}`];
        const option = field.options.find((known) => known.key === value)?.label;
        return [`${field.label} ${option ?? String(rawOf(field, value))}`];
      })
      .join(comma);
  const said = (words: {
    person: string;
    record: string;
    any: string;
    yes: string;
    no: string;
    comma: string;
    semi: string;
  }): string => {
    const { yes, no, comma, semi } = words;
    const who = one(plan.personFields, person, yes, no, comma);
    const what = records.map((record) => one(plan.recordFields, record, yes, no, comma));
    return [
      ...(who === '' ? [] : [`${words.person} ${who}`]),
      ...(what.every((each) => each === '')
        ? who === ''
          ? [words.any]
          : []
        : what.map((each) => `${words.record} ${each}`)),
    ].join(semi);
  };
  return {
    zh: said({ person: '人员', record: '活动', any: '任何记录', yes: '是', no: '否', comma: '，', semi: '；' }),
    en: said({
      person: 'practitioner',
      record: 'record',
      any: 'any record',
      yes: 'yes',
      no: 'no',
      comma: ', ',
      semi: '; ',
    }),
  };
};
