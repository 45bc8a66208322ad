/**
 * Numbers that conditions, 授予表 and adopted options compare with: 时长 不少于 6 小时, 累计 满 90 天, 署名排名 2～4. Each is turned
 * by the gesture with which the tables set that comparison, so that only its digits are written.
 */
import type { Block, Cell, Chip, Gesture, RowView, ViewModel } from '../../src/edit/index.ts';
import type { Spot, Turned } from './spot.ts';

export interface Threshold extends Spot {
  readonly part: number;
  /** The comparison as it reads, with its field. */
  readonly words: string;
  readonly value: string;
  readonly unit: string | null;
}

type Fields = ViewModel['fields'];

/** Those of a line; those of a table's row are asked for with the row. */
export function thresholdsOf(row: RowView, fields: Fields, table?: RowView): readonly Threshold[] {
  if (row.stale) return [];
  return row.cells.flatMap((cell) => (cell.kind === 'condition' ? inChips(row, cell, fields) : [])).concat(inTable());

  function inTable(): readonly Threshold[] {
    return (table?.grid?.columns ?? []).flatMap(({ slot, kind, label, list, unit = null }) => {
      const cell = row.cells.find((one) => one.slot === slot);
      if (kind !== 'field' || list || !cell?.editable || !countable(label, fields)) return [];
      return numbersIn(cell.value, { row: row.key, slot }, `${label} ${cell.shown}`, unit);
    });
  }
}

/** What the adopted option of a reading stands for: 九十天 = 90 天, 除外 = 2～4. What is not adopted moves nobody. */
export function optionThresholds(row: RowView, adopted: string | undefined): readonly Threshold[] {
  if (row.stale) return [];
  const at = row.cells.find(({ slot, value }) => slot.startsWith('label ') && value === adopted)?.slot.slice(6);
  const cell = row.cells.find(({ slot }) => slot === `value ${at}`);
  if (at === undefined || !cell?.editable) return [];
  return numbersIn(cell.value, { row: row.key, slot: cell.slot }, `${adopted} ${cell.shown}`, null);
}

function inChips(row: RowView, cell: Cell, fields: Fields): readonly Threshold[] {
  const spot = { row: row.key, slot: cell.slot };
  return (cell.chips ?? []).flatMap((one, chip) =>
    one.within
      ? one.within.flatMap((within, inner) => inChip(within, { ...spot, chip, inner }, fields))
      : inChip(one, { ...spot, chip }, fields),
  );
}

function inChip(chip: Chip, spot: Spot, fields: Fields): readonly Threshold[] {
  const { editable, field, comparison, values, list, unit = null, words } = chip;
  const [value] = values ?? [];
  if (!editable || !comparison || list || value === undefined || values?.length !== 1) return [];
  return countable(field ?? '', fields) ? numbersIn(value, spot, words, unit) : [];
}

/** A year or a day is no threshold. A field that is written by its code is known by its digits alone. */
const countable = (name: string, fields: Fields): boolean => {
  const type = fields.find((field) => field.name === name)?.type;
  return type === undefined || type === 'whole' || type === 'decimal';
};

/** Numbers that stand by themselves: no part of a name, a date or a fraction. */
const NUMBER = /(?<![\p{L}\p{N}_.%/／「“"-])\d+(?:\.\d+)?(?![\p{L}\p{N}_.%/／」”"-])/gu;

function numbersIn(value: string, spot: Spot, words: string, unit: string | null): readonly Threshold[] {
  const found = /[「“"]/.test(value) ? [] : [...value.matchAll(NUMBER)];
  const [first, last] = found;
  const ends = found.length === 2 && first && last && /^\s*[~～〜]\s*$/.test(between(value, first, last));
  return found.map(([digits], part) => {
    const which = ends ? `（${part === 0 ? '起' : '止'}）` : found.length > 1 ? `（${digits}）` : '';
    return { ...spot, part, words: `${words}${which}`, value: digits, unit };
  });
}

const between = (value: string, first: RegExpMatchArray, last: RegExpMatchArray): string =>
  value.slice((first.index ?? 0) + first[0].length, last.index);

/** Those of one comparison at once, for a range has two: one gesture writes them. */
export function thresholdGesture(row: RowView, turned: readonly Turned[]): Gesture | null {
  const [one] = turned;
  const cell = row.cells.find(({ slot }) => slot === one?.slot);
  if (!one || !cell) return null;
  const put = (value: string): string => {
    let part = 0;
    return value.replace(NUMBER, (digits) => {
      const mine = part++;
      return turned.find((other) => other.part === mine)?.value ?? digits;
    });
  };
  const spot = { row: one.row, slot: one.slot };
  if (one.chip === undefined) return { kind: 'set', ...spot, value: put(cell.value) };
  const { chip: at, inner } = one;
  const whole = cell.chips?.[at];
  const chip = inner === undefined ? whole : whole?.within?.[inner];
  const to = { values: (chip?.values ?? []).map(put), unit: chip?.unit ?? null };
  return { kind: 'setChip', ...spot, chip: at, ...(inner !== undefined && { inner }), to };
}

/** A row of a table has a clause of its own where the table says so. */
export const clauseOf = (block: Block, row: RowView, table?: RowView): string | undefined => {
  const slot = table?.grid?.columns.find(({ kind }) => kind === 'cite')?.slot;
  return row.cells.find((cell) => slot !== undefined && cell.slot === slot)?.value || block.clause;
};
