/** `cme export --to sql`: the rules as statements for one dialect, with vectors that its engine can be tried with. */
import { yearIn } from '../data/index.ts';
import type { Compiled, DialectId, Plan } from '../index.ts';
import { sqlExport } from '../release/index.ts';
import { Stop } from './stop.ts';

export interface SqlOptions {
  readonly dialect?: DialectId;
  readonly year?: string;
  readonly incremental?: boolean;
}

/** The text of the file; what cannot be said exactly is named, and nothing is written. */
export function sqlText(compiled: Compiled, plan: Plan, { dialect, year: wanted, incremental }: SqlOptions): string {
  if (dialect === undefined) throw new Stop('dialectMissing');
  const year = yearOf(plan, wanted);
  const made = sqlExport(compiled, plan, { dialect, year, incremental: incremental === true });
  if ('text' in made) return made.text;
  const what = made.refused.map(({ zh }) => zh).join('；');
  throw new Stop('exportRefused', { form: `SQL（${dialect}）`, what }, 1);
}

/** As asked for, else the year in which the rules come into force. */
export function yearOf({ effective }: Plan, wanted: string | undefined): number {
  const asked = yearIn(wanted ?? effective?.slice(0, 4) ?? '');
  if (asked !== null) return asked;
  throw wanted === undefined ? new Stop('yearMissing') : new Stop('yearMalformed', { text: wanted });
}
