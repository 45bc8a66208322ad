/**
 * What the page itself worked, by the clock of its own thread: beside the time that passed, which on a busy machine is
 * mostly waiting for a processor, this is the same whatever else runs.
 */
import type { Browser, Page } from 'playwright-core';

interface Event {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds: the beginning, how long, and how long by the clock of the thread. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

export interface Work {
  /** Of each task of the page's main thread. */
  readonly tasks: readonly number[];
  /** From each key to what was drawn for it. */
  readonly keys: readonly number[];
}

export async function worked(browser: Browser, page: Page, run: () => Promise<void>): Promise<Work> {
  const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];
  await browser.startTracing(page, { categories });
  await run();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly Event[] };
  return workIn(traceEvents);
}

function workIn(all: readonly Event[]): Work {
  const thread = ({ pid, tid }: Event): string => `${pid}:${tid}`;
  const mains = new Set(
    all.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  const byThread = Map.groupBy(
    all.filter((one) => mains.has(thread(one))),
    thread,
  );
  const sum = (events: readonly Event[]): number => events.reduce((total, { tdur = 0 }) => total + tdur, 0);
  // Chromium keeps a page in readiness: the one that worked is ours.
  const own = [...byThread.values()].toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
  const tasks: Event[] = [];
  for (const one of own.filter(isTask).toSorted((a, b) => a.ts - b.ts)) {
    const before = tasks.at(-1);
    if (!before || one.ts >= before.ts + (before.dur ?? 0)) tasks.push(one);
  }
  const commits = own.filter(({ name }) => name === 'Commit').map(({ ts }) => ts);
  const keys = own.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  return {
    tasks: tasks.map(({ tdur = 0 }) => tdur / 1000),
    keys: keys.flatMap(({ ts }) => {
      const drawn = Math.min(...commits.filter((at) => at > ts));
      const until = tasks.filter((one) => one.ts + (one.dur ?? 0) > ts && one.ts < drawn);
      return Number.isFinite(drawn) ? [sum(until) / 1000] : [];
    }),
  };
}

const isTask = ({ name, cat, ph }: Event): boolean => ph === 'X' && /RunTask/.test(name) && cat.includes('toplevel');
