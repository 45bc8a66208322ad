/** Cells of a table to columns of numbers: each spelling is read once, and looked up where it stands again. */
import type { Cells, RawColumn } from '../../model/roster.ts';
import type { Program } from '../evaluator/program.ts';
import { isFault, type Reader } from '../evaluator/value.ts';
import type { ColumnGatherer } from './columnGatherer.ts';
import { NEVER } from './columns.ts';
import { hasDouble, ranksOf } from './rank.ts';

/** So many spellings of a column are remembered: rosters say the same few things over and over. */
const REMEMBERED = 4096;

type Rows = readonly Cells[];

/** A column of the table, and the one that it becomes. */
class CellColumn {
  /** -1: the table says nothing of the field. */
  readonly #place: number;
  readonly #into: ColumnGatherer;
  readonly #read: Reader;
  readonly #known = new Map<string, number>();
  /** What stands for an empty cell: the field's default, where it has one. */
  readonly #absent: number;

  constructor(place: number, into: ColumnGatherer, read: Reader, absent: number) {
    this.#place = place;
    this.#into = into;
    this.#read = read;
    this.#absent = absent;
  }

  /** Writes what the rows say beyond the end of the column. False where a cell says no value of the field. */
  write(rows: Rows): boolean {
    const { numbers } = this.#into;
    const [of, from, place, absent] = [numbers.room(rows.length), numbers.length, this.#place, this.#absent];
    // One row after the other often says the same.
    let [before, number] = ['', absent as number | null];
    for (let at = 0; at < rows.length; at += 1) {
      const cell = place < 0 ? '' : ((rows[at] as Cells)[place] ?? '');
      if (cell !== before) {
        number = cell === '' ? absent : (this.#known.get(cell) ?? this.#met(cell));
        if (number === null) return false;
        before = cell;
      }
      of[from + at] = number as number;
    }
    return true;
  }

  #met(cell: string): number | null {
    const value = this.#read(cell);
    if (isFault(value)) return null;
    const number = value === undefined ? this.#absent : this.#into.numberOf(value);
    if (!this.#into.ofIds && this.#known.size < REMEMBERED) this.#known.set(cell, number);
    return number;
  }
}

/** Where the facts of records stand in the rows of a table, and where they go. */
export class RecordCells {
  readonly columns: readonly RawColumn[];
  readonly #into: readonly ColumnGatherer[];
  readonly #ids: CellColumn;
  readonly #others: readonly CellColumn[];
  readonly #start: number;
  readonly #end: number;
  readonly #id: number;
  /** Each column is of one field, and no field has two: else there is something to say of every record. */
  readonly #plain: boolean;

  constructor(
    { record, recordReaders, reserved }: Program,
    columns: readonly RawColumn[],
    into: readonly ColumnGatherer[],
  ) {
    this.columns = columns;
    this.#into = into;
    const placeOf = new Map(columns.map(({ name, place }) => [record.find(name), place]));
    this.#plain = placeOf.size === columns.length && !placeOf.has(undefined);
    const all = into.map((column, field) => {
      const absent = column.numberOf(record.defaults[field]);
      return new CellColumn(placeOf.get(field) ?? -1, column, recordReaders[field] as Reader, absent);
    });
    this.#ids = all[reserved.id] as CellColumn;
    this.#others = all.filter((column) => column !== this.#ids);
    this.#start = reserved.start;
    this.#end = reserved.end;
    this.#id = placeOf.get(reserved.id) ?? -1;
  }

  /**
   * Writes the records of one practitioner beyond the end of the columns, and gives what orders those of one day. Null
   * where there is something to say of one: it has no id or that of another, a cell says no value of its field, it ends
   * before it begins.
   */
  write(rows: Rows): readonly number[] | null {
    if (!this.#plain || this.#id < 0) return null;
    const ids = rows.map((cells) => (cells[this.#id] ?? '').trim());
    if (ids.includes('') || hasDouble(ids)) return null;
    for (const column of this.#others) if (!column.write(rows)) return null;
    // Ids last: of what is not kept, no id must stay behind among the texts.
    return !this.#endsEarly(rows.length) && this.#ids.write(rows) ? ranksOf(ids) : null;
  }

  #endsEarly(count: number): boolean {
    const [start, end] = [this.#into[this.#start], this.#into[this.#end]].map((column) => column?.numbers);
    if (start === undefined || end === undefined) return false;
    const [starts, ends] = [start.room(count), end.room(count)];
    for (let at = start.length; at < start.length + count; at += 1) {
      const last = ends[at] as number;
      if (last !== NEVER && last < (starts[at] as number)) return true;
    }
    return false;
  }

  keep(count: number): void {
    for (const { numbers } of this.#into) numbers.keep(count);
  }
}
