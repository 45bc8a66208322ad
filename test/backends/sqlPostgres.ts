/** Postgres as an engine: its own server in a temporary folder, reached through a socket there, stopped by its id. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Row } from './sqlRoster.ts';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of its programs; null where there is none. */
export function postgresFolder(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** A user and a group that may do nothing: the server will not run as root. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: string): number => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

export interface Postgres extends Engine {
  /** How it is reached from a command line. */
  readonly via: string;
  close(): Promise<void>;
}

export async function postgres(folder: string): Promise<Postgres> {
  const home = mkdtempSync(join(tmpdir(), 'cme-postgres-'));
  const user = unprivileged();
  if (user) chownSync(home, user.uid, user.gid);
  chmodSync(home, 0o700);
  const data = join(home, 'data');
  const quiet = { cwd: home, stdio: 'pipe' as const, ...user };
  // A locale that sorts texts in another way than by code point shows where that is forgotten.
  execFileSync(
    join(folder, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'cme',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=zh',
      '--no-sync',
    ],
    quiet,
  );
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'fsync=off', 'jit=off'];
  const server = spawn(join(folder, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    cwd: home,
    stdio: 'ignore',
    ...user,
  });
  const psql = (text: string): string =>
    execFileSync(
      join(folder, 'psql'),
      ['-X', '-q', '-h', home, '-U', 'cme', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-A', '-t', '-f', '-'],
      { input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], cwd: home, maxBuffer: 2 ** 30, ...user },
    );
  await ready(() => psql('SELECT 1'));
  // A view of a session is gone with it, so that statements wait until something is asked for.
  let waiting: string[] = [];
  return {
    via: `${join(folder, 'psql')} -h ${home} -U cme -d postgres`,
    run: async (statement) => {
      waiting.push(`${statement};\n`);
    },
    rows: async (query) => {
      if (waiting.length > 0) psql(waiting.join('\n'));
      waiting = [];
      const text = psql(`SELECT json_agg(t) FROM (${query}) t;`).trim();
      return text === '' ? [] : (JSON.parse(text) as readonly Row[]);
    },
    close: async () => {
      await stopped(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function ready(ask: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      ask();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error('Postgres did not start');
}

const stopped = (server: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (server.exitCode !== null) done();
    server.once('exit', () => done());
    server.kill('SIGINT');
  });
