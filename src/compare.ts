/**
 * Compare: what differs in meaning between two rule sets that compiled, element by element, each change with its direction
 * and a smallest witness.
 *
 * Both sides are compared as adopted: the plans are those that `compile` gives (or `planUnder`, for other options). A change
 * in what is adopted is one change of kind `reading`, whatever lines it touches; an option added or taken away is one too.
 * Pure, bounded, and total: any two plans of the compiler may be handed in, in either order. Nobody is a witness who was not
 * evaluated under both.
 */
import type { Judge, Judging } from './analysis/compare/draft.ts';
import { compareWhole } from './analysis/compare/whole.ts';
import { evaluator } from './backends/evaluator/index.ts';
import type { Comparison } from './model/comparison.ts';
import type { Plan } from './model/plan.ts';

export interface CompareOptions {
  /** How many pairs of evaluations the search for witnesses may take in all; 20,000 unless said. */
  readonly evaluations?: number;
  /** False: directions alone, no witness is looked for. */
  readonly witnesses?: boolean;
}

const EVALUATIONS = 20_000;

/** What an evaluation says where two claim one: a plan between the two may have such, and shows nothing there. */
const CLASHES: ReadonlySet<string> = new Set(['CME918', 'CME919', 'CME920']);

/** Each plan is made ready once. */
const judging = (): Judging => {
  const made = new Map<Plan, Judge>();
  return (plan) => {
    const known = made.get(plan);
    if (known) return known;
    const evaluate = evaluator(plan);
    const judge: Judge = (person, year) => {
      const { result, findings } = evaluate(person, year);
      return findings.some(({ code }) => CLASHES.has(code)) ? null : result;
    };
    made.set(plan, judge);
    return judge;
  };
};

export const compare = (before: Plan, after: Plan, options: CompareOptions = {}): Comparison =>
  compareWhole(before, after, judging(), {
    evaluations: options.evaluations ?? EVALUATIONS,
    witnesses: options.witnesses ?? true,
  });

/** One change by itself: the rules as they were, and with it alone. Plans between the two, which no file holds. */
export interface Single {
  /** Its place among the changes of the comparison. */
  readonly at: number;
  readonly before: Plan;
  readonly after: Plan;
}

/** Of all changes that are not proven to be without effect, so that what each does to real people can be counted. */
export const singlesOf = (before: Plan, after: Plan): readonly Single[] => {
  const found: Single[] = [];
  compareWhole(before, after, judging(), {
    evaluations: 0,
    witnesses: false,
    alone: (at, old, now) => found.push({ at, before: old, after: now }),
  });
  return found;
};
