/**
 * Whose a comment is. The block of comments directly above a rule and the one behind it are the rule's: they move and die
 * with it. Comments with a blank line below them stay where they are. A line that was switched off (停用) is a comment with
 * a mark of its own, and belongs to nobody.
 */
import type { Span } from '../model/span.ts';
import type { Lines, Page } from './page.ts';

const MARKS = {
  zh: { first: '停用：', more: '同上：' },
  en: { first: 'disabled: ', more: 'ditto: ' },
} as const;
const FIRST = /^(\s*)[#＃] ?(?:停用[：:]|disabled: ?)(.*)$/;
const MORE = /^(\s*)[#＃] ?(?:同上[：:]|ditto: ?)(.*)$/;

/** A rule's lines switched off: the first is marked so, the others as going with it. */
export const switchedOff = (line: string, isFirst: boolean, language: 'zh' | 'en'): string => {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return `${indent}# ${MARKS[language][isFirst ? 'first' : 'more']}${line.slice(indent.length)}`;
};

/** What was written before it was switched off; undefined where the line was not. */
export const switchedOn = (line: string): string | undefined => {
  const match = FIRST.exec(line) ?? MORE.exec(line);
  if (!match) return undefined;
  const [, indent = '', rest = ''] = match;
  return indent + rest;
};

export const isOff = (page: Page, line: number): boolean =>
  line >= 0 && line < page.count && switchedOn(page.of(line)) !== undefined;

/** The comments directly above a line. */
export function above(page: Page, line: number): Lines | undefined {
  let first = line;
  while (page.isComment(first - 1) && !isOff(page, first - 1)) first--;
  return first < line ? { first, last: line - 1 } : undefined;
}

/** A rule with the comments that are its own. */
export function withComments(page: Page, span: Span): Lines {
  const { first, last } = page.lines(span);
  return { first: above(page, first)?.first ?? first, last };
}

/** What a rule's comments say, each line as it stands. */
export function commentsOf(page: Page, span: Span): readonly string[] {
  const { first, last } = page.lines(span);
  const own = above(page, first);
  const lines: string[] = [];
  if (own) for (let at = own.first; at <= own.last; at++) lines.push(page.of(at).trim());
  const behind = page.text.slice(span.end, page.end(last)).trim();
  if (/^[;；。]*\s*[#＃]/.test(behind)) lines.push(behind.replace(/^[;；。]*\s*/, ''));
  return lines;
}

/** Rules that were switched off, each with all its lines. */
export function offIn(page: Page): readonly Lines[] {
  if (!/停用|disabled/.test(page.text)) return [];
  const found: Lines[] = [];
  for (let line = 0; line < page.count; line++) {
    if (!FIRST.test(page.of(line))) continue;
    const first = line;
    while (line + 1 < page.count && MORE.test(page.of(line + 1))) line++;
    found.push({ first, last: line });
  }
  return found;
}
