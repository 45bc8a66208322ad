/** Which elements of two lists are the same one, before and after. */

export type Pair<T> = readonly [before: T | null, after: T | null];

/** So alike two lines must be to be one that was changed, of 1. */
const ALIKE = 0.45;

/** More than so many that nothing pairs plainly are not paired at all. */
const MANY = 200;

const wordsOf = (words: string): readonly string[] => words.split(/[\s|，、]+/).filter((word) => word !== '');

/** What share of their words two lines have in common. */
export const likeness = (a: string, b: string): number => {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common += 1;
  }
  return (2 * common) / Math.max(1, one.length + other.length);
};

/** Those of one sign are one, by one sign after the other; then the likest; what is left was added or taken away. */
export const pairs = <T extends object>(
  before: readonly T[],
  after: readonly T[],
  signs: readonly ((one: T) => string)[],
  alike: (a: T, b: T) => number,
): readonly Pair<T>[] => {
  const twins = new Map<T, T>();
  const taken = new Set<T>();
  for (const sign of signs) {
    const waiting = Map.groupBy(
      before.filter((one) => !taken.has(one)),
      sign,
    );
    for (const one of after) {
      const twin = twins.has(one) ? undefined : waiting.get(sign(one))?.shift();
      if (twin === undefined) continue;
      twins.set(one, twin);
      taken.add(twin);
    }
  }
  const old = before.filter((one) => !taken.has(one));
  const now = after.filter((one) => !twins.has(one));
  const scored =
    old.length > MANY || now.length > MANY
      ? []
      : old.flatMap((a) => now.map((b) => ({ a, b, score: alike(a, b) }))).filter(({ score }) => score >= ALIKE);
  for (const { a, b } of scored.sort((one, other) => other.score - one.score)) {
    if (taken.has(a) || twins.has(b)) continue;
    twins.set(b, a);
    taken.add(a);
  }
  return [
    ...before.filter((one) => !taken.has(one)).map((one): Pair<T> => [one, null]),
    ...after.map((one): Pair<T> => [twins.get(one) ?? null, one]),
  ];
};
