/**
 * What the page and its two workers say to each other: plain data, and every answer names the version it is of.
 *
 * The checker compiles, proves and runs the examples; it takes its time. The tables' worker only reads, so that a gesture
 * is answered at once; the checker hands it each compiled document by a channel of their own, since a document is much
 * too large to pass through the page.
 */
import type {
  Block,
  EditDocument,
  Edited,
  Gesture,
  Key,
  Refused,
  Sentence,
  Sheet,
  ViewModel,
} from '../../src/edit/index.ts';
import type { Diagnostic, ExampleResult, RuleSource, Severity } from '../../src/index.ts';
import type { Question, Told } from './questions.ts';

export interface Opening {
  readonly kind: 'open';
  /** Counts the files opened: what comes late, of the file before, is dropped by it. */
  readonly session: number;
  readonly entry: RuleSource;
  readonly library: readonly RuleSource[];
}

export interface Changed {
  readonly kind: 'text';
  readonly session: number;
  readonly version: number;
  readonly text: string;
}

// ---- the checker

/** A finding with its words: the page needs no catalogue of them. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly span: Diagnostic['span'];
  readonly line: number;
  readonly message: { readonly zh: string; readonly en: string };
  readonly help: { readonly zh: string; readonly en: string } | null;
  readonly fix: Diagnostic['fix'] | null;
  readonly related: readonly { readonly file: string; readonly line: number }[];
}

/** An example with the lines of the rules that did something in it. */
export interface Tried extends ExampleResult {
  readonly uses: readonly number[];
}

interface Answer {
  readonly session: number;
  readonly version: number;
}

export type FromChecker =
  | (Answer & {
      readonly kind: 'checked';
      readonly problems: readonly Problem[];
      /** No error stands, so that the rules mean something. */
      readonly sound: boolean;
      readonly about: About;
    })
  | (Answer & { readonly kind: 'tried'; readonly examples: readonly Tried[] })
  /** Null: the program has failed on it. */
  | (Answer & { readonly kind: 'told'; readonly serial: number; readonly told: Told | null })
  | Failed;

/** A screen asks of the rules as last compiled. */
export interface Asked {
  readonly kind: 'ask';
  readonly session: number;
  readonly serial: number;
  readonly question: Question;
}

/** What the header says. */
export interface About {
  readonly label: string;
  readonly code: string;
  readonly version: string;
  readonly title: string | null;
  readonly number: string | null;
  /** What a year asks of everyone, in credits. */
  readonly need: number | null;
}

/** The program itself has failed on this text; what was shown before stays. */
export type Failed = Answer & { readonly kind: 'failed'; readonly message: string };

/** From the checker to the tables' worker. */
export interface Compiled {
  readonly session: number;
  readonly document: EditDocument;
}

// ---- the tables

export type ToTables =
  | Opening
  | Changed
  /** Which sheet is looked at; only its blocks are sent whole. */
  | { readonly kind: 'look'; readonly session: number; readonly sheet: string }
  /** `text` is that of `version`, which the gesture is to be made on; `seen` is the version it was made in. */
  | {
      readonly kind: 'gesture';
      readonly session: number;
      readonly serial: number;
      readonly version: number;
      readonly text: string;
      readonly seen: number;
      readonly gesture: Gesture;
    };

/** A block without its rows. */
export type BlockHead = Omit<Block, 'rows' | 'head'> & { readonly line: number; readonly lastLine: number };

/** The whole file without the rows of its tables. */
export interface Outline extends Pick<ViewModel, 'language' | 'clauses' | 'lists' | 'fields' | 'stale'> {
  readonly version: number;
  /** With what the checker has found; else with what reading alone finds. */
  readonly checked: boolean;
  readonly sheets: readonly Sheet[];
  readonly blocks: readonly BlockHead[];
}

/** One sheet with all of its rows. */
export interface Page {
  readonly version: number;
  readonly sheet: Sheet;
  readonly blocks: readonly Block[];
  /** What lines say, in words, by the keys of their rows. */
  readonly says: Readonly<Record<Key, Sentence>>;
}

export type FromTables =
  | (Answer & { readonly kind: 'view'; readonly outline: Outline; readonly page: Page | null })
  | (Answer & { readonly kind: 'page'; readonly page: Page })
  | (Answer & { readonly kind: 'edits'; readonly serial: number; readonly answer: Edited | Refused })
  | Failed;
