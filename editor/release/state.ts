/** The release that is being prepared: what the checks say of the text as it stands, and what the publisher says to it. */
import type { Check, CheckId, SignOff } from '../../src/release/check.ts';
import type { ReleaseLog, ReleaseMade } from '../files/files.ts';
import { handOut } from '../files/handOut.ts';
import { files, tell, wordsOf } from '../state/open.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import { said as wordsIn } from '../words/said.ts';
import type { MadeZip, Surveyed } from '../worker/releaseProtocol.ts';
import { desk } from './desk.ts';

export interface Release {
  readonly surveyed: Surveyed | null;
  /** It is being surveyed anew. */
  readonly looking: boolean;
  /** Null where no server keeps one; undefined before that is known. */
  readonly log: ReleaseLog | null | undefined;
  /** There is no history of versions yet, and one may begin. */
  readonly mayBegin: boolean;
  readonly begin: boolean;
  readonly reasons: Readonly<Partial<Record<CheckId, string>>>;
  /** The mark of the comparison that was read. */
  readonly read: string | null;
  readonly by: string;
  readonly reason: string;
  readonly making: boolean;
  readonly done: ReleaseMade | null;
  readonly zip: MadeZip | null;
}

const AUTHOR = 'cme.author';
const remembered = (): string => {
  try {
    return localStorage.getItem(AUTHOR) ?? '';
  } catch {
    return '';
  }
};

const fresh = { surveyed: null, reasons: {}, read: null, reason: '', done: null, zip: null };
export const release = new Store<Release>({
  ...fresh,
  ...{ looking: false, log: undefined, mayBegin: false, begin: false, by: remembered(), making: false },
});

let file: string | null = null;
/** Null: the version before it; what was chosen stays while the file is open. */
let chosen: { readonly base: string | null } | null = null;
/** The version of the text that what is shown is of: it may have moved on while another screen was looked at. */
let seen = -1;
let turn = 0;
const PAUSE_MS = 250;

/** To be called by the screen: follows the text while it is there. */
export function follow(): () => void {
  const own = session.get().file?.entry.id ?? null;
  if (own !== file) {
    file = own;
    chosen = null;
    release.set(fresh);
  }
  moveOn();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = session.subscribe(() => {
    const { version, composing } = session.get();
    if (version === seen || composing) return;
    moveOn();
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE_MS);
  });
  void look();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** What was released is not the text that stands now; what was said to that is not said to this. */
function moveOn(): void {
  const { version } = session.get();
  if (version === seen) return;
  seen = version;
  const { done, zip } = release.get();
  if (done !== null || zip !== null) release.set({ done: null, zip: null, reasons: {}, read: null, reason: '' });
}

/** A reason is for what was looked at: where a check finds something else, it has to be given anew. */
function stillSaid(before: Surveyed | null, now: Surveyed): Release['reasons'] {
  const { reasons } = release.get();
  const found = (of: Surveyed | null, id: CheckId): string => {
    const { told, details, more } = of?.checks.find((check) => check.id === id) ?? {};
    return JSON.stringify([told, details, more]);
  };
  const kept = now.checks.filter(({ id }) => found(before, id) === found(now, id)).map(({ id }) => [id, reasons[id]]);
  return Object.fromEntries(kept);
}

export function compareWith(base: string | null): void {
  chosen = { base };
  void look();
}

async function look(): Promise<void> {
  const { file: open, text } = session.get();
  if (open === null || text === null) return;
  const mine = ++turn;
  release.set({ looking: true });
  try {
    const entry = { file: open.entry.name, text: text.text };
    const [all, log, history] = await Promise.all([
      files.library(),
      files.releases(),
      files.history(open.entry).catch(() => null),
    ]);
    if (mine === turn) release.set({ log });
    const library = all.filter((one) => one.file !== entry.file);
    const asked = { entry, library, released: log?.texts ?? [], today: today(), ...chosen };
    const surveyed = await desk.survey(asked);
    if (mine !== turn) return;
    const mayBegin = open.entry.from === 'server' && history?.kept === 'possible';
    const reasons = stillSaid(release.get().surveyed, surveyed);
    release.set({ surveyed, reasons, log, mayBegin, looking: false });
  } catch (error) {
    if (mine !== turn) return;
    release.set({ looking: false });
    tell('bad', wordsOf(error));
  }
}

/** The day as it is written here. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** What the publisher has said to the checks. */
export function signOffsOf({ surveyed, reasons, read }: Release, readWords: string): readonly SignOff[] {
  return (surveyed?.checks ?? []).flatMap(({ id, mark, state }: Check): SignOff[] => {
    if (state !== 'open') return [];
    if (id === 'compared' && mark !== undefined) {
      return read === mark ? [{ check: id, reason: readWords, mark }] : [];
    }
    const reason = reasons[id]?.trim() ?? '';
    return reason === '' ? [] : [{ check: id, reason }];
  });
}

/** Into the folder where a server keeps it, else as a zip. */
export async function publish(signOffs: readonly SignOff[]): Promise<void> {
  const { surveyed, by, reason, begin, log, mayBegin, making, looking } = release.get();
  const { file: open, text } = session.get();
  if (open === null || text === null || surveyed === null || making || looking) return;
  const { base, label, version: released } = surveyed;
  const { version } = text;
  // Another text than the one that was released, by now.
  const isElse = (): boolean => session.get().text !== text || text.version !== version;
  release.set({ making: true });
  try {
    localStorage.setItem(AUTHOR, by.trim());
  } catch {
    // It is asked for again.
  }
  const publisher = { by: by.trim(), reason: reason.trim() };
  try {
    let made: Pick<Release, 'done' | 'zip'> | null = null;
    if (log && open.entry.from === 'server') {
      const done = await files.release(open, { ...publisher, base, signOffs, begin: begin && mayBegin });
      const now = await files.releases().catch(() => log);
      release.set({ log: now, mayBegin: mayBegin && done.commit === null });
      made = { done, zip: null };
    } else {
      const who = { ...publisher, at: new Date().toISOString(), program: `cme ${CME_VERSION}` };
      const zip = await desk.make(surveyed, { who, signOffs });
      if (zip !== null) {
        download(zip);
        made = { done: null, zip };
      }
    }
    if (made === null) tell('bad', words('publishMoved'));
    else if (isElse()) tell('good', words(made.done ? 'published' : 'publishedZip'));
    else release.set(made);
  } catch (error) {
    tell('bad', wordsOf(error));
  }
  release.set({ making: false });

  function words(id: 'publishMoved' | 'published' | 'publishedZip'): { readonly zh: string; readonly en: string } {
    const args = { version: `${label} ${released}` };
    return { zh: wordsIn(id, 'zh', args), en: wordsIn(id, 'en', args) };
  }
}

declare const CME_VERSION: string;

export function download({ folder, zip }: MadeZip): void {
  handOut(`${folder}.zip`, new Blob([zip], { type: 'application/zip' }));
}
