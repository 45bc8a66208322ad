/**
 * The export that reckons only those whose records, facts or rules are others than at the run before: a digest of every
 * practitioner's inputs stands beside the results, and those of the others are kept.
 */
import { type Context, type Places, type ResultName, resultNames } from './context.ts';
import { given, trimmed } from './read.ts';
import { Script } from './script.ts';

export const places: Places = {
  practitioners: 'cme_some_practitioners',
  records: 'cme_some_records',
  result: (name) => `cme_new_${name}`,
};

/** What stands between runs. `cme_inputs` is there while the results are whole, and says of what. */
const columnsOf = ({ dialect: { text } }: Context): Readonly<Record<ResultName, string>> => ({
  records: `practitioner ${text}, id ${text}, category ${text}, award ${text}, raw DECIMAL(18, 2), credits DECIMAL(18, 2), reason ${text}`,
  categories: `practitioner ${text}, category ${text}, raw DECIMAL(18, 2), credits DECIMAL(18, 2)`,
  practitioners: `practitioner ${text}, status ${text}, credits DECIMAL(18, 2), required DECIMAL(18, 2), shortfall DECIMAL(18, 2)`,
  requirements: `practitioner ${text}, part INTEGER, name ${text}, unit ${text}, required DECIMAL(18, 2), earned DECIMAL(18, 2), met BOOLEAN`,
});

/** Who is without an id counts as one, under this. */
const NOBODY = "''";

/** `whole`: the statements of the export at those places, the year's view first after what is dropped. `rules`: what tells rule sets and readings apart. */
export function incremental(context: Context, whole: readonly string[], rules: string): readonly string[] {
  const at = whole.findIndex((one) => one.startsWith('CREATE OR REPLACE TEMPORARY VIEW cme_year'));
  const { dialect } = context;
  const columns = columnsOf(context);
  const working = ['cme_now', ...resultNames.map((name) => `cme_all_${name}`)];
  const views = [places.practitioners, places.records];
  return [
    ...views.map((name) => `DROP VIEW IF EXISTS ${name}`),
    ...[...working, 'cme_changed'].map((name) => `DROP TABLE IF EXISTS ${name}`),
    ...whole.slice(0, at + 1),
    dialect.emptyTable('cme_inputs', `practitioner ${dialect.text}, digest ${dialect.text}, rules ${dialect.text}`),
    ...resultNames.map((name) => dialect.emptyTable(`cme_${name}`, columns[name])),
    `-- What the results of each hang on.\n${dialect.tableOf('cme_now')}\n${digests(context, rules)}`,
    `-- For whom it is another than at the run before, and why.\n${dialect.tableOf('cme_changed')}\n${CHANGED}`,
    ...(['practitioners', 'records'] as const).map((name) => some(context, name)),
    ...whole.slice(at + 1),
    ...resultNames.map((name) => `${dialect.tableOf(`cme_all_${name}`)}\n${merged(name)}`),
    ...views.map((name) => `DROP VIEW ${name}`),
    // A run that is cut off from here on leaves no digest, and the next one reckons everybody.
    'DROP TABLE cme_inputs',
    ...resultNames.flatMap((name) => [
      `DROP TABLE cme_new_${name}`,
      `DROP TABLE cme_${name}`,
      `ALTER TABLE cme_all_${name} RENAME TO cme_${name}`,
    ]),
    'ALTER TABLE cme_now RENAME TO cme_inputs',
  ];
}

/** Each text with its length before it, so that no two rows are written alike. */
function digests(context: Context, rules: string): string {
  const { dialect } = context;
  const script = new Script(dialect);
  const row = (columns: readonly string[]): string =>
    columns
      .map(
        (name) =>
          `CASE WHEN ${name} IS NULL THEN '-' ELSE CAST(length(${name}) AS ${dialect.text}) || '.' || ${name} END`,
      )
      .join(" || ' ' ||\n    ");
  const [people, records] = [given(context, script, 'person'), given(context, script, 'record')];
  const id = `t_${context.names.person('id')}`;
  script.step(
    'marks',
    'A mark of each row, under its practitioner.',
    [
      `SELECT COALESCE(${id}, ${NOBODY}) AS who, ${dialect.sha256(`'p ' || ${row(people)}`)} AS mark\nFROM practitioners_given`,
      `SELECT COALESCE(t_practitioner, ${NOBODY}) AS who, ${dialect.sha256(`'r ' || ${row(records)}`)} AS mark\nFROM records_given`,
    ].join('\nUNION ALL\n'),
  );
  return script.query(
    [
      `SELECT who AS practitioner, ${dialect.sha256(dialect.joinedInOrder('mark'))} AS digest,`,
      `  ${dialect.literal(rules)} || ' ' || CAST(max(c.year) AS ${dialect.text}) AS rules`,
      'FROM marks CROSS JOIN cme_year c\nGROUP BY who',
    ].join('\n'),
  );
}

const CHANGED = [
  'SELECT COALESCE(n.practitioner, b.practitioner) AS practitioner,',
  "  CASE WHEN b.practitioner IS NULL THEN 'new' WHEN n.practitioner IS NULL THEN 'gone' WHEN b.rules <> n.rules THEN 'rules' ELSE 'records' END AS why",
  'FROM cme_now n FULL JOIN cme_inputs b ON b.practitioner = n.practitioner',
  'WHERE b.practitioner IS NULL OR n.practitioner IS NULL OR b.digest <> n.digest OR b.rules <> n.rules',
].join('\n');

function some(context: Context, table: 'practitioners' | 'records'): string {
  const who = trimmed(context, table === 'practitioners' ? 'id' : 'practitioner');
  return [
    `CREATE TEMPORARY VIEW ${places[table]} AS`,
    `SELECT d.* FROM ${table} d CROSS JOIN cme_year c`,
    `JOIN cme_changed g ON g.practitioner = COALESCE(${who}, ${NOBODY})`,
  ].join('\n');
}

/** What was known of those who have not changed, and what is new of the others. */
const merged = (name: ResultName): string =>
  [
    `SELECT k.* FROM cme_${name} k`,
    `JOIN cme_now n ON n.practitioner = COALESCE(k.practitioner, ${NOBODY})`,
    `LEFT JOIN cme_changed g ON g.practitioner = n.practitioner`,
    'WHERE g.practitioner IS NULL',
    `UNION ALL\nSELECT * FROM cme_new_${name}`,
  ].join('\n');
