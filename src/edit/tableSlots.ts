/** The cells of a table's row: one for each column, in their order. */
import { expectedInCell } from '../language/expect.ts';
import { operand, tidyClauses } from '../language/value.ts';
import { enumerated, lineOf, words } from '../language/words.ts';
import type { Cell as CellNode, Column, Row, Table } from '../model/ast.ts';
import type { FieldEntry } from '../model/ruleset.ts';
import { type Reading, type Slot, Slots } from './slot.ts';
import type { GridColumn } from './view.ts';

export type TableKind = 'awardTable' | 'exampleTable';

const fieldOf = (column: Column, kind: TableKind, { vocabulary }: Reading): FieldEntry | undefined =>
  column.kind === 'field'
    ? (vocabulary.field(column.name.text, 'record') ??
      (kind === 'exampleTable' ? vocabulary.field(column.name.text, 'person') : undefined))
    : undefined;

export const columnSlot = (at: number): string => `column ${at + 1}`;

export function columnsOf(table: Table, kind: TableKind, reading: Reading): readonly GridColumn[] {
  return table.columns.map((column, at): GridColumn => {
    const field = fieldOf(column, kind, reading);
    const list = field && reading.vocabulary.fieldList(field);
    const label = column.kind === 'field' ? column.name.text : reading.p.spell(column.kind);
    return {
      slot: columnSlot(at),
      kind: column.kind,
      label,
      span: column.span,
      ...(list && { list }),
      ...(field?.unit && { unit: field.unit }),
      ...(column.kind === 'credits' && { unit: 'credits' as const }),
    };
  });
}

const shownOf = (cell: CellNode, { p }: Reading): string => {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'any':
    case 'else':
      return p.spell(cell.kind);
    case 'values':
    case 'facts':
      return lineOf(words(enumerated(cell.of.map((one) => operand(one, p)))));
    case 'bounds':
      return lineOf(
        words(
          ...cell.of.map((one, i) =>
            words(i > 0 ? p.spell('and') : undefined, p.spell(one.op), operand(one.operand, p)),
          ),
        ),
      );
    case 'clause':
      return tidyClauses(cell.raw.text);
    case 'expect':
      return lineOf(words(expectedInCell(cell.of, p)));
    case 'broken':
      return cell.text.trim();
  }
};

const kindOf = (cell: CellNode, column: Column, list: string | undefined): Slot['kind'] => {
  if (column.kind === 'credits') return 'number';
  if (column.kind === 'cite') return 'clause';
  if (column.kind === 'expect') return 'text';
  if (list === 'yesno') return 'yesno';
  if (list) return cell.kind === 'facts' ? 'choice' : 'choices';
  const one = cell.kind === 'values' || cell.kind === 'facts' ? cell.of : [];
  if (one.length === 1 && one[0]?.kind === 'quantity') return 'number';
  return one.length === 1 && one[0]?.kind === 'date' ? 'date' : 'text';
};

/** Whether the row can be read whole. */
export const isWhole = (row: Row, table: Table): boolean =>
  row.cells.length === table.columns.length && row.cells.every(({ kind }) => kind !== 'broken');

export function slotsOfRow(row: Row, table: Table, kind: TableKind, reading: Reading): readonly Slot[] {
  const slots = new Slots(reading);
  table.columns.forEach((column, at) => {
    const cell = row.cells[at];
    if (!cell) return;
    const field = fieldOf(column, kind, reading);
    const list = field && reading.vocabulary.fieldList(field);
    const value = shownOf(cell, reading);
    slots.put({
      slot: columnSlot(at),
      kind: kindOf(cell, column, list),
      span: cell.span,
      shown: value,
      value,
      editable: cell.kind !== 'broken',
      takes: 'read',
      inTable: true,
      ...(list && { list }),
      ...(column.kind === 'cite' && { list: 'clauses' }),
    });
  });
  return slots.list;
}
