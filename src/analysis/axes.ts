/**
 * Axes: what conditions look at, each split at every value that they name into finitely many cells. Within a cell no
 * condition changes, so that one point of each stands for all of it.
 */
import { part } from '../model/credit.ts';
import { dayOf } from '../model/date.ts';
import type { Comparison, Expr, Field, FieldRef, Fraction, Measure, Plan, Value } from '../model/plan.ts';

export type Atom = Extract<Expr, { op: 'yes' | 'among' | 'compare' | 'total' }>;
export type Total = Extract<Expr, { op: 'total' }>;

export interface Axis {
  readonly of:
    | { readonly kind: 'field'; readonly on: FieldRef['on']; readonly field: Field }
    /** A sum over the year: free, but for what the sums of one measure owe each other. */
    | { readonly kind: 'total'; readonly measure: Measure; readonly where: Expr };
  /** One point of each cell, those first that a search is likeliest to want. */
  readonly cells: readonly Value[];
}

const MICRO = 1_000_000;

export const axisKey = (atom: Atom): string =>
  atom.op === 'total'
    ? `total ${JSON.stringify(atom.measure)} ${JSON.stringify(atom.where)}`
    : `${atom.field.on} ${atom.field.key}`;

/** Axes of one scale are split at the same values, so that a point of one may equal that of another. */
export const scaleKey = (atom: Atom): string => {
  if (atom.op === 'total') return `total ${JSON.stringify(atom.measure)}`;
  const { on, key } = atom.field;
  return on === 'record' && (key === 'start' || key === 'end') ? 'stay' : `${on} ${key}`;
};

export const atomsOf = (expr: Expr): readonly Atom[] => {
  switch (expr.op) {
    case 'const':
      return [];
    case 'and':
    case 'or':
      return expr.of.flatMap(atomsOf);
    case 'not':
      return atomsOf(expr.of);
    default:
      return [expr];
  }
};

export const hasAtoms = (expr: Expr): boolean => {
  if (expr.op === 'and' || expr.op === 'or') return expr.of.some(hasAtoms);
  return expr.op === 'not' ? hasAtoms(expr.of) : expr.op !== 'const';
};

const whole = (to: Fraction, how: 'floor' | 'ceil'): number => Number(part(1, to, how));

/** Whether a value of the axis makes the atom true. */
export const holdsAt = (atom: Atom): ((value: Value) => boolean) => {
  switch (atom.op) {
    case 'yes':
      return (value) => value === true;
    case 'among': {
      const keys: ReadonlySet<Value> = new Set(atom.keys);
      return (value) => keys.has(value);
    }
    default:
      return meets(atom.by, atom.to);
  }
};

const meets = (by: Comparison, to: Fraction): ((value: Value) => boolean) => {
  const [down, up] = [whole(to, 'floor'), whole(to, 'ceil')];
  const tests: Readonly<Record<Comparison, (value: number) => boolean>> = {
    '>=': (value) => value >= up,
    '>': (value) => value > down,
    '<=': (value) => value <= down,
    '<': (value) => value < up,
    '=': (value) => value >= up && value <= down,
    '!=': (value) => value < up || value > down,
  };
  return tests[by] as (value: Value) => boolean;
};

/** What values an axis of numbers has: from `least` to `most`, by `grid`; people write multiples of `unit`. */
interface Numbers {
  readonly least: number;
  readonly most: number;
  readonly grid: number;
  readonly unit: number;
}

const YEARS = { least: 1900, most: 2199 };

const ofField = (field: Field): Numbers => {
  switch (field.type) {
    case 'date':
      return { least: dayOf(YEARS.least, 1, 1), most: dayOf(YEARS.most, 12, 31), grid: 1, unit: 1 };
    case 'year':
      return { ...YEARS, grid: 1, unit: 1 };
    default: {
      const grid = field.type === 'whole' ? MICRO : 1;
      return { least: 0, most: 1e9 * MICRO - grid, grid, unit: MICRO };
    }
  }
};

/** A year has no more than 366 days and 12 months; with those made up in the next, twice as many. */
const ofTotal = (measure: Measure, plan: Plan): Numbers => {
  const years = plan.makeUp === null ? 1 : 2;
  if (measure.of === 'days') return { least: 0, most: 366 + 365 * (years - 1), grid: 1, unit: 1 };
  if (measure.of === 'months') return { least: 0, most: 12 * years, grid: 1, unit: 1 };
  const field = measure.of === 'field' ? plan.recordFields.find(({ key }) => key === measure.key) : undefined;
  return field ? ofField(field) : { least: 0, most: 1e9, grid: 1, unit: 1 };
};

