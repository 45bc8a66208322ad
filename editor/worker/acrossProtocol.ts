/** What the page and the worker of 「各地对照」 say to each other. */
import type { Across, RawPerson, RuleSource } from '../../src/index.ts';

export interface AskAcross {
  readonly serial: number;
  /** The first is held against. */
  readonly sets: readonly RuleSource[];
  readonly library: readonly RuleSource[];
  readonly person: RawPerson;
  readonly year: number;
  readonly lang: 'zh' | 'en';
}

export interface ToldAcross {
  readonly across: Across;
  /** The files that mean something, in the order of the sides. */
  readonly files: readonly string[];
  /** Those that have errors, and are left out. */
  readonly broken: readonly string[];
  /** The activities in the words of the first. */
  readonly activities: readonly string[];
}

export type FromAcross =
  | { readonly kind: 'told'; readonly serial: number; readonly told: ToldAcross }
  | { readonly kind: 'failed'; readonly serial: number; readonly message: string };
