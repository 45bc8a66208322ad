/** The head of a 类别 as a row of the grid, so that keys reach what stands in it. */
import { type DrawnCell, type DrawnRow, drawn } from '../sheets/model.ts';
import { chips, one } from '../sheets/parts.ts';
import type { Say } from '../words/index.ts';
import type { Page } from '../worker/protocol.ts';

export function headRow({ sheet, blocks }: Page, say: Say): DrawnRow | null {
  const block = blocks.find(({ kind }) => kind === 'category');
  if (sheet.kind !== 'category' || !block || block.disabled) return null;
  const of = (kind: string) => block.rows.filter((row) => row.kind === kind && !row.stale);
  const cells: readonly DrawnCell[] = [
    { column: 'name', parts: one(block.head, 'label', say('categoryName'), 'name') },
    { column: 'clause', parts: of('cite').flatMap((row) => one(row, 'clauses', say('clause'), 'ref')) },
    { column: 'code', parts: one(block.head, 'code', say('code')) },
    { column: 'who', parts: of('approver').flatMap((row) => one(row, 'who', say('approver'))) },
    ...of('cap').map((row, at) => ({
      column: `cap ${at}`,
      parts: [...one(row, 'limit', say('yearCap'), 'amount'), ...chips(row, 'when', say('conditions'), () => true)],
    })),
  ];
  return drawn({
    key: `${block.key}/top`,
    of: block.head,
    block,
    look: 'band',
    columns: 'top',
    acts: 'block',
    cells,
    rows: [block.head, ...of('cite'), ...of('approver'), ...of('cap')],
  });
}
