/**
 * Drafts: what was typed and not yet written into a file, kept by this browser. Each opening of a file has a draft of its
 * own, so that a newer one never takes the place of an older unasked.
 */
import { type IDBPDatabase, openDB } from 'idb';
import type { FileEntry } from './files.ts';

export interface Draft {
  readonly key: string;
  readonly entry: FileEntry;
  readonly text: string;
  /** What stood in the file when it was opened. */
  readonly base: string;
  readonly when: Date;
}

const STORE = 'drafts';
let opening: Promise<IDBPDatabase> | null = null;

/** Rejects where the browser refuses storage. */
const database = (): Promise<IDBPDatabase> => {
  opening ??= openDB('cme', 1, {
    upgrade: (db) => void db.createObjectStore(STORE, { keyPath: 'key' }),
    // Another tab holds an older shape, or the browser closed it: it is opened anew.
    terminated: () => {
      opening = null;
    },
  });
  opening.catch(() => {
    opening = null;
  });
  return opening;
};

export const drafts = {
  put: async (draft: Draft): Promise<void> => void (await (await database()).put(STORE, draft)),
  drop: async (key: string): Promise<void> => (await database()).delete(STORE, key),
  /** Newest first. */
  all: async (): Promise<readonly Draft[]> => {
    const found: Draft[] = await (await database()).getAll(STORE);
    return found.sort((a, b) => b.when.getTime() - a.when.getTime());
  },
};
