/** `cme verify` of an SQL export: its vectors put to its own engine. DuckDB is at hand; another is reached by a command. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../audit/index.ts';
import { type Certified, fileOfScript, readAnswer, readCertified, readInputs, verifyingScript } from '../index.ts';
import { writeWhole } from './files.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface VerifyOptions {
  /** Write what is to be run instead of running it. */
  readonly script?: string;
  /** How the engine is started; the arguments that name a script are added. */
  readonly via?: string;
}

/** Where it ran, and what its last query gave. */
interface Ran {
  readonly engine: string;
  readonly output: readonly string[];
}

export async function verifySql(
  file: string,
  text: string,
  { script, via }: VerifyOptions,
  shell: Shell,
): Promise<ExitCode> {
  const read = readCertified(text, sha256);
  if (read === null) throw new Stop('notAnExport', { file });
  const { certificate, vectors, intact } = read;
  const { dialect, ruleset, unreached } = certificate;
  if (script !== undefined) {
    if (certificate.format !== 'cme-sql') throw new Stop('inputsByVia');
    writeWhole(script, fileOfScript(verifyingScript(read)));
    shell.tell('verifyScript', { file: script });
    return tellChange(intact, shell);
  }
  if (dialect !== 'duckdb' && via === undefined) {
    throw new Stop('engineElsewhere', { dialect, command: commands[dialect], file });
  }
  const { engine, output } = via === undefined ? await byDuckdb(read) : byCommand(read, via);
  const answer = certificate.format === 'cme-sql' ? readAnswer(vectors, output) : readInputs(vectors, output);
  if (answer === null) throw new Stop('engineFailed', { engine, why: output.slice(-5).join('\n') });
  const { first, compared } = answer;
  if (first !== null) {
    const { vector, of, expected, got } = first;
    const none = shell.say('none');
    shell.out.line(shell.say('vectorDiffers', { vector, of, expected: expected ?? none, got: got ?? none }));
    tellChange(intact, shell);
    shell.out.line(shell.say('ranOn', { engine }));
    return 1;
  }
  const name = `${ruleset.code} ${ruleset.version}`;
  const hash = ruleset.hash.slice(0, 12);
  shell.out.line(shell.say('vectorsAgree', { name, vectors: vectors.length, hash }));
  shell.out.line(shell.say('ranOnAll', { engine, count: compared }));
  if (unreached.length > 0) shell.out.line(shell.say('vectorsUnreached', { count: unreached.length }));
  return tellChange(intact, shell);
}

function tellChange(intact: boolean, shell: Shell): ExitCode {
  if (intact) return 0;
  shell.out.line(shell.say('exportChanged'));
  return 1;
}

const LONGEST_MS = 30 * 60_000;

const commands = { postgres: 'psql -d DATABASE', spark: 'spark-sql' } as const;

/** A script from outside reads and writes no file there, loads nothing, and comes to an end. */
async function byDuckdb(read: Certified): Promise<Ran> {
  const { DuckDBInstance, version } = await duckdb();
  const instance = await DuckDBInstance.create(':memory:', {
    enable_external_access: 'false',
    lock_configuration: 'true',
    max_memory: '4GB',
  });
  const connection = await instance.connect();
  const engine = `DuckDB ${version()}`;
  const late = setTimeout(() => connection.interrupt(), LONGEST_MS);
  try {
    const { steps, query } = verifyingScript(read);
    await connection.run(steps);
    const rows = (await connection.runAndReadAll(query)).getRows();
    return { engine, output: rows.map(([line]) => String(line)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // What was exported runs: where it was changed since, that it does not is what is wrong with it.
    throw new Stop('engineFailed', { engine, why }, read.intact ? 2 : 1);
  } finally {
    clearTimeout(late);
    connection.closeSync();
    instance.closeSync();
  }
}

async function duckdb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new Stop('duckdbMissing');
  }
}

const scriptArguments = {
  duckdb: ['-noheader', '-list', '-f'],
  postgres: ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-f'],
  spark: ['-f'],
} as const;

function byCommand(read: Certified, via: string): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'cme-verify-'));
  try {
    const path = join(folder, 'verify.sql');
    writeFileSync(path, fileOfScript(verifyingScript(read)));
    const [command = '', ...own] = via.split(/\s+/).filter((part) => part !== '');
    const args = [...own, ...scriptArguments[read.certificate.dialect], path];
    const { error, status, stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      timeout: LONGEST_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: inUtf8(process.env),
    });
    if (error) throw new Stop('engineFailed', { engine: via, why: error.message });
    const output = stdout.split(/\r?\n/);
    const why = lastOf(stderr === '' ? stdout : stderr);
    if (status !== 0) throw new Stop('engineFailed', { engine: via, why }, read.intact ? 2 : 1);
    return { engine: via, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An engine on Java reads and writes by the language that is set, and makes ？ of Han characters where it is none. */
const inUtf8 = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '') ? env : { ...env, LC_ALL: 'C.UTF-8' };

const lastOf = (text: string): string => text.trimEnd().split('\n').slice(-5).join('\n');
