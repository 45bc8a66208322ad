/**
 * The file that is open: its text, and what the workers have made of it. What they say of an older text is still shown
 * until they have said it of the newer one, but no gesture is made on it unseen: each names the version it was made in.
 */
import type { Key } from '../../src/edit/index.ts';
import type { OpenFile } from '../files/files.ts';
import type { About, Outline, Page, Problem, Tried } from '../worker/protocol.ts';
import { Store } from './store.ts';
import type { RuleText } from './text.ts';

/** What one looks at: a sheet, and in it a row and a cell. */
export interface Selection {
  readonly sheet: Key | null;
  readonly row: Key | null;
  readonly slot: string | null;
}

/** The last step in words, and what it caused. */
export interface LastStep {
  readonly at: Date;
  readonly zh: string;
  readonly en: string;
  /** Null where it was not known when the step was made. */
  readonly before: Tally | null;
  /** How it was done, where no gesture says it in its own words. */
  readonly by?: 'typed' | 'undo' | 'gesture';
}

/** Problems and examples at one moment, to say what a step caused. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly failed: number;
}

export interface Notice {
  readonly tone: 'info' | 'bad' | 'good';
  readonly zh: string;
  readonly en: string;
}

export interface Session {
  readonly file: OpenFile | null;
  readonly text: RuleText | null;
  /** That of `text`; what is drawn from the text itself watches it. */
  readonly version: number;
  readonly composing: boolean;
  /** The version that stands in the file. */
  readonly saved: string;
  readonly dirty: boolean;
  readonly about: About | null;
  readonly outline: Outline | null;
  readonly page: Page | null;
  readonly problems: readonly Problem[];
  readonly checked: number;
  readonly sound: boolean;
  /** Null while they have not been run, or cannot be. */
  readonly examples: readonly Tried[] | null;
  readonly tried: number;
  readonly selection: Selection;
  /** Gestures that have not become text yet. */
  readonly asking: number;
  readonly last: LastStep | null;
  readonly notice: Notice | null;
  readonly monaco: 'waiting' | 'ready' | 'failed';
  readonly caret: { readonly line: number; readonly column: number };
}

export const nothing: Session = {
  file: null,
  text: null,
  version: 0,
  composing: false,
  saved: '',
  dirty: false,
  about: null,
  outline: null,
  page: null,
  problems: [],
  checked: -1,
  sound: false,
  examples: null,
  tried: -1,
  asking: 0,
  selection: { sheet: null, row: null, slot: null },
  last: null,
  notice: null,
  monaco: 'waiting',
  caret: { line: 1, column: 1 },
};

export const session = new Store<Session>(nothing);

/** Everything shown is of the text as it stands, and of the sheet that was chosen. */
export function isCurrent({ composing, asking, checked, tried, version, outline, page, selection }: Session): boolean {
  if (composing || asking > 0 || checked !== version || tried !== version) return false;
  if (outline?.version !== version || !outline.checked || page?.version !== version) return false;
  const { sheet } = selection;
  return sheet === null || page.sheet.key === sheet || !outline.sheets.some(({ key }) => key === sheet);
}

/** That of the text as it stands; null while it has yet to be checked. */
export function tallyNow(): Tally | null {
  const all = session.get();
  return all.checked === all.version && all.tried === all.version ? tallyOf(all) : null;
}

export function tallyOf({ problems, examples }: Session): Tally {
  const count = (severity: Problem['severity']) => problems.filter((one) => one.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    failed: examples?.filter(({ pass }) => !pass).length ?? 0,
  };
}
