/**
 * What the text pane asks of the language service, and what it is answered: plain data. Places are lines and columns from
 * 1, in the shape that Monaco takes, since they mean the same in a text with any line ends.
 */
import type { RuleSource, TextEdit } from '../../src/index.ts';
import type { Fold, LensExample, Offer } from '../../src/service/index.ts';
import type { Lang } from '../state/prefs.ts';
import type { Problem } from './protocol.ts';

export interface Place {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

export interface At {
  readonly line: number;
  readonly column: number;
}

export interface Put {
  readonly range: Place;
  readonly text: string;
}

export interface Suggestion {
  readonly label: string;
  readonly kind: Offer['kind'];
  readonly detail: string;
  readonly help: string | null;
  readonly insert: string;
  readonly isSnippet: boolean;
  /** The words, the code, other spellings, and how it sounds: whatever one may type for it. */
  readonly filter: string;
}

export interface Listed {
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  readonly range: Place;
  readonly at: Place;
  readonly children: readonly Listed[];
}

/** Each question with what it needs to know. */
export interface Questions {
  complete: { readonly at: At; readonly lang: Lang };
  hover: { readonly at: At; readonly lang: Lang };
  definition: { readonly at: At };
  references: { readonly at: At };
  renameable: { readonly at: At };
  rename: { readonly at: At; readonly to: string; readonly lang: Lang };
  outline: object;
  folds: object;
  format: object;
  /** The keywords of the whole file in one language. */
  keywords: { readonly to: Lang };
  hints: { readonly lang: Lang };
  lenses: { readonly lang: Lang; readonly examples: readonly LensExample[] };
  colours: object;
  findings: object;
}

export interface Answers {
  complete: { readonly range: Place; readonly offers: readonly Suggestion[] };
  hover: { readonly range: Place; readonly paragraphs: readonly string[]; readonly clauses: readonly string[] } | null;
  definition: { readonly file: string; readonly range: Place; readonly from: Place } | null;
  references: readonly { readonly range: Place; readonly declares: boolean }[];
  renameable: { readonly range: Place; readonly text: string } | { readonly refused: true };
  rename: { readonly edits: readonly Put[] } | { readonly refused: string };
  outline: readonly Listed[];
  folds: readonly Fold[];
  format: readonly Put[];
  keywords: readonly TextEdit[];
  hints: readonly { readonly at: At; readonly text: string }[];
  lenses: readonly { readonly range: Place; readonly title: string }[];
  /** Five numbers a token, each place counted from the one before. */
  colours: Uint32Array;
  findings: readonly Problem[];
}

export type What = keyof Questions;

interface Of {
  /** Counts the files opened: what comes late, of the file before, is dropped by it. */
  readonly session: number;
}

export type ToService =
  | (Of & { readonly kind: 'open'; readonly file: string; readonly library: readonly RuleSource[] })
  | (Of & { readonly kind: 'text'; readonly version: number; readonly text: string })
  | (Of & Asked);

export interface Asked {
  readonly kind: 'ask';
  readonly session: number;
  readonly version: number;
  readonly serial: number;
  readonly what: What;
  readonly about: Questions[What];
}

export interface FromService {
  readonly serial: number;
  /** Null where the text has moved on, or the program has failed on it. */
  readonly answer: Answers[What] | null;
}
