/** The two sides of `cme diff`, compiled; where one has errors there is nothing to compare. */
import type { Compiled, Plan, PlanReading } from '../index.ts';
import { compileFile, distinct, errorsIn } from './compiling.ts';
import { chosenReadings } from './readings.ts';
import { Findings } from './report/findings.ts';
import { textReport } from './report/text.ts';
import type { RuleFile } from './rulefile.ts';
import type { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

export interface Wanted {
  /** Chooses among the versions of a code; null: the latest. */
  readonly year: number | null;
  readonly set: readonly string[];
}

/** Both are read before either is complained of. */
export async function sidesOf(
  names: readonly [string, string],
  { year, set }: Wanted,
  shelf: RuleShelf,
  shell: Shell,
): Promise<readonly [Plan, Plan]> {
  const entries = [await entryOf(names[0], year, shelf), await entryOf(names[1], year, shelf)] as const;
  const compiled = [await compileFile(shelf, entries[0]), await compileFile(shelf, entries[1])] as const;
  const plans = plansOf(names, compiled, shell);
  if (set.length === 0) return plans;
  const known = plans.flatMap(({ readings }) => readings);
  for (const text of set) if (!plans.some((plan) => has(plan, text))) chosenReadings([text], known, shell);
  const again = async (at: 0 | 1): Promise<Compiled> => {
    const own = set.filter((text) => has(plans[at], text));
    return compileFile(shelf, entries[at], chosenReadings(own, plans[at].readings, shell));
  };
  return plansOf(names, [await again(0), await again(1)], shell);
}

/** A path, a revision and a version named are what they are, whatever the year. */
const entryOf = (name: string, year: number | null, shelf: RuleShelf): Promise<RuleFile> =>
  shelf.one(name, /[@\\/:.]/.test(name) ? null : year);

/** Never a plan of one side alone: an empty result would be taken for a finding. */
function plansOf(
  names: readonly [string, string],
  [before, after]: readonly [Compiled, Compiled],
  shell: Shell,
): readonly [Plan, Plan] {
  if (before.plan !== null && after.plan !== null) return [before.plan, after.plan];
  const broken = [before, after].filter(({ plan }) => plan === null);
  const findings = new Findings(
    distinct(broken.flatMap(({ diagnostics }) => errorsIn(diagnostics))),
    broken.flatMap(({ sources }) => sources),
  );
  shell.err.write(`${textReport(findings, shell, shell.err)}\n`);
  const which = [before, after].flatMap(({ plan }, at) => (plan === null ? [names[at] ?? ''] : []));
  throw new Stop('sideHasErrors', { names: shell.list([...new Set(which)]) });
}

/** A reading may stand on one side alone: there it is set. */
function has({ readings }: { readonly readings: readonly PlanReading[] }, text: string): boolean {
  const name = (text.split(/[=＝]/)[0] ?? '').trim();
  return readings.some(({ code, label, options }) => options.length > 1 && (code === name || label === name));
}
