/** Practitioners to threads in bundles, and their outcomes back in the order of the roster. */
import type { Entry } from '../../data/index.ts';
import type { Outcome, Plan } from '../../index.ts';
import { onInterrupt } from '../interrupt.ts';
import { Progress } from '../progress.ts';
import type { Shell } from '../shell.ts';
import { threadsOf } from './thread.ts';
import type { PlainPerson } from './worker.ts';

export { workersFor } from './count.ts';

/** Records of a bundle: enough that asking is little beside judging, few enough that the bar moves. */
const BUNDLE = 5000;

export interface Asked {
  readonly plan: Plan;
  readonly year: number;
  readonly workers: number;
}

interface OnItsWay {
  readonly bundle: readonly Entry[];
  readonly answer: Promise<string>;
}

/** As `walk` does it alone: what is done with each practitioner is the same and in the same order, on any number of threads. */
export async function walkTogether(
  entries: readonly Entry[],
  { plan, year, workers }: Asked,
  shell: Shell,
  take: (outcome: Outcome, entry: Entry, index: number) => Promise<void> | undefined,
): Promise<void> {
  const total = entries.length;
  const progress = new Progress(total, shell);
  let done = 0;
  onInterrupt(() => {
    progress.end();
    shell.tell('interrupted', { done, total });
  });
  const threads = threadsOf(plan, workers);
  const onTheirWay: OnItsWay[] = [];
  const takeNext = async (): Promise<void> => {
    const next = onTheirWay.shift();
    if (next === undefined) return;
    const outcomes = JSON.parse(await next.answer) as readonly Outcome[];
    for (const [place, entry] of next.bundle.entries()) {
      const slow = take(outcomes[place] as Outcome, entry, done);
      if (slow !== undefined) await slow;
      done += 1;
    }
    progress.at(done);
  };
  try {
    let turn = 0;
    for (const bundle of bundlesOf(entries)) {
      // Two bundles a thread: the one that it works on, and the next.
      if (onTheirWay.length >= threads.length * 2) await takeNext();
      const people = JSON.stringify(bundle.map(plainOf));
      const answer = threads[turn % threads.length]?.ask<string>({ people, year, lang: shell.lang });
      turn += 1;
      if (answer !== undefined) onTheirWay.push({ bundle, answer });
    }
    while (onTheirWay.length > 0) await takeNext();
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  progress.end();
}

function* bundlesOf(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let bundle: Entry[] = [];
  let records = 0;
  for (const entry of entries) {
    bundle.push(entry);
    records += entry.size + 1;
    if (records < BUNDLE) continue;
    yield bundle;
    bundle = [];
    records = 0;
  }
  if (bundle.length > 0) yield bundle;
}

function plainOf(entry: Entry): PlainPerson {
  const { facts, records } = entry.person();
  return [[...facts], records.map((record) => [...record])];
}
