/**
 * What the page and the worker of one practitioner say to each other. The worker compiles the rules for itself, so that
 * what is entered in the form is answered while the checker is still at work; people stay in it and in the tab.
 */
import type { DataFinding, PersonResult, Plan, Ranges, RawPerson, RuleSource } from '../../src/index.ts';

export type { RawPerson } from '../../src/index.ts';

/** Code of a reading → code of the option to try. */
export type Chosen = Readonly<Record<string, string>>;

/** The rules as they stand in the text. */
export interface Rules {
  readonly kind: 'rules';
  readonly session: number;
  readonly version: number;
  readonly entry: RuleSource;
  readonly library: readonly RuleSource[];
}

export interface Judge {
  readonly kind: 'judge';
  readonly serial: number;
  readonly person: RawPerson;
  readonly year: number;
  readonly readings: Chosen;
  readonly lang: 'zh' | 'en';
  /** Also what would close the gap, and what other options would give. */
  readonly whole: boolean;
}

export type ToPerson =
  | Rules
  | Judge
  | { readonly kind: 'ranges'; readonly serial: number; readonly readings: Chosen }
  /** The practitioners of a file that was opened here; without one, of the sample that fits the rules. */
  | {
      readonly kind: 'roster';
      readonly serial: number;
      readonly file: string | null;
      readonly bytes: Uint8Array | null;
    }
  | { readonly kind: 'pick'; readonly serial: number; readonly from: 'roster' | 'cases'; readonly at: number };

/** One of those that can be taken. */
export interface Listed {
  readonly label: string;
  readonly size: number;
}

export interface Picked {
  readonly person: RawPerson;
  readonly year: number | null;
  readonly readings: Chosen;
}

/** An activity that would help, or would not, with what is known of it in words of the vocabulary. */
export interface Way {
  readonly item: string;
  readonly line: Plan['items'][number]['lines'][number]['source'];
  readonly facts: readonly string[];
}

export interface Helpful extends Way {
  /** In the unit; null where the unit is times alone. */
  readonly amount: { readonly value: number; readonly unit: { readonly zh: string; readonly en: string } };
  readonly times: number;
  readonly ofProjects: boolean;
  readonly counted: boolean;
  readonly credits: number;
  readonly closes: boolean;
  readonly cap: Plan['caps'][number] | null;
}

export interface Idle extends Way {
  readonly why: 'cap' | 'days' | 'done';
  readonly cap: Plan['caps'][number] | null;
}

export interface Ways {
  readonly least: readonly Helpful[] | null;
  readonly helpful: readonly Helpful[];
  readonly idle: readonly Idle[];
  readonly proven: boolean;
}

/** What the practitioner would have under one option of a reading that mattered. */
export interface Other {
  readonly reading: string;
  readonly option: string;
  readonly credits: number;
  readonly status: PersonResult['status'];
  readonly shortfall: number;
}

export interface Fault extends Pick<DataFinding, 'record' | 'field'> {
  readonly message: { readonly zh: string; readonly en: string };
}

export interface Judged {
  readonly result: PersonResult;
  readonly faults: readonly Fault[];
  /** The plan that it was judged by. */
  readonly plan: Plan;
  readonly person: RawPerson;
  readonly year: number;
  readonly readings: Chosen;
}

export type FromPerson =
  /** Null: the rules have errors, and mean nothing just now. */
  | {
      readonly kind: 'rules';
      readonly session: number;
      readonly version: number;
      readonly plan: Plan | null;
      readonly cases: readonly Listed[];
    }
  | { readonly kind: 'judged'; readonly serial: number; readonly judged: Judged | null }
  | { readonly kind: 'more'; readonly serial: number; readonly ways: Ways | null; readonly others: readonly Other[] }
  | { readonly kind: 'ranges'; readonly serial: number; readonly ranges: Ranges | null }
  | {
      readonly kind: 'roster';
      readonly serial: number;
      readonly people: readonly Listed[];
      readonly faults: readonly Fault['message'][];
      readonly at: number;
    }
  | { readonly kind: 'picked'; readonly serial: number; readonly picked: Picked | null }
  | { readonly kind: 'failed'; readonly serial: number | null; readonly message: string };
