/**
 * Where rule files come from and go to. The screens know this interface only; the browser alone answers it (files that
 * come with the editor, and those a user opens), or a local server besides.
 */
import type { AuditLine, Broken } from '../../src/audit/index.ts';
import type { SignOff } from '../../src/release/index.ts';

export interface FileEntry {
  /** Tells files of one place apart: a path, a handle's number. */
  readonly id: string;
  readonly name: string;
  /** `湖北 2025`; null where the header could not be read. */
  readonly title: string | null;
  /** `sample`: comes with the editor, and is saved as a new file. */
  readonly from: 'sample' | 'local' | 'server';
}

export interface OpenFile {
  readonly entry: FileEntry;
  readonly text: string;
  /** The file began with a byte order mark, and is to keep it. */
  readonly mark: boolean;
  /** Of the bytes that were read; null where nothing stands there yet. */
  readonly hash: string | null;
  /** What is to be known about how it was read. */
  readonly told?: { readonly zh: string; readonly en: string };
}

export type Saved =
  | { readonly done: 'saved'; readonly entry: FileEntry; readonly hash: string }
  /** There is no place to write to, so the browser handed it out as a download. */
  | { readonly done: 'downloaded'; readonly name: string }
  | { readonly done: 'cancelled' }
  /** Someone else has written the file since: here is what stands there now. */
  | { readonly done: 'changed'; readonly now: OpenFile }
  /** It is not where it was: deleted, renamed or moved. */
  | { readonly done: 'gone' };

export interface Version {
  readonly id: string;
  readonly when: Date;
  readonly words: string;
  readonly author: string;
}

/** What a history has a name for: a tag, or a branch that is not worked on. */
export interface Revision {
  readonly kind: 'tag' | 'branch';
  readonly name: string;
  readonly id: string;
  readonly when: Date;
}

/** `none`: nowhere to keep versions; `possible`: none is kept yet, and one may begin. */
export interface History {
  readonly kept: 'none' | 'possible' | 'yes';
  /** Newest first. */
  readonly versions: readonly Version[];
}

/** The log of releases, and the rule files of the versions released. */
export interface ReleaseLog {
  readonly lines: readonly AuditLine[];
  readonly broken: Broken | null;
  readonly texts: readonly { readonly file: string; readonly text: string }[];
}

export interface Releasing {
  readonly by: string;
  readonly reason: string;
  /** The file that it was compared with; null: none. */
  readonly base: string | null;
  readonly signOffs: readonly SignOff[];
  /** Makes a history of versions where there is none. */
  readonly begin: boolean;
}

export interface ReleaseMade {
  readonly folder: string;
  readonly sum: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly line: AuditLine;
  readonly commit: { readonly id: string; readonly tag: string } | null;
  readonly uncommitted: { readonly message: { readonly zh: string; readonly en: string } } | null;
}

export interface Files {
  /** The name of the folder that a server keeps; null without one. */
  folder(): Promise<string | null>;
  list(): Promise<readonly FileEntry[]>;
  open(entry: FileEntry): Promise<OpenFile>;
  /** Asks the user for a file; null where none was chosen. */
  pick(): Promise<OpenFile | null>;
  /** A file that was dropped on the page. */
  take(file: File): Promise<OpenFile>;
  /** A file that stands nowhere yet. */
  make(name: string, text: string): Promise<OpenFile>;
  save(file: OpenFile, text: string): Promise<Saved>;
  /** As a download, whatever place it has. */
  handOut(name: string, text: string): void;
  history(entry: FileEntry): Promise<History>;
  /** Those that hold the file, newest first. */
  revisions(entry: FileEntry): Promise<readonly Revision[]>;
  /** Of a version or a revision. */
  versionText(entry: FileEntry, id: string): Promise<string>;
  /** Keeps what stands in the file as a version; begins a history where that is asked for. */
  keepVersion(entry: FileEntry, words: string, author: string, begin: boolean): Promise<void>;
  /** Null where nothing keeps one. */
  releases(): Promise<ReleaseLog | null>;
  /** A version of what stands in the file, for good. */
  release(file: OpenFile, asked: Releasing): Promise<ReleaseMade>;
  /** Texts among which a file finds its baseline. */
  library(): Promise<readonly { readonly file: string; readonly text: string }[]>;
}

/** What cannot be done, in words for the user. */
export class Refused extends Error {
  readonly said: { readonly zh: string; readonly en: string };

  constructor(said: { readonly zh: string; readonly en: string }) {
    super(said.en);
    this.said = said;
  }
}
