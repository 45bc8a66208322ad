/** What advice asks of an evaluator: how a practitioner would stand with some records more. */
import type { Ratio } from '../../model/credit.ts';
import type { Credit, Minimum, Value } from '../../model/plan.ts';
import type { RawFacts } from '../../model/roster.ts';

/** The value of a field, by its key; none where the fact is missing. */
export type Lookup = (key: string) => Value | undefined;

/** A record that is some item's and was not refused. */
export interface Earning {
  /** Key of the item. */
  readonly item: string;
  /** Place of its line in the item; below 0 where it has none. */
  readonly line: number;
  readonly facts: Lookup;
  /** It belongs to the year; else it only has days in it. */
  readonly here: boolean;
  readonly raw: Credit;
  readonly credits: Credit;
  /** Of the credits, what a deeming added. */
  readonly added: Credit;
  readonly day: number;
}

export interface Asked {
  readonly line: Minimum;
  /** In the scale of the line's unit. */
  readonly required: Ratio;
  readonly earned: Ratio;
  readonly met: boolean;
  /** A line of the cycle is judged in its last year alone. */
  readonly judged: boolean;
}

export interface Standing {
  readonly met: boolean;
  readonly exempt: boolean;
  readonly total: Credit;
  readonly lines: readonly Asked[];
  readonly records: readonly Earning[];
  /** By the place of a cap: what it lets through in this year at most. */
  readonly limits: readonly Credit[];
}

/** `alone`: as if the practitioner had no other records. Null where numbers leave what is exact. */
export type Judge = (more: readonly RawFacts[], alone?: boolean) => Standing | null;
