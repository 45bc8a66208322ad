/**
 * The tree of one rule file: sections, and in them lines, each with its span; comments and blank lines are kept beside
 * the line they stand at, so that the formatter loses nothing. Names are kept as written; what they mean is found by
 * `resolve`. A line that could not be read is a `broken` line: it keeps its text, and nothing is lowered while one stands.
 *
 * INVARIANT: sections, lines, rows and cells come in source order.
 */
import type { Span } from './span.ts';

// ---- leaves ---------------------------------------------------------------------------------------------------------

/** A label or a code, as written (without its quotation marks). */
export interface Name {
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** A quoted text. */
export interface Text {
  readonly value: string;
  readonly span: Span;
}

/** A plain decimal as written, in half-width digits: `9`, `0.25`. Kept as digits, so that it is exact. */
export interface Num {
  readonly digits: string;
  readonly span: Span;
}

/** `2/3`, `20%`, 三分之二, 百分之二十: numerator and denominator as plain decimals, and the form to print. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
  readonly form: 'fraction' | 'percent' | 'han';
  /** The spelling, normalised to half width; printed for `han`. */
  readonly text: string;
  readonly span: Span;
}

export interface DateLiteral {
  /** `YYYY-MM-DD` as written; whether the day exists is checked later. */
  readonly text: string;
  readonly span: Span;
}

/** Free text that a line keeps as it is, trimmed: clauses, or who approves. */
export interface Raw {
  readonly text: string;
  readonly span: Span;
}

export type UnitId =
  | 'credits'
  | 'hours'
  | 'classHours'
  | 'periods'
  | 'minutes'
  | 'days'
  | 'months'
  | 'years'
  | 'words'
  | 'times'
  | 'courses'
  | 'items'
  | 'pieces';

export type SpanId = 'record' | 'project' | 'day' | 'year' | 'cycle';

export type TypeId = 'text' | 'yesno' | 'whole' | 'decimal' | 'date' | 'yearType';

export interface Unit {
  readonly id: UnitId;
  readonly span: Span;
}

/** A number with its unit, or the name of a reading that stands for one. */
export type Amount =
  | { readonly kind: 'number'; readonly number: Num; readonly unit?: Unit; readonly span: Span }
  | { readonly kind: 'reading'; readonly name: Name; readonly unit?: Unit; readonly span: Span };

/** 次 项目 日 年 周期, or the name of a reading that stands for one. */
export type Basis =
  | { readonly kind: 'span'; readonly id: SpanId; readonly span: Span }
  | { readonly kind: 'reading'; readonly name: Name; readonly span: Span };

/** 舍去 进位 折算 [到 step], or the name of a reading that stands for one. */
export type Remainder =
  | { readonly kind: 'floor' | 'ceil'; readonly span: Span }
  | { readonly kind: 'prorate'; readonly step?: Amount; readonly span: Span }
  | { readonly kind: 'reading'; readonly name: Name; readonly span: Span };

// ---- conditions -----------------------------------------------------------------------------------------------------

/** 满 is `reaches`, 不足 `shortOf`, 至多 `upTo`: same meaning as 不少于, 少于, 不超过, kept apart to be printed again. */
export type OrderOp = 'atLeast' | 'reaches' | 'lessThan' | 'shortOf' | 'atMost' | 'upTo' | 'moreThan';
export type CompareOp = 'is' | 'isnt' | 'in' | 'notin' | OrderOp;

export type Operand =
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'yesno'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'quantity'; readonly number: Num; readonly unit?: Unit; readonly span: Span }
  | { readonly kind: 'range'; readonly from: Num; readonly to: Num; readonly unit?: Unit; readonly span: Span }
  | { readonly kind: 'date'; readonly date: DateLiteral; readonly span: Span };

export type Subject =
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  /** 累计 or 当年累计: same meaning, kept apart to be printed again. */
  | { readonly kind: 'total'; readonly word: 'total' | 'yearTotal'; readonly span: Span };

export type Cond =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Cond[]; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Cond; readonly span: Span }
  | { readonly kind: 'paren'; readonly of: Cond; readonly span: Span }
  /** A name alone: a yes/no field, or a choice value that only one field has. */
  | { readonly kind: 'fact'; readonly name: Name; readonly span: Span }
  | {
      readonly kind: 'compare';
      readonly subject: Subject;
      readonly op: CompareOp;
      readonly operands: readonly Operand[];
      readonly span: Span;
    };

// ---- tables ---------------------------------------------------------------------------------------------------------

export type Cell =
  | { readonly kind: 'any' | 'else' | 'empty'; readonly span: Span }
  /** Values, quantities, ranges or readings joined by 、. */
  | { readonly kind: 'values'; readonly of: readonly Operand[]; readonly span: Span }
  /** 不少于 1 且 少于 2: comparisons that all hold. */
  | {
      readonly kind: 'bounds';
      readonly of: readonly { readonly op: OrderOp; readonly operand: Operand; readonly span: Span }[];
      readonly span: Span;
    }
  /** In the column 依据. */
  | { readonly kind: 'clause'; readonly raw: Raw; readonly span: Span }
  /** In a 用例表's column of a field. */
  | { readonly kind: 'facts'; readonly of: readonly FactValue[]; readonly span: Span }
  /** In a 用例表's column 期望. */
  | { readonly kind: 'expect'; readonly of: readonly Expectation[]; readonly span: Span }
  | { readonly kind: 'broken'; readonly text: string; readonly span: Span };

