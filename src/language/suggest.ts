/** The nearest of some names, for 「did you mean」. */
import { distance } from '../../grammar/distance.ts';

/** A file may declare a great many names, and misspell as many: a suggestion is not worth that. */
const MOST_LOOKED_AT = 2000;

/** Null where nothing is near: more than a third of the letters (at least one) would have to change. */
export const nearest = (name: string, among: Iterable<string>): string | null => {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let least = most + 1;
  let looked = 0;
  for (const candidate of among) {
    if (looked++ >= MOST_LOOKED_AT) break;
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const apart = distance(name.toLowerCase(), candidate.toLowerCase(), most);
    if (apart >= least || apart >= Math.max(name.length, candidate.length)) continue;
    best = candidate;
    least = apart;
  }
  return best;
};
