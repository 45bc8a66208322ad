/**
 * What can be turned without touching the file: a number of a cap, a rate, a requirement, the option of a reading. Each is
 * a cell of the tables, and turning it is the gesture of that cell, so that what was tried is what can be written.
 */
import {
  applied,
  type Block,
  type Cell,
  type EditDocument,
  editsFor,
  type RowView,
  type Said,
  type ViewModel,
} from '../../src/edit/index.ts';
import type { TextEdit } from '../../src/index.ts';

export type KnobKind = 'cap' | 'rate' | 'need' | 'reading';

export interface Knob {
  /** Of the row and its cell. */
  readonly row: string;
  readonly slot: string;
  readonly kind: KnobKind;
  /** 类别 or 条目, and what of it. */
  readonly label: string;
  /** The line as it stands. */
  readonly words: string;
  readonly line: number;
  readonly value: string;
  readonly unit: string | null;
  /** Of a reading. */
  readonly options: readonly string[];
}

export interface Turned {
  readonly row: string;
  readonly slot: string;
  readonly value: string;
}

const SLOTS: Readonly<Record<string, { readonly kind: KnobKind; readonly slots: readonly string[] }>> = {
  cap: { kind: 'cap', slots: ['limit'] },
  award: { kind: 'rate', slots: ['credits', 'every'] },
  deem: { kind: 'rate', slots: ['credits'] },
  minimum: { kind: 'need', slots: ['amount'] },
  adopt: { kind: 'reading', slots: ['option'] },
};

/** In the order of the file; caps first, since they are what is turned most. */
export function knobsOf({ blocks, lists }: ViewModel): readonly Knob[] {
  const found = blocks
    .filter(({ disabled, kind }) => !disabled && kind !== 'example')
    .flatMap((block) => block.rows.flatMap((row) => cellsOf(row)).flatMap((one) => knobOf(one, block, lists)));
  const order: readonly KnobKind[] = ['cap', 'need', 'reading', 'rate'];
  return order.flatMap((kind) => found.filter((one) => one.kind === kind));
}

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
  const name = block.title || sectionWord[block.kind] || '';
  const label = reading ? name : `${name} ${words}`.trim();
  const named = slot === 'every' ? `${label}（每 ${value}）` : label;
  return [{ row: row.key, slot, kind, label: named, words, line: row.line, value, unit, options }];
}

/** A section without a name of its own. */
const sectionWord: Readonly<Record<string, string>> = { requirement: '要求' };

const wordsOf = (text: string): string =>
  text
    .replace(/[#＃].*$/s, '')
    .replaceAll(/\s*\|\s*/g, ' · ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ ·]+|[ ·]+$/g, '');

export type Turning =
  | { readonly edits: readonly TextEdit[]; readonly text: string; readonly says: readonly Said[] }
  | { readonly refused: Said };

/** Several at once, each on the text as it stands; refused where one is. */
export function turn(document: EditDocument, view: ViewModel, turned: readonly Turned[]): Turning {
  const edits: TextEdit[] = [];
  const says: Said[] = [];
  for (const { row, slot, value } of turned) {
    const done = editsFor(document, view, { kind: 'set', version: view.version, row, slot, value });
    if ('refused' in done) return done;
    edits.push(...done.edits);
    if (done.says) says.push(done.says);
  }
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start);
  return { edits: inOrder, text: applied(document.text, inOrder), says };
}
