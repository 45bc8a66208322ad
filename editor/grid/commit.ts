/** What was typed into a stop becomes a gesture. */
import type { Gesture } from '../../src/edit/index.ts';
import type { Stop } from '../sheets/model.ts';
import { perform } from '../state/gesture.ts';
import { session } from '../state/session.ts';
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
  if (chip !== undefined) {
    const part = cell.chips?.[chip];
    const units = part?.unit ? [part.unit] : [];
    const values = takesMany(stop) ? typed.split(/[、,，]/) : [typed];
    const to = { values: values.map((one) => split(one, units).value).filter(Boolean) };
    if (to.values.length === 0) return false;
    return did({ kind: 'setChip', row: row.key, slot: cell.slot, chip, to });
  }
  const units: readonly UnitId[] = cell.units ?? (cell.unit ? [cell.unit] : []);
  const { value, unit } = cell.kind === 'number' ? split(typed, units) : { value: typed.trim(), unit: undefined };
  if (value === cell.value && (unit === undefined || unit === cell.unit)) return true;
  return did({ kind: 'set', row: row.key, slot: cell.slot, value, was: cell.value, ...(unit && { unit }) });
}

export function clear({ row, cell, chip }: Stop): Promise<boolean> {
  if (chip === undefined) return did({ kind: 'set', row: row.key, slot: cell.slot, value: '', was: cell.value });
  return did({ kind: 'deleteChip', row: row.key, slot: cell.slot, chip });
}

async function did(gesture: Gesture): Promise<boolean> {
  session.set({ notice: null });
  return (await perform(gesture)).done;
}
