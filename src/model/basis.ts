/** Spans over which records are summed: which lie within which. */
import type { Basis } from './plan.ts';

const WIDTH: Readonly<Record<Basis, number>> = { record: 0, project: 1, day: 1, year: 2, cycle: 3 };

/** Every span of the one lies within one of the other; projects and days lie within each other never. */
export const liesWithin = (inner: Basis, outer: Basis): boolean => inner === outer || WIDTH[inner] < WIDTH[outer];
