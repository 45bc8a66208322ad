/**
 * A bucket reckoned by the exported SQL. What the statements do not say in words, and whatever is wrong or doubtful in
 * somebody's data, is left to the evaluator: those practitioners are named, and their results are its own.
 */
import type { Columns } from '../../data/index.ts';
import { type Lang, type Plan, sqlOf, wordsOf } from '../../index.ts';
import type { Bucket, Roster } from './buckets.ts';
import { type Duck, literal, quoted } from './duckdb.ts';

export interface SqlReckoner {
  /** Reckons; the results of all whom SQL can tell stand in `bucket_told`, the others in `bucket_left` by id. */
  reckon(bucket: Bucket): Promise<void>;
  /** The column of `bucket_people` that holds a fact; null where no input has it. */
  column(key: string): string | null;
}

type Fields = Plan['personFields'];
type Field = Fields[number];

const ODD: Readonly<Record<Field['type'], (text: string, field: Field) => string>> = {
  text: () => 'FALSE',
  choice: (text, { options }) =>
    `${text} NOT IN (${[...new Set(options.flatMap(({ key, label }) => [key, label])), ''].map(literal).join(', ')})`,
  yesno: (text) => `lower(${text}) NOT IN ('true', 'yes', '是', 'false', 'no', '否')`,
  whole: (text) => `NOT regexp_full_match(${text}, '[0-9]{1,9}')`,
  decimal: (text) => `NOT regexp_full_match(${text}, '[0-9]{1,9}([.][0-9]{1,6})?')`,
  date: (text) => `NOT regexp_full_match(${text}, '(19|20)[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])')`,
  year: (text) => `NOT regexp_full_match(${text}, '(19|20)[0-9][0-9]')`,
};

/** One spelling of a value, so that two that mean the same are one. */
function spelling({ type, options }: Field, text: string): string {
  const other = options.filter(({ key, label }) => key !== label);
  if (type !== 'choice' || other.length === 0) return text;
  return `CASE ${text} ${other.map(({ key, label }) => `WHEN ${literal(label)} THEN ${literal(key)}`).join(' ')} ELSE ${text} END`;
}

export interface SqlTask {
  readonly duck: Duck;
  readonly plan: Plan;
  readonly year: number;
  readonly lang: Lang;
  readonly roster: Roster;
  readonly columns: Columns;
  /** Of the practitioners' own table. */
  readonly persons: Columns | null;
}

export function sqlReckoner(task: SqlTask): SqlReckoner {
  const { duck, plan, year, lang } = task;
  const words = wordsOf(plan, year, lang);
  const { statements } = sqlOf(plan, year, 'duckdb', { neat: true, reader: words.query });
  const isDrop = (one: string): boolean => /^DROP TABLE cme_/.test(one);
  const makes = statements.filter((one) => !isDrop(one));
  const persona = personaOf(task);
  const inputs = inputsOf(task, persona);
  return {
    column: (key) => (key === 'id' ? 'id' : (persona.get(key)?.name ?? null)),
    async reckon(bucket) {
      for (const one of inputs(bucket)) await duck.run(one);
      for (const one of makes) await duck.run(one);
      await duck.run(`CREATE OR REPLACE TEMP TABLE bucket_words AS ${words.query}`);
      for (const one of statements.filter(isDrop)) await duck.run(one);
      for (const one of toldBy()) await duck.run(one);
    },
  };
}

type Persona = ReadonlyMap<string, { readonly field: Field; readonly name: string }>;

const fieldsOf = (of: Columns | null) =>
  (of?.person ?? []).flatMap(({ field, index }) => (field === undefined ? [] : [{ field, index }]));

/** The facts of practitioners that either input has. */
function personaOf({ columns, persons }: SqlTask): Persona {
  const persona = new Map<string, { readonly field: Field; readonly name: string }>();
  for (const { field } of [...fieldsOf(persons), ...fieldsOf(columns)])
    if (!persona.has(field.key)) persona.set(field.key, { field, name: `p${persona.size}` });
  return persona;
}

