/** Which way a change goes, as far as it is proven; null: it is not. */

export type Way = 'neutral' | 'stricter' | 'looser' | null;

/** Of several changes one after the other. */
export const both = (a: Way, b: Way): Way => (a === 'neutral' ? b : b === 'neutral' || a === b ? a : null);

export const all = (ways: Iterable<Way>): Way => {
  let found: Way = 'neutral';
  for (const way of ways) {
    found = both(found, way);
    if (found === null) return null;
  }
  return found;
};

export const turned = (way: Way): Way => (way === 'stricter' ? 'looser' : way === 'looser' ? 'stricter' : way);

/** By the sign of what is gained. */
export const wayOf = (gain: number): Way => (gain > 0 ? 'looser' : gain < 0 ? 'stricter' : 'neutral');

/** `way` where it is safe to say so; no change is always safe. */
export const where = (safe: () => boolean, way: Way): Way => (way === null || way === 'neutral' || safe() ? way : null);
