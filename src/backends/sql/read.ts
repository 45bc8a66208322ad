/** Step 1: the texts of the two inputs become facts, or a record is invalid. */

import { dateText } from '../../model/date.ts';
import type { Field, FieldType, Value } from '../../model/plan.ts';
import { type Context, either } from './context.ts';
import { also, choice, type Script } from './script.ts';

const LEAP = '((19|20|21)([2468][048]|[13579][26]|0[48])|2000)-02-29';
const MONTHS = '(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])';
const DATE = `(19|20|21)[0-9][0-9]-(${MONTHS})|${LEAP}`;
const DECIMAL = '0*[0-9]{1,9}([.][0-9]{1,6})?';
const WHOLE = '0*[0-9]{1,9}([.]0{1,6})?';

/** The value of a trimmed text, null where it is none of this type. */
function readAs({ dialect }: Context, field: Field, text: string): string {
  const narrow = `translate(${text}, '０１２３４５６７８９．', '0123456789.')`;
  const guarded = (pattern: string, as: string, of = narrow): string =>
    `CAST(CASE WHEN ${dialect.matches(narrow, pattern)} THEN ${of} END AS ${as})`;
  const millions = (pattern: string): string =>
    `${guarded(pattern, 'BIGINT', `split_part(${narrow}, '.', 1)`)} * 1000000`;
  const table: Readonly<Record<FieldType, () => string>> = {
    text: () => text,
    yesno: () =>
      `CASE WHEN lower(${text}) IN ('true', 'yes', '是') THEN TRUE WHEN lower(${text}) IN ('false', 'no', '否') THEN FALSE END`,
    choice: () => {
      const keys = new Map(field.options.map(({ key, label }) => [label, key]));
      for (const { key } of field.options) keys.set(key, key);
      const branches = [...keys].map(([given, key]) => ({ when: dialect.literal(given), gives: dialect.literal(key) }));
      return branches.length === 0 ? `CAST(NULL AS ${dialect.text})` : choice(branches, null, text);
    },
    whole: () => millions(WHOLE),
    decimal: () => {
      const rest = `rpad(split_part(${narrow}, '.', 2), 6, '0')`;
      return `${millions(DECIMAL)} + ${guarded(DECIMAL, 'BIGINT', rest)}`;
    },
    year: () => guarded('[0-9]{4}', 'INTEGER'),
    date: () => guarded(DATE, 'DATE'),
  };
  return table[field.type]();
}

function constant({ dialect }: Context, { type }: Field, value: Value): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return dialect.literal(value);
  return type === 'date' ? `DATE '${dateText(value)}'` : String(value);
}

const NUMBERS: readonly FieldType[] = ['whole', 'decimal'];

/** A column of an input without space around it; null where nothing is left. */
export const trimmed = ({ dialect, places }: Context, key: string): string =>
  places.neat
    ? `d.${dialect.name(key)}`
    : `NULLIF(${dialect.trimmed(`CAST(d.${dialect.name(key)} AS ${dialect.text})`, 'c.blanks')}, '')`;

const ownFields = ({ plan }: Context, on: 'person' | 'record'): readonly Field[] =>
  on === 'person' ? plan.personFields : plan.recordFields.filter(({ key }) => key !== 'practitioner');

const textOf = ({ names }: Context, on: 'person' | 'record', { key }: Field): string =>
  `t_${names.column({ on, key })}`;

/** The texts of one of the two inputs. Gives their columns; in those of records the practitioner is the first. */
export function given(context: Context, script: Script, on: 'person' | 'record'): readonly string[] {
  const table = on === 'person' ? 'practitioners' : 'records';
  const columns: [string, string][] = ownFields(context, on).map((field) => [
    trimmed(context, field.key),
    textOf(context, on, field),
  ]);
  if (on === 'record') columns.unshift([trimmed(context, 'practitioner'), 't_practitioner']);
  script.step(
    `${table}_given`,
    'Space around a text means nothing; an empty one is an absent fact.',
    `SELECT\n${columns.map(([text, name]) => `  ${text} AS ${name}`).join(',\n')}\nFROM ${context.places[table]} d CROSS JOIN cme_year c`,
  );
  return columns.map(([, name]) => name);
}

