/** Items that are more than a loop, and records whose time is: as the evaluator's own entries, through its own steps. */

import type { Value } from '../../model/plan.ts';
import { entryOf } from '../evaluator/classify.ts';
import { addDeemed, type Held } from '../evaluator/deem.ts';
import type { Entry } from '../evaluator/entry.ts';
import type { Facts } from '../evaluator/facts.ts';
import { reckonItem } from '../evaluator/item.ts';
import { placeIn } from '../evaluator/place.ts';
import type { ItemProgram, Program } from '../evaluator/program.ts';
import type { Run } from '../evaluator/run.ts';
import { type Column, type Columns, factAt, factsAt, NEVER } from './columns.ts';
import type { Cutter } from './cut.ts';
import { type Fate, isWhole, silentRun } from './fate.ts';
import type { Outcomes } from './outcomes.ts';
import { reasonCode } from './reason.ts';
import { fieldsOf } from './sight.ts';
import type { Clock } from './time.ts';

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
  readonly #columns: Columns;
  /** By item: the places of the fields that it reads. */
  readonly #readBy: ReadonlyMap<ItemProgram, readonly number[]>;
  readonly #year: number;
  readonly #out: Outcomes;
  #run: Run | null = null;
  #person = 0;
  #withMadeUp = true;
  #held: readonly Held[] = [];
  readonly #placed = new Map<number, Entry>();
  readonly #byItem = new Map<number, Kept[]>();

  constructor(program: Program, columns: Columns, year: number, out: Outcomes) {
    this.#columns = columns;
    this.#program = program;
    this.#year = year;
    this.#out = out;
    const wholes = program.items.filter(isWhole);
    this.#readBy = new Map(
      wholes.map((one) => [one, [...fieldsOf(one.item, program.plan)].map((key) => program.record.place(key))]),
    );
  }

  /** Begins with another practitioner, or anew. */
  clear(person: number, withMadeUp: boolean): void {
    this.#person = person;
    this.#withMadeUp = withMadeUp;
    this.#run = null;
    if (this.#placed.size === 0) return;
    this.deemed = false;
    this.#held = [];
    this.#placed.clear();
    this.#byItem.clear();
  }

  /** A record of such an item, as it was placed. */
  keep(fate: Fate, row: number, index: number, clock: Clock): void {
    const { whole } = fate;
    if (whole === null) return;
    const entry = entryOf({ index, id: null, facts: this.#factsOf(whole, row), invalid: null });
    entry.day = clock.day;
    entry.item = whole.place;
    entry.category = whole.item.category;
    entry.here = clock.here;
    entry.visiting = clock.visiting;
    entry.madeUp = clock.madeUp;
    entry.stay = clock.from === NEVER ? null : { from: clock.from, to: clock.to };
    this.#placed.set(row, entry);
  }

  /** What the evaluator reads of a record of the item; all else is left out. */
  #factsOf(program: ItemProgram, row: number): Facts {
    const facts: (Value | undefined)[] = new Array(this.#columns.record.length).fill(undefined);
    for (const place of this.#readBy.get(program) ?? [])
      facts[place] = factAt(this.#columns.record[place] as Column, row);
    return facts;
  }

  /**
   * Where a record stands of which it cannot be told what it is: it is of another year only as each item it may be of,
   * and it belongs to this one as the evaluator has it that asked for the last of them.
   */
  open(fate: Fate, row: number): { readonly elsewhere: boolean; readonly here: boolean; readonly madeUp: boolean } {
    const entry = entryOf({ index: 0, id: null, facts: factsAt(this.#columns.record, row), invalid: null });
    const run = this.#running();
    const places = fate.items.map((item) => placeIn(run, entry, item));
    const { here, visiting, madeUp } = entry;
    return {
      elsewhere: places.every(({ kind }) => kind === 'elsewhere'),
      here: here || visiting,
      madeUp: madeUp && here,
    };
  }

  #running(): Run {
    this.#run ??= silentRun(this.#program, factsAt(this.#columns.person, this.#person), this.#year, this.#withMadeUp);
    return this.#run;
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
    if (this.#byItem.size === 0) return 0;
    const run = this.#running();
    let sum = 0;
    const held: Held[] = [];
    for (const [place, all] of this.#byItem) {
      const program = this.#program.items[place] as ItemProgram;
      const entries = all.map(({ entry }) => entry);
      held.push(...reckonItem(run, program, entries));
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
        this.#running(),
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
