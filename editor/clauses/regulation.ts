/**
 * The regulation's text that the user has opened: held for this sitting, and kept by the browser only where he says so.
 * It goes to the worker beside this page and nowhere else.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { decode } from '../../src/data/index.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';

export interface OpenRegulation {
  /** Of the rules that it is of. */
  readonly rules: string;
  readonly name: string;
  readonly text: string;
  /** The text that was open before it, to tell what has changed. */
  readonly before: string | null;
  readonly kept: boolean;
}

interface Held {
  readonly open: OpenRegulation | null;
  readonly refused: { readonly why: 'notText' | 'regulationTooLarge' | 'keepRefused'; readonly name: string } | null;
}

export const regulation = new Store<Held>({ open: null, refused: null });

const STORE = 'texts';
const database = (): Promise<IDBPDatabase> =>
  openDB('cme-regulations', 1, { upgrade: (db) => void db.createObjectStore(STORE, { keyPath: 'rules' }) });

/** What was asked for before is of no use: other rules were opened, or a file was. */
let turn = 0;
let takes = 0;

/** What was held is of other rules, or was kept by an earlier sitting. */
export async function recall(rules: string): Promise<void> {
  if (regulation.get().open?.rules === rules) return;
  const mine = ++turn;
  regulation.set({ open: null, refused: null });
  try {
    const kept: OpenRegulation | undefined = await (await database()).get(STORE, rules);
    if (kept && mine === turn) regulation.set({ open: { ...kept, kept: true } });
  } catch {
    // The browser keeps nothing: it is opened by hand.
  }
}

/** No regulation comes near it. */
const MOST_BYTES = 4 * 2 ** 20;

/** UTF-8 or GB18030, whichever the bytes are. */
export async function take(file: File): Promise<void> {
  const mine = ++takes;
  if (file.size > MOST_BYTES) {
    regulation.set({ refused: { why: 'regulationTooLarge', name: file.name } });
    return;
  }
  const { text } = decode(new Uint8Array(await file.arrayBuffer()), file.name);
  // A file may be dropped before it is known what the rules are.
  const rules = await rulesKnown();
  if (mine !== takes) return;
  if (text === null) {
    regulation.set({ refused: { why: 'notText', name: file.name } });
    return;
  }
  const last = regulation.get().open;
  const same = last?.rules === rules;
  const before = same && last.text !== text ? last.text : same ? last.before : null;
  const open: OpenRegulation = { rules, name: file.name, text, before, kept: same && last.kept };
  turn++;
  regulation.set({ open, refused: null });
  if (open.kept) await keep(true);
}

/** The code of the rules that are open, once they have been checked. */
const rulesKnown = (): Promise<string> =>
  new Promise((resolve) => {
    const known = (): boolean => {
      const { about } = session.get();
      if (about !== null) resolve(about.code);
      return about !== null;
    };
    if (known()) return;
    const stop = session.subscribe(() => known() && stop());
  });

/** Kept for the next sitting, or forgotten. */
export async function keep(on: boolean): Promise<void> {
  const { open } = regulation.get();
  if (open === null) return;
  const now = { ...open, kept: on };
  regulation.set({ open: now, refused: null });
  try {
    if (on) await (await database()).put(STORE, now);
    else await (await database()).delete(STORE, open.rules);
  } catch {
    regulation.set({ open: { ...now, kept: false }, refused: { why: 'keepRefused', name: open.name } });
  }
}