/** Texts, values and facts with their defaults, of one of the two inputs. */
function facts(context: Context, script: Script, on: 'person' | 'record'): void {
  const { dialect, names } = context;
  const table = on === 'person' ? 'practitioners' : 'records';
  const column = (field: Field): string => names.column({ on, key: field.key });
  const text = (field: Field): string => textOf(context, on, field);
  given(context, script, on);
  const read = ownFields(context, on);
  script.step(
    `${table}_read`,
    'Numbers in whole millionths; what is no value of its field is null here.',
    also(
      `${table}_given t`,
      read.map((field): [string, string] => [`v_${column(field)}`, readAs(context, field, text(field))]),
    ),
  );
  const values = read.map((field) => {
    const value = `v_${column(field)}`;
    return `  ${field.default === null ? value : `COALESCE(${value}, ${constant(context, field, field.default)})`} AS ${column(field)}`;
  });
  if (on === 'person') {
    const id = names.person('id');
    script.step(
      'practitioners_facts',
      'An absent fact is what its field says; one that is no value is as if absent.',
      `SELECT\n${values.join(',\n')},\n  count(*) OVER (PARTITION BY v_${id}) AS namesakes\nFROM practitioners_read`,
    );
    script.step(
      'persons',
      'Who has an id of their own.',
      `SELECT p.*, p.${id} AS person\nFROM practitioners_facts p\nWHERE p.${id} IS NOT NULL AND p.namesakes = 1`,
    );
    return;
  }
  const [id, start, end] = ['id', 'start', 'end'].map((key) => names.record(key));
  const faults = read
    .filter(({ type }) => type !== 'text')
    .map((field) => `(${text(field)} IS NOT NULL AND v_${column(field)} IS NULL)`);
  const order = [`v_${id}`, ...(context.places.neat ? [] : read.filter(({ key }) => key !== 'id').map(text))];
  const size = read.filter(({ type }) => NUMBERS.includes(type)).map((field) => `COALESCE(v_${column(field)}, 0)`);
  script.step(
    'records_facts',
    'A record with a value that is none, with an end before its start, or with an id that another has, is invalid.',
    [
      'SELECT',
      '  t_practitioner AS person,',
      `${values.join(',\n')},`,
      `  (${either([...faults, `COALESCE(v_${end} < v_${start}, FALSE)`, `(v_${id} IS NOT NULL AND count(*) OVER (PARTITION BY t_practitioner, v_${id}) > 1)`])}) AS invalid,`,
      `  ${size.length === 0 ? '0' : size.join(' + ')} AS size,`,
      `  row_number() OVER (PARTITION BY t_practitioner ORDER BY ${order.map((one) => `${dialect.byCodePoint(one)} NULLS LAST`).join(', ')}) AS place`,
      'FROM records_read',
    ].join('\n'),
  );
}

/**
 * `most`: the sum of a practitioner's numbers up to which every step stays within 64 bits; null: whoever reads on holds to a
 * bound of their own.
 */
export function read(context: Context, script: Script, most: string | null): void {
  facts(context, script, 'person');
  facts(context, script, 'record');
  const { plan, names } = context;
  const persons = plan.personFields.map(({ key }) => `  p.${names.person(key)},`).join('\n');
  const tooLarge =
    most === null ? '' : `,\n  sum(CAST(r.size AS DECIMAL(38, 0))) OVER (PARTITION BY r.person) > ${most} AS too_large`;
  script.step(
    'records_known',
    'Each record with the facts of its practitioner.',
    `SELECT\n  r.*,\n${persons}\n  p.person IS NULL AS stray${tooLarge}\nFROM records_facts r LEFT JOIN persons p ON p.person = r.person`,
  );
}

export const personsOnly = (context: Context, script: Script): void => facts(context, script, 'person');
