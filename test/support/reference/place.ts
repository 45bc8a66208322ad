/** Step 2: the year of a record, and the years that a stay has days in. */

import type { Cond } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { firstOf, lastOf, type Stay, yearOf } from './calendar.ts';
import { type Asked, when } from './condition.ts';
import { type Rational, shown } from './rational.ts';
import type { Facts } from './validate.ts';
import { fieldNamed, linesOf, readingsNamed, type World } from './world.ts';

const dayIn = (facts: Facts, key: string): number | null => {
  const value = facts.get(key);
  return value === undefined ? null : shown(value as Rational);
};

export const dayOfRecord = (facts: Facts): number | null => dayIn(facts, 'date') ?? dayIn(facts, 'end');

/** The day of its 归期 where its item says one; else of a stay's end, else of its date. */
const placingDays = (world: World, facts: Facts, possible: readonly ItemEntry[]): readonly (number | null)[] =>
  (possible.length > 0 ? possible : [null]).map((item) => {
    const placed = item ? linesOf(item.section, 'placed')[0] : undefined;
    const key = placed && fieldNamed(world, placed.field.text, 'record')?.key;
    return key === undefined ? (dayIn(facts, 'end') ?? dayIn(facts, 'date')) : dayIn(facts, key);
  });

export interface Placed {
  readonly year: number | null;
  readonly years: readonly (number | null)[];
  readonly madeUp: boolean;
  /** Where neither date nor end says its place in the order. */
  readonly day: number | null;
  readonly stayIn: (year: number) => Stay | null;
}

/** `possible`: the item, or those of which a missing fact leaves open which it is. */
export const placed = (asked: Asked, facts: Facts, possible: readonly ItemEntry[]): Placed => {
  const { world } = asked;
  const missed = facts.get('makeup_year') as Rational | undefined;
  const day = dayOfRecord(facts);
  const { makeup } = world.rules;
  const madeUp =
    missed !== undefined &&
    makeup !== null &&
    day !== null &&
    yearOf(day) === shown(missed) + 1 &&
    when(makeup.node.when, { ...asked, record: facts }) === true;
  const days = placingDays(world, facts, possible);
  const own = new Set(days).size === 1 ? (days[0] ?? null) : null;
  const year = madeUp ? shown(missed) : own === null ? null : yearOf(own);
  const [start, end] = [dayIn(facts, 'start'), dayIn(facts, 'end')];
  const measured = possible.some((one) => measuresStays(world, one)) && start !== null && end !== null;
  const stayIn = (judged: number): Stay | null => {
    if (!measured || (madeUp && judged !== year)) return null;
    const from = Math.max(start, firstOf(judged));
    const to = Math.min(end, lastOf(madeUp ? judged + 1 : judged));
    return from <= to ? { from, to } : null;
  };
  const years = madeUp ? [year] : days.map((one) => (one === null ? null : yearOf(one)));
  return { year, years, madeUp, day: own, stayIn };
};

// ---- which items measure stays ------------------------------------------------------------------------------------------

const unitsIn = (world: World, tree: unknown): readonly string[] => {
  if (typeof tree !== 'object' || tree === null) return [];
  if ('id' in tree && (tree.id === 'days' || tree.id === 'months')) return [tree.id];
  return Object.values(tree).flatMap((child) => unitsIn(world, child));
};

/** Some line of the item counts days or months of stays. */
export const measuresStays = (world: World, item: ItemEntry): boolean => {
  const stays = (tree: unknown): boolean => {
    if (unitsIn(world, tree).length > 0) return true;
    return [...readingsNamed(world, tree)].some((key) => unitsIn(world, world.chosen.get(key)?.value).length > 0);
  };
  const totals = (cond: Cond | undefined): boolean => {
    if (!cond) return false;
    if (cond.kind === 'and' || cond.kind === 'or') return cond.of.some(totals);
    if (cond.kind === 'not' || cond.kind === 'paren') return totals(cond.of);
    return cond.kind === 'compare' && cond.subject.kind === 'total' && cond.operands.some((o) => stays(o) || single(o));
  };
  // A reading of one option is a name like any other.
  const single = (operand: unknown): boolean => {
    if (typeof operand !== 'object' || operand === null || !('name' in operand)) return false;
    const name = (operand as { name: { text: string } }).name.text;
    const reading = world.rules.readings.find((one) => one.key === name || one.label === name);
    return reading !== undefined && unitsIn(world, world.chosen.get(reading.key)?.value).length > 0;
  };
  return item.section.node.lines.some((line) => {
    if (line.kind === 'deem') return totals(line.when);
    if (line.kind === 'awardTable') return totals(line.when);
    if (line.kind !== 'award') return false;
    return totals(line.when) || (line.rate.kind === 'per' && !line.rate.field && stays(line.rate.unit));
  });
};
