/**
 * What the page and the worker of a roster say to each other. People stay in the worker: the page is given what is counted
 * of them, and those whom it shows, a page at a time.
 */

import type { ImpactFound, RuleSource, TextEdit } from '../../src/index.ts';
import type { Link } from '../roster/chain.ts';
import type { Encoded, ExportKind } from '../roster/export.ts';
import type { Filter, Sort } from '../roster/filter.ts';
import type { GroupRow } from '../roster/groups.ts';
import type { Moved, Way } from '../roster/impact.ts';
import type { Knob } from '../roster/knobs.ts';
import type { Matched } from '../roster/match.ts';
import type { NoCredit, Status } from '../roster/outcomes.ts';
import type { Role, RoleChoice } from '../roster/roles.ts';
import type { Turned } from '../roster/spot.ts';
import type { CapRow, CategoryRow, Figures, Spread } from '../roster/tally.ts';
import type { Judged, Rules } from './personProtocol.ts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A file as far as it is known before anything is computed. */
export interface Sight {
  readonly file: string;
  readonly kind: string;
  /** Of a text. */
  readonly encoding: string | null;
  readonly sheets: readonly string[];
  readonly sheet: number;
  /** Null: it has no columns, since it says by itself what is what. */
  readonly flat: Flat | null;
  /** Rows below the head, or people. */
  readonly rows: number;
  readonly year: number | null;
  readonly choices: readonly RoleChoice[];
  readonly faults: readonly Bilingual[];
  /** Nothing can be computed of it. */
  readonly unreadable: boolean;
}

export interface Flat {
  /** From 0. */
  readonly head: number;
  /** The first rows of the file, from its very first on. */
  readonly first: readonly (readonly string[])[];
  readonly columns: readonly Matched[];
  readonly lost: readonly Digits[];
}

/** Cells of numbers that are longer than a spreadsheet keeps: their rows are not counted where the column is read. */
export interface Digits {
  /** From 0. */
  readonly column: number;
  /** How many rows, and the first of them as the file numbers them. */
  readonly rows: number;
  readonly first: readonly number[];
}

export interface Group {
  readonly key: string;
  readonly label: string;
}

/** A cap as the screen calls it. */
export interface NamedCap {
  readonly owner: string;
  readonly words: string;
  readonly line: number;
  readonly file: string;
  readonly clause: string | null;
}

/** What was counted. */
export interface Results {
  /** Of the rules that it was computed by. */
  readonly version: number;
  readonly year: number;
  readonly figures: Figures;
  readonly spreads: readonly Spread[];
  readonly groups: readonly Group[];
  /** The one to begin with. */
  readonly group: string | null;
  readonly categories: readonly { readonly label: string; readonly row: CategoryRow }[];
  readonly caps: readonly { readonly cap: NamedCap; readonly row: CapRow }[];
  /** Rows of the file that were left out, or of which something was. */
  readonly rejected: number;
  readonly faults: readonly Bilingual[];
}

export interface GroupTable {
  readonly key: string;
  readonly rows: readonly GroupRow[];
  readonly total: GroupRow;
  /** The caps that have columns, by place in the plan. */
  readonly caps: readonly number[];
}

export interface PersonRow {
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly status: Status;
  readonly credits: number;
  readonly required: number;
  readonly shortfall: number;
  /** Under trial, hundredths; null where nothing is tried. */
  readonly change: number | null;
  readonly after: Status | null;
  readonly odd: boolean;
}

/** What a trial comes to. */
export interface Trial {
  readonly way: Way;
  readonly before: Figures;
  readonly after: Figures;
  readonly counts: Moved['counts'];
  readonly gained: number;
  readonly lost: number;
  /** Of the text that it was tried on. */
  readonly edits: readonly TextEdit[];
  /** False: it is tried on what is inherited, and the rule file has no way to say it. */
  readonly writable: boolean;
  readonly says: Bilingual;
}

export type ToRoster =
  | Rules
  | { readonly kind: 'stop' }
  | {
      readonly kind: 'open';
      readonly serial: number;
      readonly file: File | null;
      readonly remembered: readonly (readonly [string, Role])[];
    }
  | {
      readonly kind: 'look';
      readonly serial: number;
      readonly sheet: number;
      readonly head: number | null;
      readonly remembered: readonly (readonly [string, Role])[];
    }
  | {
      readonly kind: 'run';
      readonly serial: number;
      readonly roles: readonly Role[] | null;
      readonly year: number;
      /** What people are to be grouped by, where the file still says it. */
      readonly by: string | null;
    }
  | { readonly kind: 'group'; readonly serial: number; readonly key: string }
  | {
      readonly kind: 'people';
      readonly serial: number;
      readonly filter: Filter;
      readonly sort: Sort;
      readonly from: number;
      readonly count: number;
      readonly masked: boolean;
    }
  | {
      readonly kind: 'reckon';
      readonly serial: number;
      readonly at: number;
      readonly lang: 'zh' | 'en';
      readonly masked: boolean;
      readonly tried: boolean;
    }
  | { readonly kind: 'try'; readonly serial: number; readonly turned: readonly Turned[] }
  | {
      readonly kind: 'export';
      readonly serial: number;
      readonly what: ExportKind;
      readonly lang: 'zh' | 'en';
      readonly masked: boolean;
    }
  | {
      readonly kind: 'impact';
      readonly serial: number;
      readonly before: RuleSet;
      readonly after: RuleSet;
      /** Also what each change does by itself. */
      readonly each?: boolean;
    };

/** A rule set as texts. */
export interface RuleSet {
  readonly entry: RuleSource;
  readonly library: readonly RuleSource[];
}

export type FromRoster =
  | {
      readonly kind: 'rules';
      readonly session: number;
      readonly version: number;
      readonly sound: boolean;
      readonly knobs: readonly Knob[];
      readonly year: number | null;
    }
  | {
      readonly kind: 'progress';
      readonly serial: number;
      readonly done: number;
      readonly total: number;
      readonly what: 'reading' | 'judging';
    }
  | { readonly kind: 'opened'; readonly serial: number; readonly sight: Sight }
  /** The table is of the same people as the results; null where there is nothing to group by. */
  | {
      readonly kind: 'ran';
      readonly serial: number;
      readonly results: Results | null;
      readonly table: GroupTable | null;
    }
  /** Null where nobody is judged just now. */
  | { readonly kind: 'grouped'; readonly serial: number; readonly table: GroupTable | null }
  | { readonly kind: 'people'; readonly serial: number; readonly total: number; readonly rows: readonly PersonRow[] }
  | {
      readonly kind: 'reckoned';
      readonly serial: number;
      readonly judged: Judged | null;
      readonly label: string;
      readonly chain: readonly Link[];
    }
  | {
      readonly kind: 'tried';
      readonly serial: number;
      readonly trial: Trial | null;
      readonly refused: Bilingual | null;
    }
  | { readonly kind: 'exported'; readonly serial: number; readonly file: Encoded | null }
  | {
      readonly kind: 'impacted';
      readonly serial: number;
      readonly found: ImpactFound | null;
      /** By the place of the change in the comparison. */
      readonly changes: readonly { readonly at: number; readonly found: ImpactFound }[];
    }
  | { readonly kind: 'failed'; readonly serial: number | null; readonly message: string };

export type { NoCredit };
