/** Practitioners as read, one after the other, into columns. */
import type { Plan } from '../../model/plan.ts';
import type { DataFinding } from '../../model/result.ts';
import { type RawColumn, type RawPerson, type RawTable, type TabledPerson, untabled } from '../../model/roster.ts';
import type { Facts } from '../evaluator/facts.ts';
import { type Program, programOf } from '../evaluator/program.ts';
import { type ReadPerson, readPerson } from '../evaluator/read.ts';
import { Report } from '../evaluator/report.ts';
import { RecordCells } from './cells.ts';
import { ColumnGatherer, layTogether } from './columnGatherer.ts';
import type { Columns } from './columns.ts';
import { Growing, memory } from './grow.ts';
import { ranksOf } from './rank.ts';

/** The columns of a roster, and what was wrong or odd in its data: by the place of a practitioner. */
export interface Gathered {
  readonly columns: Columns;
  readonly findings: ReadonlyMap<number, readonly DataFinding[]>;
}

export class Gatherer {
  readonly #program: Program;
  readonly #person: readonly ColumnGatherer[];
  readonly #record: readonly ColumnGatherer[];
  readonly #starts = new Growing(Int32Array);
  readonly #invalid = new Growing(Uint8Array);
  readonly #rank = new Growing(Int32Array);
  readonly #findings = new Map<number, readonly DataFinding[]>();
  /** Of those of whom there is nothing to say. */
  #quiet = silent();
  readonly #shared: boolean;
  #room = { people: 0, records: 0 };

  /** `shared`: in memory that workers may look at. */
  constructor(plan: Plan, shared = false) {
    this.#program = programOf(plan);
    this.#person = plan.personFields.map((field) => new ColumnGatherer(field));
    this.#record = plan.recordFields.map((field) => new ColumnGatherer(field));
    this.#shared = shared;
  }

  /** So many are to come: where they do, no number is moved again. */
  reserve(people: number, records: number): void {
    layTogether(this.#person, people, this.#shared);
    layTogether(this.#record, records, this.#shared);
    this.#room = { people, records };
  }

  add(raw: RawPerson): void {
    const report = silent();
    this.#take(readPerson(this.#program, raw, report));
    if (report.findings.length > 0) this.#findings.set(this.#starts.length - 1, report.findings);
  }

  /** Where the records of a table go. */
  cellsOf(columns: readonly RawColumn[]): RecordCells {
    return new RecordCells(this.#program, columns, this.#record);
  }

  /** The same of a practitioner in a table: records are made of those alone of whom there is something to say. */
  addTabled(person: TabledPerson, cells: RecordCells): void {
    const { facts } = readPerson(this.#program, { facts: person.facts, records: [] }, this.#quiet);
    const ranks = this.#quiet.findings.length > 0 ? null : cells.write(person.rows);
    if (ranks === null) {
      this.#quiet = silent();
      this.add(untabled(person, cells.columns));
      return;
    }
    this.#begin(facts);
    cells.keep(ranks.length);
    for (const rank of ranks) this.#place(rank, false);
  }

  #take({ facts, records }: ReadPerson): void {
    this.#begin(facts);
    const ranks = ranksOf(records.map(({ id }) => id));
    records.forEach((record, place) => {
      for (let field = 0; field < this.#record.length; field += 1) this.#record[field]?.push(record.facts[field]);
      this.#place(ranks[place] as number, record.invalid !== null);
    });
  }

  #begin(facts: Facts): void {
    this.#starts.push(this.#invalid.length);
    for (let field = 0; field < this.#person.length; field += 1) this.#person[field]?.push(facts[field]);
  }

  #place(rank: number, invalid: boolean): void {
    this.#invalid.push(Number(invalid));
    this.#rank.push(rank);
  }

  done(): Gathered {
    const [people, records] = [this.#starts.length, this.#invalid.length];
    if (people !== this.#room.people || records !== this.#room.records) this.reserve(people, records);
    this.#starts.push(records);
    const columns: Columns = {
      people,
      records,
      starts: this.#whole(this.#starts),
      person: this.#person.map(({ done }) => done),
      record: this.#record.map(({ done }) => done),
      invalid: this.#whole(this.#invalid),
      rank: this.#whole(this.#rank),
    };
    return { columns, findings: this.#findings };
  }

  #whole<Of extends Int32Array | Uint8Array>(growing: Growing<Of>): Of {
    return growing.moveTo(memory(growing.bytesOf(growing.length), this.#shared), 0, growing.length);
  }
}

const silent = (): Report => new Report({ lang: 'zh', explain: false, onUse: undefined });

/** A roster as columns. */
export function gathered(plan: Plan, people: Iterable<RawPerson>, shared = false): Gathered {
  const gatherer = new Gatherer(plan, shared);
  for (const person of people) gatherer.add(person);
  return gatherer.done();
}

/** The same of a roster as cells, and nobody makes its records. */
export function gatheredTable(plan: Plan, { columns, people, records }: RawTable, shared = false): Gathered {
  const gatherer = new Gatherer(plan, shared);
  gatherer.reserve(people.length, records);
  const cells = gatherer.cellsOf(columns);
  for (const person of people) gatherer.addTabled(person, cells);
  return gatherer.done();
}
