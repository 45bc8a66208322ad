/** In a row of a table: fields in its head, values of the column's field in the rows. */
import { unquoted } from '../../../grammar/names.ts';
import type { Section } from '../../model/ast.ts';
import type { Document } from '../document.ts';
import { type Offer, ofSymbol, ofWord } from './item.ts';

export const offersInRow = (
  { symbols }: Document,
  section: Section | null,
  before: string,
  start: number,
): readonly Offer[] => {
  const rows = rowsAbove(before, start);
  const column = before.slice(start).split(/[|｜]/).length - 2;
  const isExample = section?.kind === 'examples';
  if (rows.length === 0) {
    const fields = symbols.all.filter(({ kind }) => kind === 'recordField' || (isExample && kind === 'personField'));
    const last = isExample ? (['expect'] as const) : (['credits', 'cite'] as const);
    return [...fields.map(ofSymbol), ...last.map((id) => ofWord(id, 'zh'))];
  }
  const head = rows[0]?.split(/[|｜]/)[column + 1]?.trim() ?? '';
  const field = /^[「“"]/.test(head) ? unquoted(head) : head;
  const values = symbols.all.filter(({ kind, of }) => kind === 'option' && (of?.label === field || of?.code === field));
  if (isExample)
    return [...values.map(ofSymbol), ...(['met', 'unmet', 'exempt'] as const).map((id) => ofWord(id, 'zh'))];
  return [...values.map(ofSymbol), ...(['any', 'else'] as const).map((id) => ofWord(id, 'zh'))];
};

/** The rows of the same table above the line, the head first. */
const rowsAbove = (before: string, start: number): readonly string[] => {
  const lines = before.slice(0, Math.max(0, start - 1)).split(/\r?\n/);
  const rows: string[] = [];
  for (let line = lines.pop(); line !== undefined && /^\s*[|｜]/.test(line); line = lines.pop()) rows.unshift(line);
  return rows;
};
