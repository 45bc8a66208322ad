/** The comparison that is shown: its two sides, and what the worker found. It stays while other screens are looked at. */
import type { RuleSource } from '../../src/index.ts';
import type { NotComparable, PeopleFigures, SideNames, ToldComparison } from '../../src/print/index.ts';
import type { OpenFile } from '../files/files.ts';
import { files, tell, wordsOf } from '../state/open.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import { startWorker } from '../trusted.ts';
import comparerUrl from '../worker/comparer.ts?worker&url';
import type { FromComparer, ToComparer } from '../worker/comparerProtocol.ts';
import { type Measured, measure, rosterState } from './people.ts';
import { type Choice, choices, DRAFT, noChoice, othersOf, SAVED, type Side, textOf } from './sides.ts';

export interface Compared {
  /** What was compared: the pickers may be further on. */
  readonly sides: { readonly before: Side; readonly after: Side };
  readonly before: RuleSource;
  readonly after: RuleSource;
  readonly told: ToldComparison | NotComparable;
  readonly people: Measured | null;
}

interface Comparing {
  readonly before: Side;
  readonly after: Side;
  /** Files that were chosen or dropped here. */
  readonly picked: readonly Extract<Side, { kind: 'picked' }>[];
  /** What else could stand on a side. */
  readonly choice: Choice;
  readonly busy: boolean;
  /** Of the sides as they stand, or, while it is being made anew, of those before. */
  readonly found: Compared | null;
}

const nothing: Comparing = {
  before: SAVED,
  after: DRAFT,
  picked: [],
  choice: noChoice,
  busy: false,
  found: null,
};

export const comparing = new Store<Comparing>(nothing);

let worker: Worker | null = null;
let serial = 0;
/** Below nothing, so that it is no comparison's. */
let paperSerial = 0;
const papers = new Map<number, (bytes: Uint8Array<ArrayBuffer> | null) => void>();
let asked: Omit<Compared, 'told' | 'people'> = {
  sides: { before: SAVED, after: DRAFT },
  before: { file: '', text: '' },
  after: { file: '', text: '' },
};
let library: readonly RuleSource[] = [];

function post(message: ToComparer): void {
  if (worker === null) {
    worker = startWorker(comparerUrl, 'cme-comparer', lost);
    worker.addEventListener('message', ({ data }: MessageEvent<FromComparer>) => hear(data));
  }
  worker.postMessage(message);
}

function lost(message: string): void {
  worker = null;
  for (const paper of papers.values()) paper(null);
  papers.clear();
  if (comparing.get().busy) comparing.set({ busy: false, found: null });
  fault(message);
}

const fault = (message: string): void =>
  tell('bad', { zh: `程序自身出错，没有比成：${message}`, en: `a fault of the program: ${message}` });

function hear(data: FromComparer): void {
  if (data.kind === 'paper') {
    papers.get(data.serial)?.(data.bytes);
    papers.delete(data.serial);
    return;
  }
  const paper = papers.get(data.serial);
  if (data.kind === 'failed') {
    papers.delete(data.serial);
    paper?.(null);
    fault(data.message);
    if (data.serial === serial) comparing.set({ busy: false, found: null });
    return;
  }
  if (data.serial !== serial) return;
  comparing.set({ busy: false, found: { ...asked, told: data.told, people: null } });
  void measured();
}

/** What the open roster says of it comes later. */
async function measured(): Promise<void> {
  const of = serial;
  const { found } = comparing.get();
  if (found === null || 'faults' in found.told) return;
  const people = await measure(found.before, found.after, library, found.people).catch(() => null);
  const now = comparing.get().found;
  if (of === serial && now?.told === found.told) comparing.set({ found: { ...now, people } });
}

/** To be called by the screen: people who are judged while it is there are told of, too. */
export function followPeople(): () => void {
  let stop = (): void => {};
  let gone = false;
  void rosterState().then(({ roster }) => {
    if (gone) return;
    let { results } = roster.get();
    stop = roster.subscribe(() => {
      if (roster.get().results === results) return;
      ({ results } = roster.get());
      void measured();
    });
  });
  return () => {
    gone = true;
    stop();
  };
}

