/**
 * What counts under several caps: the most that all of them together allow, and of equal ways the one that keeps earlier
 * amounts. Where any two caps nest or share nothing, each amount in turn counts as much as every cap still leaves. Else
 * all ways are searched, by the simplex method over fractions: its goal is the total, then the first amount, then the second …
 */
import { least, minus, most, order, over, type Rational, rational, times, zero } from './rational.ts';

export interface Bound {
  readonly limit: Rational;
  /** Places of the amounts that it sums. */
  readonly of: ReadonlySet<number>;
}

const apart = (a: Bound, b: Bound): boolean =>
  a.of.isSubsetOf(b.of) || b.of.isSubsetOf(a.of) || a.of.isDisjointFrom(b.of);

export const nested = (bounds: readonly Bound[]): boolean =>
  bounds.every((a, at) => bounds.slice(at + 1).every((b) => apart(a, b)));

export const mostOf = (amounts: readonly Rational[], bounds: readonly Bound[]): readonly Rational[] =>
  nested(
    bounds.map(({ limit, of }) => ({
      limit,
      of: new Set([...of].filter((at) => order(amounts[at] as Rational, zero) > 0)),
    })),
  )
    ? inTurn(amounts, bounds)
    : searched(amounts, bounds);

export const inTurn = (amounts: readonly Rational[], bounds: readonly Bound[]): readonly Rational[] => {
  const counted: Rational[] = [];
  for (const [at, amount] of amounts.entries()) {
    const left = bounds
      .filter(({ of }) => of.has(at))
      .map(({ limit, of }) => counted.reduce((rest, one, other) => (of.has(other) ? minus(rest, one) : rest), limit));
    counted.push(most(zero, least(amount, ...left)));
  }
  return counted;
};

export const searched = (amounts: readonly Rational[], bounds: readonly Bound[]): readonly Rational[] => {
  const count = amounts.length;
  const limits = [
    ...bounds.map(({ limit, of }) => ({ limit: most(zero, limit), of })),
    ...amounts.map((limit, at) => ({ limit, of: new Set([at]) })),
  ];
  const width = count + limits.length;
  const cell = (truth: boolean): Rational => rational(truth ? 1 : 0);
  // A row for each limit: its amounts, its slack, what it allows.
  const rows = limits.map(({ limit, of }, row) => [
    ...Array.from({ length: width }, (_, at) => cell(at < count ? of.has(at) : at === count + row)),
    limit,
  ]);
  const goals = Array.from({ length: count + 1 }, (_, goal) =>
    Array.from({ length: width + 1 }, (_, at) => cell(at < count && (goal === 0 || at === goal - 1))),
  );
  const basis = limits.map((_, row) => count + row);
  const gains = (at: number): boolean => {
    const first = goals.map((goal) => order(goal[at] as Rational, zero)).find((sign) => sign !== 0);
    return first !== undefined && first > 0;
  };
  for (;;) {
    // Bland's rule, so that it ends.
    const enters = Array.from({ length: width }, (_, at) => at).find(gains);
    if (enters === undefined) break;
    let leaves = -1;
    let best: Rational | null = null;
    for (const [row, line] of rows.entries()) {
      const by = line[enters] as Rational;
      if (order(by, zero) <= 0) continue;
      const ratio = over(line[width] as Rational, by);
      const sooner = best === null ? -1 : order(ratio, best);
      if (sooner < 0 || (sooner === 0 && (basis[row] as number) < (basis[leaves] as number)))
        [leaves, best] = [row, ratio];
    }
    const pivot = rows[leaves] as Rational[];
    const by = pivot[enters] as Rational;
    const scaled = pivot.map((one) => over(one, by));
    rows[leaves] = scaled;
    for (const line of [...rows, ...goals]) {
      if (line === scaled) continue;
      const times1 = line[enters] as Rational;
      if (times1.n === 0n) continue;
      for (let at = 0; at <= width; at += 1)
        line[at] = minus(line[at] as Rational, times(times1, scaled[at] as Rational));
    }
    basis[leaves] = enters;
  }
  const found = amounts.map(() => zero);
  for (const [row, at] of basis.entries()) if (at < count) found[at] = (rows[row] as Rational[])[width] as Rational;
  return found;
};
