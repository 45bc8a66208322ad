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

/** Without what it can spare. */
export const trimmed = (at: Case, way: Way): Way => {
  let kept = way;
  for (let place = way.steps.length - 1; place >= 0; place -= 1) {
    const less = wayOf(at, kept.steps.toSpliced(place, 1));
    if (less?.after.met) kept = less;
  }
  return kept;
};
