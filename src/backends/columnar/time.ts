/** Where a record stands in time when that takes more than a look at one day: stays, and what is made up. */
import { dayOf, yearOf } from '../../model/date.ts';
import type { Program } from '../evaluator/program.ts';
import { TRUE } from '../evaluator/truth.ts';
import { type Columns, factsAt, NEVER } from './columns.ts';
import type { Fate } from './fate.ts';
import { ByKind, Kinds } from './kinds.ts';
import { noReads, read } from './reads.ts';

/** Places one record at a time, and says where it stands: as the evaluator's `placeIn` does, in numbers. */
export class Clock {
  readonly first: number;
  readonly last: number;
  day = 0;
  here = false;
  visiting = false;
  undated = false;
  madeUp = false;
  /** Its days in the year; from `NEVER` where its start or end is missing. */
  from = NEVER;
  to = NEVER;
  readonly #year: number;
  readonly #nextLast: number;
  readonly #program: Program;
  readonly #columns: Columns;
  readonly #proof: Kinds;
  readonly #proofPerson: Kinds;
  readonly #proven: ByKind<boolean>;
  readonly #days: readonly Int32Array[];

  constructor(program: Program, columns: Columns, year: number) {
    this.#program = program;
    this.#columns = columns;
    this.#year = year;
    this.first = dayOf(year, 1, 1);
    this.last = dayOf(year, 12, 31);
    this.#nextLast = dayOf(year + 1, 12, 31);
    const reads = noReads();
    const when = program.plan.makeUp?.when ?? null;
    if (when !== null) read(reads, when);
    this.#proof = new Kinds(reads.record, program.record, columns.record);
    this.#proofPerson = new Kinds(reads.person, program.person, columns.person);
    this.#proven = new ByKind(this.#proof.size * this.#proofPerson.size);
    const never = new Int32Array(0);
    this.#days = columns.record.map((column) => (column.as === 'day' ? column.of : never));
  }

  /** As a record of the one item of its fate, or of none. */
  place({ placed, stays }: Fate, row: number, person: number, withMadeUp: boolean): void {
    const { reserved } = this.#program;
    const date = this.#at(reserved.date, row);
    const end = this.#at(reserved.end, row);
    const start = this.#at(reserved.start, row);
    const makeup = this.#at(reserved.makeupYear, row);
    const placing = placed >= 0 ? this.#at(placed, row) : end === NEVER ? date : end;
    const ordering = date === NEVER ? end : date;
    this.day = ordering !== NEVER ? ordering : placing !== NEVER ? placing : this.first;
    this.madeUp =
      makeup !== NEVER && ordering !== NEVER && this.#isIn(ordering, makeup + 1) && this.#proves(row, person);
    this.undated = !this.madeUp && placing === NEVER;
    const own = this.madeUp ? makeup === this.#year : placing >= this.first && placing <= this.last;
    this.here = own && !this.undated && (withMadeUp || !this.madeUp);
    const known = start !== NEVER && end !== NEVER;
    this.from = known ? Math.max(start, this.first) : NEVER;
    this.to = known ? Math.min(end, this.here && this.madeUp ? this.#nextLast : this.last) : NEVER;
    const spent = this.madeUp && (makeup === this.#year || makeup === this.#year - 1);
    this.visiting = stays && !this.here && !this.undated && !spent && known && this.from <= this.to;
  }

  #at(place: number, row: number): number {
    return (this.#days[place] as Int32Array)[row] as number;
  }

  #isIn(day: number, year: number): boolean {
    if (year === this.#year) return day >= this.first && day <= this.last;
    if (year === this.#year + 1) return day > this.last && day <= this.#nextLast;
    return yearOf(day) === year;
  }

  /** Whether the record may be made up for the year before. */
  #proves(row: number, person: number): boolean {
    const { plan, makeUp } = this.#program;
    if (plan.makeUp === null) return false;
    if (makeUp === null) return true;
    const kind = this.#proof.at(row) + this.#proofPerson.at(person) * this.#proof.size;
    const known = this.#proven.get(kind);
    if (known !== undefined) return known;
    const at = { person: factsAt(this.#columns.person, person), record: factsAt(this.#columns.record, row), sums: [] };
    return this.#proven.set(kind, makeUp.test(at) === TRUE);
  }
}
