// By `spark-sql`: Hubei as it stands. The tables that it leaves are read by an engine that is not Spark.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { linesOfTables, type Row, type Table } from './compare.ts';
import type { Spark } from './environment.ts';
import { asArguments, environmentOf, lastOf, MINUTES, ran, SEED, settingsOf, type Tally, usual } from './run.ts';
import { expected, fileFor, shellTrial, type Trial, writeInputs } from './trials.ts';

export async function byShell(tally: Tally, spark: Spark, folder: string, master: string): Promise<void> {
  const trial = shellTrial(SEED);
  const place = join(folder, 'shell');
  mkdirSync(place);
  const [{ people } = { people: [] }] = trial.rosters;
  writeInputs(place, people);
  writeFileSync(join(place, 'rules.sql'), fileFor(trial));
  writeFileSync(join(place, 'inputs.sql'), inputsOf(trial, place));
  const warehouse = join(place, 'warehouse');
  const settings = { ...usual, ...trial.settings, 'spark.sql.warehouse.dir': warehouse };
  const args = [
    '--master',
    master,
    '--driver-memory',
    '2g',
    ...asArguments(settings),
    '-i',
    'inputs.sql',
    '-f',
    'rules.sql',
  ];
  const { status, stderr } = await ran(join(spark.home, 'bin', 'spark-sql'), args, {
    cwd: place,
    env: environmentOf(spark, folder),
    minutes: MINUTES.shell,
  });
  const name = `spark-sql on ${master}, ${trial.name}, ${settingsOf(trial)}`;
  if (status !== 0) tally.fail(name, `ended with ${status ?? 'a signal'}\n${lastOf(stderr)}`);
  else {
    const read = await parquet(warehouse);
    tally.judge(name, expected(trial, people), linesOfTables(read));
  }
}

/** The two inputs as views, for the shell. */
function inputsOf({ plan }: Trial, place: string): string {
  const view = (name: string, keys: readonly string[]): string => {
    const columns = keys.map((key) => `\`${key.replaceAll('`', '``')}\` STRING`).join(', ');
    return `CREATE TEMPORARY VIEW ${name} (${columns}) USING json OPTIONS (path '${join(place, `${name}.json`)}');\n`;
  };
  const records = plan.recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner');
  return (
    view(
      'practitioners',
      plan.personFields.map(({ key }) => key),
    ) + view('records', ['practitioner', ...records])
  );
}

/** The tables that the shell left, by an engine that is not Spark. */
async function parquet(warehouse: string): Promise<(table: Table) => readonly Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const found = new Map<string, readonly Row[]>();
  for (const name of readdirSync(warehouse).filter((one) => one.startsWith('cme_'))) {
    const rows = await connection.runAndReadAll(`FROM read_parquet('${join(warehouse, name)}/*.parquet')`);
    found.set(
      name,
      rows
        .getRowObjects()
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)])),
        ),
    );
  }
  connection.closeSync();
  return (table) => found.get(`cme_${table}`) ?? [];
}
