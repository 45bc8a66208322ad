/** Where facts are kept: an array for a person or a record, with a place for each declared field. */
import type { Field, Value } from '../../model/plan.ts';

/** By the field's place; `undefined` is a missing fact. */
export type Facts = readonly (Value | undefined)[];

export class Schema {
  readonly fields: readonly Field[];
  /** What an absent fact is taken to be. */
  readonly defaults: Facts;
  /** Places of the fields that have one. */
  readonly defaulted: readonly number[];
  readonly #places = new Map<string, number>();

  constructor(fields: readonly Field[]) {
    this.fields = fields;
    this.defaults = fields.map((field) => field.default ?? undefined);
    this.defaulted = [...fields.keys()].filter((place) => this.defaults[place] !== undefined);
    // A key wins over a label, whichever field is declared first.
    for (const [place, field] of fields.entries()) this.#places.set(field.label, place);
    for (const [place, field] of fields.entries()) this.#places.set(field.key, place);
  }

  /** The place of a field by its key or label. */
  find(name: string): number | undefined {
    return this.#places.get(name);
  }

  /** The place of a field that the plan names. */
  place(key: string): number {
    const place = this.find(key);
    if (place === undefined) throw new Error(`the plan names a field that it does not declare: ${key}`);
    return place;
  }

  field(place: number): Field {
    const field = this.fields[place];
    if (field === undefined) throw new Error(`no field has the place ${place}`);
    return field;
  }
}
