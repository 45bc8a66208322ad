/** The name that a misspelt one was probably meant to be. */
import type { Shell } from './shell.ts';

/** A question to put before a list of what there is, or nothing. */
export function suggestion(name: string, known: readonly string[], shell: Shell): string {
  const near = nearest(name, known);
  return near === null ? '' : `${shell.say('didYouMean', { name: near })} `;
}

/** Close is a third of the letters wrong at most; of a name of one or two letters, one. */
function nearest(name: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: { name: string; distance: number } | null = null;
  for (const one of known) {
    const distance = distanceOf(name.toLowerCase(), one.toLowerCase(), limit);
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { name: one, distance };
  }
  return best?.name ?? null;
}

/** How many letters must be put in, left out, changed or swapped with the next; above the limit, some number above it. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (above[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    above = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
