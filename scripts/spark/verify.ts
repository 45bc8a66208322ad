// By `cme verify`, which starts spark-sql itself.
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Spark } from './environment.ts';
import { asArguments, environmentOf, lastOf, MINUTES, ran, type Tally, usual } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `cme verify` by Spark: agreement, and a rule that was changed. */
export async function byVerify(tally: Tally, spark: Spark, folder: string): Promise<void> {
  const file = join(folder, 'first.spark.sql');
  const env = { ...environmentOf(spark, folder), PATH: `${join(spark.home, 'bin')}${delimiter}${process.env.PATH}` };
  const cme = (...args: readonly string[]) =>
    ran(process.execPath, ['src/cli.ts', ...args], { cwd: root, env, minutes: MINUTES.shell });
  const exported = await cme('export', 'docs/examples/first.cme', '--to', 'sql', '--dialect', 'spark', '--out', file);
  const settings = { ...usual, 'spark.sql.warehouse.dir': join(folder, 'verify') };
  const via = [
    '--via',
    ['spark-sql', '--master', 'local[2]', '--driver-memory', '2g', ...asArguments(settings)].join(' '),
  ];
  const name = 'cme verify by spark-sql';
  const agrees = exported.status === 0 ? await cme('verify', file, ...via) : exported;
  if (agrees.status === 0 && agrees.stdout.includes('一致')) tally.pass(name, firstOf(agrees.stdout));
  else tally.fail(name, `${agrees.stdout}${lastOf(agrees.stderr)}`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('ELSE LEAST(', 'ELSE 1 + LEAST('));
  const differs = await cme('verify', file, ...via);
  if (differs.status === 1 && differs.stdout.includes('不一致'))
    tally.pass(`${name}, changed`, firstOf(differs.stdout));
  else tally.fail(`${name}, changed`, `${differs.stdout}${lastOf(differs.stderr)}`);
}

const firstOf = (text: string): string => text.split('\n')[0] ?? '';
