/** A pool as it grows, record by record. */
import { type Exact, minus } from '../../model/credit.ts';
import type { Entry, Pool } from './entry.ts';
import type { Tally } from './measure.ts';
import type { RateProgram } from './rate.ts';

export type Pooled = Extract<RateProgram, { kind: 'pooled' }>;

/** A pool of records that one line measures together. */
export class Running implements Pool {
  raw = 0;
  sum: Exact = 0;
  /** What the sum is worth; null where no row holds it. */
  worth: Exact | null = null;
  readonly #rate: Pooled;
  readonly #tally: Tally;
  #reached: Exact = 0;

  constructor(rate: Pooled) {
    this.#rate = rate;
    this.#tally = rate.of.tally();
  }

  /** Takes in the next record and gives what the sum gains by it; never less than nothing, whatever the rows say. */
  gain(entry: Entry): Exact {
    this.sum = this.#tally.add(entry);
    this.worth = this.#rate.worth(this.sum);
    const before = this.#reached;
    if (this.worth === null || this.worth <= before) return 0;
    this.#reached = this.worth;
    return minus(this.worth, before);
  }
}
