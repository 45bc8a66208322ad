/** What is wrong in one practitioner's data, each with its place. */
import type { Entry } from '../data/index.ts';
import type { DataFinding, PersonResult } from '../index.ts';
import type { FindingReport } from './findings.ts';
import type { Shell } from './shell.ts';

export interface Judged {
  readonly result: PersonResult;
  readonly findings: readonly DataFinding[];
  readonly entry: Entry;
}

/** A record that is invalid or incomplete is told once: by its findings where it has any, else by its reason. */
export function reportFaults(
  { result, findings, entry }: Judged,
  report: FindingReport,
  shell: Shell,
  hide?: (text: string) => string,
): void {
  const before = new Set<number>();
  for (const { code, args, record, field } of findings) {
    const errors = report.errors;
    report.add({ code, args, place: entry.place(record, field) }, hide);
    if (record !== null && report.errors > errors) before.add(record);
  }
  for (const [index, { id, reason, detail = '' }] of result.records.entries()) {
    if ((reason !== 'invalid' && reason !== 'incomplete') || before.has(index)) continue;
    report.addText(shell.say('recordFaulty', { id: id ?? index + 1, detail }), entry.place(index, null));
  }
}
