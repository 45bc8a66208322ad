/** `cme export`: the same rules in other forms. */
import { rosterJsonSchema, yearIn } from '../data/index.ts';
import type { Plan } from '../index.ts';
import { compileFile, planOf } from './compiling.ts';
import { type SqlOptions, sqlText } from './exportsql.ts';
import { writeWhole } from './files.ts';
import { chosenReadings } from './readings.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';

export { dialectIds } from '../index.ts';
export const exportForms = ['json-schema', 'sql'] as const;

export interface ExportOptions extends SqlOptions {
  readonly to: (typeof exportForms)[number];
  readonly set: readonly string[];
  readonly out?: string;
  readonly rulesDir?: string;
}

const texts: Readonly<Record<ExportOptions['to'], (plan: Plan, options: ExportOptions) => string>> = {
  'json-schema': (plan) => `${JSON.stringify(rosterJsonSchema(plan, plan), null, 2)}\n`,
  sql: sqlText,
};

export async function exportCommand(rules: string, options: ExportOptions, shell: Shell): Promise<ExitCode> {
  const text = texts[options.to](await planFor(rules, options, shell), options);
  if (options.out === undefined) shell.out.write(text);
  else {
    writeWhole(options.out, text);
    shell.tell('written', { file: options.out });
  }
  return 0;
}

/** Compiled twice where readings are set: their names are known from the first. */
async function planFor(rules: string, { rulesDir, set, year }: ExportOptions, shell: Shell): Promise<Plan> {
  const shelf = new RuleShelf(shell, rulesDir);
  const entry = await shelf.one(rules, yearIn(year ?? ''));
  const plan = planOf(await compileFile(shelf, entry, {}, 'errors'), 'text', shell);
  if (set.length === 0) return plan;
  const readings = chosenReadings(set, plan.readings, shell);
  return planOf(await compileFile(shelf, entry, readings, 'errors'), 'text', shell);
}
