// By PySpark: all trials in one session.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOfTables, rowsIn } from './compare.ts';
import type { Spark } from './environment.ts';
import { CLUSTER, environmentOf, LONG, lastOf, MINUTES, type Ran, ran, SEED, settingsOf, type Tally } from './run.ts';
import { expected, fileFor, type Roster, sessionTrials, type Trial, writeInputs } from './trials.ts';

/** `only`: trials whose name begins so. Gives the master that it ran on. */
export async function bySession(tally: Tally, spark: Spark, folder: string, only?: string): Promise<string> {
  const trials = sessionTrials(SEED, LONG ? 40 : 3).filter(({ name }) => only === undefined || name.startsWith(only));
  for (const trial of trials) {
    for (const [at, { people }] of trial.rosters.entries()) writeInputs(join(folder, trial.name, `${at}`), people);
    writeFileSync(join(folder, trial.name, 'rules.sql'), fileFor(trial));
  }
  const runs = trials.map(({ name, settings, rosters }) => ({ name, settings, rosters: rosters.length }));
  writeFileSync(join(folder, 'trials.json'), JSON.stringify(runs));
  let master = CLUSTER;
  let end = await pyspark(spark, folder, master);
  if (end.status !== 0 && !end.stdout.includes('cme: ran')) {
    master = 'local[2]';
    console.log(`no cluster of two workers starts here, so ${master}: ${lastOf(end.stderr)}`);
    end = await pyspark(spark, folder, master);
  }
  console.log(`PySpark on ${master}`);
  if (end.status !== 0) tally.fail('PySpark', `ended with ${end.status ?? 'a signal'}\n${lastOf(end.stderr)}`);
  for (const trial of trials)
    for (const [at, roster] of trial.rosters.entries())
      judge(tally, trial, roster, at, join(folder, trial.name, `${at}`));
  return master;
}

function judge(tally: Tally, trial: Trial, { people, changed }: Roster, at: number, place: string): void {
  const name = `PySpark, ${trial.name}${at > 0 ? `, run ${at + 1}` : ''}, ${settingsOf(trial)}`;
  const error = join(place, 'error.txt');
  const rows = rowsIn(place);
  if (existsSync(error)) tally.fail(name, readFileSync(error, 'utf8').slice(0, 400));
  else if (!existsSync(join(place, 'cme_practitioners.json'))) tally.fail(name, 'not run');
  else {
    tally.judge(name, expected(trial, people), linesOfTables(rows));
    if (changed === undefined) return;
    const got = rows('changed').map(({ practitioner, why }) => `${practitioner} ${why}`);
    tally.judge(`${name}, reckoned anew`, ['one at least', ...changed], ['one at least', ...got]);
  }
}

function pyspark(spark: Spark, folder: string, master: string): Promise<Ran> {
  const script = fileURLToPath(new URL('trials.py', import.meta.url));
  const env = environmentOf(spark, folder);
  return ran(spark.python, [script, folder, master], { cwd: folder, env, minutes: MINUTES.session });
}
