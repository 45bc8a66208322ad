/** From words to the page: wide lines are wrapped, tables aligned, by display width (a Han character is two columns). */
import stringWidth from 'string-width';
import type { Word } from './construct.ts';
import { FOLD_ITEM, lineOf } from './words.ts';

const WIDTH = 100;
const CONTINUED = 4;

/** The lines that the words take, indented; what follows the first is indented further. */
export function wrap(row: readonly Word[], indent: number): readonly string[] {
  const margin = ' '.repeat(indent);
  return broken(row, indent).map((part, i) => margin + (i > 0 ? ' '.repeat(CONTINUED) : '') + lineOf(part));
}

/** The rows of a table, each column as wide as its widest cell. */
export function align(rows: readonly (readonly string[])[], indent: number): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, stringWidth(cell));
    });
  return rows.map((row) => {
    const cells = row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - stringWidth(cell)));
    return `${' '.repeat(indent)}| ${cells.join(' | ')} |`;
  });
}

function broken(row: readonly Word[], indent: number): readonly (readonly Word[])[] {
  // The first part stands further left than the others; that is left out of account, so that a part never needs to be
  // measured twice.
  const fits = (part: readonly Word[]): boolean => indent + CONTINUED + stringWidth(lineOf(part)) <= WIDTH;
  if (indent + stringWidth(lineOf(row)) <= WIDTH) return [row];
  const split = (part: readonly Word[]): readonly (readonly Word[])[] => {
    const level = Math.min(...part.slice(1).map((word) => word.fold ?? Number.POSITIVE_INFINITY));
    if (fits(part) || level === Number.POSITIVE_INFINITY) return [part];
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
function filled(parts: readonly (readonly Word[])[], fits: (row: readonly Word[]) => boolean): readonly Word[][] {
  const rows: Word[][] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (last !== undefined && fits([...last, ...part])) last.push(...part);
    else rows.push([...part]);
  }
  return rows;
}
