/** One thread, which answers what it is asked in the order in which it is asked. */
import { Worker } from 'node:worker_threads';
import type { Plan } from '../../index.ts';
import { threadEntry } from '../threadEntry.ts';
import type { Part, People } from './worker.ts';

interface Open {
  readonly answered: (answer: unknown) => void;
  readonly failed: (error: unknown) => void;
}

export class Thread {
  readonly #worker: Worker;
  readonly #open: Open[] = [];

  constructor(plan: Plan) {
    this.#worker = new Worker(threadEntry('./workers/worker.ts', 'worker.js'), { workerData: { plan } });
    this.#worker.on('message', (answer) => this.#open.shift()?.answered(answer));
    this.#worker.on('error', (error) => {
      for (const { failed } of this.#open.splice(0)) failed(error);
    });
  }

  ask<Answer>(question: Part | People): Promise<Answer> {
    return new Promise<unknown>((answered, failed) => {
      this.#open.push({ answered, failed });
      this.#worker.postMessage(question);
    }) as Promise<Answer>;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

export const threadsOf = (plan: Plan, count: number): readonly Thread[] =>
  Array.from({ length: count }, () => new Thread(plan));
