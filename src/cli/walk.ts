/** Goes over a roster one by one, with a bar, and leaves Ctrl-C room. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Entry } from '../data/index.ts';
import { onInterrupt } from './interrupt.ts';
import { Progress } from './progress.ts';
import type { Shell } from './shell.ts';

/** How long work may go on before Ctrl-C and the bar are looked after. */
const BREATH_MS = 50;

/** Awaits only where there is something to wait for: a promise a practitioner would cost more than the evaluation. */
export async function walk(
  entries: readonly Entry[],
  shell: Shell,
  use: (entry: Entry, index: number) => Promise<void> | undefined,
): Promise<void> {
  const total = entries.length;
  const progress = new Progress(total, shell);
  let done = 0;
  let breathed = performance.now();
  onInterrupt(() => {
    progress.end();
    shell.tell('interrupted', { done, total });
  });
  for (const entry of entries) {
    const waiting = use(entry, done);
    if (waiting !== undefined) await waiting;
    done++;
    if (performance.now() - breathed > BREATH_MS) {
      progress.at(done);
      await breathe();
      breathed = performance.now();
    }
  }
  progress.end();
}
