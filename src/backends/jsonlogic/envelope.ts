/** What is exported: the rules with whose they are, what they read, and vectors to try any engine with. */
import { hundredthsOf } from '../../model/credit.ts';
import type { Plan } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import { type Mark, markOf } from '../mark.ts';
import type { Logic } from './logic.ts';
import type { JsonLogic } from './make.ts';
import type { Prepared } from './prepare.ts';
import type { Rules } from './rules.ts';
import { inputSchema, type JsonSchema } from './schema.ts';

/** In hundredths of a credit. */
export interface Results {
  readonly categories: Readonly<Record<string, number>>;
  readonly total: number;
  readonly required: number;
  readonly status: string;
}

export interface Vector {
  readonly name: string;
  readonly input: Prepared;
  readonly expect: Results;
}

export interface Envelope extends Mark {
  readonly format: 'cme-jsonlogic';
  readonly format_version: 1;
  /** Results are in hundredths. */
  readonly scale: 100;
  readonly most: number;
  readonly make_up: Logic;
  readonly rules: Rules;
  readonly input: JsonSchema;
  /** Lines of the rules, and numbers in them, that no vector lies on. */
  readonly unreached: readonly string[];
  readonly vectors: readonly Vector[];
  /** SHA-256 of all the rest. */
  readonly checksum: string;
}

/** What a vector expects: the evaluator's results, for every category. */
export function resultsOf(plan: Plan, { categories, credits, required, status }: PersonResult): Results {
  const held = new Map(categories.map((one) => [one.code, hundredthsOf(one.credits)]));
  return {
    categories: Object.fromEntries(plan.categories.map(({ key }) => [key, held.get(key) ?? 0])),
    total: hundredthsOf(credits),
    required: hundredthsOf(required),
    status,
  };
}

export interface Certificate {
  readonly hash: string;
  readonly vectors: readonly Vector[];
  readonly unreached: readonly string[];
}

export const envelopeOf = (
  plan: Plan,
  logic: JsonLogic,
  { hash, vectors, unreached }: Certificate,
): Omit<Envelope, 'checksum'> => ({
  format: 'cme-jsonlogic',
  format_version: 1,
  ...markOf(plan, hash),
  scale: 100,
  most: logic.most,
  make_up: logic.makeUp,
  rules: logic.rules,
  input: inputSchema(plan, logic),
  unreached,
  vectors,
});
