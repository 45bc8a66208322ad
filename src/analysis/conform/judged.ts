/** What a place does to people, and the point that it becomes. */
import type { Comparison, Contrast, Effect } from '../../model/comparison.ts';
import { isAllowed, type Mode, named, type Open, type SectionName } from './open.ts';
import type { Place } from './place.ts';
import type { Note, Point, Relation } from './point.ts';

export interface Judged {
  readonly effect: Effect;
  readonly witness?: Contrast;
  readonly note?: Note;
  readonly exhausted: boolean;
}

/** Of all that a comparison found. */
export const effectOf = ({ changes, equivalent, exhausted }: Comparison): Judged => {
  const mattering = changes.filter(({ effect }) => effect !== 'neutral');
  const has = (effect: Effect): boolean => mattering.some((change) => change.effect === effect);
  const witness = mattering.find((change) => change.witness)?.witness;
  const seen = witness && { witness };
  if (has('mixed') || (has('stricter') && has('looser'))) {
    return { effect: 'mixed', ...seen, note: { of: 'mixed' }, exhausted };
  }
  if (has('unknown') || (mattering.length === 0 && !equivalent)) {
    return { effect: 'unknown', ...seen, note: { of: 'unknown' }, exhausted };
  }
  const [first] = mattering;
  return { effect: first?.effect ?? 'neutral', ...seen, exhausted };
};

/** Which way somebody's result goes. */
export const wayOf = ({ before, after }: Contrast): Effect => {
  const rank = { unmet: 0, met: 1, exempt: 2 } as const;
  const by = rank[after.status] - rank[before.status] || after.credits - before.credits;
  return by < 0 ? 'stricter' : 'looser';
};

const relationOf = ({ baseline, province }: Place, effect: Effect): Relation => {
  if (baseline === null) return 'added';
  if (province === null) return 'missing';
  if (effect === 'neutral') return 'same';
  return effect === 'stricter' ? 'stricter' : 'looser';
};

/** A section that the baseline does not have is for its head to allow. */
const modesFor = (within: SectionName, open: Open): ReadonlySet<Mode> =>
  open.get(within) ?? open.get(named.rules) ?? new Set();

export const pointOf = (place: Place, { effect, witness, note }: Judged, open: Open): Point => {
  const { kind, path, clause, baseline, province, at, within } = place;
  const relation = relationOf(place, effect);
  return {
    kind,
    path,
    baseline,
    province,
    relation,
    effect,
    allowed: isAllowed(relation, effect, modesFor(within, open)),
    clause,
    at,
    ...(witness && { witness }),
    ...(note && { note }),
  };
};
