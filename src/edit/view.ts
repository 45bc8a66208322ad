/**
 * What the visual side draws: plain data, derived from the tree of one version of the text. Everything that may be shown
 * has a key that outlives edits elsewhere, and a span that leads to the text.
 *
 * INVARIANT: blocks and rows come in source order; a key is used once in a view.
 */
import type { CompareOp, LineKind, SectionKind, TypeId, UnitId } from '../model/ast.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';

export type { LineKind, SectionKind };

/** Opaque, and unique in its view: that of a section, of a line in it, or of a row of a table. */
export type Key = string;

export interface ViewModel {
  readonly file: string;
  readonly version: number;
  /** The language of the file's keywords. */
  readonly language: 'zh' | 'en';
  /** Every section, each in one sheet. */
  readonly blocks: readonly Block[];
  readonly sheets: readonly Sheet[];
  /** The same sections by the clauses that they cite, in the order of the clauses. */
  readonly clauses: readonly ClauseEntry[];
  /** What cells may be set to, by the name that cells give in `list`. */
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
  /** Fields that a condition may speak of, and how each is compared. */
  readonly fields: readonly FieldChoice[];
  /** Something cannot be read just now: how many rows show their last good state. */
  readonly stale: number;
  /** Findings that lie in no block. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Choice {
  /** What is written into the text. */
  readonly value: string;
  readonly label: string;
  readonly code?: string;
  /** A sentence about it, where the rules have one. */
  readonly text?: string;
}

export interface FieldChoice {
  readonly name: string;
  readonly on: 'person' | 'record' | 'reading' | 'total';
  readonly type: TypeId | 'choice';
  readonly unit?: UnitId;
  /** In `lists`. */
  readonly list?: string;
  readonly comparisons: readonly CompareOp[];
}

export type SheetKind =
  | 'header'
  | 'fields'
  | 'readings'
  | 'requirements'
  | 'category'
  | 'groups'
  | 'years'
  | 'notices'
  | 'uncomputed'
  | 'examples'
  | 'dropped'
  | 'broken';

/** One entry of the 目录, and one page of tables. */
export interface Sheet {
  /** That of the 类别 for a category, else the kind. */
  readonly key: Key;
  readonly kind: SheetKind;
  readonly title: string;
  readonly code?: string;
  readonly clause?: string;
  /** In `blocks`, by key. A category's own block comes first, then its 条目. */
  readonly blocks: readonly Key[];
  /** How many errors and warnings lie in it. */
  readonly errors: number;
  readonly warnings: number;
  /** Of a category: its limits, the outer around the inner. */
  readonly nest?: readonly NestedCap[];
}

export interface NestedCap {
  readonly key: Key;
  /** Whose limit it is: that of the whole category, or of an 条目. */
  readonly of: string;
  readonly per: string;
  readonly limit: string;
  /** In words; a limit that holds always has none. */
  readonly when?: string;
  readonly within: readonly NestedCap[];
}

/** One section of the file. */
export interface Block {
  readonly key: Key;
  /** What it is, or was before its head broke. */
  readonly kind: SectionKind;
  /** Its name or title, for the 目录. */
  readonly title: string;
  readonly code?: string;
  readonly clause?: string;
  /** The head line, as a row: name, code, and what else stands in it. */
  readonly head: RowView;
  readonly rows: readonly RowView[];
  readonly extent: Span;
  /** Made into comments, whole. */
  readonly disabled: boolean;
  readonly errors: number;
  readonly warnings: number;
}

export type RowKind = LineKind | 'head' | 'tableRow' | 'disabled';

/** One line of a section, its head, or one row of a table. */
export interface RowView {
  readonly key: Key;
  readonly kind: RowKind;
  /** Without the comments beside it. */
  readonly span: Span;
  /** Line numbers from 1. */
  readonly line: number;
  /** The line as it stands in the text. */
  readonly text: string;
  readonly cells: readonly Cell[];
  /** Comments that belong to it: those directly above and the one behind it, with their marks. */
  readonly comments: readonly string[];
  /** What no cell can show of it stands in `text` alone: it leads to the text. */
  readonly readOnly: boolean;
  /** The line cannot be read now: `cells` is what it said in that version, and nothing in it can be set. */
  readonly stale?: { readonly since: number };
  readonly diagnostics: readonly Diagnostic[];
  /** Of 授予表 and a 用例表's table. */
  readonly grid?: Grid;
  /** Limits of the section and of its category that this award lies under, in words. */
  readonly under?: readonly string[];
  /** Where the tree has it: section, line, row of its table. */
  readonly at: RowAt;
}

export interface RowAt {
  readonly section: number;
  readonly line?: number;
  readonly row?: number;
}

export interface Grid {
  readonly columns: readonly GridColumn[];
  /** Each has one cell for each column, in their order. */
  readonly rows: readonly RowView[];
}

export interface GridColumn {
  /** The slot of its cells. */
  readonly slot: string;
  readonly kind: 'field' | 'credits' | 'cite' | 'expect';
  readonly label: string;
  readonly span: Span;
  readonly list?: string;
  readonly unit?: UnitId;
}

export type CellKind =
  | 'number'
  | 'choice'
  | 'choices'
  | 'condition'
  | 'clause'
  | 'text'
  | 'name'
  | 'date'
  | 'yesno'
  /** Words that are shown and lead to the text. */
  | 'words';

export interface Cell {
  /** Unique in its row: `credits`, `when`, `per`, `column 2`. */
  readonly slot: string;
  readonly kind: CellKind;
  /** What it is about, where its slot does not say it: the field of a fact. */
  readonly label?: string;
  /** Where a part is left out that may be added: empty, at the place where it would be written. */
  readonly span: Span;
  /** What is shown; empty where the part is left out. */
  readonly shown: string;
  /** As an intent would set it: digits, a name, a date, `是` or `否`; names of a list joined by 、. */
  readonly value: string;
  readonly unit?: UnitId;
  /** Units that it may have. */
  readonly units?: readonly UnitId[];
  readonly editable: boolean;
  readonly absent?: boolean;
  /** In `lists`. */
  readonly list?: string;
  readonly chips?: readonly Chip[];
  /** Of a condition: false where it is no plain conjunction, so that its one chip leads to the text. */
  readonly plain?: boolean;
}

/** One part of a condition that is a plain conjunction; else the whole of it, to be read only. */
export interface Chip {
  readonly span: Span;
  readonly words: string;
  readonly editable: boolean;
  /** A field, a reading, 累计; of a value alone the field that has it, where that is known. */
  readonly field?: string;
  /** Missing where the chip is a name alone, such as 远程 or 参加者. */
  readonly comparison?: CompareOp;
  readonly negated?: boolean;
  readonly values?: readonly string[];
  readonly unit?: UnitId;
  readonly list?: string;
  /** Of one that is read only: the comparisons and names in it, in the order of the text. */
  readonly within?: readonly Chip[];
}

export interface ClauseEntry {
  /** `第十三条（五）` */
  readonly clause: string;
  readonly blocks: readonly Key[];
}
