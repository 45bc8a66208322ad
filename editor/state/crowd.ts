/** The roster that is open, as much of it as the frame says: the roster's own screen, and its worker, are loaded when asked for. */
import { Store } from './store.ts';

export const crowd = new Store<{
  readonly open: boolean;
  /** Null until they are judged. */
  readonly people: number | null;
  readonly year: number | null;
}>({ open: false, people: null, year: null });
