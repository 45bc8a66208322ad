/** What is kept beside the file: drafts while it is unsaved, and what has to be decided when it is opened or saved. */
import { type Draft, drafts } from '../files/drafts.ts';
import type { OpenFile } from '../files/files.ts';
import { Store } from './store.ts';
import type { RuleText } from './text.ts';

export interface Keep {
  /** Drafts of the open file from earlier sittings, that nobody has decided on yet; newest first. */
  readonly found: readonly Draft[];
  /** The browser refuses storage: nothing would outlive this tab. */
  readonly refused: boolean;
  /** When the text was last kept as a draft. */
  readonly kept: Date | null;
  /** The text has changed since. */
  readonly behind: boolean;
  /** The file was changed by another meanwhile: what was opened, what stands here, what stands there. */
  readonly conflict: { readonly base: string; readonly mine: string; readonly theirs: OpenFile } | null;
  /** The file is not where it was, and what was to be saved is. */
  readonly gone: string | null;
}

const nothing: Keep = { found: [], refused: false, kept: null, behind: false, conflict: null, gone: null };
export const keep = new Store<Keep>(nothing);

/** A draft is never older than this. */
const LATEST_MS = 1000;

class Keeper {
  private key = '';
  private base = '';
  private file: OpenFile | null = null;
  private text: RuleText | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<unknown> = Promise.resolve();

  constructor() {
    addEventListener('visibilitychange', () => this.now());
    addEventListener('pagehide', () => this.now());
  }

  async open(file: OpenFile, text: RuleText): Promise<void> {
    this.now();
    this.file = file;
    this.text = text;
    this.base = file.text;
    this.key = `${file.entry.id}|${Date.now()}`;
    keep.set({ ...nothing, refused: keep.get().refused });
    text.subscribe(() => this.soon());
    try {
      // Files of this machine are counted anew by each page: the number alone tells none from another.
      const isOf = ({ entry: { id, name } }: Draft) => id === file.entry.id && name === file.entry.name;
      const found = (await drafts.all()).filter((one) => isOf(one) && one.text !== file.text);
      if (this.text === text) keep.set({ found });
    } catch {
      keep.set({ refused: true });
    }
  }

  /** The text stands in the file: the draft has done its service. */
  saved(text: string): void {
    this.base = text;
    if (this.text?.text === text) this.drop(this.key);
    else this.soon();
  }

  drop(key: string): void {
    keep.set({ found: keep.get().found.filter((one) => one.key !== key) });
    this.write(() => drafts.drop(key));
  }

  /** The draft has become the text: it goes once the text is kept in its place, and stays where that fails. */
  taken(key: string): void {
    keep.set({ found: keep.get().found.filter((one) => one.key !== key) });
    this.now(key);
  }

  private soon(): void {
    keep.set({ behind: true });
    this.timer ??= setTimeout(() => this.now(), LATEST_MS);
  }

  /** `instead`: the draft that this one takes the place of. */
  private now(instead: string | null = null): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { file, text, key, base } = this;
    if (file === null || text === null) return;
    // An unfinished word is no text; it is kept when it is whole.
    if (text.composing) this.soon();
    else if (text.text !== base) {
      this.put(text, { key, entry: file.entry, text: text.text, base, when: new Date() }, instead);
    } else this.write(() => Promise.all([key, ...(instead === null ? [] : [instead])].map(drafts.drop)));
  }

  private put(of: RuleText, draft: Draft, instead: string | null): void {
    this.write(async () => {
      await drafts.put(draft);
      if (instead !== null) await drafts.drop(instead);
      if (this.text === of) keep.set({ kept: draft.when, behind: of.text !== draft.text, refused: false });
    });
  }

  /** One after the other, so that an older one never comes last. */
  private write(work: () => Promise<unknown>): void {
    this.writing = this.writing.then(work).catch(() => keep.set({ refused: true }));
  }
}

export const keeper = new Keeper();
