/** What a reckoning gives, as the contract says it. */
import { creditNumber } from '../../model/credit.ts';
import type { PersonResult, RecordResult } from '../../model/result.ts';
import { isTotal } from './bind.ts';
import type { Entry } from './entry.ts';
import { explainRefused } from './explain.ts';
import { type CategorySum, explainWhole } from './explainWhole.ts';
import type { Reckoning } from './reckon.ts';
import { type Binding, shown } from './require.ts';
import type { Run } from './run.ts';

export function resultOf(run: Run, practitioner: string | null, reckoning: Reckoning, madeUp: boolean): PersonResult {
  const { report, program, window } = run;
  const { entries, total, requirements, exempt, met } = reckoning;
  const totals = requirements.lines.filter(({ line }) => isTotal(line));
  const asked = totals.find(({ line }) => line.period === 'year') ?? totals[0];
  const required = asked === undefined ? 0 : shown(asked.required, 'credits');
  const open =
    exempt || asked === undefined || asked.met || !asked.judged
      ? 0
      : Math.max(0, required - shown(asked.earned, 'credits'));
  const classHours = requirements.lines.find(({ line }) => line.unit === 'classHours');
  const categories = categoriesOf(run, entries);
  if (report.steps !== null) {
    for (const entry of entries) {
      if (entry.reason !== null) explainRefused(run, entry, program.items[entry.item]?.item.label ?? '');
    }
    explainWhole(run, reckoning, categories);
  }
  return {
    practitioner,
    status: exempt ? 'exempt' : met ? 'met' : 'unmet',
    made_up: madeUp,
    credits: creditNumber(total),
    required: creditNumber(required),
    shortfall: creditNumber(open),
    period: { from: `${window.first}-01-01`, to: `${window.last}-12-31` },
    requirements: requirements.lines.map((binding) => ({
      name: binding.line.name,
      required: requiredOf(binding),
      earned: earnedOf(binding),
      met: binding.met,
    })),
    ...(classHours === undefined
      ? {}
      : { class_hours: { earned: earnedOf(classHours), required: requiredOf(classHours) } }),
    categories: categories.map(({ key, raw, credits }) => ({
      code: key,
      raw: creditNumber(raw),
      credits: creditNumber(credits),
    })),
    records: entries.map((entry) => recordResult(run, entry)),
    notices: report.notices,
    readings: program.plan.readings
      .filter(({ code, options }) => options.length > 1 && report.used(code))
      .map(({ code }) => code),
    ...(report.steps === null ? {} : { steps: report.steps }),
  };
}

const requiredOf = ({ line, required }: Binding): number => creditNumber(shown(required, line.unit));
const earnedOf = ({ line, earned }: Binding): number => creditNumber(shown(earned, line.unit));

function recordResult({ program }: Run, entry: Entry): RecordResult {
  const { id, category, clause, raw, credits, reason, detail } = entry;
  const award = program.items[entry.item]?.item.label ?? null;
  const common = { id, category, award, clause, raw: creditNumber(raw), credits: creditNumber(credits), reason };
  return detail === null ? common : { ...common, detail };
}

/** Of the categories that have a record in the year, in the plan's order. */
function categoriesOf({ program }: Run, entries: readonly Entry[]): readonly CategorySum[] {
  const sums = new Map<string, CategorySum>();
  for (const { key, label, clause } of program.plan.categories)
    sums.set(key, { key, label, clause, raw: 0, credits: 0 });
  const present = new Set<string>();
  for (const { category, here, visiting, raw, credits } of entries) {
    const sum = category === null ? undefined : sums.get(category);
    if (sum === undefined || !(here || visiting)) continue;
    present.add(sum.key);
    sum.raw += raw;
    sum.credits += credits;
  }
  return [...sums.values()].filter(({ key }) => present.has(key));
}
