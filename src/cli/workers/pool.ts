/** Threads that evaluate a roster in columns together, each its own practitioners. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
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
import type { Part } from './worker.ts';

/** Below this starting a thread takes longer than it saves; measured. */
const WORTH = 1_000_000;

/** How many threads a roster of so many records is worth, where nobody says. */
export const workersFor = (records: number): number => (records < WORTH ? 1 : Math.max(1, availableParallelism()));

// As it is run, beside this file; as it is built, at the root of the package.
const entry = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL(import.meta.url.includes('/chunks/') ? '../worker.js' : './worker.js', import.meta.url);

export class Pool {
  readonly #plan: Plan;
  readonly #workers: readonly Worker[];

  constructor(plan: Plan, count: number) {
    this.#plan = plan;
    this.#workers = Array.from({ length: count }, () => new Worker(entry, { workerData: { plan } }));
  }

  /** `columns` in shared memory. */
  async evaluate(columns: Columns, year: number): Promise<Columnar> {
    const { people, records, starts } = columns;
    const categories = this.#plan.categories.length;
    const outcomes = outcomesFor({ people, records, categories }, true);
    const lean = withoutTexts(this.#plan, columns);
    const bounds = this.#boundsOf(columns);
    const parts = this.#workers.map(async (worker, place): Promise<Handed> => {
      const [from, to] = [bounds[place] as number, bounds[place + 1] as number];
      const rows = [starts[from] as number, starts[to] as number] as const;
      const into = outcomesOf(outcomes, categories, [from, to], rows);
      const answered = once(worker, 'message') as Promise<[Handed]>;
      worker.postMessage({ columns: partOf(lean, from, to), year, into } satisfies Part);
      return (await answered)[0];
    });
    const handed = (await Promise.all(parts)).reduce(
      (sum, one) => ({ people: sum.people + one.people, records: sum.records + one.records }),
      { people: 0, records: 0 },
    );
    return { outcomes, handed };
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  /** Where each thread's practitioners begin: about as many records for each. */
  #boundsOf({ people, records, starts }: Columns): readonly number[] {
    const count = this.#workers.length;
    const bounds = [0];
    for (let person = 0; person < people && bounds.length < count; person += 1)
      if ((starts[person] as number) >= (records * bounds.length) / count) bounds.push(person);
    while (bounds.length <= count) bounds.push(people);
    return bounds;
  }
}
