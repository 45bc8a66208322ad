/** A plan as far as it has come: its steps, and how the practitioner stands with them. */
import type { Case } from './case.ts';
import type { Choice, Offer } from './options.ts';
import { recordsOf, type Step } from './records.ts';
import type { Standing } from './standing.ts';

export interface Way {
  readonly steps: readonly Step[];
  readonly effort: number;
  readonly after: Standing;
}

export interface Search {
  /** Null where no way was found. */
  readonly way: Way | null;
  /** It is the least; or, where there is none, nothing that was offered closes the gap. */
  readonly proven: boolean;
}

export const stepOf = ({ kind }: Offer, { quantity }: Choice): Step => ({ kind, quantity });

export const wayOf = (at: Case, steps: readonly Step[]): Way | null => {
  const records = recordsOf(at, steps);
  const after = records === null ? null : at.judge(records);
  if (after === null) return null;
  return { steps, after, effort: steps.reduce((sum, { kind, quantity }) => sum + kind.effort(quantity), 0) };
};

/** Without what it can spare: an activity, or some of one. */
export const trimmed = (at: Case, offers: readonly Offer[], way: Way): Way => {
  let kept = way;
  for (let place = way.steps.length - 1; place >= 0; place -= 1) {
    const less = wayOf(at, kept.steps.toSpliced(place, 1));
    if (less?.after.met) kept = less;
  }
  for (let place = kept.steps.length - 1; place >= 0; place -= 1) kept = shortened(at, offers, kept, place);
  return kept;
};

/** Halved down to the smallest of the choices that still does it. */
const shortened = (at: Case, offers: readonly Offer[], way: Way, place: number): Way => {
  const step = way.steps[place] as Step;
  const choices = offers.find(({ kind }) => kind === step.kind)?.choices ?? [];
  const smaller = choices.filter(({ quantity }) => (quantity ?? 0) < (step.quantity ?? 0));
  let [kept, low, high] = [way, -1, smaller.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const { quantity } = smaller[middle] as Choice;
    const less = wayOf(at, way.steps.with(place, { ...step, quantity }));
    if (less?.after.met) [kept, high] = [less, middle];
    else low = middle;
  }
  return kept;
};
