/** The evaluator: a plan compiled to closures, exact, with explanations on request. */
import { messageOf } from '../../model/codes.ts';
import { TooLarge } from '../../model/credit.ts';
import type { Lang } from '../../model/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { DataFinding, PersonResult } from '../../model/result.ts';
import type { RawPerson } from '../../model/roster.ts';
import { pastOf, windowOf } from './cycle.ts';
import { MOST_CROSSING, TooMany } from './knot.ts';
import { type Program, programOf } from './program.ts';
import { type ReadPerson, readPerson } from './read.ts';
import { reckon } from './reckon.ts';
import { Report } from './report.ts';
import { resultOf } from './result.ts';
import { Run } from './run.ts';
import type { OnUse } from './use.ts';

export type { OnUse, Use } from './use.ts';

export interface EvaluateOptions {
  /** Build the `steps` of the reckoning. */
  readonly explain?: boolean;
  /** Language of details, notices and steps; Chinese unless said. */
  readonly lang?: Lang;
  /** Called for each line of the rules that did something. */
  readonly onUse?: OnUse;
}

export interface Outcome {
  readonly result: PersonResult;
  readonly findings: readonly DataFinding[];
}

export type Evaluate = (person: RawPerson, year: number, options?: EvaluateOptions) => Outcome;

/**
 * Makes the evaluation of a plan, once; it may be called for any number of practitioners. Whatever the data hold, it does
 * not throw: what is wrong with them is among the findings. It throws where the plan itself is broken, which the passes
 * before never let happen.
 */
export function evaluator(plan: Plan): Evaluate {
  const program = programOf(plan);
  return (raw, year, options = {}) => {
    const fresh = () =>
      new Report({ lang: options.lang ?? 'zh', explain: options.explain ?? false, onUse: options.onUse });
    try {
      const report = fresh();
      return outcome(program, readPerson(program, raw, report), year, report);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      const report = fresh();
      const read = readPerson(program, raw, report);
      return outcome(program, uncounted(read, report, error), year, report);
    }
  };
}

function outcome(program: Program, person: ReadPerson, year: number, report: Report): Outcome {
  const window = windowOf(program, person.facts, year, report);
  const runWith = (withMadeUp: boolean, to: Report): Run => {
    const past = pastOf(program, person, year, { withMadeUp, window });
    return new Run(program, person.facts, year, to, { withMadeUp, window, past });
  };
  const run = runWith(true, report);
  const reckoning = reckon(run, person);
  const result = resultOf(run, person.id, reckoning, madeUp());
  return { result, findings: report.findings };

  /** Records made up for the year, or for one before it in its cycle, made the difference: without them it is not met. */
  function madeUp(): boolean {
    if (reckoning.exempt || !reckoning.met) return false;
    if (![...run.past.entries, ...reckoning.entries].some((entry) => entry.madeUp && entry.here)) return false;
    const silent = new Report({ lang: report.lang, explain: false, onUse: undefined });
    return !reckon(runWith(false, silent), person).met;
  }
}

/** The person with every record invalid: their numbers cannot be added up exactly, or not in any time. */
function uncounted(person: ReadPerson, report: Report, why: TooLarge): ReadPerson {
  const found =
    why instanceof TooMany
      ? report.find('CME922', null, null, { most: String(MOST_CROSSING) })
      : report.find('CME921', null, null, {});
  const reason = messageOf(found, report.lang);
  return { ...person, records: person.records.map((record) => ({ ...record, invalid: record.invalid ?? reason })) };
}
