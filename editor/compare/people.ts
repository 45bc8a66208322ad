/** The place where an open roster says what a revision does to its people. */

import type { RuleSource } from '../../src/index.ts';
import type { PeopleFigures } from '../../src/print/index.ts';
import { Store } from '../state/store.ts';

/** Those whose result one change moves by itself. */
export interface Touched {
  readonly people: number;
  readonly up: number;
  readonly down: number;
  /** Shows them. */
  readonly show?: () => void;
}

export interface Measured extends PeopleFigures {
  readonly metBefore: number;
  readonly metAfter: number;
  /** By the place of the change in the comparison; absent where it was not measured. */
  readonly changes: ReadonlyMap<number, Touched>;
}

export type Measure = (
  before: RuleSource,
  after: RuleSource,
  library: readonly RuleSource[],
) => Promise<Measured | null>;

/** Set by whoever holds a roster; without one a comparison speaks of no people. */
export const roster = new Store<{ readonly measure: Measure | null }>({ measure: null });
