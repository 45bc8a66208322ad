/** `cme export --to jsonlogic`: the rules as JsonLogic, with vectors that any engine can be tried with. */
import type { Compiled, Plan } from '../index.ts';
import { jsonLogicExport } from '../release/index.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

/** The text of the file; what cannot be said exactly is named, and nothing is written. */
export function jsonLogicText(compiled: Compiled, plan: Plan, { lang }: Shell): string {
  const made = jsonLogicExport(compiled, plan);
  if ('text' in made) return made.text;
  const what = made.refused.map((one) => `\n  ${one[lang]}`).join('');
  throw new Stop('exportRefused', { form: 'JsonLogic', what }, 1);
}
