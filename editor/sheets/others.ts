/** Sheets that are lists: one row for each section. */
import type { Block, RowView } from '../../src/edit/index.ts';
import type { Say } from '../words/index.ts';
import type { Page } from '../worker/protocol.ts';
import { lineRow } from './lines.ts';
import { type DrawnCell, type DrawnRow, drawn, type Part, type SheetModel } from './model.ts';
import { adder, chips, one, words } from './parts.ts';

type Draw = (block: Block, say: Say) => { readonly cells: readonly DrawnCell[]; readonly shown: readonly string[] };

const lineOf = ({ rows }: Block, kind: string): RowView | undefined =>
  rows.find((row) => row.kind === kind && !row.stale);

/** One row a section; lines of it that have no column come below it. */
function list({ blocks }: Page, columns: string, say: Say, draw: Draw, heads: SheetModel['heads']): SheetModel {
  const rows = blocks.flatMap((block): readonly DrawnRow[] => {
    if (block.disabled || block.head.stale || block.kind === 'brokenSection') {
      return [lineRow(block.head, block, say), ...block.rows.map((row) => lineRow(row, block, say))];
    }
    const { cells, shown } = draw(block, say);
    const inRow = block.rows.filter((row) => shown.includes(row.kind) && !row.stale);
    const below = block.rows.filter((row) => !inRow.includes(row));
    return [
      drawn({
        key: `${block.key}/row`,
        of: block.head,
        block,
        look: 'plain',
        columns,
        acts: 'block',
        cells,
        rows: [block.head, ...inRow],
      }),
      ...below.map((row) => lineRow(row, block, say)),
    ];
  });
  return { heads, columns, rows };
}

export const readingsSheet = (page: Page, say: Say): SheetModel =>
  list(page, 'readings', say, drawReading, [
    { column: 'name', label: say('reading') },
    { column: 'question', label: say('question') },
    { column: 'adopt', label: say('adopted') },
    { column: 'options', label: say('options') },
    { column: 'clause', label: say('clause') },
  ]);

const drawReading: Draw = (block, say) => {
  const adopt = lineOf(block, 'adopt');
  const adopted = adopt?.cells.find(({ slot }) => slot === 'option')?.value;
  const options = block.rows.filter(({ kind, stale }) => kind === 'option' && !stale);
  const shownOptions = options.flatMap((row): Part[] => {
    const labels = row.cells.filter(({ slot }) => slot.startsWith('label '));
    return labels.flatMap(({ slot, value }): Part[] => {
      const text = row.cells.find((cell) => cell.slot === slot.replace('label', 'text'));
      const because = text?.absent ? [] : one(row, text?.slot ?? '', say('options'));
      const mark = value === adopted ? '◉' : '○';
      return [
        { kind: 'frame', look: 'option', parts: [words(mark, 'label'), ...one(row, slot, say('options')), ...because] },
      ];
    });
  });
  return {
    shown: ['question', 'option', 'adopt', 'cite'],
    cells: [
      { column: 'name', parts: one(block.head, 'label', say('reading'), 'name') },
      { column: 'question', parts: one(lineOf(block, 'question'), 'text', say('question')) },
      { column: 'adopt', tone: 'result', parts: one(adopt, 'option', say('adopted'), 'adopted') },
      { column: 'options', parts: shownOptions },
      { column: 'clause', parts: one(lineOf(block, 'cite'), 'clauses', say('clause')) },
    ],
  };
};

export const noticesSheet = (page: Page, say: Say): SheetModel =>
  list(
    page,
    'notices',
    say,
    (block) => ({
      shown: ['cite'],
      cells: [
        { column: 'text', parts: one(block.head, 'text', say('notice')) },
        {
          column: 'when',
          parts: [...chips(block.head, 'when', say('conditions'), () => true), ...adder(block.head, 'when')],
        },
        { column: 'same', parts: one(block.head, 'same', say('alike')) },
        { column: 'clause', parts: one(lineOf(block, 'cite'), 'clauses', say('clause')) },
      ],
    }),
    [
      { column: 'text', label: say('notice') },
      { column: 'when', label: say('conditions') },
      { column: 'same', label: say('alike') },
      { column: 'clause', label: say('clause') },
    ],
  );

export const uncomputedSheet = (page: Page, say: Say): SheetModel =>
  list(
    page,
    'uncomputed',
    say,
    (block) => ({
      shown: [],
      cells: [
        { column: 'clause', parts: one(block.head, 'clauses', say('clause')) },
        { column: 'reason', parts: one(block.head, 'reason', say('why'), 'plain', '—') },
      ],
    }),
    [
      { column: 'clause', label: say('clause') },
      { column: 'reason', label: say('why') },
    ],
  );
