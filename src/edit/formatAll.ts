/** 「整理格式」: the canonical form, as edits of the lines that differ. */
import { format } from '../format.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Desk } from './desk.ts';
import type { Edited } from './intent.ts';
import { say } from './messages.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly into: readonly string[];
}

/** Where two lists of lines differ: lines that both have once are what they are held against each other by. */
function differing(old: readonly string[], now: readonly string[], at: number, found: Stretch[]): void {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const a = old.slice(head, old.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length === 0 && b.length === 0) return;
  const pairs = a.length === 0 || b.length === 0 ? [] : anchors(a, b);
  if (pairs.length === 0) {
    found.push({ from: at + head, to: at + head + a.length, into: b });
    return;
  }
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    differing(a.slice(i, x), b.slice(j, y), at + head + i, found);
    [i, j] = [x + 1, y + 1];
  }
}

/** Lines that stand once on either side, as many as come in the same order. */
function anchors(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const once = (lines: readonly string[]): Map<string, number> => {
    const places = new Map<string, number>();
    for (const [k, line] of lines.entries()) places.set(line, places.has(line) ? -1 : k);
    return places;
  };
  const there = once(b);
  const pairs = [...once(a)].flatMap(([line, k]) => {
    const other = there.get(line) ?? -1;
    return k >= 0 && other >= 0 ? [[k, other] as const] : [];
  });
  // The longest run that grows on both sides.
  const ends: number[] = [];
  const before = new Array<number>(pairs.length).fill(-1);
  pairs.forEach(([, y], k) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((pairs[ends[mid] as number]?.[1] ?? 0) < y) low = mid + 1;
      else high = mid;
    }
    before[k] = ends[low - 1] ?? -1;
    ends[low] = k;
  });
  const run: (readonly [number, number])[] = [];
  for (let k = ends.at(-1) ?? -1; k >= 0; k = before[k] ?? -1) run.push(pairs[k] as readonly [number, number]);
  return run.reverse();
}

export function formatAll(desk: Desk): Edited {
  const { page, document } = desk.look;
  const old = Array.from({ length: page.count }, (_, line) => page.of(line));
  const now = format(document.tree, desk.text).split('\n');
  // A file that does not end its last line stays so.
  if (old.at(-1) !== '' && now.at(-1) === '') now.pop();
  const found: Stretch[] = [];
  differing(old, now, 0, found);
  const edits = found.flatMap(({ from, to, into }): TextEdit[] => {
    if (into.length === to - from) {
      return into.map((text, k) => ({ span: { start: page.start(from + k), end: page.end(from + k) }, text }));
    }
    if (to < page.count)
      return [
        { span: { start: page.start(from), end: page.start(to) }, text: into.map((line) => line + page.eol).join('') },
      ];
    const start = from > 0 ? page.end(from - 1) : 0;
    const text = into.join(page.eol);
    return [{ span: { start, end: desk.text.length }, text: from > 0 && into.length > 0 ? page.eol + text : text }];
  });
  return desk.give(edits, { says: say('formatted', { count: String(edits.length) }) });
}
