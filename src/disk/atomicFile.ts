/**
 * A file that is there whole or not at all, whenever the program or the machine stops: it is written beside its place,
 * flushed to the disk, and then renamed. A link stays a link, and a file keeps its mode. Errors are those of `node:fs`.
 */
import { closeSync, fsyncSync, openSync, realpathSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { renamed } from './renamed.ts';

/** A call of the system for each small piece would take longer than the work. */
const CHUNK = 2 ** 16;

export class AtomicFile {
  private readonly target: string;
  private readonly beside: string;
  private handle: number | null;
  private waiting = '';

  constructor(file: string) {
    this.target = withoutLinks(file);
    this.beside = join(dirname(this.target), `.${basename(this.target)}.${process.pid}.tmp`);
    const known = statSync(this.target, { throwIfNoEntry: false });
    if (known?.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
    this.handle = openSync(this.beside, 'w', (known?.mode ?? 0o666) & 0o777);
    unfinished.add(this.beside);
  }

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length > CHUNK) this.flush();
  }

  writeBytes(bytes: Uint8Array): void {
    this.flush();
    this.put(bytes);
  }

  close(): void {
    this.flush();
    this.orNothing((handle) => {
      fsyncSync(handle);
      this.release();
      renamed(this.beside, this.target);
    });
    unfinished.delete(this.beside);
    rememberName(dirname(this.target));
  }

  private flush(): void {
    const bytes = Buffer.from(this.waiting);
    this.waiting = '';
    this.put(bytes);
  }

  private put(bytes: Uint8Array): void {
    this.orNothing((handle) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    });
  }

  /** Where the work fails, nothing is left beside the place, nor held open. */
  private orNothing(work: (handle: number) => void): void {
    try {
      if (this.handle !== null) work(this.handle);
    } catch (error) {
      this.release();
      rmSync(this.beside, { force: true });
      unfinished.delete(this.beside);
      throw error;
    }
  }

  private release(): void {
    if (this.handle !== null) closeSync(this.handle);
    this.handle = null;
  }
}

/** What a program that was killed in the middle of a save left beside a file of this name. */
export const leftBeside = (name: string): number | null => {
  const [, pid] = /^\..+\.(\d+)\.tmp$/.exec(name) ?? [];
  return pid === undefined ? null : Number(pid);
};

/** The path without links; as it stands where there is nothing. */
export function withoutLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A rename outlives a power cut once its folder is on the disk; some systems have no such call, and need none. */
function rememberName(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows opens no folders.
  }
}

/** Nothing half written is left behind, however the program ends. */
const unfinished = new Set<string>();
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true });
});
