/** Items that are more than a loop, and records whose time is: as the evaluator's own entries, through its own steps. */
import { addDeemed, type Held } from '../evaluator/deem.ts';
import type { Entry } from '../evaluator/entry.ts';
import { reckonItem } from '../evaluator/item.ts';
import type { ItemProgram, Program } from '../evaluator/program.ts';
import type { Run } from '../evaluator/run.ts';
import { type Columns, factsAt } from './columns.ts';
import type { Cutter } from './cut.ts';
import { type Fate, silentRun } from './fate.ts';
import type { Outcomes } from './outcomes.ts';
import { reasonCode } from './reason.ts';
import { type Placed, placed } from './time.ts';

interface Kept {
  readonly entry: Entry;
  readonly row: number;
  readonly fate: Fate;
}

/** Of one practitioner at a time. */
export class Wholes {
  /** How many records the evaluator reckoned so far. */
  records = 0;
  /** A deeming held that meets the whole requirement of the year. */
  deemed = false;
  readonly #program: Program;
  readonly #year: number;
  readonly #out: Outcomes;
  #run: Run | null = null;
  #withMadeUp = true;
  #held: readonly Held[] = [];
  readonly #placed = new Map<number, Entry>();
  readonly #byItem = new Map<number, Kept[]>();

  constructor(program: Program, year: number, out: Outcomes) {
    this.#program = program;
    this.#year = year;
    this.#out = out;
  }

  clear(withMadeUp: boolean): void {
    this.#withMadeUp = withMadeUp;
    if (this.#run === null) return;
    this.#run = null;
    this.deemed = false;
    this.#held = [];
    this.#placed.clear();
    this.#byItem.clear();
  }

  place(fate: Fate, row: number, index: number, columns: Columns, person: number): Placed {
    this.#run ??= silentRun(this.#program, factsAt(columns.person, person), this.#year, this.#withMadeUp);
    const one = placed(this.#run, fate, index, factsAt(columns.record, row));
    if (fate.whole) this.#placed.set(row, one.entry);
    return one;
  }

  /** The next in order. */
  add(fate: Fate, row: number): void {
    const entry = this.#placed.get(row);
    if (entry === undefined) return;
    const kept = { entry, row, fate };
    const known = this.#byItem.get(fate.item);
    if (known === undefined) this.#byItem.set(fate.item, [kept]);
    else known.push(kept);
  }

  /** What they earn before any cap. Gives the sum. */
  reckon(cutter: Cutter): number {
    if (this.#run === null || this.#byItem.size === 0) return 0;
    let sum = 0;
    const held: Held[] = [];
    for (const [place, all] of this.#byItem) {
      const program = this.#program.items[place] as ItemProgram;
      const entries = all.map(({ entry }) => entry);
      held.push(...reckonItem(this.#run, program, entries));
      this.records += all.length;
      for (const { entry, row, fate } of all) {
        this.#out.raw[row] = entry.raw;
        this.#out.credits[row] = entry.raw;
        this.#out.reason[row] = reasonCode(entry.reason);
        sum += entry.raw;
        if (entry.raw > 0) cutter.note(fate, entry.raw);
      }
    }
    this.#held = held;
    this.deemed = held.some(({ deem }) => deem.deem.credits === null);
    return sum;
  }

  /** Adds what deemings add to what the items' own caps have left. */
  deem(cutter: Cutter): void {
    for (const held of this.#held) {
      const all = this.#byItem.get(held.program.place) ?? [];
      for (const { entry, row } of all) entry.credits = this.#out.credits[row] as number;
      addDeemed(
        this.#run as Run,
        held,
        all.map(({ entry }) => entry),
      );
      for (const { entry, row, fate } of all) {
        const added = entry.credits - (this.#out.credits[row] as number);
        if (added > 0) cutter.note(fate, added);
        this.#out.raw[row] = entry.raw;
        this.#out.credits[row] = entry.credits;
      }
    }
  }
}
