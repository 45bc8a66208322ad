/** A staged roster by the evaluator, bucket by bucket. */
import { Counter, type Entry, type InputFinding, openRows, type Rows, rosterOf, veiled } from '../../data/index.ts';
import type { PersonResult } from '../../index.ts';
import { judging } from '../judging.ts';
import type { Output } from '../output.ts';
import type { Bucket, Roster } from './buckets.ts';
import type { Duck } from './duckdb.ts';
import { rowsOf } from './rows.ts';
import { type Run, tailOf, Walked } from './task.ts';

/** Said of the heads and of the whole already. */
const SAID: readonly InputFinding['code'][] = ['CME971', 'CME972', 'CME973', 'CME974', 'CME984'];

export function entriesOf(
  { task: { plan, report, mask } }: Run,
  records: Rows,
  persons: Rows | null,
): readonly Entry[] {
  const { roster, findings } = rosterOf(
    openRows(records, 'csv'),
    plan,
    persons === null ? null : openRows(persons, 'csv'),
  );
  for (const finding of inRowOrder(findings)) {
    if (SAID.includes(finding.code)) continue;
    report.add(mask ? veiled(finding) : finding);
  }
  return roster?.entries ?? [];
}

/** Of ids after all rows, as they are found; the others by row, in whatever order the rows were put. */
function inRowOrder(findings: readonly InputFinding[]): readonly InputFinding[] {
  const ofRows = findings.filter(({ code }) => code < 'CME980');
  const files = Map.groupBy(ofRows, ({ place }) => place.file);
  const sorted = [...files.values()].flatMap((own) => own.toSorted((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0)));
  return [...sorted, ...findings.filter(({ code }) => code >= 'CME980')];
}

export async function byEvaluator(run: Run): Promise<Counter> {
  const { duck, task, shell, roster, buckets } = run;
  const counter = new Counter();
  const outputs = await task.outputs();
  const judge = judging(task, shell, (result, entry, shown) => {
    counter.add(result);
    task.grouper?.add(entry.person().facts, result);
    return toEach(outputs, shown);
  });
  const progress = new Walked(roster.records.rows, shell, counter);
  let index = 0;
  for (const bucket of buckets) {
    const { records, persons } = await bucketRows(duck, roster, bucket, null);
    for (const entry of entriesOf(run, records, persons)) {
      const waiting = judge(entry, index);
      if (waiting !== undefined) await waiting;
      index += 1;
      await progress.breathe();
    }
    progress.at(Math.min(bucket.to, roster.records.rows));
  }
  progress.end();
  const tail = tailOf(counter, task);
  for (const output of outputs) await output.end(tail);
  return counter;
}

async function toEach(outputs: readonly Output[], result: PersonResult): Promise<void> {
  for (const output of outputs) {
    const waiting = output.row(result);
    if (waiting !== undefined) await waiting;
  }
}

export async function bucketRows(
  duck: Duck,
  { records, owner, persons }: Roster,
  { from, to, personsFrom, personsTo }: Bucket,
  among: string | null,
): Promise<{ records: Rows; persons: Rows | null }> {
  const range = (low: number, high: number): string => `rowid >= ${low} AND rowid < ${high}`;
  const own =
    among === null
      ? ''
      : ` AND (c${owner} IN (SELECT id FROM ${among}) OR c${owner} IS NULL OR c${owner} NOT IN (SELECT id FROM bucket_people))`;
  return {
    records: await rowsOf(duck, records, range(from, to) + own),
    persons:
      persons === null
        ? null
        : await rowsOf(
            duck,
            persons.staged,
            range(personsFrom, personsTo) +
              (among === null ? '' : ` AND (c${persons.id} IN (SELECT id FROM ${among}) OR c${persons.id} IS NULL)`),
          ),
  };
}