/** The roundest number strictly between; none where the grid has none there. */
const between = (above: number, below: number, { grid, unit }: Numbers): number | null => {
  const lowest = (Math.floor(above / grid) + 1) * grid;
  const highest = (Math.ceil(below / grid) - 1) * grid;
  if (lowest > highest) return null;
  for (let step = unit; step > grid; step /= 10) {
    const round = Math.ceil(lowest / step) * step;
    if (round <= highest) return round;
  }
  return lowest;
};

const numberCells = (bounds: readonly Fraction[], numbers: Numbers): readonly number[] => {
  const { least, most, grid } = numbers;
  const marks = [...new Set(bounds.flatMap((to) => [whole(to, 'floor'), whole(to, 'ceil')]))].sort((a, b) => a - b);
  const inside = marks.filter((mark) => mark >= least && mark <= most);
  const points = inside.filter((mark) => mark % grid === 0);
  const edges = [least - grid, ...inside, most + grid];
  const gaps = edges.slice(1).map((edge, at) => between(edges[at] as number, edge, numbers));
  const last = points.at(-1);
  const ends = [last ?? null, gaps.at(-1) ?? null, gaps[0] ?? null];
  return [...new Set([...ends, ...points, ...gaps])].filter((cell) => cell !== null);
};

/** One option of each set that no condition tells apart; where none is named of the rest, one of these too. */
const choiceCells = (field: Field, named: readonly (readonly string[])[]): readonly string[] => {
  // By key: which of the sets hold it. A field may have thousands of options: only those that are named are gone through.
  const within = new Map<string, number[]>();
  for (const [at, keys] of named.entries()) {
    for (const key of new Set(keys)) {
      const known = within.get(key);
      if (known) known.push(at);
      else within.set(key, [at]);
    }
  }
  const order = orderOf(field);
  const known = field.options.length === 0 ? [...within.keys()] : [...within.keys()].filter((key) => order.has(key));
  if (field.options.length > 0) known.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const classes = new Map<string, { readonly first: string; readonly sets: readonly number[] }>();
  for (const first of known) {
    const sets = within.get(first) ?? [];
    const sign = sets.join();
    if (!classes.has(sign)) classes.set(sign, { first, sets });
  }
  const ordered = [...classes.values()].sort((a, b) => earlier(a.sets, b.sets)).map(({ first }) => first);
  const rest = field.options.length === 0 ? OTHER_TEXT : field.options.find(({ key }) => !within.has(key))?.key;
  return rest === undefined ? ordered : [...ordered, rest];
};

/** What is in an earlier set comes before what is not. */
const earlier = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one, other] = [a[i] ?? Number.POSITIVE_INFINITY, b[i] ?? Number.POSITIVE_INFINITY];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
};

const orderOf = (field: Field): ReadonlyMap<string, number> => {
  const known = orders.get(field);
  if (known) return known;
  const made = new Map(field.options.map(({ key }, at) => [key, at]));
  orders.set(field, made);
  return made;
};
const orders = new WeakMap<Field, ReadonlyMap<string, number>>();

/** Stands for every text that no rule names. */
const OTHER_TEXT = '…';

/** `scale`: all atoms that are split together with this axis. */
export const axisOf = (plan: Plan, atom: Atom, scale: readonly Atom[]): Axis => {
  const bounds = scale.flatMap((one) => (one.op === 'compare' || one.op === 'total' ? [one.to] : []));
  if (atom.op === 'total') {
    const { measure, where } = atom;
    return { of: { kind: 'total', measure, where }, cells: numberCells(bounds, ofTotal(measure, plan)) };
  }
  const { on, key } = atom.field;
  const field = (on === 'person' ? plan.personFields : plan.recordFields).find((one) => one.key === key);
  if (!field) throw new Error(`the plan asks about ${on} ${key} and has no such field`);
  const of = { kind: 'field', on, field } as const;
  if (field.type === 'yesno') return { of, cells: [true, false] };
  if (field.type !== 'choice' && field.type !== 'text') return { of, cells: numberCells(bounds, ofField(field)) };
  const named = scale.flatMap((one) => (one.op === 'among' ? [one.keys] : []));
  return { of, cells: choiceCells(field, named) };
};
