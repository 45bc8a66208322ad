/** What a practitioner's year comes to, once every record has its credits: totals, categories and the requirement. */
import type { Program } from '../evaluator/program.ts';
import type { Asked } from './asked.ts';
import type { Columns } from './columns.ts';
import type { Fate } from './fate.ts';
import type { Lineup } from './lineup.ts';
import { type Outcomes, statuses } from './outcomes.ts';

export const MET = statuses.indexOf('met');
const [UNMET, EXEMPT] = [statuses.indexOf('unmet'), statuses.indexOf('exempt')] as const;

export class Conclusion {
  readonly #program: Program;
  readonly #columns: Columns;
  readonly #out: Outcomes;
  readonly #subjects: Float64Array;

  constructor(program: Program, columns: Columns, out: Outcomes) {
    this.#program = program;
    this.#columns = columns;
    this.#out = out;
    this.#subjects = new Float64Array(program.subjects.length);
  }

  /** `deemed`: a deeming held that meets the whole requirement of the year. */
  of(person: number, lineup: Lineup, asked: Asked, deemed: boolean): void {
    const { raw, credits, category, categoryRaw, categoryCredits } = this.#out;
    const own = person * this.#program.plan.categories.length;
    const subjects = this.#subjects;
    subjects.fill(0);
    let total = this.#carried(person);
    const { rows, fates, count } = lineup;
    for (let place = 0; place < count; place += 1) {
      const row = rows[place] as number;
      const earned = raw[row] as number;
      if (earned === 0) continue;
      const counted = credits[row] as number;
      total += counted;
      const at = own + (category[row] as number);
      categoryRaw[at] = (categoryRaw[at] as number) + earned;
      categoryCredits[at] = (categoryCredits[at] as number) + counted;
      const { subjects: of } = fates[place] as Fate;
      for (let subject = 0; subject < of.length; subject += 1)
        if (of[subject] === 1) subjects[subject] = (subjects[subject] as number) + counted;
    }
    this.#asked(person, asked, total, deemed);
  }

  /** From an earlier period: millionths to hundredths, what is less is not carried. */
  #carried(person: number): number {
    const { carry } = this.#program.plan;
    if (carry === null) return 0;
    const column = this.#columns.person[this.#program.person.place(carry.field)];
    const stated = column?.as === 'number' ? (column.of[person] as number) : Number.NaN;
    const whole = Number.isNaN(stated) ? 0 : Math.floor(stated / 10_000);
    return Math.min(whole, carry.limit ?? whole);
  }

  #asked(person: number, { lines, exempt, shown, required }: Asked, total: number, deemed: boolean): void {
    let met = true;
    let short = 0;
    for (let place = 0; place < lines.length; place += 1) {
      const line = lines[place] as Asked['lines'][number];
      const earned = line.subject < 0 ? total : (this.#subjects[line.subject] as number);
      const enough = (deemed && line.ofYear) || (line.least ? earned >= line.required : earned <= line.required);
      if (!enough) met = false;
      if (!enough && place === shown) short = Math.max(0, required - earned);
    }
    const out = this.#out;
    out.total[person] = total;
    out.required[person] = required;
    out.shortfall[person] = exempt ? 0 : short;
    out.status[person] = exempt ? EXEMPT : met ? MET : UNMET;
  }
}
