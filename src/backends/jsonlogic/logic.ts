/**
 * JsonLogic as data, and how its parts are put together. Only operations of jsonlogic.com; numbers are whole; nothing inside
 * a `reduce` reaches outside it; what is true is a comparison, never a value that happens to be truthy.
 */

export type Logic = number | string | boolean | null | { readonly [operation: string]: readonly Logic[] } | LogicList;
/** Constants alone: ports differ in whether they look for rules in a bare list. */
export type LogicList = readonly (number | string)[];

export const variable = (path: string, absent?: number | string): Logic => ({
  var: absent === undefined ? [path] : [path, absent],
});

export const and = (...parts: readonly Logic[]): Logic => {
  const open = parts.filter((part) => part !== true);
  if (open.includes(false)) return false;
  return open.length > 1 ? { and: open } : (open[0] ?? true);
};

export const or = (...parts: readonly Logic[]): Logic => {
  const open = parts.filter((part) => part !== false);
  if (open.includes(true)) return true;
  return open.length > 1 ? { or: open } : (open[0] ?? false);
};

export const not = (part: Logic): Logic => (typeof part === 'boolean' ? !part : { '!': [part] });

export function when(test: Logic, then: Logic, otherwise: Logic): Logic {
  if (typeof test === 'boolean') return test ? then : otherwise;
  return JSON.stringify(then) === JSON.stringify(otherwise) ? then : { if: [test, then, otherwise] };
}

export function sum(parts: readonly Logic[]): Logic {
  const known = parts.reduce<number>((total, part) => (typeof part === 'number' ? total + part : total), 0);
  const open = parts.filter((part) => typeof part !== 'number');
  const all = known === 0 ? open : [...open, known];
  return all.length > 1 ? { '+': all } : (all[0] ?? 0);
}

export const minus = (a: Logic, b: Logic): Logic => (b === 0 ? a : { '-': [a, b] });

export function times(a: Logic, by: number): Logic {
  if (typeof a === 'number') return a * by;
  return by === 1 ? a : by === 0 ? 0 : { '*': [a, by] };
}

export const least = (a: Logic, limit: number): Logic => (a === 0 ? 0 : { min: [a, limit] });
/** Of two that are no less than 0. */
export const most = (a: Logic, b: Logic): Logic => (a === 0 ? b : b === 0 ? a : { max: [a, b] });

/** Nothing where it falls below. */
export const kept = (a: Logic): Logic => (typeof a === 'number' ? Math.max(a, 0) : { max: [a, 0] });

/** A list of what these give: `merge`, because a bare list of rules is not worked out by every port. */
export const list = (...parts: readonly Logic[]): Logic => ({ merge: parts });

/** What a `reduce` begins with, bare: one port takes it as it stands. */
export const start = (...numbers: readonly number[]): Logic => numbers;

/** In `step`, `current` is the element and `accumulator` what there was before. */
export const fold = (over: Logic, step: Logic, initial: Logic): Logic =>
  JSON.stringify(step) === '{"var":["accumulator"]}' ? initial : { reduce: [over, step, initial] };

export const CURRENT = variable('current');
export const SO_FAR = variable('accumulator');

/** Names a value, so that it is worked out once. In `body` nothing else can be seen but what `beside` gives, at `accumulator`. */
export function named(value: Logic, body: (value: Logic) => Logic, beside: Logic = 0): Logic {
  if (typeof value === 'number' && beside === 0) return body(value);
  // A constant list would be taken for a constant answer by json-logic-engine, whatever is beside.
  if (typeof value === 'number') throw new Error('a constant needs no name');
  return { reduce: [list(value), body(CURRENT), beside] };
}

/** The last element of a list. */
export const last = (of: Logic): Logic => ({ reduce: [of, CURRENT, 0] });

/** The whole part of `value × n / d`; the value is no less than 0 and may be written twice. */
export function floored(value: Logic, n: number, d: number): Logic {
  const top = times(value, n);
  if (typeof top === 'number') return Math.floor(top / d);
  return d === 1 ? top : { '/': [{ '-': [top, { '%': [top, d] }] }, d] };
}

/** `value × n / d` to the nearest whole, halves up. */
export const halved = (value: Logic, n: number, d: number): Logic =>
  d === 1 ? times(value, n) : floored(sum([times(value, 2 * n), d]), 1, 2 * d);

export const raised = (value: Logic, n: number, d: number): Logic =>
  d === 1 ? times(value, n) : floored(sum([times(value, n), d - 1]), 1, d);