/** The two inputs of the export, and who is left to the evaluator from the start. */
function inputsOf(
  { plan, roster, columns, persons }: SqlTask,
  persona: Persona,
): (bucket: Bucket) => readonly string[] {
  const { records, owner } = roster;
  const cell = (at: number): string => `c${at}`;
  const all = [...persona.values()];
  const factsFrom = (of: Columns | null, table: string, id: number): string => {
    const own = new Map(fieldsOf(of).map(({ field, index }) => [field.key, index]));
    const list = all.map(({ field, name }) => {
      const at = own.get(field.key);
      return `${at === undefined ? 'CAST(NULL AS VARCHAR)' : cell(at)} AS ${name}`;
    });
    return `SELECT ${[`${cell(id)} AS id`, ...list].join(', ')} FROM ${table} WHERE ${cell(id)} IS NOT NULL`;
  };
  const facts = [
    factsFrom(columns, 'bucket_rows', owner),
    ...(roster.persons === null ? [] : [factsFrom(persons, 'bucket_persons', roster.persons.id)]),
  ].join(' UNION ALL ');
  const odd = all.flatMap(({ field, name }) => {
    const same = spelling(field, name);
    return [
      `COALESCE(min(${same}) <> max(${same}), FALSE)`,
      `COALESCE(bool_or(${ODD[field.type](name, field)}), FALSE)`,
    ];
  });

  const recordField = new Map(
    columns.record.flatMap(({ field, index }) => (field === undefined ? [] : [[field.key, index] as const])),
  );
  const idAt = columns.record.find(({ field }) => field === undefined || field.key === 'id')?.index;
  const holds =
    columns.record.length === 0
      ? 'FALSE'
      : `COALESCE(${columns.record.map(({ index }) => cell(index)).join(', ')}) IS NOT NULL`;
  const id = idAt === undefined ? 'NULL' : cell(idAt);
  const makeup = recordField.get('makeup_year');
  const left = [
    `(${holds} AND ${id} IS NULL)`,
    'w IS NOT NULL',
    ...(makeup === undefined ? [] : [`${cell(makeup)} IS NOT NULL`]),
  ].map((one) => `COALESCE(${one}, FALSE)`);
  // The words of a record are found by its id.
  const twice = idAt === undefined ? 'FALSE' : `count(${id}) <> count(DISTINCT ${id})`;

  const order =
    roster.persons === null
      ? `SELECT ${cell(owner)} AS id, min(place) AS ord, 1 AS times FROM bucket_rows WHERE ${cell(owner)} IS NOT NULL GROUP BY 1`
      : `SELECT ${cell(roster.persons.id)} AS id, min(place) AS ord, count(*) AS times FROM bucket_persons WHERE ${cell(roster.persons.id)} IS NOT NULL GROUP BY 1`;

  const personColumns = plan.personFields.map(({ key }) => {
    if (key === 'id') return `CAST(ord AS VARCHAR) AS ${quoted('id')}`;
    const known = persona.get(key);
    return `${known === undefined ? 'CAST(NULL AS VARCHAR)' : known.name} AS ${quoted(key)}`;
  });
  const recordColumns = plan.recordFields.map(({ key }) => {
    if (key === 'practitioner') return `CAST(p.ord AS VARCHAR) AS ${quoted(key)}`;
    const at = key === 'id' ? idAt : recordField.get(key);
    return `${at === undefined ? 'CAST(NULL AS VARCHAR)' : `r.${cell(at)}`} AS ${quoted(key)}`;
  });
  const owned = plan.recordFields.some(({ key }) => key === 'practitioner')
    ? []
    : [`CAST(p.ord AS VARCHAR) AS practitioner`];

  return ({ from, to, personsFrom, personsTo }) => [
    `CREATE OR REPLACE TEMP TABLE bucket_rows AS SELECT rowid AS place, * FROM stage.${records.table} WHERE rowid >= ${from} AND rowid < ${to}`,
    ...(roster.persons === null
      ? []
      : [
          `CREATE OR REPLACE TEMP TABLE bucket_persons AS SELECT rowid AS place, * FROM stage.${roster.persons.staged.table} WHERE rowid >= ${personsFrom} AND rowid < ${personsTo}`,
        ]),
    `CREATE OR REPLACE TEMP TABLE bucket_people AS
WITH facts AS (SELECT id, ${[...all.map(({ name }) => `min(${name}) AS ${name}`), `${odd.length === 0 ? 'FALSE' : odd.join(' OR ')} AS odd`].join(', ')} FROM (${facts}) GROUP BY id),
  flags AS (SELECT ${cell(owner)} AS id, bool_or(${left.join(' OR ')}) OR ${twice} AS flawed FROM bucket_rows WHERE ${cell(owner)} IS NOT NULL GROUP BY 1),
  people AS (${order})
SELECT o.id, o.ord, ${all.map(({ name }) => `f.${name}, `).join('')}COALESCE(f.odd OR g.flawed, FALSE) OR o.times > 1 AS untold
FROM people o LEFT JOIN facts f ON f.id = o.id LEFT JOIN flags g ON g.id = o.id`,
    `CREATE OR REPLACE TEMP VIEW practitioners AS SELECT ${personColumns.join(', ')} FROM bucket_people WHERE NOT untold`,
    `CREATE OR REPLACE TEMP VIEW records AS SELECT ${[...owned, ...recordColumns].join(', ')} FROM bucket_rows r JOIN bucket_people p ON p.id = r.${cell(owner)} WHERE NOT p.untold AND ${holds.replaceAll(/\bc(\d+)\b/g, 'r.c$1')}`,
    `CREATE OR REPLACE TEMP VIEW bucket_records AS SELECT p.ord AS ord, ${idAt === undefined ? 'NULL' : `r.${cell(idAt)}`} AS id, r.place AS place FROM bucket_rows r JOIN bucket_people p ON p.id = r.${cell(owner)} WHERE NOT p.untold AND ${holds.replaceAll(/\bc(\d+)\b/g, 'r.c$1')}`,
  ];
}

