/** The shape of 授予表 and 用例表. That rows have as many cells as the head is seen when the text is read. */
import type { Column, Table } from '../../model/ast.ts';
import type { Report } from '../report.ts';

const columnName = (column: Column): string =>
  column.kind === 'field' ? column.name.text : { credits: '学分', cite: '依据', expect: '期望' }[column.kind];

export const checkTable = (table: Table, kind: 'awardTable' | 'exampleTable', report: Report): void => {
  const seen = new Set<string>();
  for (const column of table.columns) {
    const name = columnName(column);
    if (seen.has(name)) report('CME360', column.span, { name });
    seen.add(name);
  }
  if (kind === 'awardTable' && !table.columns.some((column) => column.kind === 'credits'))
    report('CME357', table.head.span);
  if (kind === 'exampleTable' && !table.columns.some((column) => column.kind === 'expect'))
    report('CME505', table.head.span);
  if (table.rows.length === 0) report('CME358', table.head.span);
  if (kind === 'exampleTable') return; // an empty cell there is a fact that is absent
  for (const row of table.rows) {
    for (const [i, cell] of row.cells.entries()) {
      if (cell.kind === 'empty' && table.columns[i]?.kind !== 'cite') report('CME359', cell.span);
    }
  }
};
