/** Whether an engine gives what the vectors of an export expect. */
import type { Envelope, Results } from './envelope.ts';

/** An engine: a rule put to data. */
export type Apply = (rule: unknown, data: unknown) => unknown;

export interface Difference {
  readonly vector: string;
  /** `total`, `categories.projects`, … */
  readonly of: string;
  readonly expected: unknown;
  readonly got: unknown;
}

export function resultsBy(apply: Apply, { rules }: Pick<Envelope, 'rules'>, input: unknown): Results {
  const categories = Object.entries(rules.categories).map(([key, rule]) => [key, apply(rule, input)] as const);
  const [total, required, status] = [rules.total, rules.required, rules.status].map((rule) => apply(rule, input));
  return { categories: Object.fromEntries(categories), total, required, status } as Results;
}

/** The first result that differs; null where all agree. */
export function firstDifference(apply: Apply, envelope: Envelope): Difference | null {
  for (const { name, input, expect } of envelope.vectors) {
    const results = resultsBy(apply, envelope, input);
    const flat = (all: Results): readonly (readonly [string, unknown])[] => [
      ...Object.keys(envelope.rules.categories).map((key) => [`categories.${key}`, all.categories[key]] as const),
      ...(['total', 'required', 'status'] as const).map((key) => [key, all[key]] as const),
    ];
    const expected = new Map(flat(expect));
    for (const [of, got] of flat(results)) {
      if (got !== expected.get(of)) return { vector: name, of, expected: expected.get(of), got };
    }
  }
  return null;
}
