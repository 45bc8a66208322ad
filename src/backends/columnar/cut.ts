/** Caps over the records of one practitioner: looked at only where what they are over is more than they allow. */
import type { Cap } from '../../model/plan.ts';
import type { ByBasis } from '../backend.ts';
import type { CapProgram, Program } from '../evaluator/program.ts';
import type { Fate } from './fate.ts';
import type { Lineup } from './lineup.ts';
import type { Outcomes } from './outcomes.ts';

/** Above the days and projects that spans are: a record that stands alone. */
const ALONE = 2 ** 31;
const FEW = 32;

export class Cutter {
  readonly #caps: readonly CapProgram[];
  readonly #limits: Float64Array;
  /** By stage: the places of its caps, in the order in which they cut. */
  readonly #stages: Readonly<Record<Cap['stage'], readonly number[]>>;
  readonly #out: Outcomes;
  /** By the place of a cap: no less than what stands under it. */
  readonly #sums: Float64Array;
  readonly #project: Int32Array;
  /** Spans met so far, and what each still lets through. */
  readonly #spans = new Float64Array(FEW);
  readonly #left = new Float64Array(FEW);

  constructor(program: Program, project: Int32Array, out: Outcomes) {
    this.#caps = program.caps;
    this.#limits = Float64Array.from(program.caps, ({ cap }) => cap.limit);
    const of = (stage: Cap['stage']): readonly number[] =>
      program.caps.flatMap(({ cap }, place) => (cap.stage === stage ? [place] : []));
    this.#stages = { item: of('item'), section: of('section') };
    this.#out = out;
    this.#sums = new Float64Array(program.caps.length);
    this.#project = project;
  }

  clear(): void {
    // By hand: a call to `fill` takes longer than so few numbers do.
    for (let place = 0; place < this.#sums.length; place += 1) this.#sums[place] = 0;
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
    const places = this.#stages[stage];
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number;
      // What all its spans hold together is no more than one may: none holds more.
      if ((this.#sums[place] as number) <= (this.#limits[place] as number)) continue;
      const { cap } = this.#caps[place] as CapProgram;
      this.#cuts[cap.per](place, cap.limit, lineup);
    }
  }

  readonly #cuts: ByBasis<(place: number, limit: number, lineup: Lineup) => void> = {
    record: (place, limit, lineup) => this.#cutOne(place, limit, lineup, true),
    project: (place, limit, lineup) => this.#cutEach(place, limit, lineup, true),
    day: (place, limit, lineup) => this.#cutEach(place, limit, lineup, false),
    year: (place, limit, lineup) => this.#cutOne(place, limit, lineup, false),
    cycle: (place, limit, lineup) => this.#cutOne(place, limit, lineup, false),
  };

  /** From the first on each keeps what is still let through, so that the latest lose what is over. */
  #cutOne(place: number, limit: number, { rows, fates, count }: Lineup, alone: boolean): void {
    const { credits } = this.#out;
    let left = limit;
    for (let at = 0; at < count; at += 1) {
      if ((fates[at] as Fate).under[place] !== 1) continue;
      const row = rows[at] as number;
      const before = credits[row] as number;
      if (before > left) credits[row] = left;
      if (!alone) left -= before > left ? left : before;
    }
  }

  /** The same in each project or day. */
  #cutEach(place: number, limit: number, lineup: Lineup, byProject: boolean): void {
    const { rows, days, fates, count } = lineup;
    const { credits } = this.#out;
    const [spans, lefts] = [this.#spans, this.#left];
    let known = 0;
    for (let at = 0; at < count; at += 1) {
      if ((fates[at] as Fate).under[place] !== 1) continue;
      const row = rows[at] as number;
      const before = credits[row] as number;
      if (before === 0) continue;
      const project = byProject ? (this.#project[row] as number) : 0;
      const span = project < 0 ? ALONE + row : byProject ? project : (days[at] as number);
      let found = 0;
      while (found < known && spans[found] !== span) found += 1;
      if (found === known) {
        if (known === FEW) {
          this.#cutMany(place, limit, lineup, byProject);
          return;
        }
        spans[found] = span;
        lefts[found] = limit;
        known += 1;
      }
      const left = lefts[found] as number;
      if (before > left) credits[row] = left;
      lefts[found] = before > left ? 0 : left - before;
    }
  }

  /** Where spans are many. What was cut before stays within what they let through. */
  #cutMany(place: number, limit: number, { rows, days, fates, count }: Lineup, byProject: boolean): void {
    const { credits } = this.#out;
    const lefts = new Map<number, number>();
    for (let at = 0; at < count; at += 1) {
      if ((fates[at] as Fate).under[place] !== 1) continue;
      const row = rows[at] as number;
      const before = credits[row] as number;
      const project = byProject ? (this.#project[row] as number) : 0;
      const span = project < 0 ? ALONE + row : byProject ? project : (days[at] as number);
      const left = lefts.get(span) ?? limit;
      if (before > left) credits[row] = left;
      lefts.set(span, before > left ? 0 : left - before);
    }
  }
}
