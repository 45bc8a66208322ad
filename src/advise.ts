/**
 * Advise: what a practitioner still lacks and what would close the gap. The evaluator judges every answer: records of
 * activities yet to be done are put beside those that are there.
 */
import { type Advised, advised } from './analysis/advise/advice.ts';
import type { Case } from './analysis/advise/case.ts';
import { recordsOf } from './analysis/advise/records.ts';
import type { Asked, Earning, Judge, Lookup, Standing } from './analysis/advise/standing.ts';
import { Purse, Regions } from './analysis/regions.ts';
import type { Facts, Schema } from './backends/evaluator/facts.ts';
import { evaluator } from './backends/evaluator/index.ts';
import type { Inside } from './backends/evaluator/standing.ts';
import { standings } from './backends/evaluator/standing.ts';
import { civilOf, dateText, dayOf, parseDate } from './model/date.ts';
import type { Plan } from './model/plan.ts';
import type { Status } from './model/result.ts';
import type { RawFacts, RawPerson } from './model/roster.ts';

export type { Advised, Alone, Doing, Missing, Useless } from './analysis/advise/advice.ts';

export interface AdviseOptions {
  /** `YYYY-MM-DD`, a day of the year: records after it are not done yet, and only the days from it on are left. */
  readonly asOf?: string;
}

export interface Advice extends Advised {
  readonly practitioner: string | null;
  readonly status: Status;
  readonly credits: number;
  readonly required: number;
  readonly shortfall: number;
  /** Days that are left for activities, both ends in. */
  readonly from: string;
  readonly to: string;
  /** Places of records that lie after the day, and were left out. */
  readonly ahead: readonly number[];
  /** Records that would do it: those of the least way. */
  readonly records: readonly RawFacts[];
}

/** Null where the day is none of the year, or where numbers leave what is exact. Never throws on what the data holds. */
export const advise = (plan: Plan, raw: RawPerson, year: number, options: AdviseOptions = {}): Advice | null => {
  const [first, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  const from = options.asOf === undefined ? first : parseDate(options.asOf);
  if (typeof from !== 'number' || from < first || from > to) return null;
  const ahead = options.asOf === undefined ? [] : aheadOf(plan, raw, year, from);
  const done = { facts: raw.facts, records: raw.records.filter((_, at) => !ahead.includes(at)) };
  const { program, person, judge: inside } = standings(plan, done, year);
  const judge: Judge = (more, alone) => {
    const found = inside(more, alone);
    return found === null ? null : standingOf(plan, program.record, found);
  };
  const base = judge([]);
  if (base === null) return null;
  const prefix = prefixFor(raw);
  const purse = new Purse();
  const at: Case = {
    plan,
    regions: new Regions(plan, purse),
    person: lookup(program.person, person.facts),
    from,
    to,
    prefix,
    judge,
    base,
  };
  const { practitioner, status, credits, required, shortfall } = evaluator(plan)(done, year).result;
  const found = advised(at);
  const records = found.least === null ? [] : (recordsOf(at, found.least.way.steps) ?? []);
  return {
    ...found,
    // Where there were too many questions, kinds were left out.
    proven: found.proven && purse.left > 0,
    practitioner,
    status,
    credits,
    required,
    shortfall,
    from: dateText(from),
    to: dateText(to),
    ahead,
    records,
  };
};

const lookup =
  (schema: Schema, facts: Facts): Lookup =>
  (key) => {
    const place = schema.find(key);
    return place === undefined ? undefined : facts[place];
  };

const standingOf = (plan: Plan, schema: Schema, { reckoning, limits }: Inside): Standing => ({
  met: reckoning.met,
  exempt: reckoning.exempt,
  total: reckoning.total,
  lines: reckoning.requirements.lines satisfies readonly Asked[],
  records: reckoning.entries.flatMap((entry): Earning[] => {
    const item = entry.reason === null && (entry.here || entry.visiting) ? plan.items[entry.item] : undefined;
    if (item === undefined) return [];
    const { line, here, raw, credits, added, day } = entry;
    return [{ item: item.key, line, here, raw, credits, added, day, facts: lookup(schema, entry.facts) }];
  }),
  limits,
});

/** Records that are finished after the day, as far as they would count in the year. */
const aheadOf = (plan: Plan, { facts, records }: RawPerson, year: number, day: number): readonly number[] => {
  const { program, person } = standings(plan, { facts, records }, year);
  const { date, end } = program.reserved;
  return person.records.flatMap(({ index, facts: read, invalid }) => {
    const last = read[end] ?? read[date];
    return invalid === null && typeof last === 'number' && last > day && civilOf(last).year === year ? [index] : [];
  });
};

/** No id and no project number of the data begins so. */
const prefixFor = ({ records }: RawPerson): string => {
  const texts = records.flatMap((record) => [...record.values()].filter((value) => typeof value === 'string'));
  let prefix = '＋';
  while (texts.some((text) => text.startsWith(prefix))) prefix += '＋';
  return prefix;
};
