/** Evaluates a roster against a plan: the library's main verb. */
import { type EvaluateOptions, evaluator } from './backends/evaluator/index.ts';
import type { Plan } from './model/plan.ts';
import type { DataFinding, Evaluation, PersonResult, Summary } from './model/result.ts';
import type { RawPerson, RawValue } from './model/roster.ts';

export interface Roster {
  /** Calendar year that is judged. */
  readonly year: number;
  readonly practitioners: readonly RawPerson[];
}

export interface Evaluated {
  readonly evaluation: Evaluation;
  /** What is wrong or odd in the data; `practitioner` is the place in the roster. */
  readonly findings: readonly (DataFinding & { readonly practitioner: number })[];
}

/** Counts of a list of results. */
export const summarise = (results: readonly PersonResult[]): Summary => {
  const summary = { practitioners: results.length, met: 0, unmet: 0, exempt: 0, invalid_records: 0 };
  for (const { status, records } of results) {
    summary[status] += 1;
    for (const { reason } of records) if (reason === 'invalid' || reason === 'incomplete') summary.invalid_records += 1;
  }
  return summary;
};

/** The options that a plan was made with, of the readings that have several. */
export const readingsOf = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(plan.readings.filter((r) => r.options.length > 1).map((r) => [r.code, r.adopted]));

/** The head of an evaluation. */
export const headOf = (plan: Plan, year: number): Pick<Evaluation, 'ruleset' | 'year' | 'readings'> => ({
  ruleset: { code: plan.code, version: plan.version },
  year,
  readings: readingsOf(plan),
});

/** Results and records stand in the order of the roster. Never throws on what the data holds. */
export const evaluate = (plan: Plan, roster: Roster, options: EvaluateOptions = {}): Evaluated => {
  const judge = evaluator(plan);
  const outcomes = roster.practitioners.map((person) => judge(person, roster.year, options));
  const results = outcomes.map(({ result }) => result);
  return {
    evaluation: { ...headOf(plan, roster.year), results, summary: summarise(results) },
    findings: outcomes.flatMap(({ findings }, practitioner) => findings.map((found) => ({ ...found, practitioner }))),
  };
};

type PlainRecord = Readonly<Record<string, RawValue>>;

const entriesOf = (facts: PlainRecord): ReadonlyMap<string, RawValue> => new Map(Object.entries(facts));

/** A practitioner as plain objects, the way the JSON of a roster has them: `{ id, institution, records: [...] }`. */
export const personOf = (plain: PlainRecord & { readonly records?: readonly PlainRecord[] }): RawPerson => {
  const { records = [], ...facts } = plain;
  return { facts: entriesOf(facts), records: (records as readonly PlainRecord[]).map(entriesOf) };
};

/** The whole reckoning of one practitioner: the result with its steps. */
export const explain = (
  plan: Plan,
  person: RawPerson,
  year: number,
  options: Omit<EvaluateOptions, 'explain'> = {},
): PersonResult => evaluator(plan)(person, year, { ...options, explain: true }).result;
