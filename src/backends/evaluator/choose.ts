/** Which line each record earns by. */
import { messageOf } from '../../model/codes.ts';
import type { Exact } from '../../model/credit.ts';
import { type Entry, nameOf, refuse } from './entry.ts';
import type { ItemProgram, LineProgram } from './program.ts';
import { earns } from './rate.ts';
import type { Run } from './run.ts';
import { leftOut } from './sums.ts';
import { TRUE } from './truth.ts';
import { listed, say } from './words.ts';

type Values = readonly Exact[];

/** The sums that the lines of an item read, over the records that passed. */
export function sumsOfLines(run: Run, { sums }: ItemProgram, passed: readonly Entry[]): Values {
  const growing = sums.start();
  for (const entry of passed) growing.add(entry, run.at(entry.facts));
  return growing.values;
}

/** A record that a sum of the item wants and cannot have is noticed. */
export function noticeLeftOut(run: Run, { sums, deems, item }: ItemProgram, passed: readonly Entry[]): void {
  const all = [...sums.all, ...deems.flatMap((deem) => deem.sums.all)];
  if (all.length === 0) return;
  for (const entry of passed) {
    const labels = leftOut(all, entry, run.at(entry.facts));
    if (labels.length === 0) continue;
    run.report.notice(nameOf(entry), item.clause, 'leftOut', { fields: listed(run.report.lang, labels) });
  }
}

/** Sets the line of each record whose conditions hold. Of two lines at once none is chosen: the record is invalid. */
export function chooseLines(run: Run, program: ItemProgram, passed: readonly Entry[], sums: Values): void {
  for (const entry of passed) {
    const at = run.at(entry.facts, sums);
    for (let place = 0; place < program.lines.length; place += 1) {
      const line = program.lines[place] as LineProgram;
      const holds = line.when.test(at) === TRUE;
      if (run.report.followed) run.report.use(line.line.source, holds ? 'held' : 'failed');
      if (!holds) continue;
      if (entry.line >= 0) {
        disputed(run, entry, program.lines[entry.line] as LineProgram, line);
        break;
      }
      entry.line = place;
    }
  }
}

function disputed(run: Run, entry: Entry, { line: first }: LineProgram, { line: second }: LineProgram): void {
  const args = { first: first.source.words, second: second.source.words };
  entry.line = -1;
  refuse(entry, 'invalid', messageOf(run.report.find('CME919', entry.index, null, args), run.report.lang));
}

/**
 * What becomes of each record: it earns by its line, or it has the reason why not. A record in the sum of a deeming that
 * held needs neither a line nor a quantity.
 */
export function settle(run: Run, program: ItemProgram, passed: readonly Entry[], sums: Values): void {
  for (const entry of passed) if (entry.reason === null) settleOne(run, program, entry, sums);
}

function settleOne(run: Run, program: ItemProgram, entry: Entry, sums: Values): void {
  const { lang } = run.report;
  const line = program.lines[entry.line];
  if (line === undefined) noteReadings(run, program, entry, sums);
  const labels = line === undefined ? unknownLines(run, program, entry, sums) : lacking(run, program, line, entry);
  if (labels.length === 0) {
    if (line === undefined && !entry.deemed)
      refuse(entry, 'no_award', say(lang, 'noLine', { item: program.item.label }));
    return;
  }
  entry.line = -1;
  const fields = listed(lang, labels);
  if (entry.deemed) run.report.notice(nameOf(entry), program.item.clause, 'onlyDays', { fields });
  else refuse(entry, 'incomplete', say(lang, 'incomplete', { fields }), line?.line.source.clause);
}

/** Labels of what would tell whether a line holds. */
function unknownLines(run: Run, { lines }: ItemProgram, entry: Entry, sums: Values): readonly string[] {
  const at = run.at(entry.facts, sums);
  return [...new Set(lines.flatMap(({ when }) => when.missing(at)))];
}

/** Labels of what the record lacks to earn by its line. */
function lacking(
  run: Run,
  { needs, counted }: ItemProgram,
  { rate, rank }: LineProgram,
  entry: Entry,
): readonly string[] {
  if (!earns(rate, entry)) return [];
  const at = run.at(entry.facts);
  const quantity = rate.kind === 'alone' ? rate.missing(entry) : rate.of.missing(entry);
  const order = rank === null || entry.facts[rank] !== undefined ? [] : [run.program.record.field(rank).label];
  const binding = counted.filter(({ binds }) => binds.every((when) => when.test(at) === TRUE));
  const wanted = [...needs, ...binding.map(({ when }) => when).filter((when) => when !== null)];
  return [...new Set([...quantity, ...order, ...wanted.flatMap((need) => need.missing(at))])];
}

/** No line holds: what stood in the way of those that would hold if a reading spoke for them are these readings. */
function noteReadings(run: Run, { lines }: ItemProgram, entry: Entry, sums: Values): void {
  const at = run.at(entry.facts, sums);
  for (const { line, favoured } of lines) {
    if (favoured !== null && favoured.test(at) === TRUE) run.report.read(line.source.readings);
  }
}
