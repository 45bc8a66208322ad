/** What a gesture on the visual side asks for, and what becomes of it. */
import type { CompareOp, LineKind, RuleFile, SectionKind, UnitId } from '../model/ast.ts';
import type { Diagnostic, TextEdit } from '../model/diagnostic.ts';
import type { RuleSet } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import type { Said } from './messages.ts';
import type { Key } from './view.ts';

/** One version of one rule file, with what its baseline adds to the vocabulary. */
export interface EditDocument {
  readonly file: string;
  readonly version: number;
  readonly text: string;
  readonly tree: RuleFile;
  readonly diagnostics: readonly Diagnostic[];
  /** Labels and codes that the baseline declares. */
  readonly names: readonly string[];
  /** The same with what they name, as `category 实践活动`: names of this kind are not this file's to change. */
  readonly given: readonly string[];
  /** With the baseline; that of the last version that could be resolved, or null. */
  readonly ruleSet: RuleSet | null;
}

/** What a condition chip is to say; what is left out stays. */
export interface ChipInput {
  readonly field?: string;
  /** Null: the name alone, as 远程. */
  readonly comparison?: CompareOp | null;
  readonly negated?: boolean;
  readonly values?: readonly string[];
  readonly unit?: UnitId | null;
}

export type Where = { readonly before: Key } | { readonly after: Key };

/** `version` is that of the view in which the gesture was made. */
export type Intent = { readonly version: number } & Gesture;

export type Gesture =
  /** An empty value takes away a part that may be left out. `was`: refused if the cell says something else by now. */
  | {
      readonly kind: 'set';
      readonly row: Key;
      readonly slot: string;
      readonly value: string;
      readonly unit?: UnitId;
      readonly was?: string;
    }
  | {
      readonly kind: 'setChip';
      readonly row: Key;
      readonly slot: string;
      readonly chip: number;
      /** One of those within it. */
      readonly inner?: number;
      readonly to: ChipInput;
      /** Its words when it was chosen: of a condition that has changed since, it is the one that says so. */
      readonly was?: string;
    }
  | { readonly kind: 'addChip'; readonly row: Key; readonly slot: string; readonly to: ChipInput }
  | {
      readonly kind: 'deleteChip';
      readonly row: Key;
      readonly slot: string;
      readonly chip: number;
      readonly was?: string;
    }
  /** A line of a section; where nothing is said of the place, behind the last of its kind. `cells` by slot. */
  | {
      readonly kind: 'addLine';
      readonly block: Key;
      readonly line: LineKind;
      readonly cells?: Readonly<Record<string, string>>;
      readonly where?: Where;
    }
  /** A row of a table, beside another row of it, or at its end. */
  | {
      readonly kind: 'addTableRow';
      readonly table: Key;
      readonly cells?: readonly string[];
      readonly where?: Where;
    }
  | { readonly kind: 'addColumn'; readonly table: Key; readonly field: string; readonly before?: string }
  | { readonly kind: 'deleteColumn'; readonly table: Key; readonly slot: string }
  /** A new section; an 条目 goes into `into`, a 类别's key. */
  | {
      readonly kind: 'addSection';
      readonly section: SectionKind;
      readonly label: string;
      readonly code?: string;
      readonly into?: Key;
      readonly where?: Where;
    }
  /** Sections as they are written, such as those of the baseline that are to be said otherwise here. */
  | { readonly kind: 'addWritten'; readonly lines: readonly string[]; readonly into?: Key }
  /** Rows, or sections by the keys of their blocks. */
  | { readonly kind: 'duplicate'; readonly key: Key }
  | { readonly kind: 'delete'; readonly keys: readonly Key[] }
  | { readonly kind: 'move'; readonly key: Key; readonly to: 'up' | 'down' | Where }
  | { readonly kind: 'disable'; readonly key: Key }
  | { readonly kind: 'enable'; readonly key: Key }
  /** A block of cells as a spreadsheet copies it, its first cell onto this one; rows that are wanting are added. */
  | {
      readonly kind: 'paste';
      readonly table: Key;
      readonly row: Key;
      readonly slot: string;
      readonly text: string;
    }
  /** A name declared in this file, wherever it is used in it. */
  | { readonly kind: 'rename'; readonly row: Key; readonly slot: string; readonly to: string }
  /** 已知: the findings of a code, in this section, are known and stay. */
  | { readonly kind: 'accept'; readonly block: Key; readonly code: string; readonly reason: string }
  | {
      readonly kind: 'addExample';
      readonly title: string;
      readonly year?: string;
      readonly adopt?: readonly (readonly [reading: string, option: string])[];
      readonly person: readonly FactInput[];
      readonly records: readonly (readonly FactInput[])[];
      readonly expect: {
        readonly credits?: string;
        readonly status?: 'met' | 'unmet' | 'exempt';
        readonly short?: string;
      };
    }
  | { readonly kind: 'format' };

/** A field by label or code, and its values as the text would say them: `9`, `省级`, `是`, `2025-03-08`. */
export interface FactInput {
  readonly field: string;
  readonly values: readonly string[];
}

export interface Edited {
  /** In source order, none across another; none at all where the text says so already. */
  readonly edits: readonly TextEdit[];
  /** What to show afterwards, in the text that comes of them. */
  readonly select?: Span;
  /** To be asked before the edits are made: something else would be left behind. */
  readonly asks?: Said;
  /** Cells of a paste that were not taken. */
  readonly rejects?: readonly Reject[];
  /** The change in words, for the strip below the table. */
  readonly says?: Said;
}

export interface Reject {
  /** From 0, in the pasted block. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly why: Said;
}

export interface Refused {
  readonly refused: Said;
}
