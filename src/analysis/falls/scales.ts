/** What a practitioner made up for a question has in all, as the evaluator says. */
import type { Credit, Item, Plan } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import type { RawPerson } from '../../model/roster.ts';
import { type Shown, witnessOf } from '../witness.ts';

export type Judge = (person: RawPerson, year: number) => { readonly result: PersonResult };

export interface Weighed {
  readonly total: Credit;
  readonly result: PersonResult;
}

/** How many practitioners are made up for all questions about one plan together. */
const MOST_WEIGHED = 6_000;

const cents = (credits: number): Credit => Math.round(credits * 100);

export class Scales {
  readonly plan: Plan;
  left = MOST_WEIGHED;
  readonly #judge: Judge;

  constructor(plan: Plan, judge: Judge) {
    this.plan = plan;
    this.#judge = judge;
  }

  /** Null where a record is not valid and complete, or where no more may be asked. */
  weigh(shown: Shown, item: Item): Weighed | null {
    if (this.left <= 0) return null;
    this.left -= 1;
    const { person, year } = witnessOf(this.plan, shown, item);
    const { result } = this.#judge(person, year);
    const flawed = result.records.some(({ reason }) => reason === 'invalid' || reason === 'incomplete');
    return flawed ? null : { total: cents(result.credits), result };
  }
}
