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

const OPERATIONS = new Set('var if and or ! === !== > >= < <= + - * / % min max in merge reduce'.split(' '));

/** A text from outside as an export; null where it is none. No rule is run that has another operation than ours have. */
export function readEnvelope(data: unknown): Envelope | null {
  if (!isObject(data) || data.format !== 'cme-jsonlogic' || data.format_version !== 1) return null;
  const { rules, vectors } = data;
  if (!isObject(rules) || !isObject(rules.categories) || !Array.isArray(vectors)) return null;
  const all = [...Object.values(rules.categories), rules.total, rules.required, rules.status];
  const shaped = vectors.every((one) => isObject(one) && isObject(one.expect) && isObject(one.expect.categories));
  return shaped && all.every((rule) => isOurs(rule, 0)) ? (data as unknown as Envelope) : null;
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const DEEPEST = 500;

function isOurs(rule: unknown, depth: number): boolean {
  if (depth > DEEPEST || rule === undefined) return false;
  if (Array.isArray(rule)) return rule.every((part) => isOurs(part, depth + 1));
  if (!isObject(rule)) return true;
  const [[operation, parts] = ['', null], ...others] = Object.entries(rule);
  return others.length === 0 && OPERATIONS.has(operation) && Array.isArray(parts) && isOurs(parts, depth + 1);
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