/** Both sides are read anew, and compared. */
export async function compareNow(): Promise<void> {
  const { before, after } = comparing.get();
  const mine = ++serial;
  comparing.set({ busy: true });
  try {
    const [old, now, texts] = await Promise.all([textOf(before), textOf(after), files.library()]);
    if (mine !== serial) return;
    library = texts;
    const same = comparing.get().found;
    // What was found of the very same texts holds.
    if (same && alike(same.before, old) && alike(same.after, now)) {
      comparing.set({ busy: false, found: { ...same, sides: { before, after } } });
      void measured();
    } else {
      asked = { sides: { before, after }, before: old, after: now };
      post({ kind: 'compare', serial: mine, before: old, after: now, library });
    }
  } catch (error) {
    if (mine !== serial) return;
    comparing.set({ busy: false, found: null });
    tell('bad', wordsOf(error));
  }
}

const alike = (one: RuleSource, other: RuleSource): boolean => one.file === other.file && one.text === other.text;

let looks = 0;

/** Looks up what can be compared. */
export async function lookAround(): Promise<void> {
  const [mine, of] = [++looks, session.get().text];
  const choice = await choices();
  if (mine === looks && session.get().text === of) comparing.set({ choice });
}

export const take = (at: 'before' | 'after', side: Side): void => comparing.set({ [at]: side });

export const swap = (): void => {
  const { before, after } = comparing.get();
  comparing.set({ before: after, after: before });
};

/** A file of this machine takes the side that is named, else the one where the open text does not stand. */
export async function pickUp(get: () => Promise<OpenFile | null>, at?: 'before' | 'after'): Promise<void> {
  try {
    const file = await get();
    if (file) add(file.entry.name, file.text, at);
  } catch (error) {
    tell('bad', wordsOf(error));
  }
}

export function add(name: string, text: string, at?: 'before' | 'after'): void {
  const { picked, before } = comparing.get();
  const side = { kind: 'picked', id: `picked:${picked.length}:${name}`, name, text } as const;
  const place = at ?? (before.kind === 'draft' ? 'after' : 'before');
  comparing.set({ picked: [...picked, side], [place]: side });
}

/**
 * Held against the open text, from another screen: a file that is offered here, or was released, else one that was picked
 * there. `at`: the side that it takes.
 */
export async function compareWith(file: string, text: string | null, at: 'before' | 'after'): Promise<void> {
  await lookAround();
  const { choice, picked } = comparing.get();
  const { entries, released } = othersOf(choice);
  const known =
    entries.find((one) => one.kind === 'file' && one.entry.name === file) ??
    released.find((one) => one.kind === 'released' && one.released.file === file) ??
    picked.find((one) => one.name === file && one.text === text);
  if (known) take(at, known);
  else if (text !== null) add(file, text, at);
  else return;
  take(at === 'before' ? 'after' : 'before', DRAFT);
}

/** Null where it could not be made. */
export function paperOf(
  { told, people }: Pick<Compared, 'told'> & { readonly people: PeopleFigures | null },
  names: SideNames,
  lang: 'zh' | 'en',
): Promise<Uint8Array<ArrayBuffer> | null> {
  const mine = --paperSerial;
  const figures = people && {
    year: people.year,
    people: people.people,
    changed: people.changed,
    metToUnmet: people.metToUnmet,
    unmetToMet: people.unmetToMet,
  };
  return new Promise((resolve) => {
    papers.set(mine, resolve);
    post({ kind: 'paper', serial: mine, told, names, lang, people: figures });
  });
}

// Another file is another comparison.
let text = session.get().text;
session.subscribe(() => {
  if (session.get().text === text) return;
  ({ text } = session.get());
  serial += 1;
  comparing.set({ ...nothing, picked: comparing.get().picked });
});
