/** How far a misspelt name is from a known one. */
import leven from 'leven';

/** Two neighbouring letters changed places, and nothing else. */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((_, i) => a[i] !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** Letters to put in, leave out or change; a swap of two neighbours counts once. Exact up to `most`. */
export const distance = (a: string, b: string, most: number): number =>
  swapped(a, b) ? 1 : leven(a, b, { maxDistance: most + 1 });
