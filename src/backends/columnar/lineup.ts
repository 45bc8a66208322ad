/** The records of one practitioner that may earn, lined up in order of day, then id, then place. */
import type { Fate } from './fate.ts';

/** Up to here each record is put in its place as it comes; beyond, all are sorted. */
const FEW = 40;

export class Lineup {
  count = 0;
  rows = new Int32Array(FEW);
  days = new Int32Array(FEW);
  fates: Fate[] = [];
  readonly #rank: Int32Array;
  #sorted = true;

  /** `rank`: by row, what orders those of one day. */
  constructor(rank: Int32Array) {
    this.#rank = rank;
  }

  clear(): void {
    this.count = 0;
    this.#sorted = true;
  }

  add(row: number, day: number, fate: Fate): void {
    const { count } = this;
    if (count === this.rows.length) this.#widen();
    if (count > 0 && !this.#follows(row, day, count - 1)) this.#sorted = false;
    this.rows[count] = row;
    this.days[count] = day;
    this.fates[count] = fate;
    this.count = count + 1;
  }

  sort(): void {
    if (this.#sorted) return;
    if (this.count > FEW) this.#sortMany();
    else this.#sortFew();
  }

  /** Whether a record comes after the one at a place. */
  #follows(row: number, day: number, place: number): boolean {
    const other = this.days[place] as number;
    return (
      other < day || (other === day && (this.#rank[this.rows[place] as number] as number) < (this.#rank[row] as number))
    );
  }

  #sortFew(): void {
    const { rows, days, fates } = this;
    for (let place = 1; place < this.count; place += 1) {
      const [row, day, fate] = [rows[place] as number, days[place] as number, fates[place] as Fate];
      let to = place;
      for (; to > 0 && !this.#follows(row, day, to - 1); to -= 1) {
        rows[to] = rows[to - 1] as number;
        days[to] = days[to - 1] as number;
        fates[to] = fates[to - 1] as Fate;
      }
      rows[to] = row;
      days[to] = day;
      fates[to] = fate;
    }
  }

  #sortMany(): void {
    const of = (numbers: Int32Array, at: number): number => numbers[at] as number;
    const [rows, days, fates] = [this.rows.slice(), this.days.slice(), this.fates.slice()];
    const order = Array.from({ length: this.count }, (_, place) => place).sort(
      (a, b) => of(days, a) - of(days, b) || of(this.#rank, of(rows, a)) - of(this.#rank, of(rows, b)),
    );
    order.forEach((from, to) => {
      this.rows[to] = of(rows, from);
      this.days[to] = of(days, from);
      this.fates[to] = fates[from] as Fate;
    });
  }

  #widen(): void {
    const wider = (narrow: Int32Array): Int32Array<ArrayBuffer> => {
      const wide = new Int32Array(narrow.length * 2);
      wide.set(narrow);
      return wide;
    };
    this.rows = wider(this.rows);
    this.days = wider(this.days);
  }
}
