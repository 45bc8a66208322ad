/** A 类别 as the regulation prints it: each 条目 a band with what holds for all of it, below it a line for each award. */
import type { Block, RowView } from '../../src/edit/index.ts';
import type { Say } from '../words/index.ts';
import type { Page } from '../worker/protocol.ts';
import { gridRows } from './grid.ts';
import { lineRow } from './lines.ts';
import { cellOf, type DrawnCell, type DrawnRow, drawn, type Part, type SheetModel } from './model.ts';
import { adder, cap, chips, isActor, one, words } from './parts.ts';

/** Lines that are shown in the band of their section. */
const inBand: readonly string[] = ['cite', 'approver', 'form', 'for', 'gate', 'cap', 'except'];

export const categoryColumns = 'category';

export function categorySheet({ blocks }: Page, say: Say): SheetModel {
  return {
    heads: [
      { column: 'item', label: say('itemRole') },
      { column: 'when', label: say('conditions') },
      { column: 'award', label: say('award') },
      { column: 'by', label: say('basis') },
      { column: 'cap', label: say('caps') },
      { column: 'who', label: say('approver') },
      { column: 'tests', label: say('examples') },
    ],
    columns: categoryColumns,
    rows: blocks.flatMap((block) => blockRows(block, say)),
  };
}

export function blockRows(block: Block, say: Say): readonly DrawnRow[] {
  if (block.disabled) return block.rows.map((row) => lineRow(row, block, say));
  const folded = block.rows.filter((row) => inBand.includes(row.kind) && !row.stale && !row.readOnly);
  // What is known and accepted is read last.
  const rest = block.rows
    .filter((row) => !folded.includes(row))
    .toSorted((a, b) => Number(a.kind === 'accepted') - Number(b.kind === 'accepted'));
  // A category's own band stands over the whole sheet.
  const band = block.kind === 'category' ? [] : [bandRow(block, folded, say)];
  return [...band, ...rest.flatMap((row) => ruleRows(row, block, say))];
}

function bandRow(block: Block, rows: readonly RowView[], say: Say): DrawnRow {
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const conditions = [
    ...of('form').flatMap((row) => one(row, 'forms', say('form'), 'ref')),
    ...[...of('for'), ...of('except')].flatMap((row) => chips(row, 'when', say('conditions'), () => true)),
    ...of('gate').map((row): Part => {
      const when = chips(row, 'when', say('conditions'), () => true);
      return { kind: 'frame', look: 'gate', parts: [...when, ...chips(row, 'that', say('conditions'), () => true)] };
    }),
  ];
  const caps = of('cap').map((row) => cap(row, say));
  const lines = [block.head, ...block.rows].flatMap((row) => [
    row.line,
    ...(row.grid?.rows.map(({ line }) => line) ?? []),
  ]);
  const name = one(block.head, 'label', say('itemRole'), 'name');
  const cells: readonly DrawnCell[] = [
    { column: 'item', parts: name.length > 0 ? name : [words(block.head.text.trim(), 'strong')] },
    { column: 'when', parts: conditions },
    {
      column: 'award',
      parts: [
        ...(of('cite').length > 0 ? [words(say('clause'), 'label')] : []),
        ...of('cite').flatMap((row) => one(row, 'clauses', say('clause'))),
      ],
    },
    { column: 'by', parts: [{ kind: 'plus' }] },
    { column: 'cap', parts: caps.length > 0 || block.kind !== 'item' ? caps : [words(say('uncapped'), 'soft')] },
    { column: 'who', parts: of('approver').flatMap((row) => one(row, 'who', say('approver'))) },
    { column: 'tests', parts: [{ kind: 'tests', lines }] },
  ];
  return drawn({
    key: `${block.key}/band`,
    of: block.head,
    block,
    look: 'band',
    columns: categoryColumns,
    acts: 'block',
    cells,
    rows: [block.head, ...rows],
  });
}

function ruleRows(row: RowView, block: Block, say: Say): readonly DrawnRow[] {
  if (row.stale || row.readOnly) return [lineRow(row, block, say)];
  if (row.kind === 'award' || row.kind === 'deem' || row.kind === 'minimum') return [awardRow(row, block, say)];
  if (row.kind === 'awardTable' || row.kind === 'exampleTable') {
    const bare = row.cells.every(({ absent }) => absent);
    return [...(bare ? [] : [lineRow(row, block, say)]), ...gridRows(row, block, say)];
  }
  return [lineRow(row, block, say)];
}

function awardRow(row: RowView, block: Block, say: Say): DrawnRow {
  const label = say('award');
  const actors = chips(row, 'when', say('itemRole'), isActor);
  const others = chips(row, 'when', say('conditions'), (chip) => !isActor(chip));
  const bare = cellOf(row, 'when')?.absent === true;
  const none = bare ? one(row, 'when', say('conditions'), 'plain', say('anyCase')) : [];
  const by = one(row, 'by', say('basis'), 'plain', say('perRecord'));
  const cells: readonly DrawnCell[] = [
    { column: 'item', parts: actors.length > 0 ? actors : [words(firstOf(row, say), 'soft')] },
    {
      column: 'when',
      parts: [...(bare ? none : others.length > 0 ? others : [words(say('anyCase'), 'soft')]), ...adder(row, 'when')],
    },
    { column: 'award', tone: 'result', parts: amountOf(row, label, say) },
    { column: 'by', parts: [...by, ...one(row, 'remainder', say('remainder')), ...one(row, 'falling', say('award'))] },
    { column: 'cap', tone: 'soft', parts: under(row) },
    { column: 'who', parts: [] },
    { column: 'tests', parts: [{ kind: 'tests', lines: [row.line] }] },
  ];
  return drawn({ key: row.key, of: row, block, look: 'plain', columns: categoryColumns, acts: 'line', cells });
}

const firstOf = (row: RowView, say: Say): string => {
  if (row.kind === 'deem') return say('deemed');
  return say('anyone');
};

function amountOf(row: RowView, label: string, say: Say): readonly Part[] {
  const per = row.cells.some(({ slot, absent }) => slot === 'every' && !absent);
  if (row.kind === 'deem') return one(row, 'credits', label, 'amount');
  if (row.kind === 'minimum') {
    return [
      words(say('per')),
      ...one(row, 'per', label),
      ...one(row, 'subject', label),
      ...one(row, 'amount', label, 'amount'),
      ...one(row, 'fillable', label),
      ...one(row, 'fills', label),
    ];
  }
  return [
    ...(per ? [words(say('per'))] : []),
    ...one(row, 'every', label, 'plain', say('eachTime')),
    ...one(row, 'of', label),
    ...one(row, 'credits', label, 'amount'),
  ];
}

const under = ({ under: limits }: RowView): readonly Part[] => {
  const [first] = limits ?? [];
  return first === undefined ? [] : [words(first, 'soft', limits?.join('；'))];
};
