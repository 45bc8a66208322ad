/** Two wordings of a line, and which words of each differ: those between what both begin and end with. */

export interface Marked {
  readonly head: string;
  readonly own: string;
  readonly tail: string;
}

const PIECES = /\s+|、|[^\s、]+/g;

export function marked(before: string, after: string): readonly [Marked, Marked] {
  const [old, now] = [before.match(PIECES) ?? [], after.match(PIECES) ?? []];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const cut = (all: readonly string[]): Marked => ({
    head: all.slice(0, head).join(''),
    own: all.slice(head, all.length - tail).join(''),
    tail: all.slice(all.length - tail).join(''),
  });
  return [cut(old), cut(now)];
}
