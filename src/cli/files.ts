/** Files, read whole and written whole; what goes wrong is said in words. */
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { withoutLinks as realPath, AtomicFile as Whole } from '../disk/atomicFile.ts';
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
export { realPath };
export const sameFile = (a: string, b: string): boolean => realPath(a) === realPath(b);

/** As `disk/atomicFile.ts`, with what goes wrong said in words. */
export class AtomicFile {
  private readonly file: string;
  private readonly out: Whole;

  constructor(file: string) {
    this.file = file;
    this.out = this.saying(() => new Whole(file));
  }

  write(text: string): void {
    this.saying(() => this.out.write(text));
  }

  writeBytes(bytes: Uint8Array): void {
    this.saying(() => this.out.writeBytes(bytes));
  }

  close(): void {
    this.saying(() => this.out.close());
  }

  private saying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const folder = dirname(this.file);
      if (!isFolder(folder)) throw new Stop('outFolderMissing', { file: this.file, folder });
      throw explained(error, this.file);
    }
  }
}

export function writeWhole(file: string, text: string): void {
  const out = new AtomicFile(file);
  out.write(text);
  out.close();
}

/** What `node:fs` says, in words; anything else as it is. */
export function explained(error: unknown, file: string): unknown {
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
    case 'EBUSY':
      return new Stop('fileHeld', { file });
    case 'ERR_FS_FILE_TOO_LARGE':
      return new Stop('fileTooLarge', { file });
    default:
      return typeof code === 'string' ? new Stop('fileFailed', { file, why: code }) : error;
  }
}
