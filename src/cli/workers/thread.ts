/** One thread, which answers what it is asked in the order in which it is asked. */
import { Worker } from 'node:worker_threads';
import type { Plan } from '../../index.ts';
import type { Part, People } from './worker.ts';

// As it is run, beside this file; as it is built, at the root of the package.
const built = new URL(import.meta.url.includes('/chunks/') ? '../worker.js' : './worker.js', import.meta.url);
const entry = import.meta.url.endsWith('.ts') ? new URL('./worker.ts', import.meta.url) : built;

interface Open {
  readonly answered: (answer: unknown) => void;
  readonly failed: (error: unknown) => void;
}

export class Thread {
  readonly #worker: Worker;
  readonly #open: Open[] = [];

  constructor(plan: Plan) {
    this.#worker = new Worker(entry, { workerData: { plan } });
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
