/** What the parts of one export share: the plan, its conditions, what is refused, how large numbers may become. */
import type { FieldRef, Plan, Source } from '../../model/plan.ts';
import { type Names, namesOf } from './names.ts';
import { Truths } from './truth.ts';

export type Why =
  | 'cycle'
  | 'crossing'
  | 'best'
  | 'falling'
  | 'fill'
  | 'times'
  | 'poolOverSpan'
  | 'capOverCategories'
  | 'capWithDeem'
  | 'capSubject'
  | 'toldApart'
  | 'tooMany'
  | 'orderOfDays'
  | 'placedOtherwise'
  | 'hoursOfDeem'
  | 'shareOfShare'
  | 'tooLarge';

/** An element of the rules that JsonLogic cannot say exactly, and why. */
export interface Refusal {
  readonly source: Source | null;
  readonly why: Why;
}

/** Products stay whole below this. */
const SAFE = 2 ** 52;
const LARGEST_FACTOR = 2 ** 24;

export class Build {
  readonly plan: Plan;
  readonly names: Names;
  readonly truths: Truths;
  readonly refusals: Refusal[] = [];
  /** Fields that the rules read: no other fact is in the prepared input. */
  readonly #reads = new Map<string, FieldRef>();
  #factor = 1;

  constructor(plan: Plan) {
    this.plan = plan;
    this.names = namesOf(plan);
    this.truths = new Truths(this.names);
  }

  refuse(source: Source | null, why: Why): void {
    const known = this.refusals.some((one) => one.why === why && one.source?.words === source?.words);
    if (!known) this.refusals.push({ source, why });
  }

  reads(refs: readonly FieldRef[]): void {
    for (const ref of refs) this.#reads.set(`${ref.on} ${this.names.of(ref)}`, ref);
  }

  get read(): readonly FieldRef[] {
    return [...this.#reads.values()];
  }

  /** Something is multiplied by this on its way. */
  multiplies(by: number, source: Source): void {
    if (by > LARGEST_FACTOR) this.refuse(source, 'tooLarge');
    else this.#factor = Math.max(this.#factor, by);
  }

  /** What the sum of a fact over a practitioner's records may be at most, so that everything stays exact. */
  get most(): number {
    return Math.floor(SAFE / this.#factor);
  }
}
