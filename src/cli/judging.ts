/** One practitioner after the other to the evaluator: the result, what is wrong in the data, and what is shown of both. */
import { type Entry, hiddenKeys, maskOf } from '../data/index.ts';
import { evaluator, type Outcome, type PersonResult, type Plan, type RawPerson } from '../index.ts';
import { reportFaults } from './faults.ts';
import type { FindingReport } from './findings.ts';
import type { Shell } from './shell.ts';

/** What is done with each result; `shown` is the same with names and ids hidden, under `--mask`. */
export type Use = (result: PersonResult, entry: Entry, shown: PersonResult) => Promise<void> | undefined;

export interface Judging {
  readonly plan: Plan;
  readonly year: number;
  readonly report: FindingReport;
  readonly mask: boolean;
}

/** `index`: the place among all practitioners, by which a mask calls them. */
export function judging(
  judging: Judging,
  shell: Shell,
  use: Use,
): (entry: Entry, index: number) => Promise<void> | undefined {
  const judge = evaluator(judging.plan);
  const tell = telling(judging, shell, use);
  return (entry, index) => {
    const person = entry.person();
    return tell(judge(person, judging.year, { lang: shell.lang }), entry, index, person);
  };
}

/** What is done with an outcome, whoever judged; `person`, where it is at hand. */
export function telling({ plan, report, mask }: Omit<Judging, 'year'>, shell: Shell, use: Use) {
  const hidden = hiddenKeys(plan);
  return (
    { result, findings }: Outcome,
    entry: Entry,
    index: number,
    person?: RawPerson,
  ): Promise<void> | undefined => {
    const masked = mask ? maskOf(result, (person ?? entry.person()).facts, index, hidden) : null;
    const shown = masked?.result ?? result;
    reportFaults({ result: shown, findings, entry }, report, shell, masked?.text);
    return use(result, entry, shown);
  };
}
