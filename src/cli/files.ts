/** Files, read whole and written whole; what goes wrong is said in words. */
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Stop } from './stop.ts';

export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw explained(error, file);
  }
}

export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
export const sameFile = (a: string, b: string): boolean => realPath(a) === realPath(b);

/** The path without links; as it stands where there is nothing. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A call of the system for each small piece would take longer than the work. */
const CHUNK = 2 ** 16;

/**
 * A file that is there whole or not at all: it is written beside its place and then renamed. A link stays a link, and a
 * file keeps its mode.
 */
export class AtomicFile {
  private readonly target: string;
  private readonly beside: string;
  private readonly handle: number;
  private readonly shown: string;
  private waiting = '';

  constructor(file: string) {
    this.shown = file;
    this.target = realPath(file);
    this.beside = join(dirname(this.target), `.${basename(this.target)}.${process.pid}.tmp`);
    try {
      if (isFolder(this.target)) throw Object.assign(new Error(), { code: 'EISDIR' });
      const mode = statSync(this.target, { throwIfNoEntry: false })?.mode ?? 0o666;
      this.handle = openSync(this.beside, 'w', mode & 0o777);
    } catch (error) {
      throw explained(error, file);
    }
    unfinished.add(this.beside);
  }

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length > CHUNK) this.flush();
  }

  close(): void {
    this.flush();
    try {
      fsyncSync(this.handle);
      closeSync(this.handle);
      renameSync(this.beside, this.target);
    } catch (error) {
      throw explained(error, this.shown);
    }
    unfinished.delete(this.beside);
  }

  private flush(): void {
    const bytes = Buffer.from(this.waiting);
    this.waiting = '';
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    } catch (error) {
      throw explained(error, this.shown);
    }
  }
}

export function writeWhole(file: string, text: string): void {
  const out = new AtomicFile(file);
  out.write(text);
  out.close();
}

/** Nothing half written is left behind, however the program ends. */
const unfinished = new Set<string>();
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Stop('fileMissing', { file, cwd: process.cwd() });
    case 'EISDIR':
      return new Stop('fileIsFolder', { file });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Stop('fileForbidden', { file });
    default:
      return typeof code === 'string' ? new Stop('fileFailed', { file, why: code }) : error;
  }
}
