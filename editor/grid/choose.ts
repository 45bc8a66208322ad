/**
 * Which choices fit what was typed: the words themselves, the code, or the first letters of their pinyin (gjj → 国家级).
 * The table of readings is large and comes later; until then words and codes do.
 */
import type { Choice } from '../../src/edit/index.ts';

type Initials = (text: string) => readonly string[];

let initials: Initials | null = null;
let coming: Promise<void> | null = null;

export function fetchPinyin(): Promise<void> {
  coming ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, readonly string[]>();
    initials = (text) => {
      const before = known.get(text);
      if (before) return before;
      const read = (pattern: 'first' | 'pinyin') =>
        pinyin(text, { pattern, toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase();
      const made = [read('first'), read('pinyin')];
      known.set(text, made);
      return made;
    };
  });
  return coming;
}

export function fitting(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = plain(typed).trim();
  if (wanted === '') return choices;
  const rank = ({ value, label, code }: Choice): number => {
    const names = [value, label, code ?? ''].map(plain);
    if (names.includes(wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    if (names.some((name) => name.includes(wanted))) return 2;
    const sounds = initials?.(label) ?? [];
    if (sounds.some((sound) => sound.startsWith(wanted))) return 3;
    return sounds.some((sound) => sound.includes(wanted)) ? 4 : 5;
  };
  const ranked = choices.map((choice) => ({ choice, rank: rank(choice) })).filter((one) => one.rank < 5);
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

/** Brackets and digits are found at either width. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
