/** The exported rules run by two engines, one of them also compiled, beside the evaluator: where the results part. */
import { LogicEngine } from 'json-logic-engine';
import jsonLogicJs from 'json-logic-js';
import { type JsonLogic, jsonLogic, type Refusal, resultsBy, resultsOf } from '../../src/backends/jsonlogic/index.ts';
import { evaluator, type Plan, type RawPerson } from '../../src/index.ts';

const engine = new LogicEngine();

/** Compiled once a rule: a compiler may go wrong where the interpreter does not. */
const compiledRules = new WeakMap<object, (data: unknown) => unknown>();
const compiledRule = (rule: object): ((data: unknown) => unknown) => {
  const known = compiledRules.get(rule) ?? (engine.build(rule) as (data: unknown) => unknown);
  compiledRules.set(rule, known);
  return known;
};

export const engines = {
  'json-logic-js': (rule: unknown, data: unknown): unknown => jsonLogicJs.apply(rule as never, data),
  'json-logic-engine': (rule: unknown, data: unknown): unknown => engine.run(rule, data),
  'json-logic-engine, compiled': (rule: unknown, data: unknown): unknown =>
    typeof rule === 'object' && rule !== null ? compiledRule(rule)(data) : rule,
} as const;

export interface Exported {
  readonly logic: JsonLogic;
  /** What an engine gives otherwise than the evaluator; nothing where all agree. */
  readonly differences: (raw: RawPerson, year: number) => readonly string[];
}

export function exported(plan: Plan): Exported | readonly Refusal[] {
  const made = jsonLogic(plan);
  if ('refused' in made) return made.refused;
  const { logic } = made;
  const judge = evaluator(plan);
  const differences = (raw: RawPerson, year: number): readonly string[] => {
    const input = logic.prepare(raw, year);
    if (input === null) return [];
    const expected = JSON.stringify(resultsOf(plan, judge(raw, year).result));
    return Object.entries(engines).flatMap(([name, apply]) => {
      const got = JSON.stringify(resultsBy(apply, { rules: logic.rules }, input));
      return got === expected ? [] : [`${name}: ${got}, the evaluator ${expected}`];
    });
  };
  return { logic, differences };
}

/** Of a plan that is not refused. */
export function whole(plan: Plan): Exported {
  const made = exported(plan);
  if ('logic' in made) return made;
  throw new Error(`refused: ${JSON.stringify(made)}`);
}
