/** `cme diff --data`: a roster judged by both sides in one walk. */
import { Counter, hiddenKeys, maskOf, type Roster, rosterOf } from '../data/index.ts';
import { evaluator, Impact, type ImpactFound, type PersonResult, type Plan } from '../index.ts';
import { reportFaults } from './faults.ts';
import { type OpenData, rosterUnder } from './prepare.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';
import { walk } from './walk.ts';

export interface Measured {
  readonly impact: ImpactFound;
  /** Something in the data was invalid or incomplete, under either side. */
  readonly faulty: boolean;
}

export async function impactOf(
  [before, after]: readonly [Plan, Plan],
  data: OpenData,
  options: { readonly mask?: boolean },
  shell: Shell,
): Promise<Measured> {
  const { year, report } = data;
  const { mask } = options;
  const roster = rosterUnder(after, data, options);
  const old = oldRoster(before, after, roster, data);
  const [judgeOld, judgeNow] = [evaluator(before), evaluator(after)];
  const hidden = [...new Set([...hiddenKeys(before), ...hiddenKeys(after)])];
  const impact = new Impact();
  const counter = new Counter();
  await walk(roster.entries, shell, (entry, index) => {
    const person = entry.person();
    const now = judgeNow(person, year, { lang: shell.lang });
    const then = judgeOld(old.entries[index]?.person() ?? person, year, { lang: shell.lang });
    const masked = mask ? maskOf(now.result, person.facts, index, hidden) : null;
    const shown = masked?.result ?? now.result;
    reportFaults({ result: shown, findings: now.findings, entry }, report, shell, masked?.text);
    const maskedThen = mask ? maskOf(then.result, person.facts, index, hidden).result : then.result;
    for (const [at, { id, detail = '' }] of faultyOnlyIn(maskedThen, now.result)) {
      report.addText(shell.say('recordFaultyBefore', { id: id ?? at + 1, detail }), entry.place(at, null));
    }
    counter.add(now.result);
    impact.add(shown.practitioner ?? `#${index + 1}`, then.result, now.result);
    return undefined;
  });
  report.end();
  return { impact: impact.found, faulty: report.errors > 0 || counter.summary.invalid_records > 0 };
}

/** Which columns of a flat file are whose is said by the fields, and they may differ. */
function oldRoster(before: Plan, after: Plan, roster: Roster, data: OpenData): Roster {
  const fields = ({ personFields, recordFields }: Plan): string => JSON.stringify([personFields, recordFields]);
  if (fields(before) === fields(after)) return roster;
  // What is wrong with it was told of the new side already.
  const old = rosterOf(data.opened, before, data.persons).roster;
  if (old?.entries.length !== roster.entries.length) throw new Stop('rostersDiffer');
  return old;
}

/** Records that counted for nothing under the old rules alone, because they were faulty there. */
function faultyOnlyIn(old: PersonResult, now: PersonResult) {
  const faulty = ({ reason }: PersonResult['records'][number]): boolean =>
    reason === 'invalid' || reason === 'incomplete';
  return [...old.records.entries()].filter(([at, record]) => {
    const other = now.records[at];
    return faulty(record) && !(other && faulty(other));
  });
}
