/** The practitioner of 「学分说明」 under several rule sets: which, and what each makes of them. */
import type { ImpactFound, RuleSource } from '../../src/index.ts';
import { person, yearOf } from '../explain/person.ts';
import { rosterDesk } from '../roster/desk.ts';
import { roster } from '../roster/state.ts';
import { files, tell, wordsOf } from '../state/open.ts';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import { startWorker } from '../trusted.ts';
import acrossUrl from '../worker/across.ts?worker&url';
import type { AskAcross, FromAcross, ToldAcross } from '../worker/acrossProtocol.ts';
import type { Results } from '../worker/rosterProtocol.ts';

export interface Beside {
  /** Other rule files: of the folder, those that come with the editor, and those that were picked. */
  readonly offered: readonly RuleSource[];
  /** How each is called, by file: `湖北 2025`. */
  readonly titles: Readonly<Record<string, string>>;
  /** By their files. */
  readonly chosen: readonly string[];
  readonly told: ToldAcross | null;
  readonly working: boolean;
  /** What the open roster comes to, by file. */
  readonly impacts: Readonly<Record<string, ImpactFound>>;
  readonly measuring: boolean;
}

const fresh: Beside = {
  offered: [],
  titles: {},
  chosen: [],
  told: null,
  working: false,
  impacts: {},
  measuring: false,
};
export const beside = new Store<Beside>(fresh);

let worker: Worker | null = null;
let serial = 0;
let ruleFile: string | null = null;
let library: readonly RuleSource[] = [];
const picked: RuleSource[] = [];
const PAUSE_MS = 250;

/** To be called by the screen: follows the rules and the practitioner while it is there. */
export function followAcross(): () => void {
  const file = session.get().file?.entry.id ?? null;
  if (file !== ruleFile) {
    serial++;
    beside.set(fresh);
  }
  ruleFile = file;
  forgetOlder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  let seen = session.get().version;
  const stops = [
    person.subscribe(soon),
    prefs.subscribe(soon),
    session.subscribe(() => {
      const { version, composing } = session.get();
      if (version === seen || composing) return;
      seen = version;
      forgetOlder();
      soon();
    }),
    roster.subscribe(forgetOlder),
  ];
  void offer();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

let offers = 0;

async function offer(): Promise<void> {
  const mine = ++offers;
  const own = session.get().file?.entry.name ?? '';
  try {
    const texts = await files.library();
    if (mine === offers) library = texts;
  } catch (error) {
    if (mine === offers) tell('bad', wordsOf(error));
  }
  if (mine !== offers) return;
  const offered = [...library, ...picked].filter(({ file }) => file !== own);
  const { chosen } = beside.get();
  void named().then((more) => beside.set({ titles: { ...more, ...beside.get().titles } }));
  const first = offered.slice(0, FIRST).map(({ file }) => file);
  beside.set({ offered, chosen: chosen.length === 0 ? first : chosen });
  ask();
}

async function named(): Promise<Readonly<Record<string, string>>> {
  const [entries, { samples }] = await Promise.all([files.list().catch(() => []), import('../files/samples.ts')]);
  const all = [...samples.map(({ entry }) => entry), ...entries];
  return Object.fromEntries(all.flatMap(({ name, title }) => (title === null ? [] : [[name, title]])));
}

/** So many are beside one another at first, and so many at most. */
const FIRST = 2;
export const MOST = 5;

export function choose(file: string, on: boolean): void {
  const { chosen } = beside.get();
  beside.set({ chosen: on ? [...chosen, file] : chosen.filter((one) => one !== file) });
  ask();
}

export async function pickAnother(): Promise<void> {
  try {
    const open = await files.pick();
    if (open === null) return;
    const source = { file: open.entry.name, text: open.text };
    picked.push(source);
    const offered = [...beside.get().offered.filter(({ file }) => file !== source.file), source];
    const { title } = open.entry;
    beside.set({ offered, ...(title !== null && { titles: { ...beside.get().titles, [source.file]: title } }) });
    choose(source.file, true);
  } catch (error) {
    tell('bad', wordsOf(error));
  }
}

function ask(): void {
  const { file, text } = session.get();
  const { offered, chosen } = beside.get();
  const all = person.get();
  if (file === null || text === null || (all.activities.length === 0 && all.facts.size === 0)) {
    beside.set({ told: null, working: false });
    return;
  }
  const entry = { file: file.entry.name, text: text.text };
  const others = offered.filter((one) => chosen.includes(one.file));
  const asked: AskAcross = {
    serial: ++serial,
    sets: [entry, ...others],
    library: [...library, ...picked],
    person: { facts: all.facts, records: all.activities.map(({ facts }) => facts) },
    year: yearOf(all),
    lang: prefs.get().lang,
  };
  beside.set({ working: true });
  worker ??= start();
  worker.postMessage(asked);
}

function start(): Worker {
  const made = startWorker(acrossUrl, 'cme-across', (message) => {
    worker = null;
    beside.set({ working: false });
    fault(message);
  });
  made.addEventListener('message', ({ data }: MessageEvent<FromAcross>) => {
    if (data.serial !== serial) return;
    if (data.kind === 'told') beside.set({ told: data.told, working: false });
    else {
      beside.set({ working: false });
      fault(data.message);
    }
  });
  return made;
}

const fault = (message: string): void =>
  tell('bad', { zh: `程序自身出错：${message}`, en: `a fault of the program: ${message}` });

/** What everybody was measured by: other people, or another text, are measured anew. */
let measured: { readonly results: Results | null; readonly text: string } | null = null;

function forgetOlder(): void {
  if (measured === null) return;
  if (measured.results === roster.get().results && measured.text === session.get().text?.text) return;
  measured = null;
  beside.set({ impacts: {}, measuring: false });
}

/** Everybody of the open roster under each of the others, held against the open rules. */
export async function measure(): Promise<void> {
  const { file, text } = session.get();
  if (file === null || text === null) return;
  const mine = { results: roster.get().results, text: text.text };
  measured = mine;
  beside.set({ measuring: true, impacts: {} });
  const own = { file: file.entry.name, text: text.text };
  const setOf = (entry: RuleSource) => ({
    entry,
    library: [...library, ...picked].filter((one) => one.file !== entry.file),
  });
  for (const other of beside.get().offered) {
    if (!beside.get().chosen.includes(other.file)) continue;
    const found = await rosterDesk.impact(setOf(own), setOf(other));
    if (measured !== mine) return;
    if (found) beside.set({ impacts: { ...beside.get().impacts, [other.file]: found } });
  }
  beside.set({ measuring: false });
}
