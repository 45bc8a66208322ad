/** Which lines are a row's or a section's own, comments included. */
import type { SectionKind } from '../model/ast.ts';
import { isOff, withComments } from './comments.ts';
import { type Desk, type Place, refuse } from './desk.ts';
import type { Refused } from './intent.ts';
import type { Lines, Page } from './page.ts';
import type { Block, Key } from './view.ts';

/** The lines of a section with its comments; what is switched off at its end is its own too. */
export function regionOfBlock(desk: Desk, block: Block): Lines {
  const { page } = desk.look;
  if (block.disabled) return withComments(page, block.extent);
  const { first, last } = withComments(page, block.extent);
  const off = block.rows.filter(({ kind }) => kind === 'disabled').map(({ span }) => page.lines(span).last);
  return { first, last: Math.max(last, ...off) };
}

/** The lines of a row with its comments. */
export function regionOfRow(desk: Desk, { row }: Place): Lines {
  const { page } = desk.look;
  const element = desk.element(row);
  // The span of a line with a table holds the table too.
  if (element?.kind === 'line') return withComments(page, element.line.span);
  return withComments(page, row.span);
}

export const regionOf = (desk: Desk, key: Key, place: Place): Lines =>
  desk.isBlock(key) || place.row.kind === 'head' ? regionOfBlock(desk, place.block) : regionOfRow(desk, place);

/** A 类别 with its 条目; any other section alone. */
export function family(desk: Desk, block: Block): readonly Block[] {
  if (block.kind !== 'category' || block.disabled) return [block];
  const blocks = desk.view.blocks;
  const found = [block];
  for (const next of blocks.slice(blocks.indexOf(block) + 1)) {
    if (next.kind === 'category') break;
    if (next.kind === 'item') found.push(next);
  }
  return found;
}

/** From the first line of a family to its last. */
export function wholeOf(desk: Desk, block: Block): Lines {
  const regions = family(desk, block).map((one) => regionOfBlock(desk, one));
  return { first: Math.min(...regions.map((one) => one.first)), last: Math.max(...regions.map((one) => one.last)) };
}

/** Whether the section stands apart from the one before by a blank line; the first of all, from the one behind. */
export const standsApart = (page: Page, { first, last }: Lines): boolean =>
  first > 0 ? page.isBlank(first - 1) : last + 1 < page.count - 1 && page.isBlank(last + 1);

/**
 * The comment that would be left without a rule: it stands above, parted by a blank line, and what follows is no rule
 * that it could speak of.
 */
export function orphaned(page: Page, { first, last }: Lines, isLine: boolean): string | undefined {
  let up = first - 1;
  while (up >= 0 && page.isBlank(up)) up--;
  if (up < 0 || up === first - 1 || !page.isComment(up) || isOff(page, up)) return undefined;
  const text = page.of(up).trim();
  let down = last + 1;
  while (down < page.count && page.isBlank(down)) down++;
  if (down >= page.count) return text;
  if (isLine && page.indent(down).length < page.indent(first).length) return text;
  if (!page.isComment(down)) return undefined;
  let end = down;
  while (page.isComment(end)) end++;
  // A comment that a blank line follows begins something else.
  return page.isBlank(end) ? text : undefined;
}

/** Sections of which there can be one only. */
const single: ReadonlySet<SectionKind> = new Set<SectionKind>(['rules', 'scope', 'makeup', 'carry', 'convert']);
export const isSingle = (kind: SectionKind): boolean => single.has(kind);

export function placeOf(desk: Desk, key: Key): Place | Refused {
  const place = desk.place(key);
  return place ?? refuse('goneAway');
}

/** A row or a section in words. */
export const nameOf = ({ block, row }: Place): string =>
  row.kind === 'head' ? block.title : (row.text.split(/[\r\n]/)[0]?.trim() ?? '');

/** Whether a key stands for a whole section. */
export const isWhole = (desk: Desk, key: Key, place: Place): boolean => desk.isBlock(key) || place.row.kind === 'head';
