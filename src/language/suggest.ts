/** The nearest of some names, for 「did you mean」. */
import { distance } from '../../grammar/distance.ts';

/** Null where nothing is near: more than a third of the letters (at least one) would have to change. */
export const nearest = (name: string, among: Iterable<string>): string | null => {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let least = most + 1;
  for (const candidate of among) {
    const apart = distance(name.toLowerCase(), candidate.toLowerCase(), most);
    if (apart >= least || apart >= Math.max(name.length, candidate.length)) continue;
    best = candidate;
    least = apart;
  }
  return best;
};
