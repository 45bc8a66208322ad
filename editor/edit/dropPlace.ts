/** Where a row that is dragged may be put down, by the rows that the table shows: among its own kind, as the keys move it. */
import type { Block, Gesture, Key, RowView } from '../../src/edit/index.ts';

interface Held {
  readonly block: Block;
  /** Null: the section as a whole. */
  readonly row: RowView | null;
  readonly table: RowView | null;
}

/** What a drawn row stands for; the key of a band or of a one-line section is that of its block, with a word behind it. */
function heldBy(blocks: readonly Block[], drawn: string): Held | null {
  const [, whole] = /^(.*)\/(?:band|row)$/s.exec(drawn) ?? [];
  for (const block of blocks) {
    if (block.key === whole || block.head.key === drawn) return { block, row: null, table: null };
    for (const row of block.rows) {
      if (row.key === drawn) return { block, row, table: null };
      const inTable = row.grid?.rows.find(({ key }) => key === drawn);
      if (inTable) return { block, row: inTable, table: row };
    }
  }
  return null;
}

export const canBeHeld = (blocks: readonly Block[], drawn: string): boolean => {
  const held = heldBy(blocks, drawn);
  return held !== null && !(held.row === null && held.block.kind === 'rules');
};

export interface Drop {
  readonly gesture: Extract<Gesture, { kind: 'move' }>;
  /** It comes behind what it is put on, or before it. */
  readonly behind: boolean;
  /** The section that it is put beside, where it is one itself. */
  readonly beside: Key | null;
}

/** Put down on a row further down it comes behind it, further up before it. Null: nothing would move. */
export function dropOn(blocks: readonly Block[], from: string, onto: string): Drop | null {
  const held = heldBy(blocks, from);
  const target = heldBy(blocks, onto);
  if (!held || !target) return null;
  if (held.row === null) {
    const { block } = target;
    if (block === held.block || block.kind !== held.block.kind || block.disabled || block.kind === 'rules') return null;
    return dropOf(held.block.key, block.key, blocks.indexOf(block) > blocks.indexOf(held.block), block.key);
  }
  const { row, table } = held;
  if (target.row === null || target.row === row || target.block !== held.block || target.table !== table) return null;
  const alike = target.row.kind === row.kind || target.row.kind === 'disabled' || row.kind === 'disabled';
  if (!alike) return null;
  const all = table?.grid?.rows ?? held.block.rows;
  return dropOf(row.key, target.row.key, all.indexOf(target.row) > all.indexOf(row), null);
}

const dropOf = (key: Key, other: Key, behind: boolean, beside: Key | null): Drop => ({
  gesture: { kind: 'move', key, to: behind ? { after: other } : { before: other } },
  behind,
  beside,
});

/** Whether a drawn row is of a section, for the line that shows where it would come. */
export const isOfBlock = (blocks: readonly Block[], drawn: string, key: Key): boolean =>
  heldBy(blocks, drawn)?.block.key === key || drawn.startsWith(`${key}/`);
