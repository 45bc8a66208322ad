/** A witness as a roster: what `cme eval` reads, and the finding shows in it. */
import type { RawPerson, Witness } from '../../index.ts';

const practitioner = ({ facts, records }: RawPerson): object => ({
  ...Object.fromEntries(facts),
  records: records.map((record) => Object.fromEntries(record)),
});

export const rosterOf = ({ year, person }: Witness): object => ({ year, practitioners: [practitioner(person)] });
