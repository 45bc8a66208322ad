/**
 * The plan: what a rule set means, as plain data. Everything before it knows regulations, everything after it knows a
 * target. It is a small algebra over one practitioner's records in one period; the doc comment of an operation *is* its
 * meaning, missing facts and exactness included, and a back end adds none of its own.
 *
 * Amounts. A credit is a whole number of hundredths (`Credit`). A fact that is a number is a whole number of millionths of
 * its field's unit (`Micro`); a date is a day number (days since 1970-01-01); a year is itself. A constant that may be no
 * whole number of these is a `Fraction` of two safe integers. All arithmetic on them is exact; what leaves the safe
 * integers is computed in bigger ones or reported, never rounded.
 *
 * Truth has three values: true, false and unknown (a missing fact). `false and unknown` is false, `true or unknown` is
 * true, `not unknown` is unknown; every other operation that reads an unknown is unknown.
 */
import type { UnitId } from './ast.ts';

/** Hundredths of a credit, a safe integer. */
export type Credit = number;
/** Millionths of a field's unit, a safe integer. */
export type Micro = number;

/** `n / d` in lowest terms, `d` > 0. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

/** Where an element of the plan stands in a rule file, and how it reads there. */
export interface Source {
  /** The clauses of the line, else of its section, else of its category: `第十三条（一）1`. */
  readonly clause: string | null;
  /** The line in canonical Chinese: `授予 每 3 小时 1 学分 按 项目时长 当 参加者`. */
  readonly words: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Codes of the readings of several options that the line names, or takes its 尾数 from. */
  readonly readings: readonly string[];
}

// ---- facts ----------------------------------------------------------------------------------------------------------

export type FieldType = 'text' | 'yesno' | 'whole' | 'decimal' | 'date' | 'year' | 'choice';

/** A choice is its option's key; a yes/no is itself. See the head of this file for the others. */
export type Value = string | number | boolean;

export interface Field {
  /** The code, or the label of a field without one. Data may use either. */
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly unit: UnitId | null;
  /** Of a choice. */
  readonly options: readonly { readonly key: string; readonly label: string }[];
  /** What an absent fact is taken to be; a yes/no field has `false` unless the file says otherwise. */
  readonly default: Value | null;
}

export interface FieldRef {
  readonly on: 'person' | 'record';
  readonly key: string;
}

// ---- conditions -----------------------------------------------------------------------------------------------------

export type Comparison = '>=' | '>' | '<=' | '<' | '=' | '!=';

export interface Naming {
  /** Readings of several options that this very condition names. */
  readonly readings?: readonly string[];
}

export type Expr = Naming &
  (
    | { readonly op: 'const'; readonly value: boolean }
    /** The yes/no fact is yes. */
    | { readonly op: 'yes'; readonly field: FieldRef }
    /** The choice (or text) is one of these keys. */
    | { readonly op: 'among'; readonly field: FieldRef; readonly keys: readonly string[] }
    /** The number (in millionths), date or year compared with a constant of the same scale. */
    | { readonly op: 'compare'; readonly field: FieldRef; readonly by: Comparison; readonly to: Fraction }
    /**
     * A sum over the year compared with a constant: of `measure`, over the records of the same item that have days or a
     * quantity in the year, passed review and gates, and for which `where` is true. A record whose `where` is unknown, or
     * whose quantity is missing, is left out, with a notice. Never unknown itself.
     */
    | {
        readonly op: 'total';
        readonly measure: Measure;
        readonly by: Comparison;
        readonly to: Fraction;
        readonly where: Expr;
      }
    | { readonly op: 'and' | 'or'; readonly of: readonly Expr[] }
    | { readonly op: 'not'; readonly of: Expr }
  );

/**
 * What is measured of a record. `field`: the number in that field, in millionths. `days`: the days of the stay
 * (start–end, both ends in) that lie in the year; `months`: whole calendar months of these days (from a day to the day
 * before the same day number, or to the month's last day where it has no such day). Over several records the stays of one
 * item that overlap or touch are first joined: a day counts once. `count`: one for each record.
 * A missing field, or for days and months a missing start or end, is unknown.
 */
export type Measure =
  | { readonly of: 'field'; readonly key: string }
  | { readonly of: 'days' }
  | { readonly of: 'months' }
  | { readonly of: 'count' };

/**
 * What is summed together: `record` each alone; `project` the records of one project number (without a number each alone);
 * `day` those of one date; `year` all of the year; `cycle` all of the cycle.
 */
export type Basis = 'record' | 'project' | 'day' | 'year' | 'cycle';

// ---- granting -------------------------------------------------------------------------------------------------------

/** `floor`: whole units only; `ceil`: a begun unit counts; `nearest`: in proportion, rounded half up to whole `step`s. */
export type Rounding =
  | { readonly to: 'floor' }
  | { readonly to: 'ceil' }
  | { readonly to: 'nearest'; readonly step: Credit };

