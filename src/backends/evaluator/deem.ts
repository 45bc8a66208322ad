/** 视同完成: where its condition holds, an item counts at least so much. */
import { type Entry, nameOf } from './entry.ts';
import type { DeemProgram, ItemProgram } from './program.ts';
import type { Run } from './run.ts';
import type { Growing } from './sums.ts';
import { TRUE } from './truth.ts';
import { quantityText, say } from './words.ts';

/** A deeming that held. */
export interface Held {
  readonly program: ItemProgram;
  readonly deem: DeemProgram;
  /** The record that reaches it. */
  readonly reached: Entry;
  readonly sums: Growing;
}

/**
 * Whether it holds over the records that passed, `entries` in order; those in its sum are marked.
 *
 * The record that reaches it ends the shortest beginning of the entries with which it holds. Sums only grow, so each
 * comparison with a constant changes its answer twice at most, and only then are the records before looked at again: the
 * cost stays in proportion to the records, whatever the condition.
 */
export function judgeDeem(run: Run, program: ItemProgram, deem: DeemProgram, entries: readonly Entry[]): Held | null {
  const sums = deem.sums.start();
  const holds = (entry: Entry): boolean => {
    const at = run.at(entry.facts, sums.values);
    return entry.reason === null && deem.when.test(at) === TRUE && sums.has(entry, at);
  };
  let reached: Entry | null = null;
  let held = false;
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place] as Entry;
    const changed = sums.add(entry, run.at(entry.facts));
    held = changed ? entries.slice(0, place + 1).some(holds) : held || holds(entry);
    if (held && entry.reason === null) reached ??= entry;
  }
  run.report.use(deem.deem.source, held ? 'deemed' : 'failed');
  const counted = held ? entries.filter(holds) : [];
  const [first] = counted;
  if (first === undefined) return null;
  run.report.read(program.readings);
  run.report.read(deem.deem.source.readings);
  for (const entry of counted) entry.deemed = true;
  reached ??= first;
  reached.deemed = true;
  return { program, deem, reached, sums };
}

/** Adds what the item lacks of its deemed amount to the record that reached it. */
export function addDeemed(run: Run, held: Held, entries: readonly Entry[]): void {
  const { deem, program, reached } = held;
  const { credits, source } = deem.deem;
  let counted = 0;
  for (const entry of entries) counted += entry.credits;
  const added = Math.max(0, (credits ?? 0) - counted);
  reached.raw += added;
  reached.credits += added;
  reached.added += added;
  if (reached.line < 0) reached.clause = source.clause ?? program.item.clause;
  if (run.report.steps === null) return;
  const clause = source.clause ?? program.item.clause;
  const [record, rule, quantity] = [nameOf(reached), source.words, inWords(run, held)];
  run.report.step({ kind: 'deem', record, clause, rule, quantity, credits: added, to: program.item.label });
}

/** The sums that its condition read: `92 天`. */
function inWords({ report: { lang } }: Run, { deem, sums }: Held): string | null {
  const texts = deem.sums.all.map(({ of }, place) => quantityText(lang, sums.values[place] ?? 0, of.unit, of.scale));
  return texts.length === 0 ? null : texts.join(say(lang, 'between'));
}
