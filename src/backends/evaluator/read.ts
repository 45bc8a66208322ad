/** Validation: raw facts against the vocabulary. What is invalid is reported with its field, and never dropped. */
import { messageOf } from '../../model/codes.ts';
import { dateText } from '../../model/date.ts';
import type { Value } from '../../model/plan.ts';
import type { DataFinding } from '../../model/result.ts';
import type { RawFacts, RawPerson } from '../../model/roster.ts';
import type { Facts, Schema } from './facts.ts';
import type { Program } from './program.ts';
import type { Report } from './report.ts';
import { isFault, type Reader } from './value.ts';
import { say } from './words.ts';

/** A record as read. It is the same whatever year it is looked at from. */
export interface ReadRecord {
  readonly index: number;
  readonly id: string | null;
  readonly facts: Facts;
  /** Why it is invalid, in words; null where it is valid. */
  readonly invalid: string | null;
}

export interface ReadPerson {
  readonly id: string | null;
  readonly facts: Facts;
  readonly records: readonly ReadRecord[];
}

export function readPerson(program: Program, raw: RawPerson, report: Report): ReadPerson {
  const person = readFacts(raw.facts, program.person, program.personReaders, null, report);
  const id = person.facts[program.personId];
  for (const { field, args } of person.faults)
    report.notice(null, null, 'factIgnored', { field: args.field ?? field ?? '' });
  const records = raw.records.map((record, index) => readRecord(program, record, index, report));
  return { id: typeof id === 'string' ? id : null, facts: person.facts, records: withoutDoubles(records, report) };
}

function readRecord(program: Program, raw: RawFacts, index: number, report: Report): ReadRecord {
  const { reserved, record } = program;
  const { facts, faults } = readFacts(raw, record, program.recordReaders, index, report);
  const label = (place: number): string => record.field(place).label;
  const [id, start, end] = [facts[reserved.id], facts[reserved.start], facts[reserved.end]];
  if (id === undefined) report.find('CME917', index, null, {});
  if (typeof start === 'number' && typeof end === 'number' && end < start) {
    const args = { start: label(reserved.start), from: dateText(start), end: label(reserved.end), to: dateText(end) };
    faults.push(report.find('CME915', index, record.field(reserved.end).key, args));
  }
  return { index, id: typeof id === 'string' ? id : null, facts, invalid: inWords(faults, report) };
}

function inWords(faults: readonly DataFinding[], report: Report): string | null {
  if (faults.length === 0) return null;
  return faults.map((fault) => messageOf(fault, report.lang)).join(say(report.lang, 'sentences'));
}

/** Records of one id: every one is invalid, so that it does not matter which comes first. */
function withoutDoubles(records: readonly ReadRecord[], report: Report): readonly ReadRecord[] {
  if (records.length < 2) return records;
  const seen = new Map<string, number>();
  for (const { id } of records) if (id !== null) seen.set(id, (seen.get(id) ?? 0) + 1);
  if (records.every(({ id }) => id === null || seen.get(id) === 1)) return records;
  return records.map((record) => {
    if (record.id === null || seen.get(record.id) === 1) return record;
    const double = inWords([report.find('CME916', record.index, null, { id: record.id })], report) ?? '';
    return { ...record, invalid: record.invalid ?? double };
  });
}

interface Read {
  readonly facts: Facts;
  readonly faults: DataFinding[];
}

function readFacts(
  raw: RawFacts,
  schema: Schema,
  readers: readonly Reader[],
  record: number | null,
  report: Report,
): Read {
  const facts: (Value | undefined)[] = new Array(readers.length).fill(undefined);
  const faults: DataFinding[] = [];
  const twice: number[] = [];
  for (const [name, given] of raw) {
    const place = schema.find(name);
    if (place === undefined) {
      report.find('CME901', record, name, { field: name });
      continue;
    }
    const field = schema.field(place).label;
    const read = (readers[place] as Reader)(given);
    if (isFault(read)) faults.push(report.find(read.code, record, name, { ...read.args, field }));
    else if (read !== undefined && facts[place] !== undefined && facts[place] !== read) {
      faults.push(report.find('CME914', record, name, { field }));
      twice.push(place);
    } else facts[place] = read ?? facts[place];
  }
  for (const place of twice) facts[place] = undefined;
  for (const place of schema.defaulted) facts[place] ??= schema.defaults[place];
  return { facts, faults };
}
