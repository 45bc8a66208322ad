/** What the page and the worker that compares two rule sets say to each other. */

import type { RuleSource } from '../../src/index.ts';
import type { NotComparable, PeopleFigures, SideNames, ToldComparison } from '../../src/print/index.ts';

export interface Compare {
  readonly kind: 'compare';
  readonly serial: number;
  readonly before: RuleSource;
  readonly after: RuleSource;
  /** Where each finds its baseline. */
  readonly library: readonly RuleSource[];
}

/** A comparison as a Word file. */
export interface Paper {
  readonly kind: 'paper';
  readonly serial: number;
  /** What is on the screen: another may have been made meanwhile. */
  readonly told: ToldComparison | NotComparable;
  readonly names: SideNames;
  readonly lang: 'zh' | 'en';
  readonly people: PeopleFigures | null;
}

export type ToComparer = Compare | Paper;

export type FromComparer =
  | { readonly kind: 'compared'; readonly serial: number; readonly told: ToldComparison | NotComparable }
  | { readonly kind: 'paper'; readonly serial: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly serial: number; readonly message: string };
