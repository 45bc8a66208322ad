// What every way of running Spark shares: how long it may take, what it is told, what is counted.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parted } from './compare.ts';
import type { Spark } from './environment.ts';
import type { Trial } from './trials.ts';

export const LONG = process.argv.includes('--long');
export const SEED = Number(process.env.CME_SEED ?? 20_261_122);
export const CLUSTER = 'local-cluster[2,1,1024]';
/** Times as long may be taken, on a machine that does much else. */
const PATIENCE = Number(process.env.CME_SPARK_PATIENCE ?? 1);
export const MINUTES = { install: 8, session: (LONG ? 60 : 12) * PATIENCE, shell: 8 * PATIENCE };

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end; it ends with us, and after so many minutes. */
export function ran(
  command: string,
  args: readonly string[],
  { cwd, env, minutes }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly minutes: number },
): Promise<Ran> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const one of ['stdout', 'stderr'] as const)
    child[one].setEncoding('utf8').on('data', (chunk: string) => {
      texts[one] += chunk;
    });
  const end = (): void => void child.kill();
  const stop = (): never => {
    end();
    process.exit(143);
  };
  const late = setTimeout(end, minutes * 60_000);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  return new Promise((resolve) => {
    const done = (status: number | null): void => {
      clearTimeout(late);
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.removeListener(signal, stop);
      resolve({ status, ...texts });
    };
    child.on('error', (error) => {
      texts.stderr += error.message;
      done(null);
    });
    child.on('close', done);
  });
}

export class Tally {
  passed = 0;
  failed = 0;

  judge(name: string, wanted: readonly string[], got: readonly string[]): void {
    const apart = parted(wanted, got);
    if (apart.length > 0) this.fail(name, `${apart.length} apart\n  ${apart.slice(0, 6).join('\n  ')}`);
    else if (wanted.length === 0) this.fail(name, 'nothing to compare');
    else this.pass(name, `${wanted.length} results`);
  }

  pass(name: string, what: string): void {
    this.passed += 1;
    console.log(`✓ ${name}: ${what}`);
  }

  fail(name: string, why: string): void {
    this.failed += 1;
    console.log(`✗ ${name}: ${why}`);
  }
}

export const settingsOf = ({ settings }: Trial): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key.split('.').at(-1)}=${value}`)
    .join(' ');

export const environmentOf = (spark: Spark, folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  // Java reads and writes files and streams by the language that is set, which may be none.
  LC_ALL: 'C.UTF-8',
  SPARK_HOME: spark.home,
  SPARK_LOCAL_IP: '127.0.0.1',
  SPARK_LOCAL_DIRS: join(folder, 'local'),
  SPARK_WORKER_DIR: join(folder, 'work'),
  PYSPARK_PYTHON: spark.python,
  PYSPARK_SUBMIT_ARGS: '--driver-memory 2g pyspark-shell',
  PYTHONDONTWRITEBYTECODE: '1',
});

/** For a small roster, and a machine of two cores. */
export const usual = {
  'spark.sql.catalogImplementation': 'in-memory',
  'spark.sql.shuffle.partitions': '4',
  'spark.executor.memory': '1g',
  'spark.ui.enabled': 'false',
} as const;

export const asArguments = (settings: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);

export const lastOf = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !/ WARN |Time taken/.test(line))
    .slice(-12)
    .join('\n');
