/** The vectors of an export, run by json-logic-js within bounds: a file from outside may hold rules that never come to an end. */
import { Worker } from 'node:worker_threads';
import type { Envelope } from '../../index.ts';
import { Stop } from '../stop.ts';
import { threadEntry } from '../threadEntry.ts';
import type { Told } from './engine.ts';

/** Many times what the largest rule file takes. */
const MOST = { megabytes: 1024, minutes: 10 };

/** What differs first; null where all agree. */
export function differenceIn(file: string, envelope: Envelope): Promise<Told> {
  const worker = new Worker(threadEntry('./verifying/engine.ts', 'verifying.js'), {
    workerData: envelope,
    resourceLimits: { maxOldGenerationSizeMb: MOST.megabytes },
  });
  return new Promise<Told>((tell, fail) => {
    const late = setTimeout(() => fail(new Stop('vectorsEndless', { file })), MOST.minutes * 60_000);
    // Too late where it has told or failed.
    worker.on('exit', (code) => {
      clearTimeout(late);
      fail(new Error(`the thread that runs the vectors ended with ${code}`));
    });
    worker.on('message', tell);
    worker.on('error', (error) => fail(isOutOfMemory(error) ? new Stop('vectorsEndless', { file }) : error));
  }).finally(() => worker.terminate());
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');
