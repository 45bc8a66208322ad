/** The nearest of some names, for 「did you mean」. */
import leven from 'leven';

/** Null where nothing is near: more than a third of the characters (at least one) would have to change. */
export const nearest = (name: string, among: Iterable<string>): string | null => {
  let best: string | null = null;
  let distance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of among) {
    const d = leven(name, candidate, { maxDistance: distance });
    if (d < distance && d < Math.max(name.length, candidate.length)) {
      best = candidate;
      distance = d;
    }
  }
  return best;
};