export type Rate =
  /** So much for each record. */
  | { readonly kind: 'flat'; readonly credits: Fraction }
  /** `credits` for each `per` of the measure (in the measure's own scale), the rest by `rounding`. */
  | {
      readonly kind: 'per';
      readonly measure: Measure;
      readonly per: Fraction;
      readonly credits: Fraction;
      readonly rounding: Rounding;
    }
  /** The number in the field, which is in credits (rounded half up to hundredths). */
  | { readonly kind: 'field'; readonly key: string }
  /** The row whose bounds hold the pool's measure; none: nothing. */
  | {
      readonly kind: 'steps';
      readonly measure: Measure;
      readonly rows: readonly {
        readonly bounds: readonly { readonly by: Comparison; readonly to: Fraction }[];
        readonly credits: Fraction;
        readonly source: Source;
      }[];
    };

/**
 * Each rank after the first earns the amount before it less a share or a step of credits, never under `least`; where the
 * first earns less than that, all earn what it does.
 */
export interface Falling {
  readonly by:
    | { readonly kind: 'share'; readonly ratio: Fraction }
    | { readonly kind: 'step'; readonly credits: Fraction };
  /** A whole-number field of the record; 1 is the first. */
  readonly rank: string;
  readonly least: Fraction;
}

/**
 * One 授予 line, or one row of a 授予表. A record earns by the one line whose `when` holds. Records of one line that agree
 * in every condition of the item's `apart` are pooled over `basis`; the pool's running sum, in order of date (else `end`),
 * then id by code point, becomes credits by the rate, and a record's raw is what the running sum gains by it.
 */
export interface AwardLine {
  readonly when: Expr;
  readonly rate: Rate;
  readonly basis: Basis;
  readonly falling: Falling | null;
  readonly source: Source;
}

/** Passed where `when` is not true or `that` is true; a record fails at the first that is false. */
export interface Gate {
  readonly when: Expr | null;
  readonly that: Expr;
  readonly source: Source;
}

/** Multiplies a record's amount where `when` is true; several multiply. */
export interface Factor {
  readonly when: Expr | null;
  readonly by: Fraction;
  readonly source: Source;
}

/** Only the `count` best records in each span count; of equals the earlier stay. */
export interface Best {
  readonly count: number;
  readonly per: Basis;
  readonly when: Expr | null;
  readonly source: Source;
}

/**
 * Where `when` holds for some record that passed review and gates, its item counts at least `credits` in the year, once;
 * what is added stands at the record that reaches it: the last of the shortest prefix, in order of date (else `end`) then
 * id, with which it holds. Credits null: the year's requirement is met, and nothing is added. The records for which
 * `when` is true are those in its sum.
 */
export interface Deem {
  readonly when: Expr;
  readonly credits: Credit | null;
  readonly source: Source;
}

export interface Item {
  /** Unique in the plan. */
  readonly key: string;
  readonly label: string;
  /** Key of its category. */
  readonly category: string;
  readonly clause: string | null;
  readonly approver: string | null;
  /** Which records are this item's. */
  readonly match: Expr;
  /** The date field that places its records in a year, where the file says one. */
  readonly placed: string | null;
  /** A line of it measures days or months: a stay counts in every year that it has days in. */
  readonly stays: boolean;
  readonly gates: readonly Gate[];
  readonly lines: readonly AwardLine[];
  readonly factors: readonly Factor[];
  readonly best: readonly Best[];
  readonly deems: readonly Deem[];
  /** Conditions of caps, factors, groups that tell its records apart. */
  readonly apart: readonly Expr[];
  /** The time of its records for class hours: a field in millionths, and how many millionths make one class hour. */
  readonly time: { readonly key: string; readonly perClassHour: Fraction } | null;
}

export interface Category {
  readonly key: string;
  readonly label: string;
  readonly clause: string | null;
  readonly source: Source;
}

/**
 * No more than `limit` counts in each span, of the records of `items` for which `when` is true. Caps stand in the order
 * in which they cut: an item's from the smallest span up, before its deeming; then the categories' and groups'. What is
 * over is taken from the latest records first (date, else `end`, then id). A cap of the cycle leaves to a year what the
 * years before it did not count.
 *
 * Two caps nest, or share no record, or cross. Caps that are joined by crossing ones cut together: what counts is the most
 * that all of them allow, and of equal ways the one that keeps earlier records. They form two families, in each of which
 * any two nest or share nothing; what a deeming added is under those of stage `section` alone.
 */
export interface Cap {
  readonly stage: 'item' | 'section';
  /** Label of the 条目, 类别 or 分组 it stands in; a project or a day lies within it. */
  readonly owner: string;
  readonly items: readonly string[];
  readonly when: Expr | null;
  readonly per: Basis;
  readonly limit: Credit;
  /** Caps of one knot cut together; null: it crosses none, and stands in the order. */
  readonly crossing: { readonly knot: number; readonly family: 0 | 1 } | null;
  readonly source: Source;
}

