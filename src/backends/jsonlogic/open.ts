/** A text from outside as an export. Nothing is run that is not laid out as ours are, or has another operation. */
import type { Envelope } from './envelope.ts';

type Shape = (data: unknown) => boolean;
type Known = Readonly<Record<string, unknown>>;

const OPERATIONS = new Set('var if and or ! === !== > >= < <= + - * / % min max in merge reduce'.split(' '));
const DEEPEST = 500;

/** Null where it is none. */
export function readEnvelope(data: unknown): Envelope | null {
  if (!isShallow(data, 0) || !isEnvelope(data)) return null;
  const { rules, vectors } = data as unknown as Envelope;
  const keys = Object.keys(rules.categories);
  const alike = vectors.every(({ expect: { categories } }) => {
    const expected = Object.keys(categories);
    return expected.length === keys.length && expected.every((key) => Object.hasOwn(rules.categories, key));
  });
  return alike ? (data as unknown as Envelope) : null;
}

const isObject = (data: unknown): data is Known => typeof data === 'object' && data !== null && !Array.isArray(data);
const isText: Shape = (data) => typeof data === 'string';
const isNumber: Shape = (data) => typeof data === 'number';
const isLike =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (data) =>
    isObject(data) && Object.entries(shapes).every(([key, shape]) => shape(data[key]));
const isListOf =
  (shape: Shape): Shape =>
  (data) =>
    Array.isArray(data) && data.every(shape);
const isTableOf =
  (shape: Shape): Shape =>
  (data) =>
    isObject(data) && Object.values(data).every(shape);

/** Deeper than any of ours, and than what walks it should have to go. */
const isShallow = (data: unknown, depth: number): boolean =>
  typeof data !== 'object' ||
  data === null ||
  (depth < DEEPEST && Object.values(data).every((part) => isShallow(part, depth + 1)));

const isRule: Shape = (rule) => {
  if (rule === undefined) return false;
  if (Array.isArray(rule)) return rule.every(isRule);
  if (!isObject(rule)) return true;
  const [[operation, parts] = ['', null], ...others] = Object.entries(rule);
  return others.length === 0 && OPERATIONS.has(operation) && Array.isArray(parts) && isRule(parts);
};

const isEnvelope = isLike({
  format: (one) => one === 'cme-jsonlogic',
  format_version: (one) => one === 1,
  language: isNumber,
  ruleset: isLike({ code: isText, version: isText, label: isText, hash: isText }),
  readings: isTableOf(isText),
  scale: (one) => one === 100,
  most: isNumber,
  make_up: isRule,
  rules: isLike({ categories: isTableOf(isRule), total: isRule, required: isRule, status: isRule }),
  input: isObject,
  unreached: isListOf(isText),
  vectors: isListOf(
    isLike({
      name: isText,
      input: isObject,
      expect: isLike({ categories: isTableOf(isNumber), total: isNumber, required: isNumber, status: isText }),
    }),
  ),
  checksum: isText,
});
