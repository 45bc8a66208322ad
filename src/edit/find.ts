/** The cell that a gesture speaks of. */
import { type Desk, type Place, refuse } from './desk.ts';
import type { Refused } from './intent.ts';
import type { Slot } from './slot.ts';

/** Where a cell is, or why nothing can be written there. */
export function slotFor(desk: Desk, key: string, name: string): { place: Place; slot: Slot } | Refused {
  const place = desk.place(key);
  if (!place) return refuse('goneAway');
  if (place.row.stale) return refuse('stale', { line: String(place.row.line) });
  if (place.row.kind === 'disabled') return refuse('switchedOff');
  const slot = desk.slots(place.row).find((one) => one.slot === name);
  if (!slot) return refuse('noCell');
  return slot.editable ? { place, slot } : refuse('readOnly');
}
