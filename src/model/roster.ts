/** A roster as read, before validation: facts under the keys that the data uses, values as the data spells them. */

/**
 * A number read from a text (JSON, CSV) comes as the digits it was written in, so that nothing is rounded; a program may
 * pass a JavaScript number, which stands for its shortest decimal. Arrays and objects are invalid wherever a fact stands.
 */
export type RawValue = string | number | boolean | null | undefined | object;

/** Keys are codes or labels; a Map, so that `__proto__` is a key like any other. */
export type RawFacts = ReadonlyMap<string, RawValue>;

export interface RawPerson {
  readonly facts: RawFacts;
  readonly records: readonly RawFacts[];
}
