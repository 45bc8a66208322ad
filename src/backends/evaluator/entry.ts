/** A record on its way through one evaluation. */
import type { Credit } from '../../model/plan.ts';
import { type Reason, recordName } from '../../model/result.ts';
import type { Facts } from './facts.ts';
import type { Stay } from './stays.ts';

/** Records that earn together; what they gained before any cap. */
export interface Pool {
  raw: Credit;
}

export interface Entry {
  /** Where it stands among the practitioner's records. */
  readonly index: number;
  readonly id: string | null;
  readonly facts: Facts;
  /** What orders records: its `date`, else its `end`, else the day that places it. */
  day: number;
  /** Place of its item in the plan; -1 where none holds, or where it cannot be told. */
  item: number;
  /** Key of its category. */
  category: string | null;
  /** It belongs to this year. */
  here: boolean;
  /** It has days in this year and belongs to another: its days count here, its quantities there. */
  visiting: boolean;
  /** It is made up for this year. */
  madeUp: boolean;
  /** Its days in this year's window; null where `start` or `end` is missing. */
  stay: Stay | null;
  /** Label of the date that would place it, where that is missing. */
  undated: string | null;
  reason: Reason | null;
  detail: string | null;
  clause: string | null;
  /** Place in its item of the line that holds; -1 where none does. */
  line: number;
  pool: Pool | null;
  /** Part of the sum of a deeming that held. */
  deemed: boolean;
  raw: Credit;
  credits: Credit;
  /** What a deeming added to it: under no cap of its own item. */
  added: Credit;
}

export const nameOf = ({ id, index }: Entry): string => recordName(id, index);

/** A record turned away keeps the first reason that it gets. */
export function refuse(entry: Entry, reason: Reason, detail: string, clause: string | null = null): void {
  entry.reason = reason;
  entry.detail = detail;
  entry.clause = clause ?? entry.clause;
}

/** In order of day, then id by code point, then place in the input; a record without an id stands after those with one. */
export const inOrder = (a: Entry, b: Entry): number => a.day - b.day || byId(a.id, b.id) || a.index - b.index;

/** By code point; none is last. */
export function byId(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byCodePoint(a, b);
}

/** JavaScript compares texts by UTF-16 units, which puts a surrogate pair before U+E000 to U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
const rank = (unit: number): number => (isSurrogate(unit) ? unit + 0x10000 : unit);
