/** 授予表 and 用例表: a table in the text is a table here. */
import type { Block, RowView } from '../../src/edit/index.ts';
import type { Say } from '../words/index.ts';
import { type DrawnCell, type DrawnRow, drawn, stopOf } from './model.ts';
import { words } from './parts.ts';

export function gridRows(line: RowView, block: Block, say: Say): readonly DrawnRow[] {
  const { grid } = line;
  if (!grid) return [];
  const columns = grid.columns.length;
  const head = drawn({
    key: `${line.key}/columns`,
    of: line,
    block,
    look: 'head',
    columns,
    acts: 'none',
    rows: [],
    cells: [
      ...grid.columns.map(({ slot, label, kind }) => ({
        column: slot,
        parts: [words(kind === 'credits' ? say('creditsHead') : label)],
        ...(kind === 'credits' && { tone: 'number' as const }),
      })),
      { column: 'tests', parts: [words(say('examples'))] },
    ],
  });
  const rows = grid.rows.map((row): DrawnRow => {
    const cells = row.cells.map((cell, at): DrawnCell => {
      const column = grid.columns[at];
      const tone = column?.kind === 'credits' ? 'number' : column?.kind === 'expect' ? 'result' : undefined;
      const look = column?.kind === 'credits' ? 'amount' : 'plain';
      const stop = stopOf(row, cell, column?.label ?? '');
      return { column: cell.slot, parts: [{ kind: 'stop', stop, look }], ...(tone && { tone }) };
    });
    const tests: DrawnCell = { column: 'tests', parts: [{ kind: 'tests', lines: [row.line] }] };
    return drawn({
      key: row.key,
      of: row,
      block,
      look: 'plain',
      columns,
      acts: 'row',
      table: line,
      cells: row.kind === 'disabled' ? [{ column: 'all', parts: [words(row.text, 'soft')] }] : [...cells, tests],
    });
  });
  if (line.stale) return [head, ...rows];
  const adder = drawn({
    key: `${line.key}/adder`,
    of: line,
    block,
    look: 'adder',
    columns: 'adder',
    acts: 'none',
    rows: [],
    cells: [{ column: 'adder', parts: [{ kind: 'enlarge', table: line }] }],
  });
  return [head, ...rows, adder];
}
