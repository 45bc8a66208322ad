/** One column of a roster as it is read: values in, numbers out. */
import type { Field, Value } from '../../model/plan.ts';
import { ABSENT, type Column, NEVER, valuesOf, type Written, writtenAs } from './columns.ts';
import { Growing, memory } from './grow.ts';

export class ColumnGatherer {
  /** As the column has them so far. */
  readonly numbers: Growing<Int32Array> | Growing<Float64Array>;
  readonly as: Written;
  /** Each text stands once: none is looked for among those before. */
  readonly ofIds: boolean;
  readonly #values: Value[];
  readonly #known: Map<Value, number>;
  readonly #grows: boolean;

  constructor(field: Field) {
    this.as = writtenAs(field);
    this.numbers = this.as === 'number' ? new Growing(Float64Array) : new Growing(Int32Array);
    this.#values = valuesOf(field);
    this.#known = new Map(this.#values.map((value, code) => [value, code]));
    this.#grows = field.type === 'text';
    this.ofIds = this.#grows && field.key === 'id';
  }

  push(value: Value | undefined): void {
    this.numbers.push(this.numberOf(value));
  }

  /** What stands for a value in the column. */
  numberOf(value: Value | undefined): number {
    if (this.as === 'number') return value === undefined ? Number.NaN : (value as number);
    if (this.as === 'day') return value === undefined ? NEVER : (value as number);
    return value === undefined ? ABSENT : this.#codeOf(value);
  }

  #codeOf(value: Value): number {
    const known = this.ofIds ? undefined : this.#known.get(value);
    if (known !== undefined || !this.#grows) return known ?? ABSENT;
    if (!this.ofIds) this.#known.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }

  get done(): Column {
    if (this.as === 'number') return { as: 'number', of: this.numbers.done as Float64Array };
    return { as: this.as, of: this.numbers.done as Int32Array, values: this.#values };
  }
}

/**
 * Puts all columns of codes in one piece of memory, and all of numbers, with room for so many each: a loop over several
 * of them looks in one place.
 */
export function layTogether(columns: readonly ColumnGatherer[], room: number, shared: boolean): void {
  for (const all of [columns.filter(({ as }) => as !== 'number'), columns.filter(({ as }) => as === 'number')]) {
    const each = all[0]?.numbers.bytesOf(room) ?? 0;
    const one = memory(each * all.length, shared);
    for (const [place, { numbers }] of all.entries()) numbers.moveTo(one, place * each, room);
  }
}
