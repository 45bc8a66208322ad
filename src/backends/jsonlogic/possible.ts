/** Whether conditions can have these answers together: tried at a point of each cell of the fields that they read. */
import type { Comparison, Expr, Fraction, Value } from '../../model/plan.ts';
import { type Atom, atomsOf, textOf } from './expr.ts';
import type { Names } from './names.ts';

/** 2 true, 1 unknown, 0 false. */
export type Answer = 0 | 1 | 2;
export type Wanted = readonly (readonly [Expr, Answer])[];

/** More points than these are not tried: then it is taken to be possible, which costs a class that nobody is in. */
const MOST = 20_000;

type Point = Map<string, Value | undefined>;

export function possible(wanted: Wanted, names: Names): boolean {
  const axes = new Map<string, Set<Value | undefined>>();
  for (const [expr] of wanted) {
    for (const atom of atomsOf(expr)) {
      const key = axisOf(atom);
      const points = axes.get(key) ?? new Set<Value | undefined>();
      for (const value of pointsOf(atom)) points.add(value);
      if (atom.op !== 'total' && names.field(atom.field).default === null) points.add(undefined);
      axes.set(key, points);
    }
  }
  const all = [...axes];
  if (all.reduce((count, [, points]) => count * points.size, 1) > MOST) return true;
  const point: Point = new Map();
  const search = (place: number): boolean => {
    const axis = all[place];
    if (axis === undefined) return wanted.every(([expr, answer]) => answerAt(expr, point) === answer);
    for (const value of axis[1]) {
      point.set(axis[0], value);
      if (search(place + 1)) return true;
    }
    return false;
  };
  return search(0);
}

const axisOf = (atom: Atom): string => (atom.op === 'total' ? textOf(atom) : `${atom.field.on} ${atom.field.key}`);

function pointsOf(atom: Atom): readonly Value[] {
  if (atom.op === 'total' || atom.op === 'yes') return [true, false];
  if (atom.op === 'among') return [...atom.keys, '\0'];
  const near = Math.floor(atom.to.n / atom.to.d);
  return [near - 1, near, near + 1, near + 2];
}

function answerAt(expr: Expr, point: Point): Answer {
  switch (expr.op) {
    case 'const':
      return expr.value ? 2 : 0;
    case 'not':
      return (2 - answerAt(expr.of, point)) as Answer;
    case 'and':
      return Math.min(...expr.of.map((part) => answerAt(part, point))) as Answer;
    case 'or':
      return Math.max(...expr.of.map((part) => answerAt(part, point))) as Answer;
    default: {
      const value = point.get(axisOf(expr));
      if (value === undefined) return 1;
      if (expr.op === 'among') return expr.keys.includes(String(value)) ? 2 : 0;
      if (expr.op === 'compare') return meets(value as number, expr.by, expr.to) ? 2 : 0;
      return value === true ? 2 : 0;
    }
  }
}

export function meets(value: number, by: Comparison, to: Fraction): boolean {
  const { from, upTo, out } = rangeOf(by, to);
  return (value >= from && value <= upTo) !== out;
}

/** The whole numbers that meet a bound: those from `from` up to `upTo`, or (`out`) all others. */
export function rangeOf(by: Comparison, to: Fraction): { from: number; upTo: number; out: boolean } {
  const down = Math.floor(to.n / to.d);
  const up = to.n % to.d === 0 ? to.n / to.d : down + 1;
  const [whole, none] = [to.n % to.d === 0, Number.POSITIVE_INFINITY];
  const ranges: Readonly<Record<Comparison, readonly [number, number, boolean]>> = {
    '>=': [up, none, false],
    '>': [down + 1, none, false],
    '<=': [-none, down, false],
    '<': [-none, up - 1, false],
    '=': whole ? [up, down, false] : [none, -none, false],
    '!=': whole ? [up, down, true] : [none, -none, true],
  };
  const [from, upTo, out] = ranges[by];
  return { from, upTo, out };
}
