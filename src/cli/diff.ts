/** `cme diff`: what changed in meaning between two rule sets, for whom, and what it does to a roster. */
import { yearIn } from '../data/index.ts';
import { type Change, compare } from '../index.ts';
import { contrastJson, type Words, wordsOfBoth } from './contrast.ts';
import { failing, fails } from './difffail.ts';
import { impactOf } from './diffimpact.ts';
import { impactText } from './diffimpacttext.ts';
import { sidesOf } from './diffsides.ts';
import { diffText } from './difftext.ts';
import { type DataOptions, openData } from './prepare.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface DiffOptions extends DataOptions {
  readonly data?: string;
  readonly all?: boolean;
  readonly failOn: readonly string[];
}

export async function diffCommand(
  before: string,
  after: string,
  options: DiffOptions,
  shell: Shell,
): Promise<ExitCode> {
  const named = failing(options.failOn, shell);
  if (options.data === undefined && options.practitioners !== undefined) throw new Stop('diffWithoutData');
  const data = options.data === undefined ? null : await openData(options.data, options, shell);
  const year = data?.year ?? yearOf(options.year);
  const shelf = new RuleShelf(shell, options.rulesDir);
  const sides = await sidesOf([before, after], { year, set: options.set }, shelf, shell);
  const found = compare(...sides);
  const measured = data && (await impactOf(sides, data, options, shell));
  const words = wordsOfBoth(...sides);
  if (options.format === 'json') {
    const changes = found.changes.map((change) => changeJson(change, words));
    const { equivalent, exhausted } = found;
    const impact = measured && { impact: { year: data?.year, ...measured.impact } };
    shell.out.line(JSON.stringify({ changes, ...impact, equivalent, exhausted }, null, 2));
  } else {
    shell.out.write(diffText(found, { words, all: options.all === true }, shell));
    if (measured && data) shell.out.write(impactText(measured.impact, data.year, shell));
  }
  return fails(found, named) || measured?.faulty ? 1 : 0;
}

/** Without data, a year still says which version of a code is meant. */
function yearOf(wanted: string | undefined): number | null {
  if (wanted === undefined) return null;
  const year = yearIn(wanted);
  if (year === null) throw new Stop('yearMalformed', { text: wanted });
  return year;
}

function changeJson({ witness, counter, at, ...change }: Change, words: Words) {
  const place = (source: Change['at']['before']) => source && { file: source.file, line: source.line };
  return {
    ...change,
    at: { before: place(at.before), after: place(at.after) },
    ...(witness && { witness: contrastJson(witness, words) }),
    ...(counter && { counter: contrastJson(counter, words) }),
  };
}
