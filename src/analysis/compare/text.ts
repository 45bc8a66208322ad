/**
 * What an element means, as a text to compare: without its words and its place, without names that nothing hangs on, and
 * with an order of its own where the order means nothing.
 */

/** Of an expression which readings it names; of an item, a cap and a requirement what they are called. */
const silent: ReadonlySet<string> = new Set([
  'source',
  'readings',
  'name',
  'owner',
  'crossing',
  'label',
  'category',
  'clause',
  'approver',
]);

/** Options asked for, arms of a condition, rows of a table. */
const unordered: ReadonlySet<string> = new Set(['keys', 'of', 'rows', 'bounds']);

const texts = new WeakMap<object, string>();

const written = (part: unknown, name: string): string => {
  if (part === null || typeof part !== 'object') return JSON.stringify(part) ?? 'null';
  const known = texts.get(part);
  if (known !== undefined) return known;
  let text: string;
  if (Array.isArray(part)) {
    const parts = part.map((one) => written(one, ''));
    text = `[${(unordered.has(name) ? parts.sort() : parts).join()}]`;
  } else {
    const entries = Object.entries(part).filter(([key]) => !silent.has(key));
    text = `{${entries.map(([key, value]) => `${key}:${written(value, key)}`).join()}}`;
  }
  // A list is written in one order here and in another there.
  if (!Array.isArray(part)) texts.set(part, text);
  return text;
};

export const meaningOf = (element: unknown): string => written(element, '');

export const sameMeaning = (a: object | null, b: object | null): boolean => a === b || meaningOf(a) === meaningOf(b);
