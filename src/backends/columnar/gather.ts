/** Practitioners as read, one after the other, into columns. */
import type { Field, Plan, Value } from '../../model/plan.ts';
import type { DataFinding } from '../../model/result.ts';
import type { RawPerson } from '../../model/roster.ts';
import { byId } from '../evaluator/entry.ts';
import { type Program, programOf } from '../evaluator/program.ts';
import { type ReadPerson, type ReadRecord, readPerson } from '../evaluator/read.ts';
import { Report } from '../evaluator/report.ts';
import { ABSENT, type Column, type Columns, NEVER, valuesOf, writtenAs } from './columns.ts';
import { Growing, memory } from './grow.ts';

/** The columns of a roster, and what was wrong or odd in its data: by the place of a practitioner. */
export interface Gathered {
  readonly columns: Columns;
  readonly findings: ReadonlyMap<number, readonly DataFinding[]>;
}

class ColumnGatherer {
  readonly #codes: Growing<Int32Array> | null;
  readonly #numbers: Growing<Float64Array> | null;
  readonly #as: 'code' | 'day' | 'number';
  readonly #values: Value[];
  readonly #known: Map<Value, number>;
  readonly #grows: boolean;

  constructor(field: Field) {
    this.#as = writtenAs(field);
    this.#codes = this.#as === 'number' ? null : new Growing(Int32Array);
    this.#numbers = this.#as === 'number' ? new Growing(Float64Array) : null;
    this.#values = valuesOf(field);
    this.#known = new Map(this.#values.map((value, code) => [value, code]));
    this.#grows = field.type === 'text';
  }

  push(value: Value | undefined): void {
    if (this.#numbers !== null) this.#numbers.push(value === undefined ? Number.NaN : (value as number));
    else if (this.#as === 'day') this.#codes?.push(value === undefined ? NEVER : (value as number));
    else this.#codes?.push(value === undefined ? ABSENT : this.#codeOf(value));
  }

  #codeOf(value: Value): number {
    const known = this.#known.get(value);
    if (known !== undefined || !this.#grows) return known ?? ABSENT;
    this.#known.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }

  /** How many bytes it takes, of codes and of numbers. */
  get bytes(): Bytes {
    return { codes: this.#codes?.bytes ?? 0, numbers: this.#numbers?.bytes ?? 0 };
  }

  done(codes: ArrayBufferLike, numbers: ArrayBufferLike, { codes: code, numbers: number }: Bytes): Column {
    if (this.#numbers !== null) return { as: 'number', of: this.#numbers.done(numbers, number) };
    const of = (this.#codes as Growing<Int32Array>).done(codes, code);
    return { as: this.#as === 'day' ? 'day' : 'code', of, values: this.#values };
  }
}

interface Bytes {
  readonly codes: number;
  readonly numbers: number;
}

/** All columns of codes in one piece of memory, and all of numbers: a loop over several of them looks in one place. */
function together(columns: readonly ColumnGatherer[], shared: boolean): readonly Column[] {
  const after: Bytes[] = [{ codes: 0, numbers: 0 }];
  for (const { bytes } of columns) {
    const { codes, numbers } = after.at(-1) as Bytes;
    after.push({ codes: codes + bytes.codes, numbers: numbers + bytes.numbers });
  }
  const all = after.at(-1) as Bytes;
  const [codes, numbers] = [memory(all.codes, shared), memory(all.numbers, shared)];
  return columns.map((column, place) => column.done(codes, numbers, after[place] as Bytes));
}

export class Gatherer {
  readonly #program: Program;
  readonly #person: readonly ColumnGatherer[];
  readonly #record: readonly ColumnGatherer[];
  readonly #starts = new Growing(Int32Array);
  readonly #invalid = new Growing(Uint8Array);
  readonly #rank = new Growing(Int32Array);
  readonly #findings = new Map<number, readonly DataFinding[]>();

  constructor(plan: Plan) {
    this.#program = programOf(plan);
    this.#person = plan.personFields.map((field) => new ColumnGatherer(field));
    this.#record = plan.recordFields.map((field) => new ColumnGatherer(field));
  }

  add(raw: RawPerson): void {
    const report = new Report({ lang: 'zh', explain: false, onUse: undefined });
    this.#take(readPerson(this.#program, raw, report));
    if (report.findings.length > 0) this.#findings.set(this.#starts.length - 1, report.findings);
  }

  #take({ facts, records }: ReadPerson): void {
    this.#starts.push(this.#invalid.length);
    for (let place = 0; place < this.#person.length; place += 1) this.#person[place]?.push(facts[place]);
    const ranks = ranksOf(records);
    for (const record of records) {
      for (let place = 0; place < this.#record.length; place += 1) this.#record[place]?.push(record.facts[place]);
      this.#invalid.push(record.invalid === null ? 0 : 1);
      this.#rank.push(ranks[record.index] as number);
    }
  }

  /** `shared`: in memory that workers may look at. */
  done(shared = false): Gathered {
    const people = this.#starts.length;
    this.#starts.push(this.#invalid.length);
    const columns: Columns = {
      people,
      records: this.#invalid.length,
      starts: this.#starts.done(memory(this.#starts.bytes, shared)),
      person: together(this.#person, shared),
      record: together(this.#record, shared),
      invalid: this.#invalid.done(memory(this.#invalid.bytes, shared)),
      rank: this.#rank.done(memory(this.#rank.bytes, shared)),
    };
    return { columns, findings: this.#findings };
  }
}

/** By index: where the record stands among the practitioner's, by id and then by place; those without an id are last. */
function ranksOf(records: readonly ReadRecord[]): readonly number[] {
  const inOrder = records.every(({ id }, place) => place === 0 || byId(records[place - 1]?.id ?? null, id) <= 0);
  if (inOrder) return records.map((_, place) => place);
  const order = records.toSorted((a, b) => byId(a.id, b.id) || a.index - b.index);
  const ranks = new Array<number>(records.length);
  order.forEach(({ index }, rank) => {
    ranks[index] = rank;
  });
  return ranks;
}

/** A roster as columns. */
export function gathered(plan: Plan, people: Iterable<RawPerson>, shared = false): Gathered {
  const gatherer = new Gatherer(plan);
  for (const person of people) gatherer.add(person);
  return gatherer.done(shared);
}
