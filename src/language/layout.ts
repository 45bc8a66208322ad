/** From words to the page: wide lines are wrapped, tables aligned, by display width (a Han character is two columns). */
import stringWidth from 'string-width';
import type { PrintedRow, Word } from './construct.ts';
import { FOLD_ITEM, lineOf } from './words.ts';

const WIDTH = 100;
const CONTINUED = 4;
/** The level of a word that no line may be broken before. */
const NOWHERE = Number.POSITIVE_INFINITY;

/** The lines that the words take, indented; what follows the first is indented further. */
export function wrap(row: readonly Word[], indent: number): readonly string[] {
  const margin = ' '.repeat(indent);
  return broken(row, indent).map((part, i) => margin + (i > 0 ? ' '.repeat(CONTINUED) : '') + lineOf(part));
}

/** The rows of a table, each column as wide as its widest cell; cells wider than a line stand out of their column. */
export function align(rows: readonly Pick<PrintedRow, 'cells' | 'open'>[], indent: number): readonly string[] {
  const columns: number[] = [];
  for (const { cells, open } of rows) {
    for (const [i, cell] of (open ? cells.slice(0, -1) : cells).entries()) {
      const width = stringWidth(cell);
      if (width <= WIDTH) columns[i] = Math.max(columns[i] ?? 0, width);
    }
  }
  const padded = (cell: string, i: number): string =>
    cell + ' '.repeat(Math.max(0, (columns[i] ?? 0) - stringWidth(cell)));
  return rows.map(({ cells, open }) => {
    const shown = cells.map((cell, i) => (open && i === cells.length - 1 ? cell : padded(cell, i)));
    return ' '.repeat(indent) + (shown.length === 0 ? '|' : `| ${shown.join(' | ')}${open ? '' : ' |'}`);
  });
}

function broken(row: readonly Word[], indent: number): readonly (readonly Word[])[] {
  // The first part stands further left than the others; that is left out of account, so that a part never needs to be
  // measured twice.
  const fits = (part: readonly Word[]): boolean => indent + CONTINUED + stringWidth(lineOf(part)) <= WIDTH;
  if (indent + stringWidth(lineOf(row)) <= WIDTH) return [row];
  const split = (part: readonly Word[]): readonly (readonly Word[])[] => {
    if (fits(part)) return [part];
    const level = part.slice(1).reduce((least, { fold = NOWHERE }) => Math.min(least, fold), NOWHERE);
    if (level === NOWHERE) return [part];
    const parts = cut(part, level);
    return level === FOLD_ITEM ? filled(parts, fits) : parts.flatMap(split);
  };
  return split(row);
}

/** Cut before each word of this level. */
function cut(row: readonly Word[], level: number): Word[][] {
  const parts: Word[][] = [];
  for (const [i, word] of row.entries()) {
    const last = parts.at(-1);
    if (last === undefined || (i > 0 && word.fold === level)) parts.push([word]);
    else last.push(word);
  }
  return parts;
}

/** As many neighbours on a line as fit. */
function filled(parts: readonly (readonly Word[])[], fits: (row: readonly Word[]) => boolean): (readonly Word[])[] {
  const rows: (readonly Word[])[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (last !== undefined && fits([...last, ...part])) rows[rows.length - 1] = [...last, ...part];
    else rows.push(part);
  }
  return rows;
}
