/** `cme export --to sql`: the rules as statements for one dialect, with vectors that its engine can be tried with. */
import { yearIn } from '../data/index.ts';
import {
  type Compiled,
  certificateOf,
  certified,
  type DialectId,
  type Plan,
  refusedBy,
  sqlOf,
  sqlVectors,
} from '../index.ts';
import { casesFor, hashOf, sha256 } from './exportvectors.ts';
import { Stop } from './stop.ts';

export interface SqlOptions {
  readonly dialect?: DialectId;
  readonly year?: string;
}

/** The text of the file; what cannot be said exactly is named, and nothing is written. */
export function sqlText(compiled: Compiled, plan: Plan, { dialect, year: wanted }: SqlOptions): string {
  if (dialect === undefined) throw new Stop('dialectMissing');
  const year = yearOf(plan, wanted);
  const refused = refusedBy(plan, dialect);
  if (refused.length > 0) throw new Stop('exportRefused', { form: `SQL（${dialect}）`, what: refused.join('；') }, 1);
  const { cases, unreached } = casesFor(compiled, plan);
  const certificate = certificateOf(plan, dialect, { hash: hashOf(compiled), unreached: unreached(cases) });
  return certified(sqlOf(plan, year, dialect).text, certificate, sqlVectors(plan, cases), sha256);
}

/** As asked for, else the year in which the rules come into force. */
function yearOf({ effective }: Plan, wanted: string | undefined): number {
  const asked = yearIn(wanted ?? effective?.slice(0, 4) ?? '');
  if (asked !== null) return asked;
  throw wanted === undefined ? new Stop('yearMissing') : new Stop('yearMalformed', { text: wanted });
}