export type Column =
  | { readonly kind: 'field'; readonly name: Name; readonly span: Span }
  /** 学分, 依据, 期望: the columns that the language itself names. */
  | { readonly kind: 'credits' | 'cite' | 'expect'; readonly span: Span };

export interface Row extends Trivia {
  readonly cells: readonly Cell[];
  readonly span: Span;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly head: Trivia & { readonly span: Span };
  readonly rows: readonly Row[];
  readonly span: Span;
}

// ---- examples -------------------------------------------------------------------------------------------------------

export type FactValue =
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'yesno'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'quantity'; readonly number: Num; readonly unit?: Unit; readonly span: Span }
  | { readonly kind: 'date'; readonly date: DateLiteral; readonly span: Span };

/** `时长 9 小时`, `考核合格 否`, or a value alone: `省级`. */
export interface Fact {
  readonly field?: Name;
  readonly values: readonly FactValue[];
  readonly span: Span;
}

export type StatusId = 'met' | 'unmet' | 'exempt';

export type Expectation =
  | { readonly kind: 'credits' | 'short'; readonly amount: Num; readonly span: Span }
  | { readonly kind: 'status'; readonly status: StatusId; readonly span: Span };

// ---- lines ----------------------------------------------------------------------------------------------------------

export interface Comment {
  /** With its `#`, without the line end, right-trimmed. */
  readonly text: string;
  readonly span: Span;
}

/** What stands beside a line: comments above it (a wrapped line's inner ones too), one behind it, a blank line before. */
export interface Trivia {
  readonly leading: readonly Comment[];
  readonly trailing?: Comment;
  /** At least one blank line stands before the leading comments. */
  readonly blankBefore: boolean;
}

interface LineBase extends Trivia {
  readonly span: Span;
  /** The span of the word that opens the line. */
  readonly word: Span;
}

export type Rate =
  /** `N 学分` */
  | { readonly kind: 'flat'; readonly credits: Amount; readonly span: Span }
  /** `每 N 单位 [字段] M 学分`; no number is one. */
  | {
      readonly kind: 'per';
      readonly every?: Num;
      readonly everyReading?: Name;
      readonly unit?: Unit;
      readonly field?: Name;
      readonly credits: Amount;
      readonly span: Span;
    }
  /** The value of a field in 学分. */
  | { readonly kind: 'field'; readonly field: Name; readonly span: Span };

/** `递减 20% 按 署名排名 不少于 1 学分` */
export interface Falling {
  readonly by: { readonly kind: 'share'; readonly ratio: Ratio } | { readonly kind: 'step'; readonly amount: Amount };
  readonly rank: Name;
  readonly least?: Amount;
  readonly span: Span;
}

export type SectionWord = 'category' | 'item' | 'group' | 'require' | 'reading';

/** A section named from elsewhere: `类别 课题`, or a name alone. */
export interface SectionRef {
  readonly section?: SectionWord;
  readonly name: Name;
  readonly span: Span;
}

export interface OptionDecl {
  readonly label: Name;
  readonly code?: Name;
  /** What the option stands for: `= 90 天`, `= 2～4`, `= 年`, `= 折算`. */
  readonly value?: OptionValue;
  readonly text?: Text;
  readonly span: Span;
}

export type OptionValue =
  | { readonly kind: 'amount'; readonly number: Num; readonly unit?: Unit; readonly span: Span }
  | { readonly kind: 'range'; readonly from: Num; readonly to: Num; readonly unit?: Unit; readonly span: Span }
  | { readonly kind: 'basis'; readonly id: SpanId; readonly span: Span }
  | { readonly kind: 'remainder'; readonly of: Remainder; readonly span: Span }
  | { readonly kind: 'ratio'; readonly ratio: Ratio; readonly span: Span };

export type RequiredAmount =
  | { readonly kind: 'amount'; readonly amount: Amount; readonly span: Span }
  | { readonly kind: 'share'; readonly of: 'required' | 'earned'; readonly ratio: Ratio; readonly span: Span };

