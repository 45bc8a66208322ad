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

/** Where a fact stands in each row of a table: under which name, and in which cell. */
export interface RawColumn {
  readonly name: string;
  readonly place: number;
}

export type Cells = readonly string[];

/** A practitioner whose records are rows of a table. */
export interface TabledPerson {
  readonly facts: RawFacts;
  readonly rows: readonly Cells[];
}

/** A roster as cells, of which nobody has made records yet. A million records need not be built to be counted. */
export interface RawTable {
  /** What the cells say of a record. */
  readonly columns: readonly RawColumn[];
  readonly people: readonly TabledPerson[];
  /** How many rows are records. */
  readonly records: number;
}

/** The same practitioner with records of their own. Space around a text means nothing, and an empty cell says nothing. */
export function untabled({ facts, rows }: TabledPerson, columns: readonly RawColumn[]): RawPerson {
  const records = rows.map((cells) => {
    const record = new Map<string, string>();
    for (const { name, place } of columns) {
      const text = (cells[place] ?? '').trim();
      if (text !== '') record.set(name, text);
    }
    return record;
  });
  return { facts, records };
}
