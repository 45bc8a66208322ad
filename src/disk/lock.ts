/**
 * One at a time, among all processes of this machine: whoever makes the file of the lock holds it, and says in it who they
 * are. A lock whose holder is no more is taken over, by one at a time too.
 */
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 50;

/** Rejects with `code: 'ELOCKED'` where another holds it for too long. */
export async function locked<T>(file: string, longestMs: number, work: () => Promise<T>): Promise<T> {
  const own = `${process.pid} ${hostname()} ${++count}\n`;
  for (const until = Date.now() + longestMs; !take(file, own); ) {
    if (Date.now() > until) throw Object.assign(new Error(`${file} is held`), { code: 'ELOCKED' });
    await sleep(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    if (read(file) === own) rmSync(file, { force: true });
  }
}
let count = 0;

function take(file: string, own: string): boolean {
  if (made(file, own)) return true;
  if (!isLeft(read(file))) return false;
  // Two that find it left would each take away what the other has made.
  const guard = `${file}.over`;
  if (!made(guard, own)) return false;
  try {
    if (isLeft(read(file))) rmSync(file, { force: true });
    return made(file, own);
  } finally {
    rmSync(guard, { force: true });
  }
}

function made(file: string, own: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeSync(handle, own);
  fsyncSync(handle);
  closeSync(handle);
  return true;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Only of this machine can be told whether a process is no more. */
function isLeft(held: string | null): boolean {
  const [, pid, host] = /^(\d+) (\S+) \d+\n$/.exec(held ?? '') ?? [];
  return pid !== undefined && host === hostname() && !isRunning(Number(pid));
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
