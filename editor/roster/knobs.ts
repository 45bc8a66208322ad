/**
 * What can be turned without touching the file: a number of a cap, a rate, a requirement, a threshold of a condition, the
 * option of a reading. Each is a cell of the tables, and turning it is the gesture of that cell, so that what was tried is
 * what can be written.
 */
import type { Block, Cell, RowView, ViewModel } from '../../src/edit/index.ts';
import type { Spot } from './spot.ts';
import { clauseOf, optionThresholds, type Threshold, thresholdsOf } from './thresholds.ts';

export type KnobKind = 'cap' | 'rate' | 'need' | 'threshold' | 'reading';

export interface Knob extends Spot {
  readonly kind: KnobKind;
  /** 类别 or 条目, and what of it. */
  readonly label: string;
  /** The line as it stands. */
  readonly words: string;
  readonly line: number;
  readonly value: string;
  readonly unit: string | null;
  /** Of what is inherited: whose it is. */
  readonly from?: Inherited;
  /** Of a reading. */
  readonly options: readonly string[];
}

export interface Inherited {
  /** What the baseline calls itself. */
  readonly label: string;
  /** What it leaves to those below: nothing is to be the same everywhere. */
  readonly open: 'not' | 'stricter' | 'freely';
}

const SLOTS: Readonly<Record<string, { readonly kind: KnobKind; readonly slots: readonly string[] }>> = {
  cap: { kind: 'cap', slots: ['limit'] },
  award: { kind: 'rate', slots: ['credits', 'every'] },
  deem: { kind: 'rate', slots: ['credits'] },
  minimum: { kind: 'need', slots: ['amount'] },
  adopt: { kind: 'reading', slots: ['option'] },
};

/** In the order of the file; caps first, since they are what is turned most. */
export function knobsOf({ blocks, lists, fields }: ViewModel): readonly Knob[] {
  const open = blocks.filter(({ disabled, kind }) => !disabled && kind !== 'example' && kind !== 'examples');
  const found = open.flatMap((block) =>
    block.rows.flatMap((row) => cellsOf(row)).flatMap((one) => knobOf(one, block, lists)),
  );
  const thresholds = apart(open.flatMap((block) => thresholdKnobs(block, fields)));
  const order: readonly KnobKind[] = ['cap', 'need', 'reading', 'rate'];
  return [...order.flatMap((kind) => found.filter((one) => one.kind === kind)), ...thresholds];
}

/** What of a section stands in a head only reminds, but for 补学. */
function thresholdKnobs(block: Block, fields: ViewModel['fields']): readonly Knob[] {
  const lines = block.kind === 'makeup' ? [block.head, ...block.rows] : block.rows;
  return lines.flatMap((line) => [knobsIn(line), ...(line.grid?.rows ?? []).map((row) => knobsIn(row, line))].flat());

  function optionsOf(row: RowView): readonly Threshold[] {
    if (row.kind !== 'option') return [];
    const adopted = block.rows.find(({ kind, stale }) => kind === 'adopt' && !stale);
    return optionThresholds(row, adopted?.cells.find(({ slot }) => slot === 'option')?.value);
  }

  function knobsIn(row: RowView, table?: RowView): readonly Knob[] {
    const clause = clauseOf(block, row, table);
    return [...thresholdsOf(row, fields, table), ...optionsOf(row)].map(({ words, ...threshold }) => ({
      ...threshold,
      kind: 'threshold',
      label: `${nameOf(block)} ${words}${clause ? `（${clause}）` : ''}`.trim(),
      words: wordsOf(row.text),
      line: row.line,
      options: [],
    }));
  }
}

/** The same comparison may stand in several lines of an 条目: each then says its line too. */
const apart = (knobs: readonly Knob[]): readonly Knob[] => {
  const seen = new Map<string, number>();
  for (const { label } of knobs) seen.set(label, (seen.get(label) ?? 0) + 1);
  return knobs.map((knob) => (seen.get(knob.label) === 1 ? knob : { ...knob, label: `${knob.label}：${knob.words}` }));
};

interface Turnable {
  readonly row: RowView;
  readonly cell: Cell;
  readonly kind: KnobKind;
}

/** Those of the line, and of a table the credits of its rows. */
function cellsOf(row: RowView): readonly Turnable[] {
  if (row.stale) return [];
  if (row.kind === 'awardTable') {
    const slot = row.grid?.columns.find(({ kind }) => kind === 'credits')?.slot;
    return (row.grid?.rows ?? []).flatMap((inner) =>
      inner.cells.filter((cell) => cell.slot === slot).map((cell) => ({ row: inner, cell, kind: 'rate' as const })),
    );
  }
  const own = SLOTS[row.kind];
  if (!own) return [];
  return row.cells.filter(({ slot }) => own.slots.includes(slot)).map((cell) => ({ row, cell, kind: own.kind }));
}

function knobOf({ row, cell, kind }: Turnable, block: Block, lists: ViewModel['lists']): readonly Knob[] {
  const reading = kind === 'reading';
  if (!cell.editable || cell.absent || cell.kind !== (reading ? 'choice' : 'number')) return [];
  const options = reading ? (lists[cell.list ?? ''] ?? []).map(({ value }) => value) : [];
  if (reading && options.length < 2) return [];
  const { slot, value, unit = null } = cell;
  const words = wordsOf(row.text);
  const name = nameOf(block);
  const label = reading ? name : `${name} ${words}`.trim();
  const named = slot === 'every' ? `${label}（每 ${value}）` : label;
  return [{ row: row.key, slot, kind, label: named, words, line: row.line, value, unit, options }];
}

const nameOf = (block: Block): string => block.title || sectionWord[block.kind] || '';

/** A section without a name of its own. */
const sectionWord: Readonly<Record<string, string>> = { require: '要求', scope: '对象', makeup: '补学' };

const wordsOf = (text: string): string =>
  text
    .replace(/[#＃].*$/s, '')
    .replaceAll(/\s*\|\s*/g, ' · ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ ·]+|[ ·]+$/g, '');
