// `npm run test:spark`: the SQL for Spark, unchanged, by `spark-sql` and by PySpark, and every result beside the evaluator's.
// The last line counts. Where Spark cannot be had it says so, and that it skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { linesOfTables, parted, type Row, rowsIn, type Table } from './spark/compare.ts';
import { environment, type Spark } from './spark/environment.ts';
import { expected, fileFor, type Roster, sessionTrials, shellTrial, type Trial, writeInputs } from './spark/trials.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const LONG = process.argv.includes('--long');
/** Trials whose name begins so; `--only=shell` is that of `spark-sql`. */
const ONLY = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
const SEED = Number(process.env.CME_SEED ?? 20_261_122);
const MINUTES = { install: 8, session: LONG ? 60 : 12, shell: 8 };
const CLUSTER = 'local-cluster[2,1,1024]';

const count = { passed: 0, failed: 0 };
function judged(name: string, wanted: readonly string[], got: readonly string[]): void {
  const apart = parted(wanted, got);
  if (apart.length === 0 && wanted.length > 0) {
    count.passed += 1;
    console.log(`✓ ${name}: ${wanted.length} results`);
    return;
  }
  failed(
    name,
    apart.length === 0 ? 'nothing to compare' : `${apart.length} apart\n  ${apart.slice(0, 6).join('\n  ')}`,
  );
}

function failed(name: string, why: string): void {
  count.failed += 1;
  console.log(`✗ ${name}: ${why}`);
}

/** Gives the master that it ran on. */
function bySession(spark: Spark, folder: string): string {
  const trials = sessionTrials(SEED, LONG ? 40 : 3).filter(({ name }) => ONLY === undefined || name.startsWith(ONLY));
  for (const trial of trials) {
    for (const [at, { people }] of trial.rosters.entries()) writeInputs(join(folder, trial.name, `${at}`), people);
    writeFileSync(join(folder, trial.name, 'rules.sql'), fileFor(trial));
  }
  const runs = trials.map(({ name, settings, rosters }) => ({ name, settings, rosters: rosters.length }));
  writeFileSync(join(folder, 'trials.json'), JSON.stringify(runs));
  let master = CLUSTER;
  let ran = pyspark(spark, folder, master);
  if (ran.status !== 0 && !ran.stdout.includes('cme: ran')) {
    master = 'local[2]';
    console.log(`no cluster of two workers starts here, so ${master}: ${lastOf(ran.stderr)}`);
    ran = pyspark(spark, folder, master);
  }
  console.log(`PySpark on ${master}`);
  if (ran.status !== 0) failed('PySpark', `ended with ${ran.status ?? ran.signal}\n${lastOf(ran.stderr)}`);
  for (const trial of trials)
    for (const [at, roster] of trial.rosters.entries())
      sessionJudged(trial, roster, at, join(folder, trial.name, `${at}`));
  return master;
}

function sessionJudged(trial: Trial, { people, changed }: Roster, at: number, place: string): void {
  const name = `PySpark, ${trial.name}${at > 0 ? `, run ${at + 1}` : ''}, ${settingsOf(trial)}`;
  const error = join(place, 'error.txt');
  const rows = rowsIn(place);
  if (existsSync(error)) failed(name, readFileSync(error, 'utf8').slice(0, 400));
  else if (!existsSync(join(place, 'cme_practitioners.json'))) failed(name, 'not run');
  else {
    judged(name, expected(trial, people), linesOfTables(rows));
    if (changed === undefined) return;
    const got = rows('changed').map(({ practitioner, why }) => `${practitioner} ${why}`);
    judged(`${name}, reckoned anew`, ['one at least', ...changed], ['one at least', ...got]);
  }
}

