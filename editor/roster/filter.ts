/** Which people: what every number on the screen opens. Conditions hold together; one left out asks nothing. */

import type { Grouping } from './outcomes.ts';
import { type NoCredit, type Outcomes, reasons, type Status, statuses } from './outcomes.ts';

export interface Filter {
  readonly status?: Status;
  /** Neither exempt nor left out. */
  readonly judged?: true;
  /** Value `at` of the grouping of this key. */
  readonly group?: { readonly key: string; readonly at: number };
  /** In hundredths: of those who are required this much, from so many credits on and below so many (null: no end). */
  readonly required?: number;
  readonly from?: number;
  readonly below?: number | null;
  /** Unmet, and short by no more than this. */
  readonly near?: number;
  /** By its place in the plan. */
  readonly cap?: number;
  readonly category?: number;
  readonly nothing?: NoCredit | 'any';
  /** Under trial. */
  readonly move?: Move;
}

/** What a trial does to a person. `odd`: against what the change is for. */
export const moves = ['toMet', 'toUnmet', 'up', 'down', 'odd', 'moved'] as const;
export type Move = (typeof moves)[number];

export const sorts = ['roster', 'near', 'most', 'least', 'change'] as const;
export type Sort = (typeof sorts)[number];

export interface Pool {
  readonly now: Outcomes;
  readonly groups: ReadonlyMap<string, Grouping>;
  /** Bits by the place in `moves`, where something is tried. */
  readonly moved: Uint8Array | null;
  /** What credits change by. */
  readonly change: Int32Array | null;
}

/** Places in the roster, in the order that was asked for; of equals the earlier comes first. */
export function people(pool: Pool, filter: Filter, sort: Sort): Uint32Array {
  const { now } = pool;
  const tests = testsOf(pool, filter);
  const found = new Uint32Array(now.size);
  let count = 0;
  next: for (let at = 0; at < now.size; at++) {
    for (const test of tests) if (!test(at)) continue next;
    found[count++] = at;
  }
  return sorted(pool, found.slice(0, count), sort);
}

type Test = (at: number) => boolean;

function testsOf({ now, groups, moved }: Pool, filter: Filter): readonly Test[] {
  const tests: Test[] = [];
  const { status, judged, group, required, from, below, near, cap, category, nothing, move } = filter;
  const exempt = statuses.indexOf('exempt');
  if (status !== undefined) {
    const wanted = statuses.indexOf(status);
    tests.push((at) => now.status[at] === wanted);
  }
  if (judged) tests.push((at) => now.status[at] !== exempt);
  if (group !== undefined) {
    const grouping = groups.get(group.key);
    tests.push((at) => grouping?.of[at] === group.at);
  }
  if (required !== undefined) tests.push((at) => now.required[at] === required);
  if (from !== undefined) tests.push((at) => (now.credits[at] ?? 0) >= from);
  if (below !== undefined && below !== null) tests.push((at) => (now.credits[at] ?? 0) < below);
  if (near !== undefined) {
    const unmet = statuses.indexOf('unmet');
    tests.push((at) => now.status[at] === unmet && (now.shortfall[at] ?? 0) > 0 && (now.shortfall[at] ?? 0) <= near);
  }
  if (cap !== undefined) {
    const touched = new Set(now.taken[cap]?.people);
    tests.push((at) => touched.has(at));
  }
  if (category !== undefined) tests.push((at) => (now.byCategory[category]?.[at] ?? 0) > 0);
  if (nothing !== undefined) {
    const places = nothing === 'any' ? reasons.map((_, place) => place) : [reasons.indexOf(nothing)];
    tests.push((at) => places.some((place) => (now.nothing[at * reasons.length + place] ?? 0) > 0));
  }
  if (move !== undefined) {
    const bit = 1 << moves.indexOf(move);
    tests.push((at) => ((moved?.[at] ?? 0) & bit) !== 0);
  }
  return tests;
}

function sorted({ now, change }: Pool, found: Uint32Array, sort: Sort): Uint32Array {
  if (sort === 'roster') return found;
  const weigh: (at: number) => number =
    sort === 'near'
      ? (at) => now.shortfall[at] ?? 0
      : sort === 'most'
        ? (at) => -(now.credits[at] ?? 0)
        : sort === 'least'
          ? (at) => now.credits[at] ?? 0
          : (at) => -Math.abs(change?.[at] ?? 0);
  return found.sort((a, b) => weigh(a) - weigh(b) || a - b);
}
