import { type InputFinding, type Kind, openRoster, openText, type Roster, rosterOf } from '../../src/data/index.ts';
import type { RawPerson } from '../../src/model/roster.ts';
import { vocabulary } from './vocabulary.ts';

export interface Outcome {
  readonly people: readonly RawPerson[] | null;
  readonly roster: Roster | null;
  readonly year: number | null;
  readonly findings: readonly InputFinding[];
  /** The codes of the findings, in order. */
  readonly codes: readonly string[];
}

/** Reads a roster as `cme eval` does. */
export function read(data: string | Uint8Array, kind: Kind, persons?: string): Outcome {
  const file = `roster.${kind}`;
  const opened = typeof data === 'string' ? openText(data, file, kind) : openRoster(data, file);
  const beside = persons === undefined ? null : openText(persons, 'persons.csv', 'csv');
  const { roster, findings } = rosterOf(opened, vocabulary, beside);
  const all = [...opened.findings, ...(beside?.findings ?? []), ...findings];
  const people = roster?.entries.map((entry) => plain(entry.person())) ?? null;
  return { people, roster, year: opened.year, findings: all, codes: all.map(({ code }) => code) };
}

/** Maps of the base class alone, to be compared. */
export const plain = ({ facts, records }: RawPerson): RawPerson => ({
  facts: new Map(facts),
  records: records.map((record) => new Map(record)),
});

export const person = (facts: Record<string, unknown>, ...records: Record<string, unknown>[]): RawPerson => ({
  facts: new Map(Object.entries(facts)) as RawPerson['facts'],
  records: records.map((record) => new Map(Object.entries(record)) as RawPerson['facts']),
});
