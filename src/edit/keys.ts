/**
 * Keys that outlive edits. What stands as it did keeps its key, wherever it went; of what changed, that which stands
 * between the same neighbours keeps it. Only what is new gets one of its own: its kind and a hash of its text.
 */

/** What is looked at to tell one thing from another. */
export interface Known {
  readonly key: string;
  /** What it says: the same again is the same thing. */
  readonly says: string;
  /** What it is. */
  readonly kind: string;
}

export interface Unknown {
  readonly says: string;
  /** `broken`: it may have been anything. */
  readonly kind: string;
}

const hash = (text: string): string => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
};

/** For each of the new, the index of the old one that it is; -1 where it is new. */
export function matched(old: readonly Known[], now: readonly Unknown[]): readonly number[] {
  const found = new Array<number>(now.length).fill(-1);
  const taken = new Array<boolean>(old.length).fill(false);
  const same = (i: number, j: number): boolean => old[i]?.kind === now[j]?.kind && old[i]?.says === now[j]?.says;
  const take = (i: number, j: number): void => {
    found[j] = i;
    taken[i] = true;
  };
  let head = 0;
  while (head < old.length && head < now.length && same(head, head)) {
    take(head, head);
    head++;
  }
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && same(old.length - 1 - tail, now.length - 1 - tail)) {
    tail++;
    take(old.length - tail, now.length - tail);
  }
  const waiting = new Map<string, number[]>();
  for (let i = old.length - tail - 1; i >= head; i--) {
    const one = old[i] as Known;
    const name = `${one.kind}\n${one.says}`;
    const list = waiting.get(name);
    if (list) list.push(i);
    else waiting.set(name, [i]);
  }
  for (let j = head; j < now.length - tail; j++) {
    const one = now[j] as Unknown;
    const i = waiting.get(`${one.kind}\n${one.says}`)?.pop();
    if (i !== undefined) take(i, j);
  }
  // What changed stands between neighbours that did not; of several, in order and of its kind.
  for (let j = head; j < now.length - tail; j++) {
    if (found[j] !== -1) continue;
    const from = j === 0 ? 0 : (found[j - 1] as number) + 1;
    if (j > 0 && found[j - 1] === -1) continue;
    for (let i = from; i < old.length && !taken[i]; i++) {
      if (!mayBe(old[i]?.kind, now[j]?.kind)) continue;
      take(i, j);
      break;
    }
  }
  for (let j = now.length - tail - 1; j >= head; j--) {
    if (found[j] !== -1) continue;
    const next = j + 1 < now.length ? (found[j + 1] as number) : old.length;
    if (next < 0) continue;
    for (let i = next - 1; i >= 0 && !taken[i]; i--) {
      if (!mayBe(old[i]?.kind, now[j]?.kind)) continue;
      take(i, j);
      break;
    }
  }
  return found;
}

/** What cannot be read may have been anything, and may become anything. */
const mayBe = (old: string | undefined, now: string | undefined): boolean =>
  old === now || old === 'broken' || now === 'broken';

/** Hands out keys, none twice. */
export class Keys {
  private readonly used = new Set<string>();

  /** Keys that are in use already. */
  keep(keys: Iterable<string>): void {
    for (const key of keys) this.used.add(key);
  }

  make(under: string, kind: string, says: string, plain = false): string {
    const base = `${under}${kind}:${plain ? says : hash(says)}`;
    let key = base;
    for (let n = 2; this.used.has(key); n++) key = `${base}~${n}`;
    this.used.add(key);
    return key;
  }
}
