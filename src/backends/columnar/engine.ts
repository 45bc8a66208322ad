/**
 * The columnar engine: practitioners of a roster in columns, one after the other, in loops over numbers. What every record
 * of one kind has in common was asked of the evaluator once (fate.ts); what is left is time, order, pools, caps and sums.
 *
 * Total over the plan: an item that sums, deems or counts days is reckoned by the evaluator, record objects and all; and a
 * practitioner whose year takes more (a cycle, caps that cross, a requirement by their own numbers, amounts beyond doubles)
 * is handed over whole. Both are counted.
 */
import { LARGEST, TooLarge } from '../../model/credit.ts';
import type { Plan } from '../../model/plan.ts';
import { type Program, programOf } from '../evaluator/program.ts';
import type { Asked } from './asked.ts';
import { type Columns, NEVER } from './columns.ts';
import { Conclusion, MET } from './conclude.ts';
import { Cutter } from './cut.ts';
import { Earnings } from './earn.ts';
import { Fates } from './fate.ts';
import { handOver } from './handover.ts';
import { Lineup } from './lineup.ts';
import { type Outcomes, outcomesFor } from './outcomes.ts';
import { ELSEWHERE, INVALID, NONE } from './reason.ts';
import { Memory, Sight } from './sight.ts';
import { Clock } from './time.ts';
import { Wholes } from './whole.ts';

/** How much of a roster the evaluator did. */
export interface Handed {
  /** Practitioners, whole. */
  readonly people: number;
  /** Records of items that are more than a loop. */
  readonly records: number;
}

export interface Columnar {
  readonly outcomes: Outcomes;
  readonly handed: Handed;
}

/** Makes the columnar evaluation of a plan, once; `into`: where it writes, for a part of a roster. */
export function columnar(plan: Plan): (columns: Columns, year: number, into?: Outcomes) => Columnar {
  const program = programOf(plan);
  const years = new Map<number, Known>();
  return (columns, year, into) => {
    const known = years.get(year) ?? { fates: new Fates(program, year), memory: new Memory() };
    years.set(year, known);
    const sizes = { people: columns.people, records: columns.records, categories: plan.categories.length };
    const outcomes = into ?? outcomesFor(sizes);
    const pass = new Pass(program, columns, year, outcomes, known);
    return { outcomes, handed: pass.run() };
  };
}

/** Of a year, from one part of a roster to the next. */
interface Known {
  readonly fates: Fates;
  readonly memory: Memory;
}

class Pass {
  readonly #program: Program;
  readonly #columns: Columns;
  readonly #year: number;
  readonly #out: Outcomes;
  readonly #sight: Sight;
  readonly #clock: Clock;
  readonly #earnings: Earnings;
  readonly #cutter: Cutter;
  readonly #wholes: Wholes;
  readonly #dated: readonly Int32Array[];
  readonly #lineup: Lineup;
  readonly #conclusion: Conclusion;
  #people = 0;

  constructor(program: Program, columns: Columns, year: number, out: Outcomes, known: Known) {
    this.#program = program;
    this.#columns = columns;
    this.#year = year;
    this.#out = out;
    this.#sight = new Sight(program, columns, year, known.fates, known.memory);
    this.#clock = new Clock(program, columns, year);
    this.#earnings = new Earnings(columns, this.#sight.project, out);
    this.#cutter = new Cutter(program, this.#sight.project, out);
    this.#wholes = new Wholes(program, columns, year, out);
    const never = new Int32Array(0);
    this.#dated = columns.record.map((column) => (column.as === 'day' ? column.of : never));
    this.#lineup = new Lineup(columns.rank);
    this.#conclusion = new Conclusion(program, columns, out);
  }

