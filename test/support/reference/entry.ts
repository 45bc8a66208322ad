/** A record on its way through the steps. */
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import type { Stay } from './calendar.ts';
import type { Facts } from './validate.ts';

export type Reason = 'invalid' | 'out_of_period' | 'no_award' | 'review' | 'gate' | 'incomplete';

export interface Entry {
  readonly at: number;
  readonly id: string | null;
  readonly facts: Facts;
  readonly item: ItemEntry | null;
  readonly category: string | null;
  /** The year that it belongs to; null where no date places it. */
  readonly year: number | null;
  readonly madeUp: boolean;
  /** The years that it may belong to, where a missing fact leaves open which; null among them: no date says. */
  readonly years: readonly (number | null)[];
  /** Its place in the order: `date`, else `end`. */
  readonly day: number;
  /** Step 1 to 5; null: it passed. `incomplete` only where gates or the item are open. */
  readonly reason: Exclude<Reason, 'out_of_period'> | null;
  /** The readings that its item hangs on. */
  readonly sortedBy: ReadonlySet<string>;
  /** The readings of the line that refused it. */
  readonly refusedBy: ReadonlySet<string>;
  /** Its days that count in a year; null where it is no stay of an item that measures stays. */
  readonly stayIn: (year: number) => Stay | null;
}

/** By date (else end), then id by code point, those without one last, then place in the input. */
export const before = (a: Entry, b: Entry): number => a.day - b.day || byId(a.id, b.id) || a.at - b.at;

const byId = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : byCodePoint(a, b);

const byCodePoint = (a: string, b: string): number => {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    const difference = ((x[i] as string).codePointAt(0) ?? 0) - ((y[i] as string).codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
};
