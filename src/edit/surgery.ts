/** Whole lines taken out, put in, and moved; what stands around them keeps its bytes, and its blank lines. */
import type { TextEdit } from '../model/diagnostic.ts';
import type { Lines, Page } from './page.ts';

/** Of two blank stretches around what goes, one stays. */
function widened(page: Page, { first, last }: Lines): Lines {
  let above = first;
  while (above > 0 && page.isBlank(above - 1)) above--;
  let below = last;
  while (below + 1 < page.count && page.isBlank(below + 1) && !isEnd(page, below + 1)) below++;
  const atTop = above === 0;
  const atBottom = below + 1 >= page.count || isEnd(page, below + 1);
  if (atTop && !atBottom) return { first, last: below };
  if (atBottom) return { first: above, last };
  return above < first && below > last ? { first, last: below } : { first, last };
}

/** The empty rest behind the last line end is no line. */
const isEnd = (page: Page, line: number): boolean => line === page.count - 1 && page.of(line) === '';

/** Takes lines out. Behind the last line without a line end, that of the line before goes instead. */
export function removal(page: Page, lines: Lines): TextEdit {
  const { first, last } = lines;
  const ended = page.next(last) > page.end(last);
  const start = !ended && first > 0 ? page.end(first - 1) : page.start(first);
  return { span: { start, end: page.next(last) }, text: '' };
}

/** The same for several stretches, blank lines around each seen to. */
export function removals(page: Page, regions: readonly Lines[]): readonly TextEdit[] {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of [...regions].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && between(page, before.last, first)) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged.map((lines) => removal(page, widened(page, lines)));
}

/** Whether nothing but blank lines lies between. */
const between = (page: Page, last: number, first: number): boolean => {
  for (let line = last + 1; line < first; line++) if (!page.isBlank(line)) return false;
  return true;
};

/** Puts lines in, each without its line end, before a line. */
export const insertBefore = (page: Page, line: number, put: readonly string[]): TextEdit => {
  const at = page.start(line);
  return { span: { start: at, end: at }, text: put.map((one) => one + page.eol).join('') };
};

/** Puts lines in behind a line; a file without an end of its last line stays so. */
export const insertAfter = (page: Page, line: number, put: readonly string[]): TextEdit => {
  const at = page.next(line);
  const ended = at > page.end(line);
  const text = ended ? put.map((one) => one + page.eol).join('') : put.map((one) => page.eol + one).join('');
  return { span: { start: at, end: at }, text };
};

/** Lines as they stand, the line end of the last left out. */
export function piece(page: Page, { first, last }: Lines): string {
  return page.text.slice(page.start(first), page.end(last));
}

/** Moves lines before or behind another line. `blank`: one is kept between. */
export function transfer(
  page: Page,
  lines: Lines,
  to: { readonly before: number } | { readonly after: number },
  blank: boolean,
): readonly TextEdit[] {
  const put = [piece(page, lines)];
  const [out] = removals(page, [lines]) as readonly [TextEdit];
  const edit =
    'before' in to
      ? insertBefore(page, to.before, blank ? [...put, ''] : put)
      : insertAfter(page, to.after, blank ? ['', ...put] : put);
  return [out, edit];
}
