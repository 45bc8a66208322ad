/** What was typed into a stop becomes a gesture. */
import type { Gesture } from '../../src/edit/index.ts';
import type { Stop } from '../sheets/model.ts';
import { perform } from '../state/gesture.ts';
import { session } from '../state/session.ts';
import type { RuleText } from '../state/text.ts';
import { split, type UnitId } from './units.ts';

/** What the box holds when a stop is opened for editing. */
export function heldBy({ cell, chip }: Stop): string {
  const part = chip === undefined ? undefined : cell.chips?.[chip];
  return part ? (part.values ?? []).join('、') : cell.value;
}

/** Whether a stop can be set by typing: a chip only where it compares with a value. */
export function canType({ row, cell, chip }: Stop): boolean {
  if (row.stale || !cell.editable) return false;
  if (chip === undefined) return cell.kind !== 'condition' || cell.absent === true;
  const part = cell.chips?.[chip];
  return part?.editable === true && (part.values?.length ?? 0) > 0;
}

export const listOf = ({ cell, chip }: Stop): string | undefined =>
  chip === undefined ? cell.list : cell.chips?.[chip]?.list;

/** Several may be chosen, and are joined by 、. */
export const takesMany = ({ cell, chip }: Stop): boolean => {
  if (chip === undefined) return cell.kind === 'choices';
  const comparison = cell.chips?.[chip]?.comparison;
  return comparison === 'in' || comparison === 'notin';
};

export async function set(stop: Stop, typed: string): Promise<boolean> {
  const { row, cell, chip } = stop;
  const isOwn = isUndrawn(stop);
  if (chip !== undefined) {
    const part = cell.chips?.[chip];
    const units = part?.unit ? [part.unit] : [];
    const values = takesMany(stop) ? typed.split(/[、,，]/) : [typed];
    const to = { values: values.map((one) => split(one, units).value).filter(Boolean) };
    if (to.values.length === 0) return false;
    const was = part && !isOwn ? { was: part.words } : {};
    return did(stop, { kind: 'setChip', row: row.key, slot: cell.slot, chip, to, ...was });
  }
  const units: readonly UnitId[] = cell.units ?? (cell.unit ? [cell.unit] : []);
  const { value, unit } = cell.kind === 'number' ? split(typed, units) : { value: typed.trim(), unit: undefined };
  if (!isOwn && value === cell.value && (unit === undefined || unit === cell.unit)) return true;
  return did(stop, { ...setting(stop, value), ...(unit && { unit }) });
}

export function clear(stop: Stop): Promise<boolean> {
  const { row, cell, chip } = stop;
  if (chip === undefined) return did(stop, setting(stop, ''));
  const words = cell.chips?.[chip]?.words;
  const was = words === undefined ? {} : { was: words };
  return did(stop, { kind: 'deleteChip', row: row.key, slot: cell.slot, chip, ...was });
}

/** What the cell says is what it has to say still, but for what was written into it from here. */
const setting = (stop: Stop, value: string): Extract<Gesture, { kind: 'set' }> => {
  const { row, cell } = stop;
  return { kind: 'set', row: row.key, slot: cell.slot, value, ...(!isUndrawn(stop) && { was: cell.value }) };
};

/** Cells of the open file that were written into from here, and the version in which they say so; none while it is to come. */
let written: { readonly text: RuleText | null; readonly cells: Map<string, number> } = { text: null, cells: new Map() };

/** It was written into, and is yet to be drawn: what it shows is known to be old. */
function isUndrawn({ id }: Stop): boolean {
  const { text, page } = session.get();
  const since = written.text === text ? written.cells.get(id) : undefined;
  return since !== undefined && since > (page?.version ?? 0);
}

async function did({ id }: Stop, gesture: Gesture): Promise<boolean> {
  session.set({ notice: null });
  const { text } = session.get();
  if (written.text !== text) written = { text, cells: new Map() };
  const { cells } = written;
  cells.set(id, Number.POSITIVE_INFINITY);
  const { done } = await perform(gesture);
  if (done && text) cells.set(id, text.version);
  else cells.delete(id);
  return done;
}
