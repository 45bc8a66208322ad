/** Short ways to evaluate in tests. */
import { type EvaluateOptions, evaluator, type Outcome } from '../../src/backends/evaluator/index.ts';
import type { Item, Plan } from '../../src/model/plan.ts';
import type { RecordResult } from '../../src/model/result.ts';
import { type Facts, people, planOf } from '../support/plan.ts';

export const evaluate = (plan: Plan, records: readonly Facts[], facts?: Facts, options?: EvaluateOptions): Outcome =>
  evaluator(plan)(people(records, facts), 2025, options);

/** Of a plan with one item, the records' credits. */
export const creditsOf = (item: Item, ...records: readonly Facts[]): readonly number[] =>
  evaluate(
    planOf({ items: [item] }),
    records.map((record) => ({ form: item.key, ...record })),
  ).result.records.map(({ credits }) => credits);

/** The one record of an evaluation. */
export const only = ({ result }: Outcome): RecordResult => {
  const [record, ...others] = result.records;
  if (record === undefined || others.length > 0) throw new Error('there is not one record');
  return record;
};

/** Why each record earned nothing; null where it did, or might have. */
export const reasonsOf = ({ result }: Outcome): readonly (string | null)[] =>
  result.records.map(({ reason }) => reason);
