/** One place that results go to, one by one. */
import type { Tail } from '../data/index.ts';
import type { PersonResult } from '../index.ts';

export interface Output {
  /** A promise where the reader is slow; to be awaited before the next. */
  row(result: PersonResult): Promise<void> | undefined;
  end(tail: Tail): Promise<void> | undefined;
}
