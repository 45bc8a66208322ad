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

const WIDE_DIGITS = ['０１２３４５６７８９．', '0123456789.'] as const;
const NUMBERS: readonly FieldType[] = ['whole', 'decimal'];
const DIGITS: readonly FieldType[] = [...NUMBERS, 'year', 'date'];

/** The value of a trimmed text with narrow digits, null where it is none of this type. */
function readAs({ dialect }: Context, field: Field, text: string): string {
  const guarded = (pattern: string, as: string, of = text): string =>
    `CAST(CASE WHEN ${dialect.matches(text, pattern)} THEN ${of} END AS ${as})`;
  const whole = `split_part(${text}, '.', 1)`;
  const table: Readonly<Record<FieldType, () => string>> = {
    text: () => text,
    yesno: () =>
      `CASE lower(${text}) WHEN 'true' THEN TRUE WHEN 'yes' THEN TRUE WHEN '是' THEN TRUE WHEN 'false' THEN FALSE WHEN 'no' THEN FALSE WHEN '否' THEN FALSE END`,
    choice: () => {
      const keys = new Set(field.options.map(({ key }) => key));
      const given = field.options.flatMap(({ key, label }) => [[key, key], ...(keys.has(label) ? [] : [[label, key]])]);
      const branches = given.map(([one = '', key = '']) => ({
        when: dialect.literal(one),
        gives: dialect.literal(key),
      }));
      return branches.length === 0 ? `CAST(NULL AS ${dialect.text})` : choice(branches, null, text);
    },
    whole: () => `${guarded(WHOLE, 'BIGINT', whole)} * 1000000`,
    decimal: () => {
      const parts = `${whole} || substr(split_part(${text}, '.', 2) || '000000', 1, 6)`;
      const millionths = `CASE WHEN position('.' IN ${text}) = 0 THEN ${text} || '000000' ELSE ${parts} END`;
      return guarded(DECIMAL, 'BIGINT', millionths);
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

/** A column of an input without space around it; null where nothing is left. */
export const trimmed = (context: Context, key: string): string =>
  context.places.neat ? column(context, key) : `NULLIF(${bare(context, column(context, key))}, '')`;

const column = ({ dialect, places }: Context, key: string): string =>
  places.neat ? `d.${dialect.name(key)}` : `CAST(d.${dialect.name(key)} AS ${dialect.text})`;

const bare = ({ dialect }: Context, text: string): string => dialect.trimmed(text, 'c.blanks');

const ownFields = ({ plan }: Context, on: 'person' | 'record'): readonly Field[] =>
  on === 'person' ? plan.personFields : plan.recordFields.filter(({ key }) => key !== 'practitioner');

const textOf = ({ names }: Context, on: 'person' | 'record', { key }: Field): string =>
  `t_${names.column({ on, key })}`;

/** The texts of one of the two inputs. Gives their columns; in those of records the practitioner is the first. */
export function given(context: Context, script: Script, on: 'person' | 'record'): readonly string[] {
  const { dialect, places } = context;
  const table = on === 'person' ? 'practitioners' : 'records';
  const columns = ownFields(context, on).map((field) => ({
    key: field.key,
    name: textOf(context, on, field),
    digits: DIGITS.includes(field.type),
  }));
  if (on === 'record') columns.unshift({ key: 'practitioner', name: 't_practitioner', digits: false });
  const odd = places.neat ? columns.filter(({ digits }) => digits) : columns;
  script.step(
    `${table}_written`,
    'The columns that the rules declare, as texts.',
    `SELECT\n${columns.map(({ key, name }) => `  ${column(context, key)} AS ${name}`).join(',\n')}\nFROM ${places[table]} d`,
  );
  script.step(
    `${table}_joined`,
    'All texts of a row as one.',
    also(`${table}_written t`, [['signs', odd.length === 0 ? "''" : dialect.together(odd.map(({ name }) => name))]]),
  );
  script.step(
    `${table}_plain`,
    'Whether a row has nothing but plain signs, and so neither space nor wide digits.',
    also(`${table}_joined t`, [['plain', odd.length === 0 ? 'TRUE' : dialect.plain('signs')]]),
  );
  const texts = columns.map(({ name, digits }) => {
    const own = places.neat ? name : bare(context, name);
    const narrow = digits ? `translate(${own}, '${WIDE_DIGITS[0]}', '${WIDE_DIGITS[1]}')` : own;
    const text = narrow === name ? name : `CASE WHEN plain THEN ${name} ELSE ${narrow} END`;
    return `  ${places.neat ? text : `NULLIF(${text}, '')`} AS ${name}`;
  });
  script.step(
    `${table}_given`,
    'Space around a text means nothing, an empty one is an absent fact, and wide digits are digits.',
    `SELECT\n${texts.join(',\n')}\nFROM ${table}_plain CROSS JOIN cme_year c`,
  );
  return columns.map(({ name }) => name);
}

/** Texts, values and facts with their defaults, of one of the two inputs. */
function facts(context: Context, script: Script, on: 'person' | 'record'): void {
  const { names, dialect } = context;
  const table = on === 'person' ? 'practitioners' : 'records';
  const nameOf = (field: Field): string => names.column({ on, key: field.key });
  const text = (field: Field): string => textOf(context, on, field);
  given(context, script, on);
  const read = ownFields(context, on);
  script.step(
    `${table}_read`,
    'Numbers in whole millionths; what is no value of its field is null here.',
    also(
      `${table}_given t`,
      read.map((field): [string, string] => [`v_${nameOf(field)}`, readAs(context, field, text(field))]),
    ),
  );
  const values = read.map((field) => {
    const value = `v_${nameOf(field)}`;
    return `  ${field.default === null ? value : `COALESCE(${value}, ${constant(context, field, field.default)})`} AS ${nameOf(field)}`;
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
      'Who has an id of their own, and a number: later steps sort by it, which is quicker than by a text.',
      `SELECT p.*, p.${id} AS who, ${dialect.numbered} AS person\nFROM practitioners_facts p\nWHERE p.${id} IS NOT NULL AND p.namesakes = 1`,
    );
    return;
  }
  const [id, start, end] = ['id', 'start', 'end'].map((key) => names.record(key));
  const faults = read
    .filter(({ type }) => type !== 'text')
    .map((field) => `(${text(field)} IS NOT NULL AND v_${nameOf(field)} IS NULL)`);
  const size = read.filter(({ type }) => NUMBERS.includes(type)).map((field) => `COALESCE(v_${nameOf(field)}, 0)`);
  const others = read.filter(({ key }) => key !== 'id').map((field) => `COALESCE(${text(field)}, '')`);
  script.step(
    'records_facts',
    'A value that is none, or an end before its start, is a fault. Records without an id are told apart by all the rest.',
    [
      'SELECT',
      '  t_practitioner AS who,',
      `${values.join(',\n')},`,
      `  ${either([...faults, `COALESCE(v_${end} < v_${start}, FALSE)`])} AS faulty,`,
      `  ${size.length === 0 ? '0' : size.join(' + ')} AS size,`,
      `  CASE WHEN v_${id} IS NULL THEN ${[`''`, ...others].join(" || '|' || ")} END AS rest`,
      'FROM records_read',
    ].join('\n'),
  );
}

/** The steps from the two inputs to `records_beside`; who has an id of their own stands in a table. */
export function read(context: Context, script: Script): void {
  const { plan, names } = context;
  facts(context, script, 'person');
  const persons = script.keep('persons', ['who', 'person', ...plan.personFields.map(({ key }) => names.person(key))]);
  facts(context, script, 'record');
  const columns = plan.personFields.map(({ key }) => `  p.${names.person(key)},`).join('\n');
  script.step(
    'records_beside',
    'Each record with the facts of its practitioner.',
    `SELECT\n  r.*,\n${columns}\n  p.person,\n  p.person IS NULL AS stray,\n  CASE WHEN p.person IS NULL THEN r.who END AS stray_of\nFROM records_facts r LEFT JOIN ${persons} p ON p.who = r.who`,
  );
}
