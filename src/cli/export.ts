/** `cme export`: the same rules in other forms. */
import { rosterJsonSchema, yearIn } from '../data/index.ts';
import type { Compiled, Plan } from '../index.ts';
import { compileFile, planOf } from './compiling.ts';
import { inputText, jsonLogicText } from './exportjsonlogic.ts';
import { printed } from './exportprint.ts';
import { type SqlOptions, sqlText } from './exportsql.ts';
import { AtomicFile } from './files.ts';
import { chosenReadings } from './readings.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';

export { dialectIds } from '../index.ts';
export const exportForms = ['json-schema', 'jsonlogic', 'jsonlogic-input', 'sql', 'markdown', 'docx', 'html'] as const;

export interface ExportOptions extends SqlOptions {
  readonly to: (typeof exportForms)[number];
  readonly set: readonly string[];
  readonly out?: string;
  readonly rulesDir?: string;
}

interface Rules {
  readonly compiled: Compiled;
  readonly plan: Plan;
}

type Made = string | Uint8Array;

const made: Readonly<
  Record<ExportOptions['to'], (rules: Rules, options: ExportOptions, shell: Shell) => Made | Promise<Made>>
> = {
  'json-schema': ({ plan }) => `${JSON.stringify(rosterJsonSchema(plan, plan), null, 2)}\n`,
  jsonlogic: ({ compiled, plan }, _, shell) => jsonLogicText(compiled, plan, shell),
  'jsonlogic-input': ({ compiled, plan }, options, shell) => inputText(compiled, plan, options, shell),
  sql: ({ compiled, plan }, options) => sqlText(compiled, plan, options),
  markdown: ({ compiled }, { out }, { lang }) => printed(compiled, 'markdown', lang, out),
  docx: ({ compiled }, { out }, { lang }) => printed(compiled, 'docx', lang, out),
  html: ({ compiled }, { out }, { lang }) => printed(compiled, 'html', lang, out),
};

export async function exportCommand(rules: string, options: ExportOptions, shell: Shell): Promise<ExitCode> {
  const all = await made[options.to](await rulesFor(rules, options, shell), options, shell);
  if (options.out !== undefined) {
    const file = new AtomicFile(options.out);
    if (typeof all === 'string') file.write(all);
    else file.writeBytes(all);
    file.close();
    shell.tell('written', { file: options.out });
  } else if (typeof all === 'string') shell.out.write(all);
  return 0;
}

/** Compiled twice where readings are set: their names are known from the first. */
async function rulesFor(rules: string, { rulesDir, set, year }: ExportOptions, shell: Shell): Promise<Rules> {
  const shelf = new RuleShelf(shell, rulesDir);
  const entry = await shelf.one(rules, yearIn(year ?? ''));
  const adopted = await compileFile(shelf, entry, {}, 'errors');
  const plan = planOf(adopted, 'text', shell);
  if (set.length === 0) return { compiled: adopted, plan };
  const readings = chosenReadings(set, plan.readings, shell);
  const compiled = await compileFile(shelf, entry, readings, 'errors');
  return { compiled, plan: planOf(compiled, 'text', shell) };
}
