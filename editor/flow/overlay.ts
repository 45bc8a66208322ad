/** One practitioner in the picture: how much flows where, what caps take, which of them are reached. In hundredths. */
import type { Plan } from '../../src/index.ts';
import type { Ladder, Line } from '../explain/ladder.ts';
import { isAcross, keyOf } from './picture.ts';

export interface Through {
  /** Before the caps at this place. */
  readonly gained: number;
  /** After them. */
  readonly counted: number;
}

export interface ThroughCategory extends Through {
  /** After the caps of the category itself; those across several come behind. */
  readonly passed: number;
}

export interface Overlay {
  readonly items: ReadonlyMap<string, Through>;
  readonly categories: ReadonlyMap<string, ThroughCategory>;
  /** By the key of a pill: what the cap took. */
  readonly cut: ReadonlyMap<string, number>;
  /** Pills of caps that are reached, and of deemings that held. */
  readonly reached: ReadonlySet<string>;
  readonly carried: number;
  readonly total: number;
}

export function overlayOf(plan: Plan, ladder: Ladder): Overlay {
  const lines = ladder.groups.flatMap((group) => group.lines);
  const items = new Map<string, Through>();
  for (const [item, own] of Map.groupBy(lines, (line) => line.item)) {
    if (item === null) continue;
    const gained = sum(own, (line) => line.gained);
    items.set(item.key, { gained, counted: gained - sum(own, lostAtItem) });
  }
  const categories = new Map<string, ThroughCategory>();
  for (const { category, lines: own, counted } of ladder.groups) {
    if (category === null) continue;
    const gained = sum(own, (line) => line.gained - lostAtItem(line));
    categories.set(category.key, { gained, passed: counted + sum(own, (line) => lostAcross(plan, line)), counted });
  }
  const cut = new Map<string, number>();
  const reached = new Set<string>();
  for (const line of lines) {
    for (const { cap, lost } of line.cuts) {
      if (cap === null) continue;
      const key = keyOf(cap.owner, cap.source);
      cut.set(key, (cut.get(key) ?? 0) + lost);
      reached.add(key);
    }
    for (const { step, source } of line.rungs) {
      if (step.kind === 'deem' && source && line.item) reached.add(keyOf(line.item.label, source));
    }
  }
  // A cap of the year that is just full has taken nothing yet.
  for (const cap of plan.caps.filter(({ per, when }) => per === 'year' && (when === null || when.op === 'const'))) {
    const under = lines.filter(({ item }) => item !== null && cap.items.includes(item.key));
    const through = sum(under, (line) => (cap.stage === 'item' ? line.gained - lostAtItem(line) : line.counted));
    if (through === cap.limit && through > 0) reached.add(keyOf(cap.owner, cap.source));
  }
  return { items, categories, cut, reached, carried: ladder.carried?.credits ?? 0, total: ladder.counted };
}

const sum = (lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((all, line) => all + of(line), 0);

/** By caps of its item, and by 只计最高. */
const lostAtItem = ({ cuts }: Line): number =>
  cuts.reduce((all, { cap, lost }) => all + (cap === null || cap.stage === 'item' ? lost : 0), 0);

const lostAcross = (plan: Plan, { cuts }: Line): number =>
  cuts.reduce((all, { cap, lost }) => all + (cap !== null && isAcross(plan, cap) ? lost : 0), 0);
