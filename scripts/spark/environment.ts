// Where Spark runs: a Python environment of its own in .cache, with one version of PySpark from PyPI; or why it cannot be made.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PYSPARK = process.env.CME_PYSPARK ?? '4.2.1';
/** As that version asks for. */
const JAVA = 17;
const PYTHON = '3.10';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Spark {
  readonly version: string;
  readonly python: string;
  readonly home: string;
  readonly java: string;
}

export function environment(minutes: number): Spark | { readonly skipped: string } {
  const java = said('java', ['-version']);
  const major = Number(/version "(\d+)/.exec(java ?? '')?.[1] ?? 0);
  if (major < JAVA) return { skipped: java === null ? 'no Java' : `Java ${JAVA} or later is wanted, not ${major}` };
  const older = `import sys; sys.exit(sys.version_info < (${PYTHON.replace('.', ', ')}))`;
  if (spawnSync('python3', ['-c', older]).status !== 0) return { skipped: `no Python ${PYTHON} or later` };
  const folder = join(root, '.cache', 'spark', `pyspark-${PYSPARK}`);
  const python = join(folder, 'bin', 'python');
  const ready = join(folder, 'cme-ready');
  if (!existsSync(ready)) {
    console.log(`installing pyspark ${PYSPARK} into .cache (once)`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(root, '.cache', 'spark'), { recursive: true });
    const made = spawnSync('python3', ['-m', 'venv', folder], { encoding: 'utf8' });
    if (made.status !== 0)
      return { skipped: `no Python environment can be made: ${lastLine(made.stderr || made.stdout)}` };
    const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pyspark==${PYSPARK}`];
    const { status, stderr, signal } = spawnSync(python, args, { encoding: 'utf8', timeout: minutes * 60_000 });
    if (status !== 0) return { skipped: `pyspark ${PYSPARK} is not to be had: ${signal ?? lastLine(stderr)}` };
    writeFileSync(ready, '');
  }
  const home = spawnSync(python, ['-c', 'import pyspark; print(pyspark.__path__[0])'], {
    encoding: 'utf8',
  }).stdout.trim();
  return { version: PYSPARK, python, home, java: `Java ${major}` };
}

function said(command: string, args: readonly string[]): string | null {
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return error ? null : stdout + stderr;
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
