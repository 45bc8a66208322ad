/** What the page and the worker of releases say to each other. */
import type { RuleSource } from '../../src/index.ts';
import type { Check, Publisher, SignOff } from '../../src/release/index.ts';

export interface ShownChange {
  readonly effect: 'stricter' | 'looser' | 'mixed' | 'unknown';
  readonly path: string;
  readonly clause: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Surveyed {
  readonly label: string;
  readonly code: string;
  readonly version: string;
  /** The name of its folder; null where code and version cannot stand in one. */
  readonly folder: string | null;
  readonly checks: readonly Check[];
  /** Those with an effect. */
  readonly changes: readonly ShownChange[];
  /** Other versions of the same rules, to compare with. */
  readonly versions: readonly { readonly file: string; readonly name: string }[];
  /** The one that it was compared with; null: none. */
  readonly base: string | null;
}

export interface Surveying {
  readonly entry: RuleSource;
  readonly library: readonly RuleSource[];
  /** Rule files of the versions released. */
  readonly released: readonly RuleSource[];
  /** The file to compare with, null for none; absent: the version before. */
  readonly base?: string | null;
  readonly today: string;
}

export interface MadeZip {
  readonly folder: string;
  readonly sum: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly zip: Uint8Array<ArrayBuffer>;
}

export type ToRelease =
  | { readonly kind: 'survey'; readonly serial: number; readonly asked: Surveying }
  | {
      readonly kind: 'make';
      readonly serial: number;
      /** The serial of the survey that it is made of: what the publisher has before him. */
      readonly of: number;
      readonly who: Publisher;
      readonly signOffs: readonly SignOff[];
    };

export type FromRelease =
  | { readonly kind: 'surveyed'; readonly serial: number; readonly surveyed: Surveyed }
  /** Null where the checks do not stand as they were said to. */
  | { readonly kind: 'made'; readonly serial: number; readonly made: MadeZip | null }
  | { readonly kind: 'failed'; readonly serial: number; readonly message: string };
