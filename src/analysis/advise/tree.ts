/**
 * The least effort for so many credits, under caps: a table for each activity, joined under each cap, from the inside out.
 * Caps that nest are exact here; one that crosses another is left out, so that what is found is never more than the truth.
 */
import type { Credit } from '../../model/plan.ts';
import type { Choice, Offer } from './options.ts';

/** Places of offers, and how much of each. */
export interface Pick {
  readonly offer: Offer;
  readonly choice: Choice;
}

export interface Least {
  /** For every credit up to what is wanted; infinite where there is no way. */
  readonly effort: (credits: Credit) => number;
  /** The most that can be had, up to what is wanted. */
  readonly most: Credit;
  readonly picks: (credits: Credit) => readonly Pick[];
  /** False where the amounts were too fine for a table of them all: what is found is a way, and may not be the least. */
  readonly exact: boolean;
}

/** Levels of a table. */
const MOST_LEVELS = 5_000;

interface Node {
  readonly leaves: ReadonlySet<number>;
  /** By hundredths over the scale: the least effort for at least so much. */
  readonly table: Float64Array;
  pick(level: number): readonly Pick[];
}

/** `roomOf`: what the cap at a place still lets through. */
export const leastOf = (offers: readonly Offer[], roomOf: (cap: number) => Credit, want: Credit): Least => {
  const fine = scaleOf(offers, roomOf, want);
  const scale = Math.max(fine, Math.ceil(want / MOST_LEVELS));
  const size = Math.ceil(want / scale);
  // What is as much as is wanted, or more, is all of it, whatever the scale.
  const levelsOf = (credits: Credit): number => (credits >= want ? size : Math.floor(credits / scale));
  const all = offers.map((offer, at) => leaf(offer, at, { want, size, scale, levelsOf }));
  const binding = offers.map(({ kind, completes }) =>
    completes ? new Set<number>() : new Set(kind.caps.filter((place) => roomOf(place) < want)),
  );
  let tops = all.filter((node, at) => !all.some((other, by) => by !== at && replaces(by, other, at, node)));
  const caps = new Map<string, { readonly over: ReadonlySet<number>; room: Credit }>();
  for (const place of new Set(tops.flatMap(({ leaves }) => [...leaves].flatMap((at) => [...(binding[at] ?? [])])))) {
    const over = new Set(tops.flatMap(({ leaves }) => [...leaves].filter((at) => binding[at]?.has(place))));
    const sign = [...over].join();
    const known = caps.get(sign);
    const room = roomOf(place);
    if (known) known.room = Math.min(known.room, room);
    else caps.set(sign, { over, room });
  }
  for (const { over, room } of [...caps.values()].sort((a, b) => a.over.size - b.over.size)) {
    const within = tops.filter(({ leaves }) => !leaves.isDisjointFrom(over));
    if (over.size === 0 || within.some(({ leaves }) => !leaves.isSubsetOf(over))) continue;
    tops = [...tops.filter((node) => !within.includes(node)), capped(joined(within, size), levelsOf(room))];
  }
  const whole = joined(tops, size);

  /** More of the one costs no more than any of the other, and is under no cap that the other is not under. */
  function replaces(by: number, { table }: Node, at: number, other: Node): boolean {
    const [mine, its] = [binding[by] as Set<number>, binding[at] as Set<number>];
    if (offers[by]?.kind.once || !mine.isSubsetOf(its)) return false;
    let same = true;
    for (let level = 1; level <= size; level += 1) {
      const [a, b] = [table[level] as number, other.table[level] as number];
      if (a > b) return false;
      if (a < b) same = false;
    }
    // Of two that are quite alike the earlier stays.
    return !same || its.size > mine.size || offers[at]?.kind.once === true || by < at;
  }

  const levelOf = (credits: Credit): number => Math.min(size, Math.max(0, Math.ceil(credits / scale)));
  let top = size;
  while (top > 0 && whole.table[top] === Number.POSITIVE_INFINITY) top -= 1;
  return {
    effort: (credits) => whole.table[levelOf(credits)] as number,
    most: Math.min(want, top * scale),
    picks: (credits) => whole.pick(levelOf(credits)),
    exact: scale === fine,
  };
};

/** Every amount is a whole number of these hundredths. */
const scaleOf = (offers: readonly Offer[], roomOf: (cap: number) => Credit, want: Credit): number => {
  let scale = 0;
  const amounts = offers.flatMap(({ kind, choices, any }) => [
    ...(any ? [] : choices.map(({ credits }) => credits)),
    ...kind.caps.map(roomOf),
  ]);
  for (const amount of amounts) {
    let [a, b] = [scale, Math.min(amount, Number.MAX_SAFE_INTEGER)];
    if (amount >= want) continue;
    while (b > 0) [a, b] = [b, a % b];
    scale = a;
  }
  return Math.min(scale === 0 ? want : scale, want);
};

const tableOf = (size: number): Float64Array => {
  const table = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  table[0] = 0;
  return table;
};

interface Scale {
  readonly want: Credit;
  readonly size: number;
  readonly scale: number;
  levelsOf(credits: Credit): number;
}

const leaf = (offer: Offer, at: number, { want, size, scale, levelsOf }: Scale): Node => {
  const table = tableOf(size);
  const options = offer.choices
    .map((choice) => ({ choice, levels: offer.completes ? size : levelsOf(choice.credits) }))
    .filter(({ levels }) => levels > 0);
  const chosen = new Array<(typeof options)[number] | undefined>(size + 1);
  for (let level = 1; level <= size; level += 1) {
    for (const option of options) {
      const rest = Math.max(0, level - option.levels);
      const effort =
        option.choice.effort + (offer.kind.once && rest > 0 ? Number.POSITIVE_INFINITY : (table[rest] as number));
      if (effort >= (table[level] as number)) continue;
      table[level] = effort;
      chosen[level] = option;
    }
  }
  const pick = (level: number): Pick[] => {
    const picks: Pick[] = [];
    for (let left = level; left > 0; ) {
      const option = chosen[left];
      if (option === undefined) break;
      const { choice, levels } = option;
      const credits = left === size ? want : left * scale;
      const exact = offer.any ? { ...choice, credits, quantity: credits * 10_000 } : choice;
      picks.push({ offer, choice: exact });
      left -= levels;
    }
    return picks;
  };
  return { leaves: new Set([at]), table, pick };
};

const capped = ({ leaves, table, pick }: Node, room: number): Node => ({
  leaves,
  table: table.map((effort, level) => (level > room ? Number.POSITIVE_INFINITY : effort)),
  pick,
});

/** The least of all ways to share what is wanted among them. */
const joined = (nodes: readonly Node[], size: number): Node => {
  const [first, ...others] = nodes;
  if (first === undefined) return { leaves: new Set(), table: tableOf(size), pick: () => [] };
  return others.reduce((sum, node) => pair(sum, node, size), first);
};

const pair = (a: Node, b: Node, size: number): Node => {
  const table = tableOf(size);
  const split = new Int32Array(size + 1);
  let top = size;
  while (top > 0 && b.table[top] === Number.POSITIVE_INFINITY) top -= 1;
  for (let level = 1; level <= size; level += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let part = 0; part <= Math.min(level, top); part += 1) {
      const effort = (a.table[level - part] as number) + (b.table[part] as number);
      if (effort >= least) continue;
      least = effort;
      split[level] = part;
    }
    table[level] = least;
  }
  const pick = (level: number): readonly Pick[] => {
    const part = split[level] as number;
    return [...a.pick(level - part), ...b.pick(part)];
  };
  return { leaves: a.leaves.union(b.leaves), table, pick };
};
