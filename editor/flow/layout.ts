/**
 * Where everything of the picture stands: columns from left to right, a row for each item, a category as tall as its rows.
 * Nothing overlaps: pills that do not fit beside one another make their row taller. Pixels, from the top left.
 */
import type { Across, CategoryPart, FlowPicture, ItemPart, Pill } from './picture.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PillAt extends Box {
  readonly pill: Pill;
  /** As much of its words as there is room for. */
  readonly words: string;
}

export interface ItemAt extends Box {
  readonly part: ItemPart;
  /** Its middle, which its wire follows. */
  readonly middle: number;
  readonly forms: string;
  readonly label: string;
  readonly award: string;
  readonly pills: readonly PillAt[];
}

export interface CategoryAt extends Box {
  readonly part: CategoryPart;
  readonly middle: number;
  readonly label: string;
  readonly items: readonly ItemAt[];
  readonly pills: readonly PillAt[];
}

export interface AcrossAt {
  readonly across: Across;
  readonly pill: PillAt;
  /** The side of the categories that it is over. */
  readonly from: number;
  readonly to: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly columns: typeof columns;
  readonly categories: readonly CategoryAt[];
  readonly across: readonly AcrossAt[];
  /** How far what comes after the caps across is moved to the right. */
  readonly shift: number;
  readonly total: Box;
  readonly bar: Box;
}

export const columns = {
  forms: { x: 0, width: 164 },
  item: { x: 182, width: 266 },
  pills: { x: 464, width: 126 },
  /** Amounts stand between; then the wires bend. */
  bend: { x: 630, width: 42 },
  category: { x: 672, width: 120 },
  year: { x: 814, width: 98 },
  last: { x: 950, width: 70 },
  total: { x: 1020, width: 54 },
  bar: { x: 1122, width: 38 },
} as const;

const WIDE = 1286;
const TOP = 30;
const ROW = 22;
const GAP = 3;
const APART = 10;
const PILL = 20;
const ACROSS = 132;
const LEAST = 420;

/** Han take the whole of their size, others a good half. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 12 : 6.9), 0);

export function clipped(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let cut = [...text];
  while (cut.length > 1 && widthOf(`${cut.join('')}…`) > room) cut = cut.slice(0, -1);
  return `${cut.join('').trimEnd()}…`;
}

const pillWidth = (words: string, most: number): number => Math.min(most, Math.max(44, widthOf(words) + 12));

/** In lines from the left, as many in each as fit; each line is spread over the whole width where it has one pill. */
function rowsOf(pills: readonly Pill[], room: number): readonly (readonly { pill: Pill; width: number }[])[] {
  const rows: { pill: Pill; width: number }[][] = [];
  for (const pill of pills) {
    const width = pillWidth(pill.words, room);
    const row = rows.at(-1);
    const used = row?.reduce((sum, one) => sum + one.width + GAP, 0) ?? 0;
    if (row && used + width <= room) row.push({ pill, width });
    else rows.push([{ pill, width }]);
  }
  return rows;
}

/** Around a middle, one line under another. */
function place(pills: readonly Pill[], column: { x: number; width: number }, middle: number): readonly PillAt[] {
  const rows = rowsOf(pills, column.width);
  const top = middle - (rows.length * (PILL + 2) - 2) / 2;
  return rows.flatMap((row, line) => {
    const spare = (column.width - row.reduce((sum, one) => sum + one.width, (row.length - 1) * GAP)) / row.length;
    let x = column.x;
    return row.map(({ pill, width: least }): PillAt => {
      const width = least + spare;
      const at = { pill, x, y: top + line * (PILL + 2), width, height: PILL, words: clipped(pill.words, width - 8) };
      x += width + GAP;
      return at;
    });
  });
}

const linesOf = (pills: readonly Pill[], room: number): number => rowsOf(pills, room).length;

function itemAt(part: ItemPart, y: number): ItemAt {
  const { forms, item, pills } = columns;
  const height = Math.max(ROW, linesOf(part.pills, pills.width) * (PILL + 2));
  const middle = y + height / 2;
  const label = clipped(part.item.label, item.width - 84);
  return {
    part,
    x: item.x,
    y,
    width: item.width,
    height,
    middle,
    forms: clipped(part.forms, forms.width),
    label,
    award: clipped(part.award, item.width - 24 - widthOf(label)),
    pills: place(part.pills, pills, middle),
  };
}

function categoryAt(part: CategoryPart, y: number): CategoryAt {
  const { category, year } = columns;
  const items: ItemAt[] = [];
  let next = y;
  for (const one of part.items) {
    const at = itemAt(one, next);
    items.push(at);
    next = at.y + at.height + GAP;
  }
  const needed = Math.max(ROW, linesOf(part.pills, year.width) * (PILL + 2));
  const height = Math.max(next - GAP - y, needed);
  const middle = y + height / 2;
  const pills = place(part.pills, year, middle);
  const label = clipped(part.category.label, category.width - 20);
  return { part, x: category.x, y, width: category.width, height, middle, label, items, pills };
}

export function layoutOf(picture: FlowPicture): Layout {
  const categories: CategoryAt[] = [];
  let y = TOP;
  for (const part of picture.categories) {
    const at = categoryAt(part, y);
    categories.push(at);
    y = at.y + at.height + APART;
  }
  const height = Math.max(LEAST, y + 4);
  const shift = picture.across.length > 0 ? ACROSS : 0;
  const across = picture.across.map((one, place): AcrossAt => {
    const under = categories.filter(({ part }) => one.over.includes(part.category.key));
    const [from, to] = [under[0]?.y ?? TOP, (under.at(-1)?.y ?? TOP) + (under.at(-1)?.height ?? ROW)];
    const x = columns.year.x + columns.year.width + 34 + place * 6;
    const width = ACROSS - 20;
    const top = (from + to) / 2 - PILL / 2 + place * (PILL + 4);
    const pill = { pill: one.pill, x: x + 4, y: top, width, height: PILL, words: clipped(one.pill.words, width - 12) };
    return { across: one, pill, from, to };
  });
  const tall = Math.min(height - TOP - 40, 460);
  const top = TOP + 24 + Math.max(0, (height - TOP - tall - 60) / 2);
  return {
    width: WIDE + shift,
    height,
    columns,
    categories,
    across,
    shift,
    total: { x: columns.total.x + shift, y: top + tall / 2 - 36, width: columns.total.width, height: 72 },
    bar: { x: columns.bar.x + shift, y: top, width: columns.bar.width, height: tall },
  };
}