interface LineShapes {
  // header
  language: { readonly version: Num };
  cite: { readonly clauses: Raw; readonly quote?: Text };
  title: { readonly text: Text };
  number: { readonly text: Text };
  effective: { readonly date: DateLiteral };
  until: { readonly date: DateLiteral };
  under: { readonly name: Name; readonly version?: Raw };
  repeals: { readonly texts: readonly Text[] };
  clauses: { readonly clauses: Raw };
  cycle:
    | { readonly rolling: false; readonly years: Num; readonly from?: DateLiteral | Name }
    | { readonly rolling: true; readonly years: Num };
  remainder: { readonly of: Remainder };
  // readings and fields
  option: { readonly options: readonly OptionDecl[] };
  question: { readonly text: Text };
  adopt: { readonly option: Name };
  // who and which
  except: { readonly when: Cond };
  for: { readonly when: Cond };
  form: { readonly values: readonly Name[] };
  approver: { readonly who: Raw };
  placed: { readonly field: Name };
  members: { readonly of: readonly SectionRef[] };
  // granting
  gate: { readonly that: Cond; readonly when?: Cond };
  award: {
    readonly rate: Rate;
    readonly remainder?: Remainder;
    readonly by?: Basis;
    readonly falling?: Falling;
    readonly when?: Cond;
  };
  awardTable: {
    readonly by?: Basis;
    readonly remainder?: Remainder;
    readonly falling?: Falling;
    readonly when?: Cond;
    readonly table: Table;
  };
  falling: { readonly of: Falling };
  factor: {
    readonly by: { readonly kind: 'ratio'; readonly ratio: Ratio } | { readonly kind: 'number'; readonly number: Num };
    readonly when?: Cond;
  };
  best: { readonly count: Num; readonly per: Basis; readonly when?: Cond };
  deem: { readonly credits?: Amount; readonly when: Cond };
  cap: { readonly per: Basis; readonly limit: Amount; readonly when?: Cond };
  // requirements
  minimum: {
    readonly per: 'year' | 'cycle';
    readonly subject?: SectionRef;
    readonly bound?: OrderOp;
    readonly amount: RequiredAmount;
    readonly fillable?: { readonly from: readonly SectionRef[]; readonly limit?: Ratio; readonly span: Span };
    readonly when?: Cond;
  };
  since: { readonly field: Name; readonly step?: Amount };
  reduce: {
    readonly subject?: SectionRef;
    readonly by:
      | { readonly kind: 'amount'; readonly amount: Amount }
      | {
          readonly kind: 'per';
          readonly every?: Num;
          readonly unit?: Unit;
          readonly field?: Name;
          readonly credits: Amount;
        }
      | { readonly kind: 'share'; readonly ratio: Ratio }
      | { readonly kind: 'all' };
    readonly when?: Cond;
  };
  // layers and findings
  open: { readonly mode: 'stricter' | 'freely' | 'add' };
  accepted: { readonly code: Name; readonly reason: Text };
  // examples
  exampleYear: { readonly year: Num };
  exampleAdopt: { readonly reading: Name; readonly option: Name };
  person: { readonly facts: readonly Fact[] };
  record: { readonly facts: readonly Fact[] };
  expect: { readonly of: readonly Expectation[] };
  exampleTable: { readonly table: Table };
  // what could not be read; `opens` is the line word, where one was read
  broken: { readonly opens?: string; readonly text: string };
}

export type LineKind = keyof LineShapes;
/** A line of one kind: its shape, its span, and what stands beside it. */
export type LineOf<K extends LineKind> = LineShapes[K] & LineBase & { readonly kind: K };
export type Line = { [K in LineKind]: LineOf<K> }[LineKind];

// ---- sections -------------------------------------------------------------------------------------------------------

interface Labelled {
  readonly label: Name;
  readonly code?: Name;
}

interface SectionShapes {
  rules: Labelled & { readonly version?: Raw };
  personField: FieldHead;
  recordField: FieldHead;
  convert: { readonly left: Amount; readonly right: Amount };
  reading: Labelled;
  scope: object;
  require: { readonly label?: Name; readonly code?: Name };
  category: Labelled;
  item: Labelled;
  group: Labelled;
  makeup: { readonly when?: Cond };
  carry: { readonly field: Name; readonly limit?: Amount };
  notice: { readonly text: Text; readonly same?: readonly Name[]; readonly when?: Cond };
  uncomputed: { readonly clauses: Raw; readonly reason?: Text };
  example: { readonly title: Text };
  examples: { readonly title: Text };
  drop: { readonly of: readonly SectionRef[] };
  /** A section whose head could not be read: it still holds its lines, so that they do not fall into the one before. */
  brokenSection: { readonly opens: string; readonly text: string };
}

export interface FieldHead extends Labelled {
  readonly type?: { readonly id: TypeId; readonly span: Span };
  readonly unit?: Unit;
  readonly default?: FactValue;
}

export type SectionKind = keyof SectionShapes;
export type SectionOf<K extends SectionKind> = SectionShapes[K] &
  LineBase & {
    readonly kind: K;
    readonly lines: readonly Line[];
    /** From the first character of the head to the last of its last line; `span` is the head alone. */
    readonly extent: Span;
  };
export type Section = { [K in SectionKind]: SectionOf<K> }[SectionKind];

/** One rule file. */
export interface RuleFile {
  readonly sections: readonly Section[];
  /** Lines before the first section: one diagnostic for them all, and each is kept to be printed. */
  readonly orphans: readonly Line[];
  /** Comments after the last line. */
  readonly tail: readonly Comment[];
  readonly span: Span;
}
