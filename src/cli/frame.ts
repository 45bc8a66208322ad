/**
 * A code frame: the line that a finding speaks of, with carets under it that line up whatever the line holds: Chinese text
 * (two columns a character), tabs, characters beyond the first plane, combining marks, emoji. Plain ASCII around it, since
 * terminals differ on how wide the box-drawing characters are beside Chinese.
 */
import type { LineMap, Span } from '../index.ts';
import { printable, widthOf } from './width.ts';

const TAB = 4;
/** Columns of a line that are shown at most; a longer one is cut around the place. */
const WIDEST = 110;

/** One character as people see it, and where it stands. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter();

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmenter.segment(line)) {
    const text = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : printable(segment);
    const width = widthOf(text);
    cells.push({ text, width, start: index, end: index + segment.length });
    column += width;
  }
  return cells;
}

export interface Frame {
  /** `12 | 授予 每 3 小时 1 学分` */
  readonly code: string;
  /** `   |      ^^^^^^^^^` */
  readonly carets: string;
  readonly line: number;
  readonly column: number;
}

/** The frame of a span: its first line, the span in it underlined. `gutter` is the width of the line number. */
export function frameOf(map: LineMap, span: Span, gutter = String(map.position(span.start).line).length): Frame {
  const { line, column } = map.position(span.start);
  const whole = cellsOf(map.line(line).replace(/[\u2028\u2029]/g, ' '));
  const from = column - 1;
  const to = from + Math.max(1, span.end - span.start);
  const marked = (cell: Cell): boolean => cell.start < to && cell.end > from;
  const { cells, cut } = shorten(whole, whole.findIndex(marked));

  let before = cut === '' ? 0 : widthOf(cut);
  let under = 0;
  for (const cell of cells) {
    if (marked(cell)) under += cell.width;
    else if (cell.start < from) before += cell.width;
  }
  const shown = `${cut}${cells.map(({ text }) => text).join('')}`.trimEnd();
  const rest = cells.at(-1) === whole.at(-1) ? '' : ' ...';
  return {
    code: `${String(line).padStart(gutter)} | ${shown}${rest}`,
    carets: `${' '.repeat(gutter)} | ${' '.repeat(before)}${'^'.repeat(Math.max(1, under))}`,
    line,
    column,
  };
}

/** The part of a long line around the marked place; `cut` stands for what was left out before it. */
function shorten(cells: readonly Cell[], marked: number): { cells: readonly Cell[]; cut: string } {
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  if (total <= WIDEST) return { cells, cut: '' };
  let first = Math.max(0, marked);
  let lead = 0;
  while (first > 0 && lead < WIDEST / 3) lead += cells[--first]?.width ?? 0;
  let last = first;
  let width = 0;
  while (last < cells.length && width < WIDEST) width += cells[last++]?.width ?? 0;
  return { cells: cells.slice(first, last), cut: first > 0 ? '... ' : '' };
}
