/** What `eval` and `explain` share: the data opened, the year known, the rule set compiled, the roster read. */
import { type Opened, openAny, type Roster, rosterOf, veiled, yearIn } from '../data/index.ts';
import type { Compiled, Plan } from '../index.ts';
import { compileFile, planOf } from './compiling.ts';
import { isFile, isFolder, readAll, readBytes } from './files.ts';
import { FindingReport } from './findings.ts';
import { chosenReadings } from './readings.ts';
import { RuleShelf } from './rulesets.ts';
import { openParquet } from './scale/parquet.ts';
import { kindOf } from './scale/sources.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

export interface DataOptions {
  readonly format: 'text' | 'json';
  readonly year?: string;
  readonly set: readonly string[];
  readonly practitioners?: string;
  readonly sheet?: string;
  readonly rulesDir?: string;
  readonly mask?: boolean;
}

export interface Prepared {
  readonly plan: Plan;
  /** What the plan was made from. */
  readonly compiled: Compiled;
  readonly year: number;
  readonly roster: Roster;
  readonly report: FindingReport;
}

export async function prepare(rules: string, data: string, options: DataOptions, shell: Shell): Promise<Prepared> {
  const found = await openData(data, options, shell);
  const { plan, compiled } = await compiledPlan(rules, found.year, options, shell);
  return { plan, compiled, year: found.year, roster: rosterUnder(plan, found, options), report: found.report };
}

/** Data as far as they can be read without a rule set. */
export interface OpenData {
  readonly opened: Opened;
  readonly persons: Opened | null;
  readonly year: number;
  readonly report: FindingReport;
}

type Reading = Pick<DataOptions, 'year' | 'practitioners' | 'mask' | 'sheet'>;

export async function openData(data: string, options: Reading, shell: Shell): Promise<OpenData> {
  if (data === '-' && options.practitioners === '-') throw new Stop('stdinTwice');
  const report = new FindingReport(shell);
  const opened = await open(data, options.sheet, shell);
  const persons = options.practitioners === undefined ? null : await open(options.practitioners, undefined, shell);
  for (const one of [opened, persons]) {
    for (const found of one?.findings ?? []) report.add(found);
    if (one !== null && one.content === null) throw new Stop(null);
  }
  return { opened, persons, year: yearOf(options.year, opened, shell), report };
}

/** The practitioners by the names of a plan; what is wrong with them is reported. */
export function rosterUnder(plan: Plan, { opened, persons, report }: OpenData, { mask }: Reading): Roster {
  const { roster, findings } = rosterOf(opened, plan, persons);
  for (const found of findings) report.add(mask ? veiled(found) : found);
  if (roster === null) throw new Stop(null);
  return roster;
}

async function open(file: string, sheet: string | undefined, shell: Shell): Promise<Opened> {
  if (file === '-') return openAny(await readAll(shell.input), shell.say('stdin'), sheet);
  if (isFolder(file)) throw new Stop('fileIsFolder', { file });
  if (isFile(file) && kindOf(file) === 'parquet') return openParquet(file);
  return openAny(readBytes(file), file, sheet);
}

function yearOf(wanted: string | undefined, { year }: Opened, shell: Shell): number {
  const asked = wanted === undefined ? null : yearIn(wanted);
  if (wanted !== undefined && asked === null) throw new Stop('yearMalformed', { text: wanted });
  if (asked !== null && year !== null && asked !== year) shell.tell('yearOverrides', { data: year, year: asked });
  const found = asked ?? year;
  if (found === null) throw new Stop('yearMissing');
  return found;
}

/** Compiled twice where readings are set: their names are known from the first. */
export async function compiledPlan(
  rules: string,
  year: number,
  options: DataOptions,
  shell: Shell,
): Promise<Pick<Prepared, 'plan' | 'compiled'>> {
  const shelf = new RuleShelf(shell, options.rulesDir);
  const entry = await shelf.one(rules, year);
  const compiled = await compileFile(shelf, entry, {}, 'errors');
  const plan = planOf(compiled, options.format, shell);
  if (options.set.length === 0) return { plan, compiled };
  const readings = chosenReadings(options.set, plan.readings, shell);
  const again = await compileFile(shelf, entry, readings, 'errors');
  return { plan: planOf(again, options.format, shell), compiled: again };
}
