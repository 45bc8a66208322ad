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
import { type Reckoning, reckon } from './reckon.ts';
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
    const read = (report: Report) => readPerson(program, raw, report);
    return judged(program, read, year, outcomeOf, options);
  };
}

/** A result in words, with what was found on the way. @throws TooLarge */
export const outcomeOf = ({ run, person, reckoning, madeUp }: Judged): Outcome => ({
  result: resultOf(run, person.id, reckoning, madeUp),
  findings: run.report.findings,
});

/** A year of a practitioner, reckoned; not yet in the words of a result. */
export interface Judged {
  readonly run: Run;
  readonly person: ReadPerson;
  readonly reckoning: Reckoning;
  /** Records made up for the year, or for one before it in its cycle, made the difference: without them it is not met. */
  readonly madeUp: boolean;
}

/**
 * What `use` makes of a practitioner's year. Both `read` and `use` may be asked twice: where numbers leave what is exact,
 * the practitioner is judged anew with no record valid.
 */
export function judged<T>(
  program: Program,
  read: (report: Report) => ReadPerson,
  year: number,
  use: (of: Judged) => T,
  options: EvaluateOptions = {},
): T {
  const fresh = () =>
    new Report({ lang: options.lang ?? 'zh', explain: options.explain ?? false, onUse: options.onUse });
  try {
    const report = fresh();
    return use(judge(program, read(report), year, report));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const report = fresh();
    return use(judge(program, uncounted(read(report), report, error), year, report));
  }
}

function judge(program: Program, person: ReadPerson, year: number, report: Report): Judged {
  const window = windowOf(program, person.facts, year, report);
  const runWith = (withMadeUp: boolean, to: Report): Run => {
    const past = pastOf(program, person, year, { withMadeUp, window });
    return new Run(program, person.facts, year, to, { withMadeUp, window, past });
  };
  const run = runWith(true, report);
  const reckoning = reckon(run, person);
  return { run, person, reckoning, madeUp: madeUp() };

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
