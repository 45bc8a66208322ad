/** `cme export`: the same rules in other forms. */
import { rosterJsonSchema } from '../data/index.ts';
import { compileFile, planOf } from './compiling.ts';
import { writeWhole } from './files.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';

export const exportForms = ['json-schema'] as const;

export interface ExportOptions {
  readonly to: (typeof exportForms)[number];
  readonly out?: string;
  readonly rulesDir?: string;
}

export async function exportCommand(rules: string, options: ExportOptions, shell: Shell): Promise<ExitCode> {
  const shelf = new RuleShelf(shell, options.rulesDir);
  const compiled = await compileFile(shelf, await shelf.one(rules, null));
  const plan = planOf(compiled, 'text', shell);
  const text = `${JSON.stringify(rosterJsonSchema(plan, plan), null, 2)}\n`;
  if (options.out === undefined) shell.out.write(text);
  else {
    writeWhole(options.out, text);
    shell.tell('written', { file: options.out });
  }
  return 0;
}
