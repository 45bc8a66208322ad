/** Threads that evaluate a roster in columns together, each its own practitioners. */
import {
  type Columnar,
  type Columns,
  type Handed,
  outcomesFor,
  outcomesOf,
  type Plan,
  partOf,
  withoutTexts,
} from '../../index.ts';
import { type Thread, threadsOf } from './thread.ts';

export class Pool {
  readonly #plan: Plan;
  readonly #threads: readonly Thread[];

  constructor(plan: Plan, count: number) {
    this.#plan = plan;
    this.#threads = threadsOf(plan, count);
  }

  /** `columns` in shared memory. */
  async evaluate(columns: Columns, year: number): Promise<Columnar> {
    const { people, records, starts } = columns;
    const categories = this.#plan.categories.length;
    const outcomes = outcomesFor({ people, records, categories }, true);
    const lean = withoutTexts(this.#plan, columns);
    const bounds = this.#boundsOf(columns);
    const parts = this.#threads.map((thread, place): Promise<Handed> => {
      const [from, to] = [bounds[place] as number, bounds[place + 1] as number];
      const rows = [starts[from] as number, starts[to] as number] as const;
      const into = outcomesOf(outcomes, categories, [from, to], rows);
      return thread.ask<Handed>({ columns: partOf(lean, from, to), year, into });
    });
    const handed = (await Promise.all(parts)).reduce(
      (sum, one) => ({ people: sum.people + one.people, records: sum.records + one.records }),
      { people: 0, records: 0 },
    );
    return { outcomes, handed };
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** Where each thread's practitioners begin: about as many records for each. */
  #boundsOf({ people, records, starts }: Columns): readonly number[] {
    const count = this.#threads.length;
    const bounds = [0];
    for (let person = 0; person < people && bounds.length < count; person += 1)
      if ((starts[person] as number) >= (records * bounds.length) / count) bounds.push(person);
    while (bounds.length <= count) bounds.push(people);
    return bounds;
  }
}
