/** The totals (累计) of one item over the year. */
import type { Exact } from '../../model/credit.ts';
import type { Expr, Measure } from '../../model/plan.ts';
import { bound, type Condition, conditions, type Scene, type Schemas, type Total, type Totals } from './condition.ts';
import type { Entry } from './entry.ts';
import { counts, type Measuring, measuring, type Tally } from './measure.ts';
import { TRUE, UNKNOWN } from './truth.ts';

export interface Sum {
  readonly of: Measuring;
  readonly where: Condition;
}

/** A comparison of a sum with a constant. */
interface Answer {
  readonly place: number;
  readonly meets: (value: Exact) => boolean;
}

/** Every total that some conditions of an item read, each sum once. */
export class Sums implements Totals {
  readonly #sums: Sum[] = [];
  readonly #places = new Map<string, number>();
  readonly #answers: Answer[] = [];
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  add({ measure, where, by, to }: Total): number {
    const place = this.#place(measure, where);
    this.#answers.push({ place, meets: bound(by, to) });
    return place;
  }

  #place(measure: Measure, where: Expr): number {
    const key = JSON.stringify([measure, where]);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const of = measuring(measure, this.#schemas.record);
    this.#places.set(key, this.#sums.length);
    return this.#sums.push({ of, where: conditions(this.#schemas, null)(where) }) - 1;
  }

  get all(): readonly Sum[] {
    return this.#sums;
  }

  /** Sums that grow record by record. */
  start(): Growing {
    return new Growing(this.#sums, this.#answers);
  }
}

export class Growing {
  /** By the place that `Sums.add` gave. */
  readonly values: Exact[];
  readonly #sums: readonly Sum[];
  readonly #tallies: readonly Tally[];
  readonly #answers: readonly Answer[];

  constructor(sums: readonly Sum[], answers: readonly Answer[]) {
    this.#sums = sums;
    this.#answers = answers;
    this.#tallies = sums.map(({ of }) => of.tally());
    this.values = sums.map(() => 0);
  }

  /** Whether a record is in one of the sums; where there is none to be in, it is. */
  has(entry: Entry, at: Scene): boolean {
    const sums = this.#sums;
    return sums.length === 0 || sums.some(({ of, where }) => counts(of, entry) && where.test(at) === TRUE);
  }

  /** Takes in a record that passed review and gates, and tells whether a comparison with a sum has a new answer. */
  add(entry: Entry, at: Scene): boolean {
    let changed = false;
    for (let place = 0; place < this.#sums.length; place += 1) {
      const { of, where } = this.#sums[place] as Sum;
      if (!counts(of, entry) || where.test(at) !== TRUE) continue;
      const before = this.values[place] as Exact;
      const after = (this.#tallies[place] as Tally).add(entry);
      this.values[place] = after;
      changed ||= this.#answers.some(
        (answer) => answer.place === place && answer.meets(before) !== answer.meets(after),
      );
    }
    return changed;
  }
}

/** Labels of the facts for want of which a record is left out of a sum. */
export function leftOut(sums: readonly Sum[], entry: Entry, at: Scene): readonly string[] {
  const labels = sums.flatMap(({ of, where }) => {
    const held = where.test(at);
    if (held === UNKNOWN) return where.missing(at);
    return held === TRUE && (of.ofVisitors || !entry.visiting) ? of.missing(entry) : [];
  });
  return [...new Set(labels)];
}
