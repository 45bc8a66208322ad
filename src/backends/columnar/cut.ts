/** Caps over the records of one practitioner: looked at only where what they are over is more than they allow. */
import type { Cap } from '../../model/plan.ts';
import type { ByBasis } from '../backend.ts';
import type { CapProgram, Program } from '../evaluator/program.ts';
import type { Fate } from './fate.ts';
import type { Lineup } from './lineup.ts';
import type { Outcomes } from './outcomes.ts';

/** Above the days and projects that spans are: a record that stands alone. */
const ALONE = 2 ** 40;
const FEW = 32;

export class Cutter {
  readonly #caps: readonly CapProgram[];
  readonly #out: Outcomes;
  /** By the place of a cap: no less than what stands under it. */
  readonly #sums: Float64Array;
  readonly #under: number[] = [];
  readonly #spans: number[] = [];
  readonly #spanOf: ByBasis<(row: number, day: number) => number>;

  constructor(program: Program, project: Int32Array, out: Outcomes) {
    this.#caps = program.caps;
    this.#out = out;
    this.#sums = new Float64Array(program.caps.length);
    this.#spanOf = {
      record: (row) => ALONE + row,
      project: (row) => ((project[row] as number) < 0 ? ALONE + row : (project[row] as number)),
      day: (_, day) => day,
      year: () => 0,
      cycle: () => 0,
    };
  }

  clear(): void {
    this.#sums.fill(0);
  }

  /** Credits come under the caps of a record. */
  note({ caps }: Fate, amount: number): void {
    for (let place = 0; place < caps.length; place += 1) {
      const cap = caps[place] as number;
      this.#sums[cap] = (this.#sums[cap] as number) + amount;
    }
  }

  /** Cuts by the caps of a stage, one after the other. */
  cut(stage: Cap['stage'], lineup: Lineup): void {
    for (let place = 0; place < this.#caps.length; place += 1) {
      const { cap } = this.#caps[place] as CapProgram;
      // What all its spans hold together is no more than one may: none holds more.
      if ((this.#sums[place] as number) <= cap.limit || cap.stage !== stage) continue;
      this.#lineUp(place, cap, lineup);
      if (cap.per === 'year' || cap.per === 'cycle') this.#cutOne(cap.limit);
      else if (this.#under.length > FEW) this.#cutMany(cap.limit);
      else this.#cutEach(cap.limit);
    }
  }

  #lineUp(place: number, { per }: Cap, { rows, days, fates, count }: Lineup): void {
    const { credits } = this.#out;
    const spanOf = this.#spanOf[per];
    this.#under.length = 0;
    this.#spans.length = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if ((fates[at] as Fate).under[place] !== 1 || (credits[row] as number) === 0) continue;
      this.#under.push(row);
      this.#spans.push(spanOf(row, days[at] as number));
    }
  }

  /** All in one span. */
  #cutOne(limit: number): void {
    const { credits } = this.#out;
    const under = this.#under;
    let over = -limit;
    for (let at = 0; at < under.length; at += 1) over += credits[under[at] as number] as number;
    for (let at = under.length - 1; at >= 0 && over > 0; at -= 1) over -= this.#take(under[at] as number, over);
  }

  #take(row: number, over: number): number {
    const { credits } = this.#out;
    const before = credits[row] as number;
    const lost = before < over ? before : over;
    credits[row] = before - lost;
    return lost;
  }

  /** From the first on each keeps what its span still holds: the latest lose what is over. */
  #cutEach(limit: number): void {
    const { credits } = this.#out;
    const [under, spans] = [this.#under, this.#spans];
    for (let at = 0; at < under.length; at += 1) {
      let left = limit;
      for (let before = 0; before < at; before += 1)
        if (spans[before] === spans[at]) left -= credits[under[before] as number] as number;
      const row = under[at] as number;
      if ((credits[row] as number) > left) credits[row] = left;
    }
  }

  #cutMany(limit: number): void {
    const { credits } = this.#out;
    const left = new Map<number, number>();
    for (let at = 0; at < this.#under.length; at += 1) {
      const [row, span] = [this.#under[at] as number, this.#spans[at] as number];
      const free = left.get(span) ?? limit;
      if ((credits[row] as number) > free) credits[row] = free;
      left.set(span, free - (credits[row] as number));
    }
  }
}
