/** Subjects of requirement lines: whether two are the same one. */
import type { Subject } from '../../model/plan.ts';

/** The same for subjects of the same records, in whatever order they name their items. */
export const keyOf = ({ items, when }: Subject): string => JSON.stringify([items.toSorted(), when]);

export const sameSubject = (a: Subject | null, b: Subject | null): boolean =>
  a === null || b === null ? a === b : keyOf(a) === keyOf(b);
