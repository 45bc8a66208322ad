/** `cme test --mutants`: changes rule files in one place after another, and tells what no example notices. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type Mutant, mutantsOf } from '../index.ts';
import { compileFile, planOf } from './compiling.ts';
import { onInterrupt } from './interrupt.ts';
import { Progress } from './progress.ts';
import type { RuleFile } from './rulefile.ts';
import type { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

/** More is left untried, and said so: the shipped files take a quarter of a minute. */
const MOST_MS = 180_000;

export async function mutantsCommand(
  entries: readonly RuleFile[],
  shelf: RuleShelf,
  format: 'text' | 'json',
  shell: Shell,
): Promise<ExitCode> {
  const trials = await trialsOf(entries, shelf, format, shell);
  const mutants = await tried(trials, shell);
  const survivors = mutants.filter(({ killed, equivalent }) => !killed && !equivalent);
  const killed = mutants.filter((one) => one.killed).length;
  const equivalent = mutants.length - killed - survivors.length;
  const untried = trials.length - mutants.length;
  const summary = { killed, survived: survivors.length, equivalent, untried };
  if (format === 'json') shell.out.line(JSON.stringify({ mutants, summary }, null, 2));
  else {
    for (const one of survivors) shell.out.write(survivor(one, shell));
    shell.out.line(shell.say('mutantSummary', { all: mutants.length, ...summary }));
    if (untried > 0) shell.out.line(shell.say('mutantsUntried', summary));
  }
  return survivors.length > 0 ? 1 : 0;
}

type Trial = () => Mutant;

/** Of all files, before any is tried: a mistake in the last should not cost the wait. */
async function trialsOf(
  entries: readonly RuleFile[],
  shelf: RuleShelf,
  format: 'text' | 'json',
  shell: Shell,
): Promise<readonly Trial[]> {
  const all: Trial[] = [];
  for (const entry of entries) {
    const compiled = await compileFile(shelf, entry);
    planOf(compiled, format, shell);
    const { failing, trials } = mutantsOf(compiled, { library: await shelf.library(entry) });
    const [name] = failing;
    if (name !== undefined) throw new Stop('mutantsFailing', { file: entry.file, name }, 1);
    all.push(...trials);
  }
  return all;
}

async function tried(trials: readonly Trial[], shell: Shell): Promise<readonly Mutant[]> {
  const progress = new Progress(trials.length, shell, 'mutating', 'changes');
  onInterrupt(() => progress.end());
  const ends = performance.now() + MOST_MS;
  const mutants: Mutant[] = [];
  for (const trial of trials) {
    if (performance.now() > ends) break;
    mutants.push(trial());
    progress.at(mutants.length);
    await breathe();
  }
  progress.end();
  return mutants;
}

function survivor({ file, line, before, after, example }: Mutant, shell: Shell): string {
  const told = shell.say(after === '' ? 'mutantDropped' : 'mutantChanged', { file, line, before, after });
  const more = example === undefined ? [`  ${shell.say('mutantPerhaps')}`] : [`  ${shell.say('mutantPaste')}`, example];
  return `${[told, ...more].join('\n')}\n\n`;
}
