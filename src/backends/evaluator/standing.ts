/** How a practitioner stands, seen from within: for analyses that ask it again and again with other records. */
import { TooLarge } from '../../model/credit.ts';
import type { Credit, Plan } from '../../model/plan.ts';
import type { RawFacts, RawPerson } from '../../model/roster.ts';
import { limitOf } from './cap.ts';
import { pastOf, windowOf } from './cycle.ts';
import { programOf } from './program.ts';
import { readPerson } from './read.ts';
import { type Reckoning, reckon } from './reckon.ts';
import { Report } from './report.ts';
import { Run } from './run.ts';

export interface Inside {
  readonly reckoning: Reckoning;
  /** By the place of a cap: what it lets through in this year at most. */
  readonly limits: readonly Credit[];
}

/**
 * The records of the practitioner are read once. `more` are judged beside them, or `alone`; null where numbers leave what
 * is exact.
 */
export function standings(plan: Plan, raw: RawPerson, year: number) {
  const program = programOf(plan);
  const quiet = (): Report => new Report({ lang: 'zh', explain: false, onUse: undefined });
  const person = readPerson(program, raw, quiet());
  const judge = (more: readonly RawFacts[], alone = false): Inside | null => {
    const report = quiet();
    const added = readPerson(program, { facts: new Map(), records: more }, report).records;
    const records = [...(alone ? [] : person.records), ...added];
    const all = { ...person, records };
    try {
      const window = windowOf(program, person.facts, year, report);
      const past = pastOf(program, all, year, { withMadeUp: true, window });
      const run = new Run(program, person.facts, year, report, { withMadeUp: true, window, past });
      const reckoning = reckon(run, all);
      return { reckoning, limits: program.caps.map((cap) => limitOf(run, cap)) };
    } catch (error) {
      if (error instanceof TooLarge) return null;
      throw error;
    }
  };
  return { program, person, judge };
}
