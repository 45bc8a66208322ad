/** Files that were opened lately, and what was still wrong with them: remembered by this browser, where it lets us. */
import type { FileEntry } from '../files/files.ts';
import { session, tallyOf } from './session.ts';

export interface Recent {
  readonly entry: FileEntry;
  readonly when: number;
  readonly errors: number;
  readonly warnings: number;
}

const KEY = 'cme.recent';
const MOST = 8;

function read(): readonly Recent[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(all) ? all.filter((one): one is Recent => typeof one?.entry?.id === 'string') : [];
  } catch {
    return [];
  }
}

function write(all: readonly Recent[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(0, MOST)));
  } catch {
    // Only a convenience is lost.
  }
}

export const recent = {
  all: read,
  opened: (entry: FileEntry): void => {
    const before = read().find((one) => one.entry.id === entry.id);
    const others = read().filter((one) => one.entry.id !== entry.id);
    write([{ entry, when: Date.now(), errors: before?.errors ?? 0, warnings: before?.warnings ?? 0 }, ...others]);
  },
};

session.subscribe(() => {
  const all = session.get();
  const { file, checked, version, about } = all;
  if (file === null || checked !== version) return;
  const { errors, warnings } = tallyOf(all);
  const title = about?.label ? `${about.label} ${about.version}` : file.entry.title;
  const known = read();
  const own = known.find((one) => one.entry.id === file.entry.id);
  if (!own || (own.errors === errors && own.warnings === warnings && own.entry.title === title)) return;
  write(known.map((one) => (one === own ? { ...one, entry: { ...one.entry, title }, errors, warnings } : one)));
});
