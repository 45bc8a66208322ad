/**
 * Splits a run of Han and Latin letters into words, once the declared names are known (language.md, “How text becomes
 * words”, rule 2): only if the *whole* run is made of inner words, units and declared names, longest first from the
 * left; else it is one name. A run with another full reading across one of its cuts is refused.
 *
 * PROMISE: time is linear in the run, for no word of the dictionary is longer than `LONGEST`.
 */
import { half, isLatin } from './characters.ts';
import { type KeywordId, keywords } from './keywords.ts';

/** Names longer than this stand alone or with spaces. */
const LONGEST = 40;

const hanRatio = /[一二三四五六七八九十百零〇两]{1,6}分之[一二三四五六七八九十百零〇两]{1,6}/y;

/** 三分之二 and the like: a number as Chinese texts write it. */
const hanRatioAt = (run: string, at: number): string | undefined => {
  hanRatio.lastIndex = at;
  return hanRatio.exec(run)?.[0];
};

const innerWords = (keep: (id: KeywordId) => boolean): string[] =>
  (Object.keys(keywords) as KeywordId[])
    .filter(keep)
    .flatMap((id): string[] => [keywords[id].zh, keywords[id].en])
    .filter((word) => !/[<>]/.test(word));

const inner = innerWords((id) => keywords[id].place === 'inner' || keywords[id].place === 'both');
/** Words after 成员 and 不沿用. */
const sections = innerWords((id) => ['category', 'item', 'group', 'require', 'reading'].includes(id));

export type Split =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'name' }
  | { readonly kind: 'ambiguous'; readonly one: readonly string[]; readonly other: readonly string[] };

const NAME: Split = { kind: 'name' };

/** Words, units and names that a run may be made of. */
export class Dictionary {
  private readonly words = new Set<string>();
  private readonly lengths = new Map<string, number[]>();
  private readonly known = new Map<string, Split>();
  private readonly names: ReadonlySet<string>;

  constructor(names: ReadonlySet<string>, withSections: boolean) {
    this.names = names;
    for (const word of inner) this.add(word);
    if (withSections) for (const word of sections) this.add(word);
    for (const name of names) if (name.length <= LONGEST) this.add(name);
    for (const of of this.lengths.values()) of.sort((a, b) => b - a);
  }

  private add(word: string): void {
    const first = word.charAt(0);
    if (first === '' || this.words.has(word)) return;
    this.words.add(word);
    const of = this.lengths.get(first);
    if (!of) this.lengths.set(first, [word.length]);
    else if (!of.includes(word.length)) of.push(word.length);
  }

  /** Whether the spelling is a declared name. */
  declares(name: string): boolean {
    return this.names.has(name);
  }

  /** The words that begin at `at`, longest first; none ends or begins inside a Latin word. */
  private at(run: string, at: number): number[] {
    const found: number[] = [];
    if (isLatin(run[at]) && isLatin(run[at - 1])) return found;
    const ratio = hanRatioAt(run, at);
    if (ratio) found.push(ratio.length);
    for (const length of this.lengths.get(run.charAt(at)) ?? []) {
      const end = at + length;
      if (end > run.length || (isLatin(run[end - 1]) && isLatin(run[end]))) continue;
      if (this.words.has(run.slice(at, end))) found.push(length);
    }
    return found;
  }

  /** How a run reads. */
  split(written: string): Split {
    const run = half(written);
    const known = this.known.get(run);
    if (known) return known;
    const split =
      this.words.has(run) || hanRatioAt(run, 0) === run ? { kind: 'words' as const, words: [run] } : this.read(run);
    if (run.length <= LONGEST) this.known.set(run, split);
    return split;
  }

  /**
   * What keeps a name from being split: the stretch that no word reaches from either end, and the words around it.
   * Undefined where no word of the language stands beside it that one would write into a run.
   */
  unread(name: string): { readonly rest: string; readonly words: readonly string[] } | undefined {
    const ahead: string[] = [];
    let from = 0;
    for (let length = this.at(name, 0)[0]; length; length = this.at(name, from)[0]) {
      ahead.push(name.slice(from, from + length));
      from += length;
    }
    const behind: string[] = [];
    let to = name.length;
    const before = (): number | undefined => {
      for (let at = Math.max(from, to - LONGEST); at < to; at++) if (this.at(name, at).includes(to - at)) return at;
      return undefined;
    };
    for (let at = before(); at !== undefined && from < to; at = before()) {
      behind.unshift(name.slice(at, to));
      to = at;
    }
    const words = [...ahead, ...behind];
    return words.length > 0 && from < to ? { rest: name.slice(from, to), words } : undefined;
  }

  private read(run: string): Split {
    // ends[i]: the words at i that leave a rest which reads to the end, longest first.
    const ends: number[][] = new Array(run.length);
    const reaches = (at: number): boolean => at === run.length || (ends[at]?.length ?? 0) > 0;
    for (let at = run.length - 1; at >= 0; at--) ends[at] = this.at(run, at).filter((length) => reaches(at + length));
    if (!reaches(0)) return NAME;
    const words = readFrom(run, ends, 0);
    const crossing = findCrossing(run, ends, words);
    return crossing ? { kind: 'ambiguous', one: words, other: crossing } : { kind: 'words', words };
  }
}

const readFrom = (run: string, ends: readonly number[][], from: number): string[] => {
  const words: string[] = [];
  for (let at = from; at < run.length; ) {
    const length = ends[at]?.[0] ?? run.length;
    words.push(run.slice(at, at + length));
    at += length;
  }
  return words;
};

/** Another full reading with a word across one of the cuts, if there is one. */
const findCrossing = (run: string, ends: readonly number[][], words: readonly string[]): string[] | undefined => {
  // from[i]: where the word begins by which a reading came to i; -1 where none came.
  const from = new Int32Array(run.length + 1).fill(-1);
  from[0] = 0;
  let cut = 0;
  let next = 0;
  for (let at = 0; at < run.length; at++) {
    // The first cut after this place.
    while (cut <= at) cut += words[next++]?.length ?? run.length;
    if (from[at] === -1) continue;
    for (const length of ends[at] ?? []) {
      const end = at + length;
      if (from[end] === -1) from[end] = at;
      if (end <= cut) continue;
      const before: string[] = [];
      for (let to = at; to > 0; to = from[to] as number) before.push(run.slice(from[to], to));
      return [...before.reverse(), run.slice(at, end), ...readFrom(run, ends, end)];
    }
  }
  return undefined;
};
