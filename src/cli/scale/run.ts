/** `cme eval` of what does not go through the memory as one: staged in DuckDB, reckoned bucket by bucket, written as it comes. */
import type { Counter } from '../../data/index.ts';
import type { Shell } from '../shell.ts';
import { bucketsOf, type Roster } from './buckets.ts';
import { byEvaluator } from './byEvaluator.ts';
import { bySql } from './bySql.ts';
import type { Duck } from './duckdb.ts';
import { chosenEngine } from './engine.ts';
import { headed, rosterStaged, tellDoubles } from './found.ts';
import { spared } from './spoilt.ts';
import type { ScaleTask } from './task.ts';

/** Rows of a bucket: enough that planning the SQL is little beside them; few enough for the memory. */
const BUCKET = { sql: 200_000, js: 50_000 } as const;

export async function evalStaged(duck: Duck, task: ScaleTask, shell: Shell): Promise<Counter> {
  const { plan, report } = task;
  const staged = await rosterStaged(duck, task, shell);
  const { columns, persons } = headed(staged, plan, report);
  const people = staged.persons && persons && (await spared(duck, staged.persons, persons, task));
  const found = { records: await spared(duck, staged.records, columns, task), persons: people };
  const whole: Roster = {
    records: found.records,
    owner: columns.owner.index,
    persons: found.persons === null || persons === null ? null : { staged: found.persons, id: persons.owner.index },
  };
  const wordy =
    task.format === 'json' ||
    task.mask ||
    task.out === undefined ||
    !/\.(?:csv|parquet|duckdb|ddb|db)$/i.test(task.out);
  const records = found.records.rows;
  const asked = { engine: task.engine, plan, records, buckets: Math.ceil(records / BUCKET.sql), wordy };
  const way = chosenEngine(asked, shell);
  const { roster, buckets } = await bucketsOf(duck, whole, BUCKET[way]);
  await tellDoubles(duck, roster, buckets, task);
  const run = { duck, task, shell, roster, buckets, columns, persons };
  const counter = await (way === 'sql' ? bySql(run) : byEvaluator(run));
  if (counter.summary.practitioners === 0)
    report.add({ code: 'CME984', args: {}, place: { file: found.records.files[0] ?? '' } });
  report.end();
  return counter;
}
