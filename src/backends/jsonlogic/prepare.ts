/**
 * The preparing step: a practitioner's records as the rules of the export take them. It validates, places in time, counts
 * the days and months of stays, sorts and groups; nothing is classified, judged or credited here.
 */
import { civilOf, wholeMonths } from '../../model/date.ts';
import type { Field, FieldRef, Plan, Value } from '../../model/plan.ts';
import type { RawPerson } from '../../model/roster.ts';
import { entryOf } from '../evaluator/classify.ts';
import { windowOf } from '../evaluator/cycle.ts';
import { type Entry, inOrder } from '../evaluator/entry.ts';
import { Past } from '../evaluator/past.ts';
import { placeIn } from '../evaluator/place.ts';
import { type ItemProgram, programOf } from '../evaluator/program.ts';
import { readPerson } from '../evaluator/read.ts';
import { Report } from '../evaluator/report.ts';
import { Run } from '../evaluator/run.ts';
import { daysOf } from '../evaluator/stays.ts';
import { namesOf } from './names.ts';

type Facts = Readonly<Record<string, Value>>;

export interface PreparedStay {
  /** Day numbers (days since 1970-01-01) within the year, both ends in. */
  readonly from: number;
  readonly to: number;
  readonly days: number;
  /** Whole calendar months. */
  readonly months: number;
  /** Month (12 × year + month) and day of the month of the first day, and of the day after the last. */
  readonly from_month: number;
  readonly from_day: number;
  readonly after_month: number;
  readonly after_day: number;
}

export interface PreparedRecord {
  /** It belongs to the year. */
  readonly here: boolean;
  /** It belongs to another year and has days in this one. */
  readonly visiting: boolean;
  /** The same for items that another date places, by that date's name. */
  readonly here_by?: Readonly<Record<string, boolean>>;
  readonly visiting_by?: Readonly<Record<string, boolean>>;
  readonly stay?: PreparedStay;
  readonly facts: Facts;
  /** Once more, for a rule cannot reach it from within a list. */
  readonly person: Facts;
}

export interface Group {
  readonly records: readonly PreparedRecord[];
  readonly stays: readonly PreparedRecord[];
}

export interface Prepared extends Group {
  readonly year: number;
  readonly person: Facts;
  readonly projects: readonly Group[];
  readonly days: readonly Group[];
}

export interface Needs {
  /** Facts that the rules read. */
  readonly facts: readonly FieldRef[];
  /** What the sum of a number over the records may be, that all stays exact. */
  readonly most: number;
}

/** Null where numbers are too large to be reckoned with exactly. */
export type Prepare = (raw: RawPerson, year: number) => Prepared | null;

