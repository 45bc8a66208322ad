/** `cme across`: one practitioner, or a whole roster, under several rule sets at once. */
import { rosterOf } from '../data/index.ts';
import { type Across, type AcrossSide, across, evaluator, type PersonResult, type Plan } from '../index.ts';
import { acrossText, type Counted, type Divided, rosterText } from './acrosstext.ts';
import { compileFile, planOf } from './compiling.ts';
import { type DataOptions, type OpenData, openData } from './prepare.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { suggestion } from './suggest.ts';

export interface AcrossOptions extends Omit<DataOptions, 'set' | 'mask'> {
  readonly practitioner?: string;
}

/** More beside one another can neither be read nor be held against each other. */
const MOST = 8;

export async function acrossCommand(names: readonly string[], options: AcrossOptions, shell: Shell): Promise<ExitCode> {
  const data = names.at(-1) ?? '';
  const rules = names.slice(0, -1);
  if (rules.length < 2 || rules.length > MOST) throw new Stop('acrossRules', { most: MOST });
  const found = await openData(data, options, shell);
  const shelf = new RuleShelf(shell, options.rulesDir);
  const plans: Plan[] = [];
  for (const name of rules) {
    const compiled = await compileFile(shelf, await shelf.one(name, found.year), {}, 'errors');
    plans.push(planOf(compiled, options.format, shell));
  }
  return options.practitioner === undefined
    ? everybody(plans, found, options, shell)
    : one(plans, found, options.practitioner, options, shell);
}

type Rosters = ReturnType<typeof rostersUnder>;

/** Read anew by the names of each; what is wrong with the file itself is reported once, by those of the first. */
function rostersUnder(plans: readonly Plan[], { opened, persons, report }: OpenData) {
  return plans.map((plan, at) => {
    const { roster, findings } = rosterOf(opened, plan, persons);
    if (at === 0) for (const one of findings) report.add(one);
    if (roster === null) throw new Stop(null);
    return roster.entries;
  });
}

function one(plans: readonly Plan[], found: OpenData, id: string, { format }: AcrossOptions, shell: Shell): ExitCode {
  const rosters = rostersUnder(plans, found);
  const sides = plans.map((plan, at): AcrossSide => {
    const entries = rosters[at] ?? [];
    const entry = entries.find((each) => each.id === id);
    if (entry) return { plan, person: entry.person() };
    const ids = entries.flatMap((each) => each.id ?? []);
    throw new Stop('practitionerUnknown', { id, suggestion: suggestion(id, ids, shell), count: entries.length });
  });
  const result = across(sides, found.year, shell.lang);
  found.report.end();
  if (format === 'json') shell.out.line(JSON.stringify(acrossJson(result, found.year, id), null, 2));
  else shell.out.write(acrossText(result, { id, year: found.year }, shell));
  return result.sides.some((side) => isFaulty(side.result)) ? 1 : 0;
}

const isFaulty = ({ records }: PersonResult): boolean =>
  records.some(({ reason }) => reason === 'invalid' || reason === 'incomplete');

const acrossJson = ({ sides, apart }: Across, year: number, practitioner: string) => ({
  year,
  practitioner,
  sides: sides.map(({ ruleset, result: { steps: _, ...result }, strange }) => ({ ruleset, result, strange })),
  apart,
});

function everybody(plans: readonly Plan[], found: OpenData, { format }: AcrossOptions, shell: Shell): ExitCode {
  const rosters: Rosters = rostersUnder(plans, found);
  const judges = plans.map((plan) => evaluator(plan));
  const counts = plans.map(() => ({ met: 0, unmet: 0, exempt: 0 }));
  const divided: Divided[] = [];
  let faulty = false;
  const people = rosters[0] ?? [];
  for (const [index, person] of people.entries()) {
    const results = judges.map((judge, at) => {
      const entry = rosters[at]?.[index];
      if (entry === undefined || entry.id !== person.id) throw new Stop('rostersDiffer');
      return judge(entry.person(), found.year, { lang: shell.lang }).result;
    });
    for (const [at, { status }] of results.entries()) {
      const count = counts[at];
      if (count) count[status]++;
    }
    faulty ||= results.some(isFaulty);
    const status = results.map((each) => each.status);
    if (new Set(status).size > 1) {
      divided.push({ practitioner: person.id, status, credits: results.map(({ credits }) => credits) });
    }
  }
  found.report.end();
  const sides = plans.map(({ code, version, label }, at): Counted => {
    return { ruleset: { code, version, label }, ...(counts[at] ?? { met: 0, unmet: 0, exempt: 0 }) };
  });
  const told = { year: found.year, practitioners: people.length, sides, divided };
  if (format === 'json') shell.out.line(JSON.stringify(told, null, 2));
  else shell.out.write(rosterText(told, shell));
  return faulty ? 1 : 0;
}
