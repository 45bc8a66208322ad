/** How many threads judge a roster. */
import { availableParallelism } from 'node:os';
import { Stop } from '../stop.ts';

/** Below this the threads' own start, and what goes to them and back, take longer than they save. */
const WORTH = 1_000_000;
const MOST = 64;

/** As asked for, else as many as the machine has cores for a large roster, and none beside this one for a small. */
export function workersFor(records: number, asked: string | undefined): number {
  if (asked === undefined) return records < WORTH ? 1 : availableParallelism();
  const count = /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  if (count < 1 || count > MOST) throw new Stop('workersMalformed', { text: asked, most: MOST });
  return count;
}
