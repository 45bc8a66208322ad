/** `cme plan`: what a practitioner still lacks, and the least that would close it. */
import { hiddenKeys, maskOf } from '../data/index.ts';
import { advise, evaluator, recordName } from '../index.ts';
import { reportFaults } from './faults.ts';
import { planJson } from './planjson.ts';
import { planText } from './plantext.ts';
import { type DataOptions, prepare } from './prepare.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { suggestion } from './suggest.ts';

export interface PlanOptions extends DataOptions {
  readonly practitioner: string;
  readonly asOf?: string;
}

export async function planCommand(rules: string, data: string, options: PlanOptions, shell: Shell): Promise<ExitCode> {
  const { practitioner: id, asOf } = options;
  if (asOf !== undefined && !isDay(asOf)) throw new Stop('asOfMalformed', { text: asOf });
  const { plan, year, roster, report } = await prepare(rules, data, options, shell);
  const found = roster.entries.filter((entry) => entry.id === id);
  const [entry] = found;
  if (entry === undefined) {
    const ids = roster.entries.flatMap((one) => one.id ?? []);
    const near = options.mask ? '' : suggestion(id, ids, shell);
    throw new Stop('practitionerUnknown', { id, suggestion: near, count: roster.entries.length });
  }
  if (found.length > 1) shell.tell('practitionerTwice', { id, count: found.length });
  const person = entry.person();
  const { result, findings } = evaluator(plan)(person, year, { lang: shell.lang });
  const advice = advise(plan, person, year, asOf === undefined ? {} : { asOf });
  if (advice === null && asOf !== undefined && !asOf.startsWith(`${year}-`))
    throw new Stop('asOfOutside', { day: asOf, year });
  if (advice === null) throw new Stop('planUncounted');
  const mask = options.mask ? maskOf(result, person.facts, roster.entries.indexOf(entry), hiddenKeys(plan)) : null;
  reportFaults({ result: mask?.result ?? result, findings, entry }, report, shell, mask?.text);
  const shown = { advice, plan, year, asOf: asOf ?? null, id: mask?.result.practitioner ?? id };
  const names = advice.ahead.map((at) => recordName((mask?.result ?? result).records[at]?.id ?? null, at));
  if (options.format === 'json') shell.out.line(JSON.stringify(planJson({ ...shown, ahead: names }), null, 2));
  else shell.out.write(planText({ ...shown, ahead: names }, shell));
  report.end();
  return report.errors > 0 ? 1 : 0;
}

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
};
