/** What a practitioner made up for a question has in all, as the evaluator says. */
import { hundredthsOf } from '../../model/credit.ts';
import type { Credit, Item, Plan } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import type { RawPerson } from '../../model/roster.ts';
import { type Shown, witnessOf } from '../witness.ts';

export type Judge = (person: RawPerson, year: number) => { readonly result: PersonResult };

export interface Weighed {
  readonly total: Credit;
  readonly result: PersonResult;
}

/** What all questions about one plan together may cost: each practitioner made up costs as much as the plan has parts. */
const MOST_COST = 600_000;
const BESIDES = 20;

export class Scales {
  readonly plan: Plan;
  left = MOST_COST;
  readonly #each: number;
  readonly #judge: Judge;

  constructor(plan: Plan, judge: Judge) {
    this.plan = plan;
    this.#judge = judge;
    const lines = plan.items.reduce((sum, item) => sum + item.lines.length, 0);
    this.#each = plan.items.length + plan.caps.length + lines + plan.notices.length + BESIDES;
  }

  /** Null where a record is not valid and complete, or where no more may be asked. */
  weigh(shown: Shown, item: Item): Weighed | null {
    if (this.left <= 0) return null;
    this.left -= this.#each + shown.records.length;
    const { person, year } = witnessOf(this.plan, shown, item);
    const { result } = this.#judge(person, year);
    const flawed = result.records.some(({ reason }) => reason === 'invalid' || reason === 'incomplete');
    return flawed ? null : { total: hundredthsOf(result.credits), result };
  }
}
