/** `cme export --to jsonlogic`: the rules as JsonLogic, with vectors that any engine can be tried with; and what they read. */
import type { Compiled, Lang, Plan } from '../index.ts';
import { inputExport, jsonLogicExport } from '../release/index.ts';
import { type SqlOptions, yearOf } from './exportsql.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

/** The text of the file; what cannot be said exactly is named, and nothing is written. */
export function jsonLogicText(compiled: Compiled, plan: Plan, { lang }: Shell): string {
  const made = jsonLogicExport(compiled, plan);
  if ('text' in made) return made.text;
  throw refused('JsonLogic', made.refused, lang);
}

/** The preparing step of these rules as SQL for one dialect. */
export function inputText(compiled: Compiled, plan: Plan, { dialect, year }: SqlOptions, { lang }: Shell): string {
  if (dialect === undefined) throw new Stop('dialectMissing');
  const made = inputExport(compiled, plan, { dialect, year: yearOf(plan, year) });
  if ('text' in made) return made.text;
  throw refused(`JsonLogic（${dialect}）`, made.refused, lang);
}

function refused(form: string, whys: readonly Readonly<Record<Lang, string>>[], lang: Lang): Stop {
  return new Stop('exportRefused', { form, what: whys.map((one) => `\n  ${one[lang]}`).join('') }, 1);
}
