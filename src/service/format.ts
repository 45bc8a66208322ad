/** The canonical form as edits of the lines that differ, so that cursor, view and line ends stay. */
import { format } from '../format.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Document } from './document.ts';

export interface Formatting {
  /** The language of the keywords; that of the file unless said. */
  readonly keywords?: 'zh' | 'en';
}

/** None where all is well. Lines are held against lines of the same place where their number is the same. */
export const formatEdits = (
  { text, compiled: { tree } }: Document,
  { keywords }: Formatting = {},
): readonly TextEdit[] => {
  const old = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const now = format(tree, text, keywords ? { keywords } : {})
    .split(/(?<=\n)/)
    .map((line) => line.replace(/\n$/, eol));
  const same = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && bare(a) === bare(b) && /[\r\n]$/.test(a) === /[\r\n]$/.test(b);
  let head = 0;
  while (head < old.length && same(old[head], now[head])) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && same(old.at(-1 - tail), now.at(-1 - tail))) tail++;
  const [before, after] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const start = old.slice(0, head).join('').length;
  if (before.length !== after.length) {
    return [least(text, { span: { start, end: start + before.join('').length }, text: after.join('') })];
  }
  let at = start;
  return before.flatMap((line, n): TextEdit[] => {
    const [span, put] = [{ start: at, end: at + bare(line).length }, after[n] ?? ''];
    at += line.length;
    return same(line, put) ? [] : [least(text, { span, text: bare(put) })];
  });
};

/** Of no more than what differs. */
const least = (text: string, { span: { start, end }, text: put }: TextEdit): TextEdit => {
  const most = Math.min(end - start, put.length);
  let head = 0;
  while (head < most && text[start + head] === put[head]) head++;
  let tail = 0;
  while (tail < most - head && text[end - 1 - tail] === put.at(-1 - tail)) tail++;
  return { span: { start: start + head, end: end - tail }, text: put.slice(head, put.length - tail) };
};

const bare = (line: string): string => line.replace(/[\r\n]+$/, '');
