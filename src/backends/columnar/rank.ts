/** How the records of one practitioner that stand on one day are ordered: by id, then by place; those without an id are last. */
import { byId } from '../evaluator/entry.ts';

type Ids = readonly (string | null)[];

const rises = (ids: Ids, place: number): number => byId(ids[place - 1] ?? null, ids[place] ?? null);

/** By the place of a record: where it stands among all. */
export function ranksOf(ids: Ids): readonly number[] {
  const places = ids.map((_, place) => place);
  if (places.every((place) => place === 0 || rises(ids, place) <= 0)) return places;
  const ranks = new Array<number>(ids.length);
  const order = places.toSorted((a, b) => byId(ids[a] ?? null, ids[b] ?? null) || a - b);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  return ranks;
}

/** Whether one stands twice: where each is after the one before, it need not be looked for. */
export const hasDouble = (ids: readonly string[]): boolean =>
  ids.some((_, place) => place > 0 && rises(ids, place) >= 0) && new Set(ids).size < ids.length;
