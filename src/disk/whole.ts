/** A folder that is there whole or not at all, and a file to which lines are added that outlive a power cut. */
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renamed } from './renamed.ts';

/** Written beside its place; `settle` puts it there. */
export class FolderBeside {
  private readonly beside: string;
  private readonly place: string;

  constructor(place: string, beside: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
    this.place = place;
    this.beside = beside;
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside);
    for (const { name, bytes } of files) {
      const handle = openSync(join(beside, name), 'wx');
      writeAll(handle, bytes);
      fsyncSync(handle);
      closeSync(handle);
    }
    remember(beside);
  }

  settle(): void {
    settled(this.beside, this.place);
  }
}

export function settled(beside: string, place: string): void {
  renamed(beside, place);
  remember(dirname(place));
}

/** The line is on the disk when this returns. */
export function addLine(file: string, line: string): void {
  const handle = openSync(file, 'a');
  try {
    writeAll(handle, Buffer.from(`${line}\n`));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  remember(dirname(file));
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/** A name outlives a power cut once its folder is on the disk; Windows opens no folders, and needs none. */
function remember(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // As above.
  }
}
