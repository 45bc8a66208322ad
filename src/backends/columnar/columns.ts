/**
 * A roster as columns: one array a field, records of one practitioner side by side. What is absent stands in them as a
 * number that no fact is, so that a loop reads nothing but numbers; texts and choices are codes into a dictionary.
 */
import type { Field, FieldType, Plan, Value } from '../../model/plan.ts';
import type { ByType } from '../backend.ts';

/** An absent choice, text or yes/no; all others have codes from 0. */
export const ABSENT = -1;
/** An absent date or year, and the day of nothing. */
export const NEVER = -0x8000_0000;

/** How a field's values are written in its column. */
export type Written = 'code' | 'day' | 'number';

export interface CodeColumn {
  readonly as: 'code' | 'day';
  readonly of: Int32Array;
  /** What the codes stand for; empty where they are the values themselves. */
  readonly values: readonly Value[];
}

export interface NumberColumn {
  readonly as: 'number';
  /** Millionths; NaN is absent. */
  readonly of: Float64Array;
}

export type Column = CodeColumn | NumberColumn;

export interface Columns {
  readonly people: number;
  readonly records: number;
  /** Records of practitioner `p` are those from `starts[p]` to before `starts[p + 1]`. */
  readonly starts: Int32Array;
  /** By the place of a field in the plan. */
  readonly person: readonly Column[];
  readonly record: readonly Column[];
  /** 1: the record is invalid, whatever the year. */
  readonly invalid: Uint8Array;
  /** Orders a practitioner's records of one day: by id, then by their place. */
  readonly rank: Int32Array;
}

const written = {
  text: 'code',
  yesno: 'code',
  choice: 'code',
  whole: 'number',
  decimal: 'number',
  date: 'day',
  year: 'day',
} as const satisfies ByType<Written>;

export const writtenAs = ({ type }: Field): Written => written[type];

/** What the codes of a field stand for before any text is met. */
export const valuesOf = ({ type, options }: Field): Value[] => {
  const known: Partial<Record<FieldType, readonly Value[]>> = {
    yesno: [false, true],
    choice: options.map(({ key }) => key),
  };
  return [...(known[type] ?? [])];
};

/** The fact at a place of a column; `undefined` where it is absent. */
export function factAt(column: Column, at: number): Value | undefined {
  if (column.as === 'number') {
    const value = column.of[at] as number;
    return Number.isNaN(value) ? undefined : value;
  }
  const code = column.of[at] as number;
  if (column.as === 'code') return column.values[code];
  return code === NEVER ? undefined : code;
}

/** Facts as the evaluator has them. */
export const factsAt = (columns: readonly Column[], at: number): (Value | undefined)[] =>
  columns.map((column) => factAt(column, at));

/** The part of the columns from one practitioner to before another, sharing their memory. */
export function partOf(columns: Columns, from: number, to: number): Columns {
  const [first, last] = [columns.starts[from] as number, columns.starts[to] as number];
  const cut = (all: readonly Column[], low: number, high: number): readonly Column[] =>
    all.map((column) =>
      column.as === 'number'
        ? { as: column.as, of: column.of.subarray(low, high) }
        : { as: column.as, of: column.of.subarray(low, high), values: column.values },
    );
  return {
    people: to - from,
    records: last - first,
    starts: columns.starts.slice(from, to + 1).map((start) => start - first),
    person: cut(columns.person, from, to),
    record: cut(columns.record, first, last),
    invalid: columns.invalid.subarray(first, last),
    rank: columns.rank.subarray(first, last),
  };
}

/** Keys of the fields that conditions ask for one of several texts. */
function keysAmong(node: unknown, found: Set<string>): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  const { op, field } = node as { readonly op?: unknown; readonly field?: { readonly key?: unknown } };
  if (op === 'among' && typeof field?.key === 'string') found.add(field.key);
  for (const child of Object.values(node)) keysAmong(child, found);
  return found;
}

/** Without the texts that make no difference to a number: a roster's ids and names are as long as it is. */
export function withoutTexts(plan: Plan, columns: Columns): Columns {
  const read = keysAmong(plan, new Set(['project']));
  const lean = (all: readonly Column[], fields: readonly Field[]): readonly Column[] =>
    all.map((column, place) => {
      const { type, key } = fields[place] as Field;
      return column.as === 'code' && type === 'text' && !read.has(key) ? { ...column, values: [] } : column;
    });
  return {
    ...columns,
    person: lean(columns.person, plan.personFields),
    record: lean(columns.record, plan.recordFields),
  };
}
