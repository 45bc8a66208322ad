/** Pieces that several sheets are made of. */
import type { Cell, RowView } from '../../src/edit/index.ts';
import type { Say } from '../words/index.ts';
import { cellOf, type Look, type Part, stopOf } from './model.ts';

/** A cell as a stop; nothing where the row has no such cell, or it is left out and `empty` says nothing for it. */
export function one(
  row: RowView | undefined,
  slot: string,
  label: string,
  look: Look = 'plain',
  empty?: string,
): Part[] {
  const cell = cellOf(row, slot);
  if (!row || !cell || (cell.absent && empty === undefined)) return [];
  return [{ kind: 'stop', stop: stopOf(row, cell, label, empty === undefined ? {} : { empty }), look }];
}

/** Parts of a condition; those that name the actors, so to speak, are drawn apart (see `isActor`). */
export function chips(
  row: RowView,
  slot: string,
  label: string,
  take: (chip: NonNullable<Cell['chips']>[number]) => boolean,
): Part[] {
  const cell = cellOf(row, slot);
  if (!cell || cell.absent) return [];
  return (cell.chips ?? []).flatMap((chip, at): Part[] =>
    take(chip)
      ? [{ kind: 'stop', stop: stopOf(row, cell, label, { chip: at, ...shortened(cell, at) }), look: 'chip' }]
      : [],
  );
}

/** 时长 不少于 1 小时, 少于 6 小时: what the part before speaks of need not be said again. */
function shortened({ chips: all = [] }: Cell, at: number): { readonly said?: string } {
  const [before, chip] = [all[at - 1], all[at]];
  const again = chip?.comparison !== undefined && before?.comparison !== undefined && before.field === chip.field;
  const lead = `${chip?.field ?? ''} `;
  return again && chip.words.startsWith(lead) ? { said: chip.words.slice(lead.length) } : {};
}

/** 参加者: a value alone, of a field of several; who it is about rather than under which condition. */
export const isActor = (chip: NonNullable<Cell['chips']>[number]): boolean =>
  chip.comparison === undefined && chip.list !== undefined && !chip.negated && chip.list !== 'yesno';

type Tone = 'label' | 'strong' | 'soft' | 'mark';

export const words = (text: string, tone?: Tone, title?: string): Part => ({
  kind: 'words',
  text,
  ...(tone && { tone }),
  ...(title && { title }),
});

/** 每项目 5 学分, and when it holds. */
export function cap(row: RowView, say: Say): Part {
  const label = say('caps');
  return {
    kind: 'frame',
    look: 'cap',
    parts: [
      ...chips(row, 'when', say('conditions'), () => true),
      words(say('per')),
      ...one(row, 'per', label),
      ...one(row, 'limit', label, 'figure'),
    ],
  };
}

/** What can be written behind a line's condition. */
export const adder = (row: RowView, slot: string): Part[] => {
  const cell = cellOf(row, slot);
  return cell?.editable && (cell.absent || cell.plain !== false) && !row.stale ? [{ kind: 'add', row, slot }] : [];
};

/** The word that opens a line, as it is written. */
export const wordOf = ({ text }: RowView): string => /^\s*([^\s:：]+)/.exec(text)?.[1] ?? '';
