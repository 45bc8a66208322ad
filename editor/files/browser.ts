/**
 * Files without a server: the samples, and files of the user's own machine. Where the browser can write a file in place it
 * does; elsewhere a file is opened by choosing it and saved as a download.
 */

import {
  type FileEntry,
  type Files,
  type History,
  type OpenFile,
  Refused,
  type ReleaseMade,
  type Revision,
  type Saved,
} from './files.ts';
import { handOut } from './handOut.ts';
import { hashOf } from './hash.ts';
import { samples } from './samples.ts';

interface Handle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(data: BlobPart): Promise<void>; close(): Promise<void>; abort(): Promise<void> }>;
}
type Picker = (options: object) => Promise<Handle | Handle[]>;

const pickers = globalThis as { showOpenFilePicker?: Picker; showSaveFilePicker?: Picker };
const types = [{ description: 'CME', accept: { 'text/plain': ['.cme'] } }];

export class BrowserFiles implements Files {
  private readonly handles = new Map<string, Handle>();
  private count = 0;

  async list(): Promise<readonly FileEntry[]> {
    return samples.map(({ entry }) => entry);
  }

  async open(entry: FileEntry): Promise<OpenFile> {
    const sample = samples.find((one) => one.entry.id === entry.id);
    if (sample) return { entry: sample.entry, text: sample.text, mark: false, hash: null };
    const handle = this.handles.get(entry.id);
    if (!handle) throw new Error(`no such file: ${entry.name}`);
    return read(entry, await handle.getFile());
  }

  async pick(): Promise<OpenFile | null> {
    if (!pickers.showOpenFilePicker) {
      const file = await chosen();
      return file && this.take(file);
    }
    const picked = await unlessCancelled(pickers.showOpenFilePicker({ types }));
    const [handle] = picked === null ? [] : [picked].flat();
    return handle ? read(this.remember(handle), await handle.getFile()) : null;
  }

  async take(file: File): Promise<OpenFile> {
    return read({ id: `local:${++this.count}`, name: file.name, title: null, from: 'local' }, file);
  }

  async save({ entry, mark, hash }: OpenFile, text: string): Promise<Saved> {
    const known = this.handles.get(entry.id);
    if (known) {
      const there = await known.getFile().catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null;
        throw error;
      });
      if (there === null) {
        // The next time it is asked where to.
        this.handles.delete(entry.id);
        return { done: 'gone' };
      }
      const now = await read(entry, there);
      return now.hash === hash ? write(known, entry, text, mark) : { done: 'changed', now };
    }
    if (!pickers.showSaveFilePicker) return download(entry.name, text, mark);
    const picked = await unlessCancelled(pickers.showSaveFilePicker({ types, suggestedName: entry.name }));
    const [handle] = picked === null ? [] : [picked].flat();
    return handle ? write(handle, this.remember(handle), text, mark) : { done: 'cancelled' };
  }

  async folder(): Promise<string | null> {
    return null;
  }

  async make(name: string, text: string): Promise<OpenFile> {
    return { entry: { id: `local:${++this.count}`, name, title: null, from: 'local' }, text, mark: false, hash: null };
  }

  handOut(name: string, text: string): void {
    download(name, text, false);
  }

  async history(): Promise<History> {
    return { kept: 'none', versions: [] };
  }

  async revisions(): Promise<readonly Revision[]> {
    return [];
  }

  async versionText(): Promise<string> {
    throw new Refused({ zh: '没有版本历史', en: 'there is no history' });
  }

  async keepVersion(): Promise<void> {
    throw new Refused({ zh: '没有版本历史', en: 'there is no history' });
  }

  async releases(): Promise<null> {
    return null;
  }

  async release(): Promise<ReleaseMade> {
    throw new Refused({ zh: '没有本机服务', en: 'there is no server' });
  }

  async library() {
    return samples.map(({ entry, text }) => ({ file: entry.name, text }));
  }

  private remember(handle: Handle): FileEntry {
    const entry: FileEntry = { id: `local:${++this.count}`, name: handle.name, title: null, from: 'local' };
    this.handles.set(entry.id, handle);
    return entry;
  }
}

async function read(entry: FileEntry, file: File): Promise<OpenFile> {
  const { takenFrom } = await import('./taken.ts');
  const taken = await takenFrom(file);
  return { entry, ...taken, hash: hashOf(taken.text) };
}

async function write(handle: Handle, entry: FileEntry, text: string, mark: boolean): Promise<Saved> {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytesOf(text, mark));
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  return { done: 'saved', entry, hash: hashOf(text) };
}

const bytesOf = (text: string, mark: boolean): Blob => new Blob([mark ? '\uFEFF' : '', text], { type: 'text/plain' });

function download(name: string, text: string, mark: boolean): Saved {
  handOut(name, bytesOf(text, mark));
  return { done: 'downloaded', name };
}

function chosen(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.cme,text/plain' });
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

async function unlessCancelled<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
