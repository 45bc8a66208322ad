/** A folder of rule files: listed, read, and saved only over the version that the editor has seen. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { AtomicFile, leftBeside } from '../disk/atomicFile.ts';
import { isRunning } from '../disk/lock.ts';
import { describe } from '../index.ts';
import { ENDING, placeOf } from './paths.ts';
import { Problem } from './problem.ts';
import { refuse } from './request.ts';

export interface Listed {
  /** From the folder, with `/`. */
  readonly path: string;
  /** Null, as is what its head says, where it cannot be read: asked for by name, it is refused with its reason. */
  readonly hash: string | null;
  readonly label: string | null;
  readonly code: string | null;
  readonly version: string | null;
  /** Last changed, ISO. */
  readonly modified: string;
}

export interface Text {
  readonly path: string;
  readonly text: string;
  readonly hash: string;
}

const MOST = { files: 500, depth: 4, bytes: 4 * 2 ** 20 };
/** Versions that were released are no files to be edited. */
export const RELEASES = '发布';
const skipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules' || name === RELEASES;

export class Folder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
    this.sweep();
  }

  get name(): string {
    // A drive, or the root of all, has no other name.
    return basename(this.root) || this.root;
  }

  list(): readonly Listed[] {
    return this.paths().flatMap((path) => {
      try {
        const modified = statSync(placeOf(this.root, path)).mtime.toISOString();
        return [{ path, ...this.headOf(path), modified }];
      } catch {
        // Gone meanwhile, or a link that leads out of the folder.
        return [];
      }
    });
  }

  private headOf(path: string): Omit<Listed, 'path' | 'modified'> {
    try {
      const { text, hash } = this.read(path);
      const { label = null, code = null, version = null } = describe({ file: path, text }) ?? {};
      return { hash, label, code, version };
    } catch {
      return { hash: null, label: null, code: null, version: null };
    }
  }

  read(path: string): Text {
    const bytes = this.bytes(path);
    if (bytes === null) throw new Problem('missing', { path });
    return { path, text: textOf(bytes, path), hash: hashOf(bytes) };
  }

  /** `over`: the hash of the version that was edited; null: there must be none. */
  save(path: string, text: string, over: string | null): Text {
    if (path.split('/').includes(RELEASES)) refuse('releasedFile');
    const place = placeOf(this.root, path);
    const bytes = this.bytes(path);
    if (bytes === null && over !== null) throw new Problem('changed', { path }, { current: null });
    if (bytes !== null && over === null) throw new Problem('exists', { path });
    if (bytes !== null && hashOf(bytes) !== over) {
      const current = { text: textOf(bytes, path), hash: hashOf(bytes) };
      throw new Problem('changed', { path }, { current });
    }
    try {
      const out = new AtomicFile(place);
      out.write(text);
      out.close();
    } catch (error) {
      throw refused(error, path);
    }
    return { path, text, hash: hashOf(Buffer.from(text)) };
  }

  bytesOf(path: string): Uint8Array {
    return this.bytes(path) ?? refuse('missing', { path });
  }

  private bytes(path: string): Buffer | null {
    const place = placeOf(this.root, path);
    try {
      if ((statSync(place, { throwIfNoEntry: false })?.size ?? 0) > MOST.bytes) throw new Problem('tooLarge');
      return readFileSync(place);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw refused(error, path);
    }
  }

  private paths(): readonly string[] {
    const found: string[] = [];
    const look = (folder: string, depth: number): void => {
      for (const entry of entriesOf(folder)) {
        if (found.length >= MOST.files || skipped(entry.name)) continue;
        const place = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (depth < MOST.depth) look(place, depth + 1);
        } else if (entry.name.endsWith(ENDING)) found.push(relative(this.root, place).split(sep).join('/'));
      }
    };
    look(this.root, 1);
    return found.sort();
  }

  /** Takes away what a server that was killed in the middle of a save left behind. */
  private sweep(): void {
    for (const { name } of entriesOf(this.root)) {
      const pid = leftBeside(name);
      if (pid !== null && name.includes(`${ENDING}.`) && !isRunning(pid))
        rmSync(join(this.root, name), { force: true });
    }
  }
}

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Problem('notText', { path });
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function refused(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (error instanceof Problem || typeof code !== 'string') return error;
  if (code === 'EBUSY') return new Problem('held', { path });
  return ['EACCES', 'EPERM', 'EROFS'].includes(code)
    ? new Problem('forbidden', { path })
    : new Problem('failed', { why: code });
}