export function preparer(plan: Plan, { facts: read, most }: Needs): Prepare {
  const program = programOf(plan);
  const names = namesOf(plan);
  const reads = { person: read.filter(({ on }) => on === 'person'), record: read.filter(({ on }) => on === 'record') };
  const placers = placersOf(program.items);
  const factsOf = (on: FieldRef['on'], facts: readonly (Value | undefined)[]): Record<string, Value> => {
    const found: Record<string, Value> = {};
    for (const ref of reads[on]) {
      const value = facts[program[on].place(ref.key)];
      if (value !== undefined) found[names.of(ref)] = value;
    }
    return found;
  };
  const counts = ({ type }: Field): boolean => type === 'whole' || type === 'decimal';
  const fits = (on: FieldRef['on'], all: readonly (readonly (Value | undefined)[])[]): boolean =>
    reads[on].every((ref) => {
      const place = program[on].place(ref.key);
      if (!counts(program[on].field(place))) return true;
      return all.reduce((sum, facts) => sum + Number(facts[place] ?? 0), 0) <= most;
    });

  return (raw, year) => {
    const report = new Report({ lang: 'zh', explain: false, onUse: undefined });
    const read = readPerson(program, raw, report);
    const valid = read.records.filter(({ invalid }) => invalid === null);
    if (
      !fits('person', [read.facts]) ||
      !fits(
        'record',
        valid.map(({ facts }) => facts),
      )
    )
      return null;
    const window = windowOf(program, read.facts, year, report);
    const run = new Run(program, read.facts, year, report, { withMadeUp: true, window, past: new Past() });
    const person = { ...factsOf('person', read.facts), ...monthsLeft() };
    const placed = valid.flatMap((record) => {
      const entry = entryOf(record);
      const by: Record<string, boolean> = {};
      const visitingBy: Record<string, boolean> = {};
      for (const [field, item] of placers) {
        const { kind } = placeIn(run, entry, item);
        const name = names.of({ on: 'record', key: program.record.field(field).key });
        by[name] = kind === 'here';
        visitingBy[name] = kind === 'visiting';
      }
      const stays = program.items.find(({ item, placed: at }) => at === null && item.stays);
      const { kind } = placeIn(run, entry, stays ?? null);
      const facts = factsOf('record', entry.facts);
      const prepared: PreparedRecord = {
        here: kind === 'here',
        visiting: kind === 'visiting',
        ...(placers.size > 0 && { here_by: by, visiting_by: visitingBy }),
        ...(entry.stay !== null && { stay: stayOf(entry) }),
        facts,
        person,
      };
      const some = [prepared.here, prepared.visiting, ...Object.values(by), ...Object.values(visitingBy)].includes(
        true,
      );
      return some ? [{ entry, prepared }] : [];
    });
    placed.sort((a, b) => inOrder(a.entry, b.entry));
    const alone = (index: number): string => `#${index}`;
    const project = ({ facts, index }: Entry): string => {
      const number = facts[program.reserved.project];
      return typeof number === 'string' ? `=${number}` : alone(index);
    };
    const groups = (key: (entry: Entry) => string): readonly Group[] =>
      [...Map.groupBy(placed, ({ entry }) => key(entry)).values()].map((some) =>
        groupOf(some.map(({ prepared }) => prepared)),
      );
    return {
      year,
      person,
      ...groupOf(placed.map(({ prepared }) => prepared)),
      projects: groups(project),
      days: groups(({ day }) => String(day)),
    };

    /** Months from a date of the person to the end of the year, a begun one counted. */
    function monthsLeft(): Record<string, number> {
      const found: Record<string, number> = {};
      for (const { since } of plan.requirements) {
        const date = since === null ? undefined : read.facts[program.person.place(since.field)];
        if (since === null || typeof date !== 'number') continue;
        const { year: from, month } = civilOf(date);
        found[`months_${names.of({ on: 'person', key: since.field })}`] = Math.min(
          12,
          Math.max(0, (year - from) * 12 + 13 - month),
        );
      }
      return found;
    }
  };
}

const groupOf = (records: readonly PreparedRecord[]): Group => ({
  records,
  stays: records.filter(({ stay }) => stay !== undefined).sort((a, b) => (a.stay?.from ?? 0) - (b.stay?.from ?? 0)),
});

/** An item for each date that places records otherwise; one whose stays count, where there is one. */
function placersOf(items: readonly ItemProgram[]): ReadonlyMap<number, ItemProgram> {
  const found = new Map<number, ItemProgram>();
  for (const program of items) {
    if (program.placed !== null && (program.item.stays || !found.has(program.placed)))
      found.set(program.placed, program);
  }
  return found;
}

function stayOf(entry: Entry): PreparedStay {
  const { from, to } = entry.stay as NonNullable<Entry['stay']>;
  const [first, after] = [civilOf(from), civilOf(to + 1)];
  return {
    from,
    to,
    days: daysOf({ from, to }),
    months: wholeMonths(from, to),
    from_month: first.year * 12 + first.month,
    from_day: first.day,
    after_month: after.year * 12 + after.month,
    after_day: after.day,
  };
}
