/** A thread of its own: evaluates its part of a roster in columns, in memory that it shares with who asked. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Columns, columnar, type Handed, type Outcomes, type Plan } from '../../index.ts';

/** What it is asked: columns of its practitioners, and where to write what they get. */
export interface Part {
  readonly columns: Columns;
  readonly year: number;
  readonly into: Outcomes;
}

const { plan } = workerData as { readonly plan: Plan };
const evaluate = columnar(plan);

parentPort?.on('message', ({ columns, year, into }: Part) => {
  const { handed } = evaluate(columns, year, into);
  parentPort?.postMessage(handed satisfies Handed);
});
