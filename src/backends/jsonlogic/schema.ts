/** The JSON Schema of the prepared input, and of the export itself. */
import type { Field, Plan } from '../../model/plan.ts';
import type { JsonLogic } from './make.ts';
import { namesOf } from './names.ts';

export type JsonSchema = { readonly [key: string]: unknown };

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const day = { type: 'integer', description: 'days since 1970-01-01' };
const boolean = { type: 'boolean' };
const integer = { type: 'integer' };

const object = (properties: Readonly<Record<string, unknown>>, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const listOf = (name: string): JsonSchema => ({ type: 'array', items: { $ref: `#/$defs/${name}` } });

/** Nine digits before the point, six after it. */
const MOST_MILLIONTHS = 999_999_999_999_999;

const typeOf = ({ type, options }: Field): JsonSchema => {
  switch (type) {
    case 'choice':
      return { enum: options.map(({ key }) => key) };
    case 'yesno':
      return boolean;
    case 'whole':
      return { type: 'integer', minimum: 0, maximum: MOST_MILLIONTHS, multipleOf: 1_000_000 };
    case 'decimal':
      return { type: 'integer', minimum: 0, maximum: MOST_MILLIONTHS };
    case 'date':
      return day;
    case 'year':
      return { type: 'integer', minimum: 0, maximum: 9999 };
    case 'text':
      return { type: 'string' };
    default:
      return type satisfies never;
  }
};

/** In which unit its number is. */
const scaleOf = ({ type, unit }: Field): string => {
  if (type === 'whole' || type === 'decimal') return `millionths${unit === null ? '' : ` of ${unit}`}`;
  return type === 'date' ? 'days since 1970-01-01' : '';
};

export function inputSchema(plan: Plan, { facts }: Pick<JsonLogic, 'facts'>): JsonSchema {
  const names = namesOf(plan);
  const factsOf = (on: 'person' | 'record'): Record<string, unknown> =>
    Object.fromEntries(
      facts
        .filter(({ ref }) => ref.on === on)
        .map(({ ref, name }) => {
          const field = names.field(ref);
          return [
            name,
            {
              ...typeOf(field),
              // What the preparing step writes where there is no fact: nothing else tells it to a platform.
              ...(field.default !== null && { default: field.default }),
              title: field.label,
              description: [field.key, scaleOf(field)].filter(Boolean).join(', '),
            },
          ];
        }),
    );
  const months = Object.fromEntries(
    plan.requirements.flatMap(({ since }) =>
      since === null
        ? []
        : [[`months_${names.of({ on: 'person', key: since.field })}`, { type: 'integer', minimum: 0, maximum: 12 }]],
    ),
  );
  const dates = [...new Set(plan.items.flatMap(({ placed }) => placed ?? []))].map((key) =>
    names.of({ on: 'record', key }),
  );
  const flags = object(Object.fromEntries(dates.map((name) => [name, boolean])), dates);
  const by = dates.length > 0 ? { here_by: flags, visiting_by: flags } : {};
  const lists = { records: listOf('record'), stays: listOf('record') };
  const stay = {
    from: day,
    to: day,
    days: { type: 'integer', minimum: 0 },
    months: { type: 'integer', minimum: 0 },
    from_month: integer,
    from_day: integer,
    after_month: integer,
    after_day: integer,
  };
  const record = {
    here: boolean,
    visiting: boolean,
    ...by,
    stay: object(stay, Object.keys(stay)),
    facts: object(factsOf('record'), []),
    person: { $ref: '#/$defs/person' },
  };
  const root = {
    year: { type: 'integer' },
    person: { $ref: '#/$defs/person' },
    ...lists,
    projects: listOf('group'),
    days: listOf('group'),
  };
  return {
    $schema: DRAFT,
    title: `${plan.label} ${plan.version}`,
    ...object(root, Object.keys(root)),
    $defs: {
      person: object({ ...factsOf('person'), ...months }, []),
      record: object(record, ['here', 'visiting', ...Object.keys(by), 'facts', 'person']),
      group: object(lists, ['records', 'stays']),
    },
  };
}

const rule = { description: 'a JsonLogic rule: a number, a truth value, a text, or an object of one operation' };
const text = { type: 'string' };
const results = {
  categories: { type: 'object', additionalProperties: integer },
  total: integer,
  required: integer,
  status: { enum: ['met', 'unmet', 'exempt'] },
};

export const envelopeSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'cme export --to jsonlogic',
  ...object(
    {
      format: { const: 'cme-jsonlogic' },
      format_version: { const: 1 },
      language: integer,
      ruleset: object({ code: text, version: text, label: text, title: { type: ['string', 'null'] }, hash: text }, [
        'code',
        'version',
        'label',
        'title',
        'hash',
      ]),
      readings: { type: 'object', additionalProperties: text },
      scale: { const: 100 },
      most: { type: 'integer', description: 'what the sum of a number over the records may be at most' },
      make_up: rule,
      rules: object(
        { categories: { type: 'object', additionalProperties: rule }, total: rule, required: rule, status: rule },
        ['categories', 'total', 'required', 'status'],
      ),
      input: { type: 'object', description: 'the JSON Schema of what the rules read' },
      unreached: { type: 'array', items: text },
      vectors: {
        type: 'array',
        items: object({ name: text, input: { type: 'object' }, expect: object(results, Object.keys(results)) }, [
          'name',
          'input',
          'expect',
        ]),
      },
      checksum: { ...text, description: 'SHA-256 of all the rest: keys sorted, no space between' },
    },
    [
      'format',
      'format_version',
      'language',
      'ruleset',
      'readings',
      'scale',
      'most',
      'make_up',
      'rules',
      'input',
      'vectors',
      'unreached',
      'checksum',
    ],
  ),
};
