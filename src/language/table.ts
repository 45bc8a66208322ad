/** The columns, rows and cells of 授予表 and 用例表. */
import type { Cell, Column, Table } from '../model/ast.ts';
import { bounded } from './cond.ts';
import type { Printed, PrintedRow, Printing, Word } from './construct.ts';
import { expectedInCell } from './expect.ts';
import { name, operand, tidyClauses } from './value.ts';
import { enumerated, lineOf, type Part, words } from './words.ts';

/** A line with its table beneath. */
export const withTable = (line: readonly Word[], table: Table, p: Printing): Printed => ({
  words: line,
  rows: [
    headOf(table, p),
    ...table.rows.map((row) => ({
      cells: row.cells.map((each) => cell(each, p)),
      open: isOpen(row.cells.at(-1)),
      trivia: row,
      start: row.span.start,
    })),
  ],
});

const headOf = (table: Table, p: Printing): PrintedRow => ({
  cells: table.columns.map((each) => column(each, p)),
  trivia: table.head,
  start: table.head.span.start,
});

/** A quotation that is not closed takes the rest of the row into its cell. */
const isOpen = (last: Cell | undefined): boolean => last?.kind === 'broken' && /[「“"＂]/.test(last.text);

const column = (of: Column, p: Printing): string => (of.kind === 'field' ? name(of.name) : p.spell(of.kind));

const cell = (of: Cell, p: Printing): string => lineOf(words(content(of, p)));

function content(of: Cell, p: Printing): Part {
  switch (of.kind) {
    case 'empty':
      return undefined;
    case 'any':
    case 'else':
      return p.spell(of.kind);
    case 'values':
    case 'facts':
      return enumerated(of.of.map((each) => operand(each, p)));
    case 'bounds':
      return of.of.flatMap((each, i) =>
        words(i > 0 ? p.spell('and') : undefined, bounded(each.op, p), operand(each.operand, p)),
      );
    case 'clause':
      return tidyClauses(of.raw.text);
    case 'expect':
      return expectedInCell(of.of, p);
    case 'broken':
      return of.text.trim();
  }
}
