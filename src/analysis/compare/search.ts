/** Looks for practitioners who lose or gain by a change, and keeps the smallest; nobody is told who was not evaluated. */
import type { Contrast } from '../../model/comparison.ts';
import { candidates, type Focus } from './candidates.ts';
import { type Draft, effort, personOf, type Sides, type Sign } from './draft.ts';
import { shrink } from './shrink.ts';

/** How many evaluations of a pair may still be made. */
export interface Purse {
  left: number;
  hit: boolean;
  /** For one change. */
  readonly each: number;
}

export interface Shown {
  readonly loss: Contrast | null;
  readonly gain: Contrast | null;
}

interface Hit {
  readonly draft: Draft;
  readonly size: readonly [records: number, calm: number, effort: number];
}

/** So many of the smallest are tried on the two whole files. */
const KEPT = 8;
/** Where so many show it, the smallest of them will do. */
const ENOUGH = 40;

const bySize = ({ size: a }: Hit, { size: b }: Hit): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

export interface Search {
  readonly focus: Focus;
  /** The change alone. */
  readonly alone: Sides;
  /** The two files as they are. */
  readonly whole: Sides;
  readonly wanted: readonly ('loss' | 'gain')[];
  readonly purse: Purse;
}

const agrees = (sign: Sign | undefined, wanted: 'loss' | 'gain'): boolean => sign === wanted || sign === 'both';

export const search = ({ focus, alone, whole, wanted, purse }: Search): Shown => {
  const { plan } = focus.truths;
  const hits = { loss: [] as Hit[], gain: [] as Hit[] };
  let left = Math.min(purse.each, purse.left);
  const count = { loss: 0, gain: 0 };
  const found = (many: number): boolean => wanted.every((sign) => count[sign] >= many);
  stages: for (const stage of candidates(focus)) {
    for (const draft of stage) {
      if (left <= 0) break stages;
      if (found(ENOUGH)) break stages;
      left -= 1;
      purse.left -= 1;
      const contrast = alone.contrast(personOf(plan, draft), draft.year);
      if (contrast === null) continue;
      const calm = Number(contrast.before.status === contrast.after.status);
      const hit: Hit = { draft, size: [draft.records.length, calm, effort(plan, draft)] };
      for (const sign of wanted) {
        if (!agrees(contrast.sign, sign)) continue;
        const kept = hits[sign];
        count[sign] += 1;
        kept.push(hit);
        if (kept.length > 4 * KEPT) kept.sort(bySize).splice(KEPT);
      }
    }
    if (found(1)) break;
  }
  if (purse.left <= 0) purse.hit = true;
  const smallest = (sign: 'loss' | 'gain'): Contrast | null =>
    wanted.includes(sign)
      ? finished({ focus, alone, whole, wanted, purse }, hits[sign].sort(bySize).slice(0, KEPT), sign)
      : null;
  return { loss: smallest('loss'), gain: smallest('gain') };
};

const finished = ({ focus, alone, whole }: Search, hits: readonly Hit[], sign: 'loss' | 'gain'): Contrast | null => {
  const { plan } = focus.truths;
  const shows = (sides: Sides, draft: Draft): boolean =>
    agrees(sides.contrast(personOf(plan, draft), draft.year)?.sign, sign);
  const [first] = hits;
  if (!first) return null;
  const shared = hits.find(({ draft }) => shows(whole, draft));
  const flips = (draft: Draft): boolean => {
    const found = alone.contrast(personOf(plan, draft), draft.year);
    return found !== null && found.before.status !== found.after.status;
  };
  const { draft } = shared ?? first;
  const flipped = flips(draft);
  const small = shrink(plan, draft, (less) => {
    if (!shows(alone, less) || (shared && !shows(whole, less))) return false;
    return !flipped || less.records.length < draft.records.length || flips(less);
  });
  const sides = shared ? whole : alone;
  const contrast = sides.contrast(personOf(plan, small), small.year);
  if (contrast === null) return null;
  const { sign: _, ...told } = contrast;
  return shared ? told : { ...told, alone: true };
};
