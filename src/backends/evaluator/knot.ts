/**
 * Caps that cross cut together: what counts is the most that all of them allow. A deeming stands between the caps of an
 * item and those of sections, so an item's caps are tried alone first, to see what the deeming adds; then all of them
 * cut once, over what was earned and what was added, which lies under the sections' caps alone.
 */
import { TooLarge } from '../../model/credit.ts';
import type { Credit } from '../../model/plan.ts';
import { limitOf, spanIn } from './cap.ts';
import type { Entry } from './entry.ts';
import { explainCut } from './explain.ts';
import { type Limit, mostAllowed } from './flow.ts';
import type { CapProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE } from './truth.ts';

/** A limit, and the cap whose span it is. */
interface CapLimit extends Limit {
  readonly program: CapProgram;
}

/** An amount of a record: earned, or added by a deeming. */
interface Portion {
  readonly entry: Entry;
  readonly amount: Credit;
  readonly added: boolean;
}

/** More records of one practitioner than these are not weighed against one another: that would take its time. */
export const MOST_CROSSING = 5000;

/** More than `MOST_CROSSING`. Thrown and caught like any amount that is too large. */
export class TooMany extends TooLarge {}

export class Knot {
  readonly #run: Run;
  readonly #caps: readonly CapProgram[];
  readonly #entries: readonly Entry[];
  readonly #earned: readonly Credit[];
  #allowed: readonly Credit[];

  /** `entries` in order, before any of these caps. @throws TooMany */
  constructor(run: Run, caps: readonly CapProgram[], entries: readonly Entry[]) {
    this.#run = run;
    this.#caps = caps;
    // A record that none of these caps is over keeps what other caps left of it.
    this.#entries = entries.filter((entry) => caps.some((program) => this.#holds(program, entry)));
    this.#earned = this.#entries.map(({ credits }) => credits);
    if (this.#earned.filter((credits) => credits > 0).length > MOST_CROSSING)
      throw new TooMany('more records under crossing caps than are weighed');
    this.#allowed = this.#earned;
  }

  /** What the items' own caps leave, for the deemings to look at. */
  tryItems(): void {
    const portions = this.#entries.map((entry) => ({ entry, amount: entry.credits, added: false }));
    const caps = this.#caps.filter(({ cap }) => cap.stage === 'item');
    this.#allowed = allowed(portions, this.#limits(caps, portions));
    this.#entries.forEach((entry, place) => {
      entry.credits = this.#allowed[place] ?? 0;
    });
  }

  /** All caps, over what was earned and what deemings have added since. */
  cut(): void {
    const portions = this.#entries.flatMap((entry, place): Portion[] => {
      const added = entry.credits - (this.#allowed[place] ?? 0);
      const earned = { entry, amount: this.#earned[place] ?? 0, added: false };
      return added > 0 ? [earned, { entry, amount: added, added: true }] : [earned];
    });
    const limits = this.#limits(this.#caps, portions);
    const counted = allowed(portions, limits);
    for (const entry of this.#entries) entry.credits = 0;
    portions.forEach(({ entry }, place) => {
      entry.credits += counted[place] ?? 0;
    });
    portions.forEach(({ entry, amount }, place) => {
      const lost = amount - (counted[place] ?? 0);
      if (lost > 0) this.#explain(entry, place, lost, limits, counted);
    });
  }

  #limits(caps: readonly CapProgram[], portions: readonly Portion[]): readonly CapLimit[] {
    return caps.flatMap((program) => {
      const spans = new Map<number, number[]>();
      portions.forEach(({ entry, amount, added }, place) => {
        if (amount === 0 || (added && program.cap.stage === 'item') || !this.#holds(program, entry)) return;
        const span = spanIn(this.#run, program, entry);
        const known = spans.get(span);
        if (known) known.push(place);
        else spans.set(span, [place]);
      });
      const most = limitOf(this.#run, program);
      return [...spans.values()].map((under) => ({ program, most, under }));
    });
  }

  #holds({ items, when }: CapProgram, entry: Entry): boolean {
    return items[entry.item] === true && (when === null || when.test(this.#run.at(entry.facts)) === TRUE);
  }

  /** The full limits over a portion that lost something are what took it; the first stands in the explanation. */
  #explain(entry: Entry, place: number, lost: Credit, limits: readonly CapLimit[], counted: readonly Credit[]): void {
    const full = limits.filter(
      ({ most, under }) => under.includes(place) && under.reduce((sum, one) => sum + (counted[one] ?? 0), 0) >= most,
    );
    for (const { program } of full) {
      this.#run.report.use(program.cap.source, 'cut');
      this.#run.report.read(program.cap.source.readings);
    }
    const [first] = full;
    if (first) explainCut(this.#run, first.program.cap.source, first.program.cap.owner, entry, lost, entry.credits);
  }
}

const allowed = (portions: readonly Portion[], limits: readonly CapLimit[]): readonly Credit[] => {
  const family = (which: 0 | 1): readonly Limit[] =>
    limits.filter(({ program }) => program.cap.crossing?.family === which);
  return mostAllowed(
    portions.map(({ amount }) => amount),
    family(0),
    family(1),
  );
};
