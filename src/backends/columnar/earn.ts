/** What each record of a practitioner earns before any cap: by its line, and by what its pool has grown to. */
import { TooLarge } from '../../model/credit.ts';
import type { Columns } from './columns.ts';
import type { Cutter } from './cut.ts';
import type { Fate } from './fate.ts';
import type { Lineup } from './lineup.ts';
import type { Outcomes } from './outcomes.ts';
import { FIXED, type Pay, STATED } from './pay.ts';
import { Pools } from './pools.ts';
import type { Wholes } from './whole.ts';

export class Earnings {
  readonly #out: Outcomes;
  readonly #project: Int32Array;
  readonly #numbers: readonly Float64Array[];
  readonly #pools = new Pools();

  constructor(columns: Columns, project: Int32Array, out: Outcomes) {
    this.#out = out;
    this.#project = project;
    const none = new Float64Array(0);
    this.#numbers = columns.record.map((column) => (column.as === 'number' ? column.of : none));
  }

  /** Gives the sum. What the evaluator reckons is only told of its records, in order. */
  of({ rows, days, fates, count }: Lineup, wholes: Wholes, cutter: Cutter): number {
    const { raw, credits } = this.#out;
    this.#pools.clear();
    let sum = 0;
    for (let place = 0; place < count; place += 1) {
      const row = rows[place] as number;
      const fate = fates[place] as Fate;
      const { pay } = fate;
      if (fate.whole !== null) wholes.add(fate, row);
      if (pay === null) continue;
      const amount = this.#amount(pay, row, days[place] as number);
      if (amount === 0) continue;
      raw[row] = amount;
      credits[row] = amount;
      sum += amount;
      cutter.note(fate, amount);
    }
    return sum;
  }

  #amount(pay: Pay, row: number, day: number): number {
    const { after, rank } = pay;
    let gain = pay.amount;
    if (pay.kind !== FIXED) {
      const measured = pay.field < 0 ? 1 : (this.#numbers[pay.field]?.[row] as number);
      gain = pay.kind === STATED ? measured : this.#gained(pay, row, day, measured);
    }
    if (after === null) return gain;
    return after(gain, rank < 0 ? 0 : (this.#numbers[rank]?.[row] as number));
  }

  /** What the sum of its pool is worth more by this record. */
  #gained(pay: Pay, row: number, day: number, measured: number): number {
    const { basis } = pay;
    const project = basis === 'project' ? (this.#project[row] as number) : 0;
    if (basis === 'record' || project < 0) return pay.worth(measured);
    const place = this.#pools.of(pay.pool, basis === 'day' ? day : project);
    const { sum, reached } = this.#pools;
    const total = (sum[place] as number) + measured;
    if (total > Number.MAX_SAFE_INTEGER) throw new TooLarge('a pool is beyond what a double holds');
    sum[place] = total;
    const worth = pay.worth(total);
    const before = reached[place] as number;
    if (worth <= before) return 0;
    reached[place] = worth;
    return worth - before;
  }
}
