/** Small plans for tests of back ends: each part with all that it must have, so that a test says only what it is about. */
import type {
  AwardLine,
  Cap,
  Category,
  Comparison,
  Deem,
  Expr,
  Field,
  FieldType,
  Fraction,
  Gate,
  Item,
  Measure,
  Minimum,
  Plan,
  Rate,
  Requirement,
  Source,
  Subject,
} from '../../src/model/plan.ts';
import type { RawPerson, RawValue } from '../../src/model/roster.ts';

const MICRO = 1_000_000;

export const source = (words: string, over: Partial<Source> = {}): Source => ({
  clause: null,
  words,
  file: 'test.cme',
  line: 1,
  readings: [],
  ...over,
});

/** A field whose label is its key between ‹ ›, and which has no default unless it is a yes/no. */
export const field = (key: string, type: FieldType, over: Partial<Field> = {}): Field => ({
  key,
  label: `‹${key}›`,
  type,
  unit: null,
  options: [],
  default: null,
  ...over,
});

export const choice = (key: string, ...keys: string[]): Field =>
  field(key, 'choice', { options: keys.map((option) => ({ key: option, label: `‹${option}›` })) });

export const recordFields: readonly Field[] = [
  field('id', 'text'),
  field('practitioner', 'text'),
  choice('form', 'course', 'study', 'talk', 'paper'),
  field('date', 'date'),
  field('start', 'date'),
  field('end', 'date'),
  field('project', 'text'),
  choice('review', 'approved', 'pending', 'rejected'),
  field('makeup_year', 'year'),
  field('makeup_proof', 'yesno', { default: false }),
  choice('role', 'participant', 'lecturer'),
  field('hours', 'decimal', { unit: 'hours' }),
  field('credits', 'decimal', { unit: 'credits' }),
  field('rank', 'whole'),
  field('passed', 'yesno'),
  field('remote', 'yesno', { default: false }),
];

export const personFields: readonly Field[] = [
  field('id', 'text'),
  field('name', 'text'),
  choice('institution', 'hospital', 'clinic'),
  field('in_residency', 'yesno', { default: false }),
  field('on_leave', 'yesno'),
  field('leave_months', 'whole', { unit: 'months' }),
  field('appointed', 'date'),
  field('carried', 'decimal', { unit: 'credits' }),
];

const on = (key: string) => ({ on: 'record' as const, key });

export const always: Expr = { op: 'const', value: true };
export const never: Expr = { op: 'const', value: false };
export const yes = (key: string): Expr => ({ op: 'yes', field: on(key) });
export const is = (key: string, ...keys: string[]): Expr => ({ op: 'among', field: on(key), keys });
export const person = (expr: Expr): Expr =>
  'field' in expr ? { ...expr, field: { ...expr.field, on: 'person' } } : expr;
export const and = (...of: Expr[]): Expr => ({ op: 'and', of });
export const or = (...of: Expr[]): Expr => ({ op: 'or', of });
export const not = (of: Expr): Expr => ({ op: 'not', of });

/** `to` in the field's unit. */
export const compare = (key: string, by: Comparison, to: number): Expr => ({
  op: 'compare',
  field: on(key),
  by,
  to: { n: to * MICRO, d: 1 },
});

/** `to` in days, months or records; in hours for the field `hours`. */
export const total = (of: Measure['of'], by: Comparison, to: number, where: Expr = always): Expr => {
  const measure: Measure = of === 'field' ? hours : { of };
  return { op: 'total', measure, by, to: { n: of === 'field' ? to * MICRO : to, d: 1 }, where };
};

export const hours: Measure = { of: 'field', key: 'hours' };

/** Credits as the hundredths that a plan holds. */
export const credits = (n: number, d = 1): Fraction => ({ n: Math.round(n * 100), d });

export const flat = (n: number): Rate => ({ kind: 'flat', credits: credits(n) });

/** So many credits for each so many hours. */
export const perHours = (per: number, n: number, rounding: 'floor' | 'ceil' | number = 'floor'): Rate => ({
  kind: 'per',
  measure: hours,
  per: { n: per * MICRO, d: 1 },
  credits: credits(n),
  rounding: typeof rounding === 'number' ? { to: 'nearest', step: rounding } : { to: rounding },
});

export const perDays = (per: number, n: number): Rate => ({
  kind: 'per',
  measure: { of: 'days' },
  per: { n: per, d: 1 },
  credits: credits(n),
  rounding: { to: 'floor' },
});

export const line = (rate: Rate, over: Partial<AwardLine> = {}): AwardLine => ({
  when: always,
  rate,
  basis: 'record',
  falling: null,
  source: source('授予'),
  ...over,
});

export const gate = (that: Expr, over: Partial<Gate> = {}): Gate => ({
  when: null,
  that,
  source: source('条件'),
  ...over,
});

export const deem = (when: Expr, amount: number | null, over: Partial<Deem> = {}): Deem => ({
  when,
  credits: amount === null ? null : amount * 100,
  source: source('视同完成'),
  ...over,
});

/** An item of the form that is its key. Its category is its own unless said. */
export const item = (key: string, over: Partial<Item> = {}): Item => ({
  key,
  label: key,
  category: key,
  clause: null,
  approver: null,
  match: is('form', key),
  placed: null,
  stays: false,
  gates: [],
  lines: [],
  factors: [],
  best: [],
  deems: [],
  apart: [],
  time: null,
  ...over,
});

export const cap = (limit: number, over: Partial<Cap> & Pick<Cap, 'items'>): Cap => ({
  stage: 'item',
  owner: over.items.join(),
  when: null,
  per: 'year',
  crossing: null,
  limit: limit * 100,
  source: source(`上限 ${limit} 学分`),
  ...over,
});

export const counting = (...items: string[]): Subject => ({ items, when: null });

export const minimum = (amount: number, over: Partial<Minimum> = {}): Minimum => ({
  key: 'year credits',
  period: 'year',
  subject: null,
  bound: 'least',
  unit: 'credits',
  amount: { kind: 'amount', value: amount * 100 },
  fillable: null,
  when: null,
  name: `每年 ${amount} 学分`,
  source: source(`每年 ${amount} 学分`),
  ...over,
});

export const requirement = (lines: readonly Minimum[], over: Partial<Requirement> = {}): Requirement => ({
  name: null,
  binds: null,
  lines,
  reductions: [],
  since: null,
  source: source('要求'),
  ...over,
});

const categoryOf = (key: string): Category => ({ key, label: key, clause: null, source: source(`类别 ${key}`) });

/** A plan of these items; their categories are made for them. */
export const planOf = (over: Partial<Plan> & Pick<Plan, 'items'>): Plan => ({
  language: 1,
  code: 'test',
  label: '测试',
  version: '1',
  title: null,
  effective: null,
  until: null,
  personFields,
  recordFields,
  readings: [],
  cycle: null,
  exceptions: [],
  categories: [...new Set(over.items.map(({ category }) => category))].map(categoryOf),
  caps: [],
  requirements: [requirement([minimum(25)])],
  makeUp: null,
  carry: null,
  notices: [],
  ...over,
});

export type Facts = Readonly<Record<string, RawValue>>;

/** Records without an id are called r1, r2, …, and without a date lie in the middle of 2025. */
export const people = (records: readonly Facts[], facts: Facts = { id: 'p' }): RawPerson => ({
  facts: new Map(Object.entries(facts)),
  records: records.map(
    (record, index) => new Map(Object.entries({ id: `r${index + 1}`, date: '2025-06-30', ...record })),
  ),
});
