/** To which kind a record or a practitioner belongs: a number that is the same for all that conditions cannot tell apart. */
import type { Value } from '../../model/plan.ts';
import type { Schema } from '../evaluator/facts.ts';
import { type Column, NEVER } from './columns.ts';
import type { Cuts } from './reads.ts';

/** Beyond this the kinds are not numbered one by one: a map holds those that are met. */
const DENSE = 1 << 16;
/** Beyond this a number of a kind would not be exact, and kinds are not told apart by numbers at all. */
const MOST = 2 ** 50;

/** Fields that one number is made of. */
export class Kinds {
  readonly #codes: Int32Array[] = [];
  readonly #codeSteps: number[] = [];
  readonly #numbers: Float64Array[] = [];
  readonly #cuts: Float64Array[] = [];
  readonly #numberSteps: number[] = [];
  /** How many kinds there may be; Infinity where they are too many to be numbered. */
  readonly size: number;

  constructor(cuts: Cuts, schema: Schema, columns: readonly Column[]) {
    let step = 1;
    for (const [key, numbers] of cuts) {
      const column = columns[schema.place(key)] as Column;
      if (column.as === 'code') {
        this.#codes.push(column.of);
        this.#codeSteps.push(step);
        step *= column.values.length + 1;
        continue;
      }
      this.#numbers.push(column.as === 'number' ? column.of : daysOf(column.of));
      this.#cuts.push(Float64Array.from([...numbers].sort((a, b) => a - b)));
      this.#numberSteps.push(step);
      step *= numbers.size + 2;
    }
    this.size = step > MOST ? Number.POSITIVE_INFINITY : step;
  }

  /** From 0 to before `size`. */
  at(row: number): number {
    let kind = 0;
    const codes = this.#codes;
    // An absent code is -1.
    for (let place = 0; place < codes.length; place += 1)
      kind +=
        ((codes[place] as Int32Array)[row] as number) * (this.#codeSteps[place] as number) +
        (this.#codeSteps[place] as number);
    const numbers = this.#numbers;
    for (let place = 0; place < numbers.length; place += 1) {
      const value = (numbers[place] as Float64Array)[row] as number;
      if (Number.isNaN(value)) continue;
      const cuts = this.#cuts[place] as Float64Array;
      let above = 1;
      while (above <= cuts.length && value >= (cuts[above - 1] as number)) above += 1;
      kind += above * (this.#numberSteps[place] as number);
    }
    return kind;
  }
}

const daysOf = (days: Int32Array): Float64Array => {
  const all = Float64Array.from(days);
  for (let at = 0; at < all.length; at += 1) if (all[at] === NEVER) all[at] = Number.NaN;
  return all;
};

/** What is known of each kind that was met. */
export class ByKind<Known> {
  readonly #dense: (Known | undefined)[] | null;
  readonly #sparse = new Map<number, Known>();
  readonly #numbered: boolean;

  constructor(size: number) {
    this.#numbered = size < Number.POSITIVE_INFINITY;
    this.#dense = size <= DENSE ? new Array(size).fill(undefined) : null;
  }

  get(kind: number): Known | undefined {
    return this.#dense === null ? this.#sparse.get(kind) : this.#dense[kind];
  }

  set(kind: number, known: Known): Known {
    if (this.#dense !== null) this.#dense[kind] = known;
    else if (this.#numbered) this.#sparse.set(kind, known);
    return known;
  }
}

/** The codes of a form, by the code of its column and one more: 0 is no form. */
export const formsOf = (column: Column | undefined): readonly (Value | undefined)[] =>
  column === undefined || column.as === 'number' ? [undefined] : [undefined, ...column.values];
