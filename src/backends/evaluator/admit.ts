/** Review, then gates: what must be so before a record can earn or count. */
import { type Entry, refuse } from './entry.ts';
import type { GateProgram, ItemProgram } from './program.ts';
import type { Run } from './run.ts';
import { FALSE, TRUE, UNKNOWN } from './truth.ts';
import { listed, say } from './words.ts';

const APPROVED = 'approved';

/** Absent means approved. */
export function approved(run: Run, entry: Entry): boolean {
  const place = run.program.reserved.review;
  const review = entry.facts[place];
  if (review === undefined || review === APPROVED) return true;
  const { label, options } = run.program.record.field(place);
  const value = options.find(({ key }) => key === review)?.label ?? String(review);
  refuse(entry, 'review', say(run.report.lang, 'review', { field: label, value }));
  return false;
}

/** Whether the record of this item passed. The first gate that is false is the reason; else what cannot be told. */
export function admit(run: Run, { gates }: ItemProgram, entry: Entry): boolean {
  if (!approved(run, entry)) return false;
  const { lang } = run.report;
  const at = run.at(entry.facts);
  const missing: string[] = entry.undated === null ? [] : [entry.undated];
  for (const program of gates) {
    const passed = program.passed.test(at);
    if (passed === FALSE) return turnAway(run, program, entry);
    if (passed === UNKNOWN) missing.push(...program.passed.missing(at));
    else if (run.report.followed && (program.when?.test(at) ?? TRUE) === TRUE)
      run.report.use(program.gate.source, 'held');
  }
  if (missing.length === 0) return true;
  refuse(entry, 'incomplete', say(lang, 'incomplete', { fields: listed(lang, [...new Set(missing)]) }));
  return false;
}

function turnAway(run: Run, { gate, favoured }: GateProgram, entry: Entry): false {
  const { clause, words, readings } = gate.source;
  refuse(entry, 'gate', say(run.report.lang, 'gate', { gate: words }), clause);
  run.report.use(gate.source, 'refused');
  if (favoured !== null && favoured.test(run.at(entry.facts)) === TRUE) run.report.read(readings);
  return false;
}
