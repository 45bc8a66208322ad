/** `cme conform`: a province against its baseline, point by point. */
import { type Conformity, conform, type Point } from '../index.ts';
import { compileFile, planOf } from './compiling.ts';
import { conformText } from './conformtext.ts';
import { contrastJson, type Words } from './contrast.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface ConformOptions {
  readonly format: 'text' | 'json';
  readonly all?: boolean;
  readonly rulesDir?: string;
}

export async function conformCommand(rules: string, options: ConformOptions, shell: Shell): Promise<ExitCode> {
  const shelf = new RuleShelf(shell, options.rulesDir);
  const compiled = await compileFile(shelf, await shelf.one(rules, null));
  const plan = planOf(compiled, options.format, shell);
  const found = conform(compiled);
  if (found === null) throw new Stop('noBaseline', { name: rules });
  if (options.format === 'json') shell.out.line(JSON.stringify(conformJson(found, plan), null, 2));
  else shell.out.write(conformText(found, { words: plan, all: options.all === true }, shell));
  return found.points.some(({ allowed }) => !allowed) ? 1 : 0;
}

function conformJson({ baseline, province, points, exhausted }: Conformity, words: Words) {
  return { baseline, province, points: points.map((point) => pointJson(point, words)), exhausted };
}

function pointJson({ witness, at, ...point }: Point, words: Words) {
  const place = (source: Point['at']['baseline']) => source && { file: source.file, line: source.line };
  return {
    ...point,
    at: { baseline: place(at.baseline), province: place(at.province) },
    ...(witness && { witness: contrastJson(witness, words) }),
  };
}
