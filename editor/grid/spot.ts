import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';

/** The stop one stands on, by its id. */
export const useGridSpot = (): string | null =>
  useStore(session, ({ selection: { row, slot } }) => (row === null || slot === null ? null : `${row}|${slot}`));
