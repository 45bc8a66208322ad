/**
 * Two people changed one file: their texts are put together by rule, not by line. What only one of them changed is taken;
 * what both changed alike is taken once; what both changed differently is left to whoever decides, and nothing of either
 * is lost meanwhile.
 */
import { parse } from '../parse.ts';

/** A section with the comments and blank lines above it, as it stands; the first one holds what stands before all. */
interface Piece {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/** Null: that side has no such section. */
export interface Clash {
  readonly title: string;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export type Merged = {
  /** With `mine` where both changed a section differently. */
  readonly text: string;
  readonly clashes: readonly Clash[];
  /** Sections of which the other side's state was taken. */
  readonly taken: readonly string[];
};

export interface Difference {
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The sections in which two texts differ, in the order of the second. */
export const differences = (before: string, after: string): readonly Difference[] => {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const [inOld, inNow] = [old, now].map((all) => new Map(all.map((one) => [one.key, one])));
  return inOrder(now, old).flatMap((key) => {
    const [a, b] = [inOld?.get(key), inNow?.get(key)];
    if (same(a?.text, b?.text)) return [];
    return [{ title: (b ?? a)?.title ?? '', before: a?.text ?? null, after: b?.text ?? null }];
  });
};

/** `choose`: the key is the place of the clash; what was not chosen stays mine. */
export const merge = (
  texts: { readonly base: string; readonly mine: string; readonly theirs: string },
  choose: ReadonlyMap<number, 'mine' | 'theirs'> = new Map(),
): Merged => {
  const [base, mine, theirs] = [piecesOf(texts.base), piecesOf(texts.mine), piecesOf(texts.theirs)];
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map((all) => new Map(all.map((one) => [one.key, one])));
  const clashes: Clash[] = [];
  const taken: string[] = [];
  const kept = new Map<string, string | null>();
  for (const { key, title } of [...mine, ...theirs, ...base]) {
    if (kept.has(key)) continue;
    const [old, own, other] = [inBase, inMine, inTheirs].map((all) => all?.get(key)?.text ?? null);
    if (own === other || same(other, old)) kept.set(key, own ?? null);
    else if (same(own, old)) {
      taken.push(title);
      kept.set(key, other ?? null);
    } else {
      const choice = choose.get(clashes.length) ?? 'mine';
      clashes.push({ title, base: old ?? null, mine: own ?? null, theirs: other ?? null });
      kept.set(key, (choice === 'theirs' ? other : own) ?? null);
    }
  }
  const text = inOrder(mine, theirs)
    .map((key) => kept.get(key) ?? '')
    .reduce(joined, '');
  return { text, clashes, taken };
};

/** A blank line more or less at the end of a section, because the one below it changed, is no change of it. */
const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? null) === (b ?? null) || (typeof a === 'string' && typeof b === 'string' && a.trimEnd() === b.trimEnd());

/** Two sections never run into one line. */
const joined = (before: string, piece: string): string => {
  if (before === '' || piece === '' || /[\r\n]$/.test(before)) return before + piece;
  return `${before}${/\r\n/.test(piece) ? '\r\n' : '\n'}${piece}`;
};

/** Mine in my order; what only theirs has stands behind what stands before it there. */
const inOrder = (mine: readonly Piece[], theirs: readonly Piece[]): readonly string[] => {
  const order = mine.map(({ key }) => key);
  const known = new Set(order);
  let after = -1;
  for (const { key } of theirs) {
    if (known.has(key)) after = order.indexOf(key);
    else {
      order.splice(++after, 0, key);
      known.add(key);
    }
  }
  return order;
};

const piecesOf = (text: string): readonly Piece[] => {
  // A section is known by its first word: no names are needed to tell one from the next.
  const { file } = parse(text, { file: '' });
  const starts = file.sections.map(({ leading, span }) => lineStart(text, leading[0]?.span.start ?? span.start));
  const counts = new Map<string, number>();
  return file.sections.map((section, at) => {
    const own = 'label' in section && section.label ? section.label.text : '';
    const title =
      'title' in section
        ? section.title.value
        : 'text' in section
          ? String(text.slice(section.span.start, section.span.end))
          : '';
    const word = text.slice(section.word.start, section.word.end);
    const name = own || title || ('clauses' in section ? section.clauses.text : '');
    const around =
      section.kind === 'item' ? (file.sections.slice(0, at).findLast(({ kind }) => kind === 'category') ?? null) : null;
    const within = around && 'label' in around && around.label ? around.label.text : '';
    const base = `${section.kind}\u0000${within}\u0000${name}`;
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    const start = at === 0 ? 0 : (starts[at] ?? 0);
    return {
      key: `${base}\u0000${count}`,
      title: [word, name].filter(Boolean).join(' '),
      text: text.slice(start, starts[at + 1] ?? text.length),
    };
  });
};

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
