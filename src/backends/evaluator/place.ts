/** Which year a record belongs to, and which of its days lie in the year that is looked at. */
import { dayOf, yearOf } from '../../model/date.ts';
import { type Entry, nameOf } from './entry.ts';
import type { ItemProgram } from './program.ts';
import type { Run } from './run.ts';
import { daysOf } from './stays.ts';
import { TRUE } from './truth.ts';

/**
 * `here`: it belongs to this year; `visiting`: it has days here and belongs to the year `own`. `undated`: the day that would
 * place it is missing, and `lacking` is the label of its field.
 */
export type Place =
  | { readonly kind: 'here' | 'visiting' | 'elsewhere'; readonly own: number }
  | { readonly kind: 'undated'; readonly lacking: string };

const numberAt = (entry: Entry, place: number): number | undefined => entry.facts[place] as number | undefined;

/** As a record of this item; null: of none. Sets what the entry says of its time. */
export function placeIn(run: Run, entry: Entry, item: ItemProgram | null): Place {
  const { reserved, record } = run.program;
  const [date, end] = [numberAt(entry, reserved.date), numberAt(entry, reserved.end)];
  const placing = item?.placed ?? null;
  const placed = placing === null ? (end ?? date) : numberAt(entry, placing);
  const makeUp = numberAt(entry, reserved.makeupYear);
  const ordering = date ?? end;
  entry.day = ordering ?? placed ?? run.first;
  entry.madeUp = makeUp !== undefined && ordering !== undefined && isMadeUp(run, entry, makeUp, yearOf(ordering));
  entry.here = false;
  entry.visiting = false;
  const own = entry.madeUp ? makeUp : placed === undefined ? undefined : yearOf(placed);
  if (own === undefined) return { kind: 'undated', lacking: record.field(placing ?? reserved.date).label };

  const mine = own === run.year && (run.withMadeUp || !entry.madeUp);
  // What is made up for this year was done in the next: the days of both are its own.
  clip(run, entry, mine && entry.madeUp ? dayOf(run.year + 1, 12, 31) : run.last);
  entry.here = mine;
  if (mine) return { kind: 'here', own };
  const hasDays = item?.item.stays === true && entry.stay !== null && daysOf(entry.stay) > 0;
  const spent = entry.madeUp && (own === run.year || own === run.year - 1);
  entry.visiting = hasDays && !spent;
  return { kind: entry.visiting ? 'visiting' : 'elsewhere', own };
}

/** A record that was to be made up for a year and is not: said in that year and in its own. */
export function remarkMakeUp(run: Run, entry: Entry, place: Place): void {
  const makeUp = numberAt(entry, run.program.reserved.makeupYear);
  if (makeUp === undefined || entry.madeUp || place.kind === 'undated') return;
  if (place.kind !== 'here' && makeUp !== run.year) return;
  const clause = run.program.plan.makeUp?.source.clause ?? null;
  run.report.notice(nameOf(entry), clause, 'notMadeUp', { makeUp: String(makeUp), own: String(place.own) });
}

function isMadeUp(run: Run, entry: Entry, makeUp: number, year: number): boolean {
  const rule = run.program.plan.makeUp;
  if (rule === null || year !== makeUp + 1) return false;
  const held = run.program.makeUp === null || run.program.makeUp.test(run.at(entry.facts)) === TRUE;
  run.report.use(rule.source, held ? 'held' : 'failed');
  return held;
}

function clip(run: Run, entry: Entry, last: number): void {
  const { reserved } = run.program;
  const [start, end] = [numberAt(entry, reserved.start), numberAt(entry, reserved.end)];
  entry.stay =
    start === undefined || end === undefined ? null : { from: Math.max(start, run.first), to: Math.min(end, last) };
}
