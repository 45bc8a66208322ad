/** What an evaluation gives, as columns; credits are hundredths. */
import type { Status } from '../../model/result.ts';

export const statuses = ['met', 'unmet', 'exempt'] as const satisfies readonly Status[];

export interface Outcomes {
  /** Of practitioners: their total, what is required, and what is short. */
  readonly total: Float64Array;
  readonly required: Float64Array;
  readonly shortfall: Float64Array;
  /** The place in `statuses`. */
  readonly status: Uint8Array;
  /** 1: records made up for the year made the difference. */
  readonly madeUp: Uint8Array;
  /** Of practitioners × categories: before and after caps, and whether a record stands there. */
  readonly categoryRaw: Float64Array;
  readonly categoryCredits: Float64Array;
  readonly categoryHas: Uint8Array;
  /** Of records: before and after caps. */
  readonly raw: Float64Array;
  readonly credits: Float64Array;
  /** The place in `reasons`. */
  readonly reason: Uint8Array;
  /** Places of item and category; -1 for none. */
  readonly item: Int16Array;
  readonly category: Int16Array;
}

type Sizes = { readonly people: number; readonly records: number; readonly categories: number };

/** All of them, empty. `shared`: in memory that workers write to. */
export function outcomesFor({ people, records, categories }: Sizes, shared = false): Outcomes {
  const memory = (bytes: number) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  const wide = (length: number) => new Float64Array(memory(length * 8));
  const narrow = (length: number) => new Uint8Array(memory(length));
  const places = (length: number) => new Int16Array(memory(length * 2));
  return {
    total: wide(people),
    required: wide(people),
    shortfall: wide(people),
    status: narrow(people),
    madeUp: narrow(people),
    categoryRaw: wide(people * categories),
    categoryCredits: wide(people * categories),
    categoryHas: narrow(people * categories),
    raw: wide(records),
    credits: wide(records),
    reason: narrow(records),
    item: places(records),
    category: places(records),
  };
}

/** The part for practitioners and records from one to before another, in the same memory. */
export function outcomesOf(
  all: Outcomes,
  categories: number,
  people: readonly [number, number],
  records: readonly [number, number],
): Outcomes {
  const [from, to] = people;
  return {
    total: all.total.subarray(from, to),
    required: all.required.subarray(from, to),
    shortfall: all.shortfall.subarray(from, to),
    status: all.status.subarray(from, to),
    madeUp: all.madeUp.subarray(from, to),
    categoryRaw: all.categoryRaw.subarray(from * categories, to * categories),
    categoryCredits: all.categoryCredits.subarray(from * categories, to * categories),
    categoryHas: all.categoryHas.subarray(from * categories, to * categories),
    raw: all.raw.subarray(...records),
    credits: all.credits.subarray(...records),
    reason: all.reason.subarray(...records),
    item: all.item.subarray(...records),
    category: all.category.subarray(...records),
  };
}
