/** Of many conditions, the pairs that may hold together: those that want different values of one field are never paired. */
import type { Expr } from '../model/plan.ts';

/** Lists as short as this are paired outright. */
const FEW = 6;

/** The values that a condition certainly wants of a field, by field. */
const wanted = (expr: Expr): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  const visit = (one: Expr): void => {
    if (one.op === 'and') one.of.forEach(visit);
    else if (one.op === 'among') found.set(`${one.field.on} ${one.field.key}`, one.keys);
    else if (one.op === 'yes') found.set(`${one.field.on} ${one.field.key}`, ['yes']);
    else if (one.op === 'not' && one.of.op === 'yes') found.set(`${one.of.field.on} ${one.of.field.key}`, ['no']);
    else if (one.op === 'compare' && one.by === '=')
      found.set(`${one.field.on} ${one.field.key}`, [`${one.to.n}/${one.to.d}`]);
  };
  visit(expr);
  return found;
};

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Between what a condition certainly wants numbers to lie, both ends in, by field. */
const ranged = (expr: Expr): ReadonlyMap<string, Range> => {
  const found = new Map<string, Range>();
  const visit = (one: Expr): void => {
    if (one.op === 'and') one.of.forEach(visit);
    if (one.op !== 'compare' || one.by === '!=') return;
    const field = `${one.field.on} ${one.field.key}`;
    const { from, to } = found.get(field) ?? { from: -Infinity, to: Infinity };
    const bound = one.to.n / one.to.d;
    const low = one.by === '<' || one.by === '<=' ? from : Math.max(from, bound);
    const high = one.by === '>' || one.by === '>=' ? to : Math.min(to, bound);
    found.set(field, { from: low, to: high });
  };
  visit(expr);
  return found;
};

const mostFrequent = (
  maps: readonly (ReadonlyMap<string, unknown> | undefined)[],
  told: ReadonlySet<string>,
): string | null => {
  const counts = new Map<string, number>();
  for (const map of maps) {
    for (const field of map?.keys() ?? []) if (!told.has(field)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 1 ? best[0] : null;
};

/** Places of conditions, the earlier first. */
export const pairsOf = (conditions: readonly Expr[]): readonly (readonly [number, number])[] => {
  const wants = conditions.map(wanted);
  const ranges = conditions.map(ranged);
  const pairs = new Map<string, readonly [number, number]>();
  const pair = (a: number, b: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    pairs.set(`${low} ${high}`, [low, high]);
  };
  const all = (places: readonly number[]): void => {
    for (const [at, a] of places.entries()) for (const b of places.slice(at + 1)) pair(a, b);
  };
  /** Those that the field does not part, with all others. */
  const free = (places: readonly number[], parted: (place: number) => boolean): void => {
    for (const a of places) if (!parted(a)) for (const b of places) if (a !== b) pair(a, b);
  };
  const byRange = (places: readonly number[]): void => {
    const field = mostFrequent(
      places.map((place) => ranges[place]),
      new Set(),
    );
    if (field === null) {
      all(places);
      return;
    }
    const spread = places.flatMap((place) => {
      const range = ranges[place]?.get(field);
      return range ? [{ place, ...range }] : [];
    });
    let open: typeof spread = [];
    for (const next of spread.sort((a, b) => a.from - b.from)) {
      open = open.filter(({ to }) => to >= next.from);
      for (const { place } of open) pair(place, next.place);
      open.push(next);
    }
    free(places, (place) => ranges[place]?.has(field) ?? false);
  };
  const among = (places: readonly number[], told: ReadonlySet<string>): void => {
    if (places.length <= FEW) {
      all(places);
      return;
    }
    const field = mostFrequent(
      places.map((place) => wants[place]),
      told,
    );
    if (field === null) {
      byRange(places);
      return;
    }
    const byValue = new Map<string, number[]>();
    for (const place of places) {
      for (const value of wants[place]?.get(field) ?? []) {
        const known = byValue.get(value);
        if (known) known.push(place);
        else byValue.set(value, [place]);
      }
    }
    const next = new Set([...told, field]);
    for (const some of byValue.values()) if (some.length > 1) among(some, next);
    free(places, (place) => wants[place]?.has(field) ?? false);
  };
  among(
    conditions.map((_, at) => at),
    new Set(),
  );
  return [...pairs.values()].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
};
