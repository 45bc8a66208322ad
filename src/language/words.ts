/** How constructs say their words: strings, lists and parts that may be missing become one row of words. */
import { keywords } from '../../grammar/keywords.ts';
import type { Printed, Word } from './construct.ts';

/** Where a line too wide is broken first, and last; conditions break in between, the outer connectives before the inner. */
export const FOLD_WHEN = 0;
export const FOLD_ITEM = Number.MAX_SAFE_INTEGER;

/** A part of a line: a word, several, or none. */
export type Part = string | Word | readonly Word[] | undefined;

export const words = (...parts: readonly Part[]): readonly Word[] =>
  parts.flatMap((part) => (part === undefined ? [] : typeof part === 'string' ? [{ text: part }] : part));

/** A line that is nothing but words. */
export const said = (...parts: readonly Part[]): Printed => ({ words: words(...parts) });

export const tight = (text: string): Word => ({ text, tight: true });

/** `A、B、C`; a wide line may be broken after a 、, since what follows is then read as its continuation. */
export const enumerated = (items: readonly Part[]): readonly Word[] =>
  joined(items, '、', (item) => (opensLine(item) ? undefined : FOLD_ITEM));

/** `类别 甲、条目 乙`: where sections are listed, such a word does not open a line even after a break. */
export const enumeratedSections = (items: readonly Part[]): readonly Word[] => joined(items, '、', () => FOLD_ITEM);

/** `A，B，C`. */
export const pairs = (items: readonly Part[]): readonly Word[] => joined(items, '，', () => undefined);

/** `（A 或 B）` */
export const parenthesised = (inner: readonly Word[]): readonly Word[] => {
  const [first, ...rest] = inner;
  const opened = first === undefined ? [{ text: '（' }] : [{ ...first, text: `（${first.text}` }, ...rest];
  return closed(opened, '）');
};

/** The words on one line. */
export const lineOf = (row: readonly Word[]): string =>
  row.reduce((line, word) => (line === '' || word.tight ? line + word.text : `${line} ${word.text}`), '');

function joined(
  items: readonly Part[],
  separator: string,
  foldOf: (item: readonly Word[]) => number | undefined,
): readonly Word[] {
  return items.flatMap((item, i) => {
    const row = words(item);
    const ended = i < items.length - 1 ? closed(row, separator) : row;
    return i === 0 ? ended : follows(ended, foldOf(row));
  });
}

const openers: ReadonlySet<string> = new Set(
  Object.values(keywords).flatMap(({ zh, en, place }) => (place === 'inner' ? [] : [zh, en])),
);

/** An option such as `形式 form` would be taken for a line of its own if it began one, in spite of the 、 above it. */
const opensLine = (item: readonly Word[]): boolean => {
  const [first = '', second] = lineOf(item).split(' ');
  return second !== undefined && openers.has(first);
};

/** The mark right behind the last word. */
function closed(row: readonly Word[], mark: string): readonly Word[] {
  const last = row.at(-1);
  return last === undefined ? [tight(mark)] : [...row.slice(0, -1), { ...last, text: last.text + mark }];
}

/** The first word right behind what came before. */
function follows([first, ...rest]: readonly Word[], fold?: number): readonly Word[] {
  if (first === undefined) return rest;
  return [{ ...first, tight: true, ...(fold === undefined ? {} : { fold }) }, ...rest];
}
