/** The records of one item: what passed, what was deemed, and what each earns before any cap. */

import { admit } from './admit.ts';
import { keepBest } from './best.ts';
import { chooseLines, noticeLeftOut, settle, sumsOfLines } from './choose.ts';
import { type Held, judgeDeem } from './deem.ts';
import { type Entry, nameOf } from './entry.ts';
import { earn } from './pool.ts';
import type { ItemProgram } from './program.ts';
import type { Run } from './run.ts';
import { Stays } from './stays.ts';

/** `entries`: those of the item that have anything in the year, in order. Gives the deemings that held. */
export function reckonItem(run: Run, program: ItemProgram, entries: readonly Entry[]): readonly Held[] {
  const passed = entries.filter((entry) => admit(run, program, entry));
  if (run.report.heard) {
    if (program.item.stays) noticeShared(run, program, passed);
    noticeLeftOut(run, program, passed);
  }
  const sums = sumsOfLines(run, program, passed);
  chooseLines(run, program, passed, sums);
  const held = program.deems.map((deem) => judgeDeem(run, program, deem, passed)).filter((deem) => deem !== null);
  settle(run, program, passed, sums);
  earn(run, program, passed);
  for (const best of program.best) keepBest(run, best, program.item.label, passed);
  for (const entry of passed) if (entry.pool !== null) entry.pool.raw += entry.raw;
  return held;
}

function noticeShared(run: Run, { item }: ItemProgram, passed: readonly Entry[]): void {
  const stays = new Stays('days');
  for (const entry of passed) {
    const days = entry.stay === null ? 0 : stays.add(entry.stay);
    if (days > 0) run.report.notice(nameOf(entry), item.clause, 'sharedDays', { item: item.label, days: String(days) });
  }
}
