/** `cme export --to jsonlogic`: the rules as JsonLogic, with vectors that any engine can be tried with. */
import {
  backends,
  type Compiled,
  envelopeOf,
  evaluator,
  type Plan,
  refusalText,
  resultsOf,
  type Vector,
} from '../index.ts';
import { casesFor, hashOf } from './exportvectors.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

/** The text of the file; what cannot be said exactly is named, and nothing is written. */
export function jsonLogicText(compiled: Compiled, plan: Plan, { lang }: Shell): string {
  const made = backends.jsonlogic.make(plan);
  if ('refused' in made) {
    const what = made.refused.map((one) => `\n  ${refusalText(one, lang)}`).join('');
    throw new Stop('exportRefused', { form: 'JsonLogic', what }, 1);
  }
  const { cases, unreached } = casesFor(compiled, plan);
  const judge = evaluator(plan);
  const prepared = cases.flatMap((one) => {
    const input = made.logic.prepare(one.raw, one.year);
    return input === null ? [] : [{ ...one, input }];
  });
  const vectors = prepared.map(
    ({ name, raw, year, input }): Vector => ({ name, input, expect: resultsOf(plan, judge(raw, year).result) }),
  );
  const envelope = envelopeOf(plan, made.logic, { hash: hashOf(compiled), vectors, unreached: unreached(prepared) });
  return `${JSON.stringify(envelope)}\n`;
}
