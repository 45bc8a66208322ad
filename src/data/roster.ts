/** A roster as read: its practitioners in the order of the file, each with the places of its facts. */
import type { Plan } from '../model/plan.ts';
import type { RawPerson, RawTable } from '../model/roster.ts';
import { type InputFinding, type Place, shortPlace } from './finding.ts';

/** What a reader must know of a rule set: the names of its fields. */
export type Vocabulary = Pick<Plan, 'personFields' | 'recordFields'>;

export interface Entry {
  readonly id: string | null;
  /** How many records it has. */
  readonly size: number;
  /** Builds the facts anew at each call, so that a large flat file is not held twice. */
  person(): RawPerson;
  /** Of a record by its index (null: the practitioner), and of a field by its key as written. */
  place(record: number | null, field: string | null): Place;
}

export interface Roster {
  /** As the file says it. */
  readonly year: number | null;
  readonly entries: readonly Entry[];
  /** The same practitioners as rows, where they were read from rows. */
  readonly table: RawTable | null;
}

/** A reading: without a roster where the input could not be read at all, and then the findings say why. */
export interface Read {
  readonly roster: Roster | null;
  readonly findings: readonly InputFinding[];
}

/** What is checked of every roster, however it was written: that there is somebody, and that ids are no accident. */
export function checkIds(entries: readonly Entry[], file: string): InputFinding[] {
  const findings: InputFinding[] = [];
  if (entries.length === 0) findings.push({ code: 'CME984', args: {}, place: { file } });
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { id } = entry;
    if (id === null) continue;
    const place = entry.place(null, null);
    const before = first.get(id);
    if (before === undefined) first.set(id, entry);
    else {
      const args = { id, first: shortPlace(before.place(null, null)), second: shortPlace(place) };
      findings.push({ code: 'CME980', args, place });
    }
  }
  return findings;
}

/** A record that stands under one practitioner may name its practitioner, under one of these keys; then it must agree. */
export function checkOwners(entries: readonly Entry[], keys: readonly string[]): InputFinding[] {
  const findings: InputFinding[] = [];
  for (const entry of entries) {
    for (const [index, record] of entry.person().records.entries()) {
      const said = textUnder(record, keys);
      if (said === null || entry.id === null || said === entry.id) continue;
      findings.push({ code: 'CME983', args: { said, id: entry.id }, place: entry.place(index, null) });
    }
  }
  return findings;
}

/** The fact under the first of these keys that has one, as text. */
export function textUnder(facts: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = facts.get(key);
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}