// ---- population -----------------------------------------------------------------------------------------------------

/** The records of these items for which `when` is true; null: all of them. */
export interface Subject {
  readonly items: readonly string[];
  readonly when: Expr | null;
}

/** One line of a requirement. */
export interface Minimum {
  /** What it speaks of: period, subject and unit. A line of a conditional requirement replaces the one of equal key. */
  readonly key: string;
  readonly period: 'year' | 'cycle';
  /** What it counts; null is the total. A record that binds here and leaves `when` unknown is incomplete. */
  readonly subject: Subject | null;
  readonly bound: 'least' | 'most';
  readonly unit: 'credits' | 'classHours' | 'times';
  /** Hundredths of credits; millionths of class hours; records. A share is a `Fraction` of what is required or earned. */
  readonly amount:
    | { readonly kind: 'amount'; readonly value: number }
    | { readonly kind: 'share'; readonly of: 'required' | 'earned'; readonly ratio: Fraction };
  /**
   * What the subject lacks may be filled from what each of `from` has above its own minimum, up to `limit` of the
   * subject's; what fills one line fills no other.
   */
  readonly fillable: { readonly from: readonly Subject[]; readonly limit: Fraction | null } | null;
  readonly when: Expr | null;
  /** The section's name, else the line's own words. */
  readonly name: string;
  readonly source: Source;
}

export interface Reduction {
  /** The subject of the lines that it lowers; null: those of the total. */
  readonly subject: Subject | null;
  readonly by:
    | { readonly kind: 'credits'; readonly value: Credit }
    | { readonly kind: 'per'; readonly field: string; readonly per: Fraction; readonly credits: Fraction }
    | { readonly kind: 'share'; readonly ratio: Fraction }
    | { readonly kind: 'all' };
  readonly when: Expr | null;
  readonly source: Source;
}

/**
 * A requirement binds a practitioner where `binds` is true (null: everyone). One with a condition replaces those lines of
 * the others that have its keys and adds the rest; where `binds` is unknown it does not bind, with a notice.
 */
export interface Requirement {
  readonly name: string | null;
  readonly binds: Expr | null;
  readonly lines: readonly Minimum[];
  readonly reductions: readonly Reduction[];
  /** Prorated from this date of the person to the end of the period, rounded to `step`. */
  readonly since: { readonly field: string; readonly step: Credit } | null;
  readonly source: Source;
}

/**
 * A record with `makeup_year` Y, dated in Y+1, for which `when` is true, belongs to Y and not to its own year; its days in
 * Y and in Y+1 count there. One with `makeup_year` that is not so is an ordinary record, with a notice.
 */
export interface MakeUp {
  readonly when: Expr | null;
  readonly source: Source;
}

/** The person's field, at most `limit`, is added to the total and to no category. */
export interface Carry {
  readonly field: string;
  readonly limit: Credit | null;
  readonly source: Source;
}

/** `same`: spoken once for each group of two or more records in the year that have all these facts and agree in them. */
export interface Notice {
  readonly text: string;
  readonly when: Expr | null;
  readonly same: readonly string[] | null;
  readonly source: Source;
}

export interface PlanReading {
  readonly code: string;
  readonly label: string;
  readonly question: string | null;
  readonly clause: string | null;
  /** Several: a reading that may be set; one: a recorded decision. */
  readonly options: readonly { readonly code: string; readonly label: string; readonly text: string | null }[];
  /** Code of the option this plan was made with. */
  readonly adopted: string;
}

/**
 * A period of several calendar years. `anchored`: blocks of `years` that begin with the year of a date, or of a date of the
 * person (lacking that, of the rule set's own `effective`, with a notice); `rolling`: the year and those before it.
 */
export type Cycle =
  | {
      readonly kind: 'anchored';
      readonly years: number;
      readonly from: { readonly day: number } | { readonly field: string };
    }
  | { readonly kind: 'rolling'; readonly years: number };

export interface Plan {
  /** Version of the rule language whose meaning holds. */
  readonly language: number;
  readonly code: string;
  readonly label: string;
  readonly version: string;
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly effective: string | null;
  readonly until: string | null;
  readonly personFields: readonly Field[];
  readonly recordFields: readonly Field[];
  readonly readings: readonly PlanReading[];
  readonly cycle: Cycle | null;
  /** Who is out of scope: exempt where one of these is true. */
  readonly exceptions: readonly { readonly when: Expr; readonly source: Source }[];
  readonly categories: readonly Category[];
  readonly items: readonly Item[];
  readonly caps: readonly Cap[];
  readonly requirements: readonly Requirement[];
  readonly makeUp: MakeUp | null;
  readonly carry: Carry | null;
  readonly notices: readonly Notice[];
}
