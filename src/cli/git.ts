/** Rule files of another revision, by the `git` executable; its arguments never pass through a shell. */
import { execFile } from 'node:child_process';
import { posix, sep } from 'node:path';
import { promisify } from 'node:util';
import { Stop } from './stop.ts';

const run = promisify(execFile);
const LARGEST = 4 * 2 ** 20;

export interface GitName {
  readonly revision: string;
  /** From the root of the repository, or from the current folder where it begins with `./`. */
  readonly path: string;
}

/** `HEAD~1:rules/hubei.cme`; null where the name is no such thing. `C:\rules` is a path. */
export function gitName(name: string): GitName | null {
  const [, revision, path] = /^([^:]+):(.+)$/s.exec(name) ?? [];
  if (revision === undefined || path === undefined || /^[A-Za-z]:[\\/]/.test(name)) return null;
  // Git parts names by `/` alone, and whoever types a path on Windows does not.
  return { revision, path: sep === '\\' ? path.replaceAll('\\', '/') : path };
}

/** The file's bytes. */
export async function gitFile(name: GitName): Promise<Uint8Array> {
  const path = await fromRoot(name);
  return git(name, ['cat-file', 'blob', `${name.revision}:${path}`]);
}

/** The rule files of the same revision beside it, as names. */
export async function gitNeighbours(name: GitName): Promise<GitName[]> {
  const path = await fromRoot(name);
  const folder = posix.dirname(path);
  const tree = folder === '.' ? name.revision : `${name.revision}:${folder}`;
  const listed = await git(name, ['ls-tree', '--name-only', '--full-tree', '-z', tree]);
  const files = Buffer.from(listed).toString().split('\0');
  return files
    .filter((file) => file.endsWith('.cme'))
    .map((file) => ({ revision: name.revision, path: posix.join(folder, file) }));
}

async function fromRoot(name: GitName): Promise<string> {
  if (!name.path.startsWith('./') && !name.path.startsWith('../')) return posix.normalize(name.path);
  const prefix = Buffer.from(await git(name, ['rev-parse', '--show-prefix']))
    .toString()
    .trim();
  return posix.join(prefix, name.path);
}

async function git(name: GitName, args: readonly string[]): Promise<Uint8Array> {
  const shown = `${name.revision}:${name.path}`;
  // A revision that begins with a dash would be taken for an option.
  if (name.revision.startsWith('-')) throw new Stop('gitFailed', { name: shown, why: name.revision });
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    return (await run('git', args, { encoding: 'buffer', maxBuffer: LARGEST, env, windowsHide: true })).stdout;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') throw new Stop('gitMissing', { name: shown });
    const said = 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new Stop('gitFailed', { name: shown, why: said?.replace(/\.$/, '') || error.message.split('\n')[0] || '' });
  }
}
