/**
 * The form of a roster under one rule set: a zod schema made from its vocabulary, and the same as JSON Schema. Names and
 * choices may be codes or labels; a fact may be absent (null, or not there), and a field that is not known is let through,
 * as `cme eval` does with a warning.
 */
import { z } from 'zod';
import type { Field } from '../model/plan.ts';
import { PRACTITIONERS, RECORDS, YEAR } from './names.ts';
import type { Vocabulary } from './roster.ts';

// Compiled checks would need `new Function`, which a strict content security policy forbids.
z.config({ jitless: true });

const UNSIGNED = /^\s*\d+(?:\.\d{1,6})?\s*$/;
const WHOLE = /^\s*\d+\s*$/;

type Shape = Record<string, z.ZodType>;

const factOf = (field: Field): z.ZodType => {
  switch (field.type) {
    case 'choice':
      return z.enum([...new Set(field.options.flatMap((option) => [option.key, option.label]))]);
    case 'yesno':
      return z.union([z.boolean(), z.enum(['yes', 'no', 'true', 'false', '是', '否'])]);
    case 'whole':
      return z.union([z.int().min(0), z.string().regex(WHOLE)]);
    case 'decimal':
      return z.union([z.number().min(0), z.string().regex(UNSIGNED)]);
    case 'date':
      return z.iso.date();
    case 'year':
      return z.union([z.int().min(1900).max(9999), z.string().regex(/^\d{4}$/)]);
    case 'text':
      return z.union([z.string(), z.number()]);
    default:
      return field.type satisfies never;
  }
};

const describe = (field: Field): string => {
  const options = field.options.map(({ key, label }) => (key === label ? key : `${key} ${label}`)).join('、');
  return [field.label, field.unit && `(${field.unit})`, options && `: ${options}`].filter(Boolean).join(' ');
};

/** Names the parts of the schema in its JSON form. */
type Names = z.core.$ZodRegistry<{ id: string; description: string }>;

/** Each field by its code and by its label. */
const shapeOf = (of: string, fields: readonly Field[], names: Names): Shape => {
  const shape: Shape = {};
  for (const field of fields) {
    const value = factOf(field).nullish();
    names.add(value, { id: `${of}.${field.key}`, description: describe(field) });
    for (const name of [field.key, field.label]) if (!Object.hasOwn(shape, name)) define(shape, name, value);
  }
  return shape;
};

/** A label may be `__proto__`, which a plain assignment would take for the prototype. */
const define = (shape: Shape, name: string, value: z.ZodType): void => {
  Object.defineProperty(shape, name, { value, enumerable: true, configurable: true, writable: true });
};

const both = (names: readonly string[], value: z.ZodType): Shape =>
  Object.fromEntries(names.map((name) => [name, value]));

function build(words: Vocabulary): { schema: z.ZodType; names: Names } {
  const names: Names = z.registry();
  const record = z.looseObject(shapeOf('record', words.recordFields, names));
  names.add(record, { id: 'record', description: '活动记录 record' });
  const records = z.array(record).nullish();
  const person = z.looseObject({ ...shapeOf('practitioner', words.personFields, names), ...both(RECORDS, records) });
  names.add(person, { id: 'practitioner', description: '人员 practitioner' });
  const year = z.int().min(1900).max(9999).nullish();
  const schema = z
    .looseObject({ ...both(YEAR, year), ...both(PRACTITIONERS, z.array(person).optional()) })
    .refine((roster) => PRACTITIONERS.some((name) => Object.hasOwn(roster, name)), { error: 'practitioners' });
  return { schema, names };
}

/** The schema of `{"year": 2025, "practitioners": [{…, "records": [{…}]}]}` with plain values, as `JSON.parse` gives them. */
export const rosterSchema = (words: Vocabulary): z.ZodType => build(words).schema;

/** The same as JSON Schema (draft 2020-12), one of the two spellings of 「practitioners」 asked for. */
export function rosterJsonSchema(words: Vocabulary, about: { code: string; label: string; version: string }): object {
  const { schema, names } = build(words);
  const { $schema, ...body } = z.toJSONSchema(schema, { metadata: names });
  const title = `${about.label} ${about.version}`;
  const $comment = `cme export ${about.code} --to json-schema`;
  return { $schema, title, $comment, ...body, anyOf: PRACTITIONERS.map((name) => ({ required: [name] })) };
}
