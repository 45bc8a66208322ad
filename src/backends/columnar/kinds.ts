/** To which kind a record or a practitioner belongs: a number that is the same for all that conditions cannot tell apart. */
import type { Value } from '../../model/plan.ts';
import type { Schema } from '../evaluator/facts.ts';
import { type Column, NEVER } from './columns.ts';
import type { Cuts } from './reads.ts';

/** Beyond this the kinds are not numbered one by one: a map holds those that are met. */
const DENSE = 1 << 16;
/** Beyond this a number of a kind would be no small integer, and kinds are not told apart by numbers at all. */
const MOST = 2 ** 30;

/** Fields that one number is made of. */
export class Kinds {
  readonly #codes: Flat<Int32Array>;
  readonly #numbers: Flat<Float64Array>;
  readonly #cuts: readonly Float64Array[];
  /** An absent code is -1: with this it is 0. */
  readonly #base: number;
  /** How many kinds there may be; Infinity where they are too many to be numbered. */
  readonly size: number;

  constructor(cuts: Cuts, schema: Schema, columns: readonly Column[]) {
    const codes = new Flattening<Int32Array>(Int32Array);
    const numbers = new Flattening<Float64Array>(Float64Array);
    const edges: Float64Array[] = [];
    let step = 1;
    for (const [key, found] of cuts) {
      const column = columns[schema.place(key)] as Column;
      if (column.as === 'code') {
        codes.add(column.of, step);
        step *= column.values.length + 1;
        continue;
      }
      numbers.add(column.as === 'number' ? column.of : daysOf(column.of), step);
      edges.push(Float64Array.from(found).sort());
      step *= found.size + 2;
    }
    this.size = step > MOST ? Number.POSITIVE_INFINITY : step;
    this.#codes = codes.done();
    this.#numbers = numbers.done();
    this.#cuts = edges;
    this.#base = this.#codes.steps.reduce((sum, one) => sum + one, 0);
  }

  /** From 0 to before `size`. */
  at(row: number): number {
    const { of, from, steps } = this.#codes;
    let kind = this.#base;
    for (let place = 0; place < steps.length; place += 1)
      kind = (kind + Math.imul(of[(from[place] as number) + row] as number, steps[place] as number)) | 0;
    return this.#cuts.length === 0 ? kind : this.#beside(row, kind);
  }

  #beside(row: number, codes: number): number {
    const { of, from, steps } = this.#numbers;
    let kind = codes;
    for (let place = 0; place < steps.length; place += 1) {
      const value = of[(from[place] as number) + row] as number;
      if (Number.isNaN(value)) continue;
      const cuts = this.#cuts[place] as Float64Array;
      let above = 1;
      while (above <= cuts.length && value >= (cuts[above - 1] as number)) above += 1;
      kind = (kind + Math.imul(above, steps[place] as number)) | 0;
    }
    return kind;
  }
}

type Numbers = Int32Array | Float64Array;

/** Columns in one array, each from a place on. */
interface Flat<Of extends Numbers> {
  readonly of: Of;
  readonly from: Int32Array;
  readonly steps: Int32Array;
}

class Flattening<Of extends Numbers> {
  readonly #columns: Of[] = [];
  readonly #steps: number[] = [];
  readonly #make: { new (length: number): Of; new (memory: ArrayBufferLike): Of };

  constructor(make: { new (length: number): Of; new (memory: ArrayBufferLike): Of }) {
    this.#make = make;
  }

  add(column: Of, step: number): void {
    this.#columns.push(column);
    this.#steps.push(step);
  }

  /** In the memory that they are in, where that is one; else in memory of their own. */
  done(): Flat<Of> {
    const columns = this.#columns;
    const [first] = columns;
    const steps = Int32Array.from(this.#steps);
    if (first === undefined) return { of: new this.#make(0), from: new Int32Array(0), steps };
    if (columns.every(({ buffer }) => buffer === first.buffer)) {
      const from = Int32Array.from(columns, ({ byteOffset }) => byteOffset / first.BYTES_PER_ELEMENT);
      return { of: new this.#make(first.buffer), from, steps };
    }
    const of = new this.#make(columns.length * first.length);
    columns.forEach((column, place) => {
      of.set(column, place * first.length);
    });
    return { of, from: Int32Array.from(columns, (_, place) => place * first.length), steps };
  }
}

const daysOf = (days: Int32Array): Float64Array => {
  const all = Float64Array.from(days);
  for (let at = 0; at < all.length; at += 1) if (all[at] === NEVER) all[at] = Number.NaN;
  return all;
};

/** What is known of each kind that was met. */
export class ByKind<Known> {
  readonly #dense: (Known | undefined)[];
  readonly #sparse: Map<number, Known> | null;
  readonly #numbered: boolean;

  constructor(size: number) {
    this.#numbered = size <= MOST;
    this.#sparse = size <= DENSE ? null : new Map();
    this.#dense = size <= DENSE ? new Array(size).fill(undefined) : [];
  }

  get(kind: number): Known | undefined {
    return this.#sparse === null ? this.#dense[kind] : this.#sparse.get(kind);
  }

  set(kind: number, known: Known): Known {
    if (this.#sparse === null) this.#dense[kind] = known;
    else if (this.#numbered) this.#sparse.set(kind, known);
    return known;
  }
}

/** The codes of a form, by the code of its column and one more: 0 is no form. */
export const formsOf = (column: Column | undefined): readonly (Value | undefined)[] =>
  column === undefined || column.as === 'number' ? [undefined] : [undefined, ...column.values];
