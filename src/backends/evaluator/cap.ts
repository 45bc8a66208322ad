/** Caps: no more than so much in each span, taken from the latest records first. */
import type { Credit } from '../../model/plan.ts';
import type { Entry } from './entry.ts';
import { explainCut } from './explain.ts';
import type { CapProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE } from './truth.ts';

/**
 * Cuts the records that are under the cap. `entries` in order.
 *
 * Cutting one cap after the other gives the most that all allow together only because of any two the records of one lie
 * within those of the other, or none are shared, and the inner one comes first: the plan promises both.
 */
export function cut(run: Run, program: CapProgram, entries: readonly Entry[]): void {
  const { cap } = program;
  const limit = limitOf(run, program);
  // What all its spans hold together is no more than one may: none holds more.
  let sum = 0;
  for (const entry of entries) if (isUnder(run, program, entry)) sum += entry.credits;
  if (sum <= limit) return;
  const sums = new Map<number, Credit>();
  const spans = entries.map((entry) => (isUnder(run, program, entry) ? spanIn(run, program, entry) : null));
  entries.forEach((entry, place) => {
    const span = spans[place];
    if (span !== null && span !== undefined) sums.set(span, (sums.get(span) ?? 0) + entry.credits);
  });
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    const span = spans[place];
    if (span === null || span === undefined) continue;
    const over = (sums.get(span) ?? 0) - limit;
    if (over <= 0) continue;
    const entry = entries[place] as Entry;
    const lost = Math.min(over, entry.credits);
    entry.credits -= lost;
    sums.set(span, limit + over - lost);
    if (lost === 0) continue;
    explainCut(run, cap.source, cap.owner, entry, lost, entry.credits);
    run.report.use(cap.source, 'cut');
    run.report.read(cap.source.readings);
  }
}

/** What the cap still lets through: of a cycle, what the years before did not count. */
export const limitOf = (run: Run, program: CapProgram): Credit =>
  program.cap.per === 'cycle' ? Math.max(0, program.cap.limit - (run.past.used.get(program) ?? 0)) : program.cap.limit;

export const isUnder = (run: Run, { items, when }: CapProgram, entry: Entry): boolean =>
  entry.credits > 0 && items[entry.item] === true && (when === null || when.test(run.at(entry.facts)) === TRUE);

/** A record that stands alone gets a number below all others. */
export const spanIn = (run: Run, { cap }: CapProgram, entry: Entry): number =>
  run.spanOf(entry, cap.per) ?? ALONE - entry.index;

const ALONE = -(2 ** 40);