const settingsOf = ({ settings }: Trial): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key.split('.').at(-1)}=${value}`)
    .join(' ');

const environmentOf = (spark: Spark, folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  SPARK_HOME: spark.home,
  SPARK_LOCAL_IP: '127.0.0.1',
  SPARK_LOCAL_DIRS: join(folder, 'local'),
  SPARK_WORKER_DIR: join(folder, 'work'),
  PYSPARK_PYTHON: spark.python,
  PYSPARK_SUBMIT_ARGS: '--driver-memory 2g pyspark-shell',
  PYTHONDONTWRITEBYTECODE: '1',
});

function pyspark(spark: Spark, folder: string, master: string) {
  const script = fileURLToPath(new URL('spark/trials.py', import.meta.url));
  return spawnSync(spark.python, [script, folder, master], {
    cwd: folder,
    env: environmentOf(spark, folder),
    encoding: 'utf8',
    timeout: MINUTES.session * 60_000,
    maxBuffer: 2 ** 28,
  });
}

async function byShell(spark: Spark, folder: string, master: string): Promise<void> {
  const trial = shellTrial(SEED);
  const place = join(folder, 'shell');
  mkdirSync(place);
  const [{ people } = { people: [] }] = trial.rosters;
  writeInputs(place, people);
  writeFileSync(join(place, 'rules.sql'), fileFor(trial));
  writeFileSync(join(place, 'inputs.sql'), inputsOf(trial, place));
  const warehouse = join(place, 'warehouse');
  const settings = {
    ...trial.settings,
    'spark.sql.warehouse.dir': warehouse,
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.shuffle.partitions': '4',
    'spark.executor.memory': '1g',
    'spark.ui.enabled': 'false',
  };
  const conf = Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  const args = ['--master', master, '--driver-memory', '2g', ...conf, '-i', 'inputs.sql', '-f', 'rules.sql'];
  const { status, signal, stderr } = spawnSync(join(spark.home, 'bin', 'spark-sql'), args, {
    cwd: place,
    env: environmentOf(spark, folder),
    encoding: 'utf8',
    timeout: MINUTES.shell * 60_000,
    maxBuffer: 2 ** 28,
  });
  const name = `spark-sql on ${master}, ${trial.name}, ${settingsOf(trial)}`;
  if (status !== 0) failed(name, `ended with ${status ?? signal}\n${lastOf(stderr)}`);
  else {
    const read = await parquet(warehouse);
    judged(name, expected(trial, people), linesOfTables(read));
  }
}

/** `cme verify` by Spark: agreement, and a rule that was changed. */
function byVerify(spark: Spark, folder: string): void {
  const file = join(folder, 'first.spark.sql');
  const env = { ...environmentOf(spark, folder), PATH: `${join(spark.home, 'bin')}:${process.env.PATH}` };
  const cme = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['src/cli.ts', ...args], {
      cwd: root,
      env,
      encoding: 'utf8',
      timeout: MINUTES.shell * 60_000,
    });
  const exported = cme('export', 'docs/examples/first.cme', '--to', 'sql', '--dialect', 'spark', '--out', file);
  const settings = {
    'spark.sql.warehouse.dir': join(folder, 'verify'),
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.shuffle.partitions': '2',
    'spark.ui.enabled': 'false',
  };
  const conf = Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  const via = ['--via', ['spark-sql', '--master', 'local[2]', '--driver-memory', '2g', ...conf].join(' ')];
  const name = 'cme verify by spark-sql';
  const agrees = exported.status === 0 ? cme('verify', file, ...via) : exported;
  if (agrees.status === 0 && agrees.stdout.includes('一致')) {
    count.passed += 1;
    console.log(`✓ ${name}: ${agrees.stdout.split('\n')[0]}`);
  } else failed(name, `${agrees.stdout}${lastOf(agrees.stderr)}`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('ELSE LEAST(', 'ELSE 1 + LEAST('));
  const differs = cme('verify', file, ...via);
  if (differs.status === 1 && differs.stdout.includes('不一致')) {
    count.passed += 1;
    console.log(`✓ ${name}, changed: ${differs.stdout.split('\n')[0]}`);
  } else failed(`${name}, changed`, `${differs.stdout}${lastOf(differs.stderr)}`);
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

const lastOf = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !/ WARN |Time taken/.test(line))
    .slice(-12)
    .join('\n');

const spark = environment(MINUTES.install);
if ('skipped' in spark) {
  console.log(`\n*** SKIPPED: no export was tried on Spark here: ${spark.skipped} ***`);
  console.log('\n0 passed, 0 failed, 1 skipped');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'cme-spark-'));
  try {
    console.log(`pyspark ${spark.version}, ${spark.java}, seed ${SEED}`);
    const master = ONLY === 'shell' || ONLY === 'verify' ? CLUSTER : bySession(spark, folder);
    if (ONLY === undefined || ONLY === 'shell') await byShell(spark, folder, master);
    if (ONLY === undefined || ONLY === 'verify') byVerify(spark, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}
