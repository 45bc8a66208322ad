/** What looks at the records of many items: caps, and the subjects that requirements count. */
import type { Cap, Expr, Plan, Subject } from '../../../model/plan.ts';
import type { Condition } from '../condition.ts';

export interface CapProgram {
  readonly cap: Cap;
  /** By the place of an item: whether its records are under the cap. */
  readonly items: readonly boolean[];
  readonly when: Condition | null;
}

export interface SubjectProgram {
  /** By the place of an item: whether its records are of the subject. */
  readonly items: readonly boolean[];
  readonly when: Condition | null;
  /** The requirement and its line bind the practitioner where these hold. */
  readonly binds: readonly Condition[];
}

export const among = (plan: Plan, { items }: Subject): readonly boolean[] => {
  const held = new Set(items);
  return plan.items.map(({ key }) => held.has(key));
};

/** What the lines count, or are filled from. */
export function subjectsOf(
  plan: Plan,
  optional: (when: Expr | null) => Condition | null,
): Map<Subject, SubjectProgram> {
  const found = new Map<Subject, SubjectProgram>();
  for (const { binds, lines } of plan.requirements) {
    for (const line of lines) {
      const own = line.subject === null ? [] : [line.subject];
      const bound = [optional(binds), optional(line.when)].filter((when) => when !== null);
      for (const subject of [...own, ...(line.fillable?.from ?? [])]) {
        const items = among(plan, subject);
        found.set(subject, { items, when: optional(subject.when), binds: bound });
      }
    }
  }
  return found;
}

/** Caps that cross, with those that share their records. */
export const knotsOf = (caps: readonly CapProgram[]): readonly (readonly CapProgram[])[] => {
  const tied = caps.filter(({ cap }) => cap.crossing !== null);
  return [...Map.groupBy(tied, ({ cap }) => cap.crossing?.knot).values()];
};
