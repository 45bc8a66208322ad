/** A staged roster by SQL, bucket by bucket; the evaluator tells what SQL leaves to it. */
import { Counter, fieldNamed } from '../../data/index.ts';
import { headOf } from '../../index.ts';
import { EvalText } from '../evaltext.ts';
import { judging } from '../judging.ts';
import type { Shell } from '../shell.ts';
import { bucketRows, entriesOf } from './byEvaluator.ts';
import type { Duck } from './duckdb.ts';
import { type TableOut, tableOut } from './out.ts';
import { csvOut } from './outCsv.ts';
import { type SqlReckoner, sqlReckoner } from './sql.ts';
import { type Run, type ScaleTask, tailOf, Walked } from './task.ts';

export async function bySql(run: Run): Promise<Counter> {
  const { duck, task, shell, roster, buckets, columns, persons } = run;
  const { plan, year } = task;
  const counter = new Counter();
  const out = await outOf(duck, task, shell);
  const reckoner = sqlReckoner({ duck, plan, year, lang: shell.lang, roster, columns, persons });
  const progress = new Walked(roster.records.rows, shell, counter);
  for (const bucket of buckets) {
    await reckoner.reckon(bucket);
    const places = await placesOfLeft(run);
    const rows = await bucketRows(duck, roster, bucket, 'bucket_left');
    let next = 0;
    const judge = judging({ ...task, mask: false }, shell, (result, entry) => {
      counter.add(result);
      task.grouper?.add(entry.person().facts, result);
      return out.add(result, places[next++] ?? 0n);
    });
    for (const [at, entry] of entriesOf(run, rows.records, rows.persons).entries()) {
      const waiting = judge(entry, at);
      if (waiting !== undefined) await waiting;
    }
    await count(run, reckoner, counter);
    await out.merge();
    progress.at(Math.min(bucket.to, roster.records.rows));
  }
  progress.end();
  await out.end();
  const text = new EvalText(plan, headOf(plan, year), false, shell);
  await text.end(tailOf(counter, task));
  return counter;
}

/** The order, among the bucket's, of those whom the evaluator is left: two may have one id, and are two. */
async function placesOfLeft({ duck, roster: { persons } }: Run): Promise<readonly bigint[]> {
  const rows =
    persons === null
      ? 'SELECT ord FROM bucket_left ORDER BY 1'
      : `SELECT place FROM bucket_persons WHERE c${persons.id} IN (SELECT id FROM bucket_left) ORDER BY 1`;
  return (await duck.rows(rows)).map(([place]) => place as bigint);
}

const outOf = (duck: Duck, { plan, out = '' }: ScaleTask, shell: Shell): Promise<TableOut> =>
  out.toLowerCase().endsWith('.csv') ? csvOut(duck, plan, shell.lang, out) : tableOut(duck, plan, out, true);

/** Of those whom SQL told; none of them has an invalid or incomplete record. */
async function count(
  { duck, task: { plan, grouper, by } }: Run,
  reckoner: SqlReckoner,
  counter: Counter,
): Promise<void> {
  const told =
    'FROM cme_practitioners q JOIN bucket_people p ON CAST(p.ord AS VARCHAR) = q.practitioner WHERE p.id NOT IN (SELECT id FROM bucket_left)';
  for (const [status, number] of await duck.rows(`SELECT q.status, count(*) ${told} GROUP BY 1`))
    counter.addAll(summaryOf(String(status), Number(number)));
  const field = by === undefined ? undefined : fieldNamed(plan.personFields, by);
  if (grouper === null || field === undefined) return;
  const column = reckoner.column(field.key);
  const value = column === null ? 'NULL' : `p.${column}`;
  for (const [text, status, number] of await duck.rows(
    `SELECT ${value}, q.status, count(*) ${told} GROUP BY 1, 2 ORDER BY min(p.ord)`,
  )) {
    const facts = new Map<string, string>(text === null ? [] : [[field.key, String(text)]]);
    grouper.addAll(facts, summaryOf(String(status), Number(number)));
  }
}

const summaryOf = (status: string, number: number) => ({
  practitioners: number,
  met: status === 'met' ? number : 0,
  unmet: status === 'unmet' ? number : 0,
  exempt: status === 'exempt' ? number : 0,
  invalid_records: 0,
});
