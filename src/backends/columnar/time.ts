/** Where a record stands in time when that takes more than a look at one day: stays, what is made up, what is open. */
import { entryOf } from '../evaluator/classify.ts';
import type { Entry } from '../evaluator/entry.ts';
import type { Facts } from '../evaluator/facts.ts';
import { placeIn } from '../evaluator/place.ts';
import type { Run } from '../evaluator/run.ts';
import type { Fate } from './fate.ts';

export interface Placed {
  readonly entry: Entry;
  /** It is of another year, as whatever item it may be. */
  readonly elsewhere: boolean;
}

/** The record as the evaluator places it. */
export function placed(run: Run, fate: Fate, index: number, facts: Facts): Placed {
  const entry = entryOf({ index, id: null, facts, invalid: null });
  const items = fate.items.length === 0 ? [null] : fate.items;
  const places = items.map((item) => placeIn(run, entry, item));
  const [only] = fate.items;
  if (fate.item >= 0 && only !== undefined) {
    entry.item = only.place;
    entry.category = only.item.category;
  }
  return { entry, elsewhere: places.every(({ kind }) => kind === 'elsewhere') };
}
