/**
 * What becomes of every record of one kind, in a year: its item, its reason, the line that it earns by, the caps that it is
 * under. The evaluator's own conditions and steps say so, asked once a kind; a loop over the records then only looks it up.
 */

import { admit, approved } from '../evaluator/admit.ts';
import { chooseLines, settle } from '../evaluator/choose.ts';
import { candidates, entryOf } from '../evaluator/classify.ts';
import type { Entry } from '../evaluator/entry.ts';
import type { Facts } from '../evaluator/facts.ts';
import { Past } from '../evaluator/past.ts';
import type { ItemProgram, Program } from '../evaluator/program.ts';
import { Report } from '../evaluator/report.ts';
import { Run } from '../evaluator/run.ts';
import { TRUE } from '../evaluator/truth.ts';
import { type Pay, payOf } from './pay.ts';
import { INVALID, NO_AWARD, NONE, reasonCode } from './reason.ts';

export interface Fate {
  /** Place of its item; -1 where none holds, or where it cannot be told. */
  readonly item: number;
  /** Place of its category; -1 for none. */
  readonly category: number;
  /** The one item that may hold, or those of which it cannot be told; none: it is of no item. */
  readonly items: readonly ItemProgram[];
  /** Two items hold: it has no place in any year. */
  readonly disputed: boolean;
  /** It cannot be told which item it is of, and so in which year it stands. */
  readonly open: boolean;
  /** Its days count in the year that they lie in. */
  readonly stays: boolean;
  /** Place of the field that places it; -1: its end, else its date. */
  readonly placed: number;
  /** Why it earns nothing in its year. */
  readonly reason: number;
  /** Why, where the day that would place it is missing. */
  readonly undated: number;
  /** The item, where the evaluator reckons it. */
  readonly whole: ItemProgram | null;
  readonly pay: Pay | null;
  /** Caps that it is under, in the order in which they cut. */
  readonly caps: readonly number[];
  /** By the place of a cap. */
  readonly under: Uint8Array;
  /** One of them crosses another. */
  readonly knotted: boolean;
  /** By the place of a subject of the requirement. */
  readonly subjects: Uint8Array;
}

/** Whether an item is more than one record after the other: it sums, deems, keeps the best, or counts days. */
export const isWhole = ({ sums, deems, best, item, lines }: ItemProgram): boolean =>
  sums.all.length > 0 ||
  deems.length > 0 ||
  best.length > 0 ||
  item.stays ||
  lines.some(({ line, rate }) => line.rate.kind === 'steps' || (rate.kind === 'pooled' && rate.of.ofVisitors));

export const silentRun = (program: Program, person: Facts, year: number, withMadeUp = true): Run => {
  const report = new Report({ lang: 'zh', explain: false, onUse: undefined, heard: false });
  return new Run(program, person, year, report, { withMadeUp, window: { first: year, last: year }, past: new Past() });
};

export class Fates {
  readonly #program: Program;
  readonly #year: number;
  readonly #categories: ReadonlyMap<string, number>;
  readonly #wholes: readonly boolean[];
  readonly #pools = new Map<string, number>();

  constructor(program: Program, year: number) {
    this.#program = program;
    this.#year = year;
    this.#categories = new Map(program.plan.categories.map(({ key }, place) => [key, place]));
    this.#wholes = program.items.map(isWhole);
  }

  /** Of the kind that this record of this practitioner is of. */
  of(facts: Facts, person: Facts): Fate {
    const run = silentRun(this.#program, person, this.#year);
    const { first, second, unknown } = candidates(run, facts);
    if (first !== null && second !== null) return this.#none({ disputed: true, reason: INVALID });
    if (first !== null) return this.#settled(run, facts, first);
    return unknown.length > 0 ? this.#open(run, facts, unknown) : this.#none({ reason: NO_AWARD, undated: NO_AWARD });
  }

  #none(what: Partial<Fate>): Fate {
    return {
      item: -1,
      category: -1,
      items: [],
      disputed: false,
      open: false,
      stays: false,
      placed: -1,
      reason: NONE,
      undated: NONE,
      whole: null,
      pay: null,
      caps: [],
      under: new Uint8Array(this.#program.caps.length),
      knotted: false,
      subjects: new Uint8Array(this.#program.subjects.length),
      ...what,
    };
  }

  #open(run: Run, facts: Facts, items: readonly ItemProgram[]): Fate {
    const categories = new Set(items.map(({ item }) => item.category));
    const [category] = categories;
    const only = categories.size === 1 && category !== undefined ? (this.#categories.get(category) ?? -1) : -1;
    const entry = blank(facts);
    const reason = approved(run, entry) ? reasonCode('incomplete') : reasonCode(entry.reason);
    return this.#none({ category: only, items, open: true, reason, undated: reason });
  }

  #settled(run: Run, facts: Facts, program: ItemProgram): Fate {
    const { place, item, placed } = program;
    const common = {
      item: place,
      category: this.#categories.get(item.category) ?? -1,
      items: [program],
      stays: item.stays,
      placed: placed ?? -1,
      undated: reasonCode(this.#undated(run, facts, program)),
      ...this.#over(run, facts, program),
    };
    const entry = { ...blank(facts), item: place, here: true };
    const admitted = admit(run, program, entry);
    if (this.#wholes[place]) return this.#none({ ...common, whole: program, reason: reasonCode(entry.reason) });
    if (admitted) {
      chooseLines(run, program, [entry], []);
      settle(run, program, [entry], []);
    }
    const reason = reasonCode(entry.reason);
    return this.#none({ ...common, reason, pay: reason === NONE ? this.#pay(run, facts, program, entry) : null });
  }

  #undated(run: Run, facts: Facts, program: ItemProgram) {
    const entry = { ...blank(facts), item: program.place, undated: '' };
    admit(run, program, entry);
    return entry.reason;
  }

  /** The caps and the subjects of the requirement that count it. */
  #over(run: Run, facts: Facts, { place }: ItemProgram): Pick<Fate, 'caps' | 'under' | 'knotted' | 'subjects'> {
    const at = run.at(facts);
    const { caps: all, subjects } = this.#program;
    const holds = ({ items, when }: (typeof all)[number] | (typeof subjects)[number]): boolean =>
      items[place] === true && (when === null || when.test(at) === TRUE);
    const under = Uint8Array.from(all, (cap) => Number(holds(cap)));
    const caps = [...under.keys()].filter((cap) => under[cap] === 1);
    const knotted = caps.some((cap) => all[cap]?.cap.crossing !== null);
    return { caps, under, knotted, subjects: Uint8Array.from(subjects, (subject) => Number(holds(subject))) };
  }

  #pay(run: Run, facts: Facts, program: ItemProgram, entry: Entry): Pay | null {
    const line = program.lines[entry.line];
    if (line === undefined) return null;
    const at = run.at(facts);
    const factors = program.factors.filter(({ when }) => when === null || when.test(at) === TRUE);
    const apart = program.apart.map((condition) => condition.test(at));
    const key = [program.place, entry.line, ...apart].join();
    const pool = this.#pools.get(key) ?? this.#pools.size;
    this.#pools.set(key, pool);
    return payOf(
      line,
      factors.map(({ factor }) => factor),
      pool,
      this.#program.record,
    );
  }
}

const blank = (facts: Facts): Entry => entryOf({ index: 0, id: null, facts, invalid: null });
