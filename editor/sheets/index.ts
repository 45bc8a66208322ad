/** Which sheet is drawn how. */
import type { SheetKind } from '../../src/edit/index.ts';
import type { Say, WordId } from '../words/index.ts';
import type { Page } from '../worker/protocol.ts';
import { blockRows, categoryColumns, categorySheet } from './category.ts';
import { gridRows } from './grid.ts';
import { lineRow } from './lines.ts';
import type { DrawnRow, SheetModel } from './model.ts';
import { noticesSheet, readingsSheet, uncomputedSheet } from './others.ts';

type Draw = (page: Page, say: Say) => SheetModel;

/** Each section a band, its lines as they read. */
const plainSheet: Draw = ({ blocks }, say) => ({
  heads: null,
  columns: 'line',
  rows: blocks.flatMap((block): readonly DrawnRow[] => [
    headBand(lineRow(block.head, block, say)),
    ...block.rows.flatMap((row) =>
      row.grid && !row.stale ? [...gridRows(row, block, say)] : [lineRow(row, block, say)],
    ),
  ]),
});

/** Sections of one line as a rule: what else they may hold is in their menu. */
const short: readonly string[] = ['personField', 'recordField', 'convert', 'drop', 'carry', 'brokenSection'];

/** The head of a section, behind which lines may be added to it. */
const headBand = (row: DrawnRow): DrawnRow => ({
  ...row,
  look: 'band',
  cells: row.cells.map((cell, at) =>
    at === row.cells.length - 1 && row.of.kind === 'head' && !short.includes(row.block.kind)
      ? { ...cell, parts: [...cell.parts, { kind: 'plus' }] }
      : cell,
  ),
});

/** As a category, without the columns that requirements have nothing for. */
const requirementsSheet: Draw = ({ blocks }, say) => ({
  heads: [
    { column: 'item', label: say('sheetRequirements') },
    { column: 'when', label: say('conditions') },
    { column: 'award', label: say('required') },
    { column: 'tests', label: say('examples') },
  ],
  columns: 'requirements',
  rows: blocks
    .flatMap((block) => blockRows(block, say))
    .map((row) =>
      row.columns === categoryColumns
        ? {
            ...row,
            columns: 'requirements',
            cells: row.cells
              .filter(({ column }) => !['by', 'cap', 'who'].includes(column))
              .map((cell) =>
                row.look === 'band' && cell.column === 'award'
                  ? { ...cell, parts: [...cell.parts, { kind: 'plus' as const }] }
                  : cell,
              ),
          }
        : row,
    ),
});

const sheets: Readonly<Record<SheetKind, Draw>> = {
  header: plainSheet,
  fields: plainSheet,
  readings: readingsSheet,
  requirements: requirementsSheet,
  category: categorySheet,
  groups: plainSheet,
  years: plainSheet,
  notices: noticesSheet,
  uncomputed: uncomputedSheet,
  examples: plainSheet,
  dropped: plainSheet,
  broken: plainSheet,
};

export const sheetModel: Draw = (page, say) => sheets[page.sheet.kind](page, say);

export const sheetTitles: Readonly<Record<Exclude<SheetKind, 'category'>, WordId>> = {
  header: 'sheetHeader',
  fields: 'sheetFields',
  readings: 'sheetReadings',
  requirements: 'sheetRequirements',
  groups: 'sheetGroups',
  years: 'sheetYears',
  notices: 'sheetNotices',
  uncomputed: 'sheetUncomputed',
  examples: 'sheetExamples',
  dropped: 'sheetDropped',
  broken: 'sheetBroken',
};
