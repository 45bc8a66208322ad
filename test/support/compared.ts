/** The compiled evaluator beside the reference: what of a result carries meaning, and where the two part. */
import type { PersonResult } from '../../src/index.ts';
import type { ReferenceResult } from './reference/index.ts';

/** What the reference speaks of, too. */
export const meaningOf = (result: PersonResult): Omit<ReferenceResult, 'several'> => ({
  status: result.status,
  made_up: result.made_up,
  credits: result.credits,
  required: result.required,
  shortfall: result.shortfall,
  requirements: result.requirements.map(({ required, earned, met }) => ({ required, earned, met })),
  ...(result.class_hours && { class_hours: result.class_hours }),
  categories: result.categories.map(({ code, raw, credits }) => ({ code, raw, credits })),
  records: result.records.map(({ id, category, award, clause, raw, credits, reason }) => ({
    id,
    category,
    award,
    clause,
    raw,
    credits,
    reason,
  })),
  readings: [...result.readings].sort(),
});

/**
 * Lists that have a key of their own under it, so that one that is missing shifts no other. Whether a category is listed
 * in which nothing was earned, nobody says.
 */
const keyed = ({ categories: all, readings, ...rest }: Omit<ReferenceResult, 'several'>): object => {
  const categories = all.filter(({ raw }) => raw > 0);
  return {
    ...rest,
    categories: Object.fromEntries(categories.map(({ code, ...amounts }) => [code, amounts])),
    readings: Object.fromEntries(readings.map((code) => [code, true])),
    order: categories.map(({ code }) => code).join(),
  };
};

/** Paths where the two differ, with both values. */
export const differences = (compiled: PersonResult, expected: ReferenceResult): readonly string[] => {
  const found: string[] = [];
  const walk = (path: string, a: unknown, b: unknown): void => {
    if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
        walk(path ? `${path}.${key}` : key, (a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]);
    } else if (a !== b && !known(compiled, expected, path, a, b))
      found.push(`${path}: compiled ${JSON.stringify(a)}, reference ${JSON.stringify(b)}`);
  };
  const { several: _, ...meaning } = expected;
  walk('', keyed(meaningOf(compiled)), keyed(meaning));
  return found;
};

/**
 * Where the two are known to part, until the one that is wrong is mended, or the language says more. Step 5: what is
 * missing where a quantity is needed leaves a record `incomplete`, in the sum of a deeming too. Step 6: a record without a
 * day in the year is in no sum of days, and has `no_award`. The compiled one has no reason in either case.
 */
const known = (result: PersonResult, reference: ReferenceResult, path: string, a: unknown, b: unknown): boolean => {
  const at = Number(/^records\.(\d+)\.reason$/.exec(path)?.[1] ?? -1);
  const told = b === 'incomplete' || b === 'no_award';
  return a === null && told && at >= 0 && result.records[at]?.raw === reference.records[at]?.raw;
};