/** Who is left, and the rows of the others. */
function toldBy(): readonly string[] {
  return [
    `CREATE OR REPLACE TEMP TABLE bucket_left AS
SELECT id, ord FROM bucket_people WHERE untold
UNION ALL SELECT p.id, p.ord FROM bucket_people p
WHERE NOT p.untold AND (CAST(p.ord AS VARCHAR) IN (SELECT person FROM bucket_words WHERE untold)
  OR CAST(p.ord AS VARCHAR) IN (SELECT practitioner FROM cme_practitioners WHERE status = 'too_large'))`,
    `CREATE OR REPLACE TEMP TABLE bucket_told AS
SELECT p.ord, COALESCE(r.place, 0) AS place, p.id AS practitioner, q.status, FALSE AS made_up, q.credits AS total_credits, q.required, q.shortfall,
  ${['id', 'category', 'award', 'clause'].map((name) => `CAST(w.${name} AS VARCHAR) AS ${name}`).join(', ')},
  CAST(CAST(w.raw AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2)) AS raw,
  CAST(CAST(w.credits AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2)) AS credits,
  CAST(w.reason AS VARCHAR) AS reason, CAST(w.detail AS VARCHAR) AS detail
FROM bucket_people p
JOIN cme_practitioners q ON q.practitioner = CAST(p.ord AS VARCHAR)
LEFT JOIN bucket_words w ON w.person = q.practitioner
LEFT JOIN bucket_records r ON r.ord = p.ord AND r.id = w.id
WHERE p.id NOT IN (SELECT id FROM bucket_left)`,
  ];
}
