/** The same figures for each value of what people are grouped by. */
import { type Grouping, type Outcomes, statuses } from './outcomes.ts';

const [MET, EXEMPT] = [statuses.indexOf('met'), statuses.indexOf('exempt')];

export interface GroupRow {
  /** Its number in the grouping. */
  readonly at: number;
  /** Empty: of whom nothing is said. */
  readonly value: string;
  /** Null: it is not the same for all. */
  readonly required: number | null;
  readonly judged: number;
  readonly met: number;
  readonly unmet: number;
  readonly exempt: number;
  /** Of the credits of those judged; null where there is none. */
  readonly median: number | null;
  /** How many the caps asked for touched, in their order. */
  readonly caps: readonly number[];
}

/** The values in the order `order` gives, else as they came. */
export function groupRows(
  all: Outcomes,
  grouping: Grouping | null,
  caps: readonly number[],
  order: readonly string[] = [],
): readonly GroupRow[] {
  const values = grouping?.values ?? [''];
  const tallies = values.map(() => ({ met: 0, unmet: 0, exempt: 0, required: -1 }));
  const of = (at: number): number => grouping?.of[at] ?? 0;
  for (let at = 0; at < all.size; at++) {
    const tally = tallies[of(at)];
    if (tally === undefined) continue;
    const status = all.status[at];
    if (status === EXEMPT) {
      tally.exempt++;
      continue;
    }
    if (status === MET) tally.met++;
    else tally.unmet++;
    const required = all.required[at] ?? 0;
    if (tally.required === -1) tally.required = required;
    else if (tally.required !== required) tally.required = -2;
  }
  const credits = tallies.map(({ met, unmet }) => new Int32Array(met + unmet));
  const filled = tallies.map(() => 0);
  for (let at = 0; at < all.size; at++) {
    if (all.status[at] === EXEMPT) continue;
    const group = of(at);
    const place = filled[group] ?? 0;
    (credits[group] as Int32Array)[place] = all.credits[at] ?? 0;
    filled[group] = place + 1;
  }
  const touched = caps.map((cap) => {
    const count = values.map(() => 0);
    for (const at of all.taken[cap]?.people ?? []) count[of(at)] = (count[of(at)] ?? 0) + 1;
    return count;
  });
  const rows = values.map((value, at): GroupRow => {
    const { met, unmet, exempt, required } = tallies[at] as (typeof tallies)[number];
    return {
      at,
      value,
      required: required < 0 ? null : required,
      judged: met + unmet,
      met,
      unmet,
      exempt,
      median: medianOf(credits[at] as Int32Array),
      caps: touched.map((count) => count[at] ?? 0),
    };
  });
  const place = ({ value, at }: GroupRow): number => {
    const listed = order.indexOf(value);
    return value === '' ? Number.POSITIVE_INFINITY : listed < 0 ? order.length + at : listed;
  };
  return rows.filter(({ judged, exempt }) => judged + exempt > 0).toSorted((a, b) => place(a) - place(b));
}

/** Of an even count the lower of the two in the middle, so that it is somebody's credits. */
export function medianOf(credits: Int32Array): number | null {
  if (credits.length === 0) return null;
  return credits.toSorted()[(credits.length - 1) >> 1] ?? null;
}
