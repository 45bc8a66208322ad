/** The one roster of the comparison: 200,000 records of 20,000 people of Hubei, by a seed. */
import type { Plan, RawPerson } from '../../src/index.ts';
import { hubeiRoster } from '../../test/support/hubei.ts';
import { type Practitioner, rawPerson } from '../../test/support/roster.ts';

export const PEOPLE = 20_000;
export const RECORDS = 200_000;
export const YEAR = 2025;

/** Lives have more records than ten: every so-manieth is left out, over the whole roster. */
export function benchRoster(people: number, records: number): { plain: readonly Practitioner[]; raw: RawPerson[] } {
  const { practitioners } = hubeiRoster(1, people, YEAR);
  const all = practitioners.reduce((sum, one) => sum + one.records.length, 0);
  const share = Math.min(1, records / all);
  let seen = 0;
  const plain = practitioners.map((one) => ({
    facts: one.facts,
    records: one.records.filter(() => {
      seen += 1;
      return Math.floor(seen * share) > Math.floor((seen - 1) * share);
    }),
  }));
  return { plain, raw: plain.map(rawPerson) };
}

/** As a flat file, one row a record. */
export function csvOf(plan: Plan, plain: readonly Practitioner[]): string {
  const person = plan.personFields.map(({ key }) => key).filter((key) => key !== 'id');
  const record = plan.recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner');
  const head = ['practitioner', ...person, ...record];
  const rows = plain.flatMap(({ facts, records }) =>
    (records.length === 0 ? [{}] : records).map((one) => {
      const row = one as Practitioner['facts'];
      return [facts.id, ...person.map((key) => facts[key] ?? ''), ...record.map((key) => row[key] ?? '')].join(',');
    }),
  );
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
