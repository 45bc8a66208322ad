/** Any line as it reads, its editable parts in place: for what has no columns of its own. */
import type { Block, Cell, RowView } from '../../src/edit/index.ts';
import type { Say } from '../words/index.ts';
import { type DrawnRow, drawn, type Part, stopOf } from './model.ts';
import { wordOf, words } from './parts.ts';

export function lineRow(row: RowView, block: Block, say: Say): DrawnRow {
  const word = wordOf(row);
  return drawn({
    key: row.key,
    of: row,
    block,
    look: 'line',
    columns: 'line',
    acts: row.kind === 'head' ? 'block' : 'line',
    cells: [
      { column: 'word', parts: [words(row.kind === 'disabled' ? say('disabledRow') : word, 'label')] },
      { column: 'rest', parts: row.kind === 'disabled' ? [words(row.text, 'soft')] : inPlace(row, word.length) },
    ],
  });
}

/** A line that cannot be read may go on for pages; the text has all of it. */
const MOST = 240;
const short = (text: string): string => {
  const said = text.trim().replace(/\s+/g, ' ');
  return said.length > MOST ? `${said.slice(0, MOST)}…` : said;
};

/** The text of the line from `from` on, cut where its cells stand. */
function inPlace(row: RowView, from: number): readonly Part[] {
  const { start } = row.span;
  // The text of a stale line is not the one that its cells are of.
  if (row.stale) return [words(short(row.text))];
  const parts: Part[] = [];
  let at = from;
  // A mark that ends the part before it stands close to that part.
  const upTo = (end: number) => {
    const between = row.text.slice(at, end).trim();
    const [mark = ''] = /^[，、；。,;]/.exec(between) ?? [];
    const rest = between.slice(mark.length);
    if (mark !== '') parts.push(words(mark, 'mark'));
    if (rest.trim() !== '') parts.push(words(short(rest), 'soft'));
  };
  const shown = row.cells.filter(({ absent, span }) => !absent && span.start - start >= from);
  for (const cell of shown.toSorted((a, b) => a.span.start - b.span.start)) {
    if (cell.span.start - start < at) continue;
    upTo(cell.span.start - start);
    parts.push(...stopsOf(row, cell));
    at = cell.span.end - start;
  }
  upTo(row.text.length);
  return parts;
}

const looks: Partial<Record<Cell['kind'], 'amount' | 'name' | 'ref'>> = {
  number: 'amount',
  name: 'name',
  clause: 'ref',
};

function stopsOf(row: RowView, cell: Cell): Part[] {
  const label = cell.slot;
  if (cell.chips && cell.chips.length > 0) {
    return cell.chips.map(
      (_, chip): Part => ({ kind: 'stop', stop: stopOf(row, cell, label, { chip }), look: 'chip' }),
    );
  }
  const written = row.text.slice(cell.span.start - row.span.start, cell.span.end - row.span.start).replace(/\s+/g, ' ');
  const otherwise = cell.kind !== 'text' && written !== '' && written.normalize('NFKC') !== cell.shown;
  const stop = stopOf(row, cell, label, otherwise ? { said: written } : {});
  return [{ kind: 'stop', stop, look: looks[cell.kind] ?? 'plain' }];
}