  run(): Handed {
    const cycles = this.#program.plan.cycle !== null;
    for (let person = 0; person < this.#columns.people; person += 1) {
      if (cycles || !this.#tried(person)) this.#handOver(person);
    }
    return { people: this.#people, records: this.#wholes.records };
  }

  #handOver(person: number): void {
    this.#people += 1;
    handOver(this.#program, this.#columns, person, this.#year, this.#out);
  }

  /** False where it takes the evaluator. */
  #tried(person: number): boolean {
    const asked = this.#sight.askedOf(person);
    if (asked === null) return false;
    try {
      return this.#judged(person, asked);
    } catch (error) {
      if (error instanceof TooLarge) return false;
      throw error;
    }
  }

  #judged(person: number, asked: Asked): boolean {
    const { madeUp, status } = this.#out;
    madeUp[person] = 0;
    if (!this.#reckoned(person, asked, true)) return false;
    if (!this.#someMadeUp || status[person] !== MET) return true;
    this.#reckoned(person, asked, false);
    const without = status[person] as number;
    this.#reckoned(person, asked, true);
    madeUp[person] = without === MET ? 0 : 1;
    return true;
  }

  /** A record was made up for this year. */
  #someMadeUp = false;

  #reckoned(person: number, asked: Asked, withMadeUp: boolean): boolean {
    this.#cutter.clear();
    this.#wholes.clear(person, withMadeUp);
    this.#someMadeUp = false;
    if (!this.#classified(person, withMadeUp)) return false;
    const sum = this.#earnings.of(this.#lineup, this.#wholes, this.#cutter) + this.#wholes.reckon(this.#cutter);
    if (sum > LARGEST) return false;
    this.#cutter.cut('item', this.#lineup);
    this.#wholes.deem(this.#cutter);
    this.#cutter.cut('section', this.#lineup);
    this.#conclusion.of(person, this.#lineup, asked, this.#wholes.deemed);
    return true;
  }

  /** Gives each record its fate and its place in the year, and lines up those that may earn. */
  #classified(person: number, withMadeUp: boolean): boolean {
    const { starts, invalid } = this.#columns;
    const { raw, credits, reason, item, category, categoryHas, categoryRaw, categoryCredits } = this.#out;
    const sight = this.#sight;
    const { date, end, makeupYear } = sight;
    const clock = this.#clock;
    const from = starts[person] as number;
    const to = starts[person + 1] as number;
    const categories = this.#program.plan.categories.length;
    const own = person * categories;
    for (let at = own; at < own + categories; at += 1) {
      categoryHas[at] = 0;
      categoryRaw[at] = 0;
      categoryCredits[at] = 0;
    }
    this.#lineup.clear();
    for (let row = from; row < to; row += 1) {
      raw[row] = 0;
      credits[row] = 0;
      if (invalid[row] === 1) {
        reason[row] = INVALID;
        item[row] = -1;
        category[row] = -1;
        continue;
      }
      const fate = sight.fateOf(row, person);
      item[row] = fate.item;
      category[row] = fate.category;
      const on = date[row] as number;
      const until = end[row] as number;
      let day = on === NEVER ? until : on;
      if (fate.disputed) {
        reason[row] = fate.reason;
        continue;
      }
      if (fate.open) {
        const { elsewhere, here, madeUp } = this.#wholes.open(fate, row);
        if (madeUp) this.#someMadeUp = true;
        reason[row] = elsewhere ? ELSEWHERE : fate.reason;
        if (here && fate.category >= 0) categoryHas[own + fate.category] = 1;
        continue;
      }
      if (fate.whole !== null || makeupYear[row] !== NEVER) {
        clock.place(fate, row, person, withMadeUp);
        if (clock.madeUp && clock.here) this.#someMadeUp = true;
        if (!clock.here && !clock.visiting) {
          reason[row] = clock.undated ? fate.undated : ELSEWHERE;
          continue;
        }
        day = clock.day;
        if (fate.reason === NONE) this.#wholes.keep(fate, row, row - from, clock);
      } else {
        const placing = fate.placed < 0 ? (until === NEVER ? on : until) : (this.#dated[fate.placed]?.[row] as number);
        if (placing === NEVER) {
          reason[row] = fate.undated;
          continue;
        }
        if (placing < clock.first || placing > clock.last) {
          reason[row] = ELSEWHERE;
          continue;
        }
        if (day === NEVER) day = placing;
      }
      reason[row] = fate.reason;
      if (fate.category >= 0) categoryHas[own + fate.category] = 1;
      if (fate.reason !== NONE) continue;
      if (fate.knotted) return false;
      this.#lineup.add(row, day, fate);
    }
    this.#lineup.sort();
    return true;
  }
}
