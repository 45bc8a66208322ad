/**
 * Where rule files come from and go to. The screens know this interface only: today the browser alone answers it (the
 * files that come with the editor, and those a user opens); a local server can answer it as well.
 */
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
}

export type Saved =
  | { readonly done: 'saved'; readonly entry: FileEntry; readonly hash: string }
  /** There is no place to write to, so the browser handed it out as a download. */
  | { readonly done: 'downloaded'; readonly name: string }
  | { readonly done: 'cancelled' }
  /** Someone else has written the file since: here is what stands there now. */
  | { readonly done: 'changed'; readonly now: OpenFile };

export interface Version {
  readonly id: string;
  readonly when: Date;
  readonly words: string;
}

export interface Files {
  readonly kind: 'browser' | 'server';
  list(): Promise<readonly FileEntry[]>;
  open(entry: FileEntry): Promise<OpenFile>;
  /** Asks the user for a file; null where none was chosen. */
  pick(): Promise<OpenFile | null>;
  /** A file that was dropped on the page. */
  take(file: File): Promise<OpenFile>;
  save(file: OpenFile, text: string): Promise<Saved>;
  /** Newest first; empty where none is kept. */
  history(entry: FileEntry): Promise<readonly Version[]>;
  /** Texts among which a file finds its baseline. */
  library(): Promise<readonly { readonly file: string; readonly text: string }[]>;
}
