/** The lines of a rule, out of a text that is not the one on the screen: a baseline, or what the file said before. */

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** The one that was asked for. */
  readonly on: boolean;
}

const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

/** More of a section than this is not shown at once. */
const MOST = 24;

/** The section around a line, from its head on; of a long one what is next to the line, and the head. */
export function excerptOf(text: string, line: number): readonly ExcerptLine[] {
  const all = linesOf(text);
  const at = line - 1;
  if (at < 0 || at >= all.length) return [];
  const opens = (one: string | undefined): boolean => one !== undefined && /^[^\s#＃]/.test(one);
  let head = at;
  while (head > 0 && !opens(all[head])) head--;
  let end = at + 1;
  while (end < all.length && !opens(all[end])) end++;
  // What stands above the next section is that one's.
  while (end > at + 1 && /^(\s*|[#＃].*)$/.test(all[end - 1] ?? '')) end--;
  const lines = all.slice(head, end).map((one, of) => ({ number: head + of + 1, text: one, on: head + of === at }));
  if (lines.length <= MOST) return lines;
  const near = Math.max(1, Math.min(at - head - MOST / 2, lines.length - MOST + 1));
  return [...lines.slice(0, 1), ...lines.slice(near, near + MOST - 1)];
}

/**
 * Where a line of an earlier text stands now: by what is alike before and behind the changes, else the nearest line that
 * reads the same. Null: it reads otherwise now.
 */
export function standsNow(before: string, now: string, line: number): number | null {
  const [old, new_] = [linesOf(before), linesOf(now)];
  const words = old[line - 1];
  if (words === undefined) return null;
  let head = 0;
  while (head < Math.min(old.length, new_.length) && old[head] === new_[head]) head++;
  if (line <= head) return line;
  const moved = line + new_.length - old.length;
  let tail = 0;
  while (tail < Math.min(old.length, new_.length) - head && old.at(-1 - tail) === new_.at(-1 - tail)) tail++;
  if (line > old.length - tail) return moved;
  const alike = new_.flatMap((one, at) => (one === words ? [at + 1] : []));
  return alike.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line)).at(0) ?? null;
}
