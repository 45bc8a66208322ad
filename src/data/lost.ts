/**
 * Cells of numbers with more digits than a spreadsheet keeps: what stands in them is not what was entered. Whether that
 * matters is for the reader of the columns to say: a column that nobody reads may hold what it likes.
 */
export class Lost {
  private readonly places: Set<number>;
  /** Rows that were cut off above. */
  private readonly above: number;

  constructor(places = new Set<number>(), above = 0) {
    this.places = places;
    this.above = above;
  }

  get size(): number {
    return this.places.size;
  }

  /** Row and column from 0. */
  add(row: number, column: number): void {
    this.places.add(placeOf(row + this.above, column));
  }

  has(row: number, column: number): boolean {
    return this.places.has(placeOf(row + this.above, column));
  }

  /** The same, where the rows before this one are cut off. */
  from(row: number): Lost {
    return new Lost(this.places, this.above + row);
  }

  /** Rows of a column in which it is so, from the first that is left on. */
  *rows(column: number): Generator<number> {
    for (const place of this.places) {
      const row = Math.floor(place / COLUMNS) - this.above;
      if (place % COLUMNS === column && row >= 0) yield row;
    }
  }
}

/** More than a sheet has. */
const COLUMNS = 1 << 20;

const placeOf = (row: number, column: number): number => row * COLUMNS + column;
