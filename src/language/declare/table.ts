/** Columns of 授予表 and 用例表 that stand twice. What a head, its rows and cells lack is seen when the text is read. */
import type { Table } from '../../model/ast.ts';
import type { Report } from '../report.ts';

export const checkTable = (table: Table, report: Report): void => {
  const seen = new Set<string>();
  for (const column of table.columns) {
    if (column.kind !== 'field') continue;
    const { text, span } = column.name;
    if (seen.has(text)) report('CME360', span, { name: text });
    seen.add(text);
  }
};
