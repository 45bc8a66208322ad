/** What a menu is opened on. */
import type { DrawnRow } from '../sheets/model.ts';

export interface MenuTarget {
  readonly row: DrawnRow;
  readonly at: DOMRect;
  /** The cell that it was opened on. */
  readonly slot?: string | undefined;
}
