/** The vectors of an export as one script for its own engine: inputs, statements, and what differs. */
import { type Certified, inYear } from './certificate.ts';
import { type Dialect, dialects } from './dialect.ts';
import type { Line, SqlVector, Texts } from './vectors.ts';

/** Before each line that the last query gives; the signs of a text that could be taken for an end of line are not in it. */
const MARK = 'cme-verify';

export interface VerifyingScript {
  /** What makes a place for the tables, where the engine is somebody's. */
  readonly before: string;
  readonly steps: string;
  /** A column of text: what differs, then how many lines were compared. */
  readonly query: string;
  readonly after: string;
}

export function verifyingScript({ certificate, statements, vectors }: Certified): VerifyingScript {
  const dialect = dialects[certificate.dialect];
  const { columns } = certificate;
  const years = [...new Set(vectors.map(({ year }) => year))].sort((a, b) => a - b);
  const steps = years.flatMap((year) => {
    const of = vectors.filter((one) => one.year === year);
    const records = of.flatMap(({ person, records: all }) =>
      all.map((record) => ({ ...record, practitioner: person.id ?? '' })),
    );
    const people = of.map(({ person }) => person);
    return [
      `${input(dialect, 'practitioners', columns.practitioners, people)};`,
      `${input(dialect, 'records', columns.records, records)};`,
      inYear(statements, year),
      `DROP TABLE IF EXISTS cme_got_${year};`,
      `${dialect.tableOf(`cme_got_${year}`)}\n${certificate.format === 'cme-sql' ? linesQuery(dialect) : INPUTS};`,
    ];
  });
  if (certificate.format !== 'cme-sql')
    return { ...places[certificate.dialect], steps: steps.join('\n\n'), query: gotQuery(dialect, years) };
  const wanted = vectors.flatMap(({ person, expect }) => expect.map((line) => [person.id ?? '', ...line]));
  const table = rows(dialect, ['who', 'what', 'value'], wanted);
  const query = [
    `WITH wanted AS (\n${table}\n),`,
    `got AS (\n${years.map((year) => `SELECT who, what, value FROM cme_got_${year}`).join(' UNION ALL ')}\n),`,
    'differing AS (',
    lacking('expected', 'wanted', 'got'),
    'UNION ALL',
    lacking('got', 'got', 'wanted'),
    ')',
    `SELECT '${MARK} differs' || ${TAB(dialect)} || who || ${TAB(dialect)} || what || ${TAB(dialect)} || side || ${TAB(dialect)} || value AS line FROM differing`,
    `UNION ALL SELECT '${MARK} compared ' || CAST(count(*) AS ${dialect.text}) AS line FROM got`,
  ].join('\n');
  return { ...places[certificate.dialect], steps: steps.join('\n\n'), query };
}

/** The script as one file; its last result says how many lines were compared, and which differ. */
export const fileOfScript = ({ before, steps, query, after }: VerifyingScript): string =>
  [before, steps, `${query};`, after].filter((part) => part !== '').join('\n\n');

/** Nobody's own tables are replaced. */
const places = {
  duckdb: { before: '', after: '' },
  postgres: {
    before: 'DROP SCHEMA IF EXISTS cme_verify CASCADE;\nCREATE SCHEMA cme_verify;\nSET search_path TO cme_verify;',
    after: 'DROP SCHEMA cme_verify CASCADE;\n',
  },
  spark: {
    before: 'DROP DATABASE IF EXISTS cme_verify CASCADE;\nCREATE DATABASE cme_verify;\nUSE cme_verify;',
    after: 'USE default;\nDROP DATABASE cme_verify CASCADE;\n',
  },
} as const;

const TAB = (dialect: Dialect): string => dialect.literal('\t');

/** The rows of one of two tables of lines that the other lacks. */
const lacking = (side: string, from: string, other: string): string =>
  [
    `SELECT a.who, a.what, '${side}' AS side, a.value FROM ${from} a`,
    `LEFT JOIN ${other} b ON b.who = a.who AND b.what = a.what AND b.value = a.value WHERE b.who IS NULL`,
  ].join('\n');

const input = (dialect: Dialect, name: string, keys: readonly string[], given: readonly Texts[]): string =>
  `CREATE OR REPLACE TEMPORARY VIEW ${name} AS\n${rows(
    dialect,
    keys.map(dialect.name),
    given.map((texts) => keys.map((key) => texts[key] ?? null)),
  )}`;

/** Rows of texts as a query. The first row says what the columns are. */
function rows(dialect: Dialect, names: readonly string[], given: readonly (readonly (string | null)[])[]): string {
  const columns = names.map((name, at) => `${at === 0 ? '' : ' '}c${at + 1} AS ${name}`).join(',');
  const head = `(${names.map(() => `CAST(NULL AS ${dialect.text})`).join(', ')})`;
  const lines = given.map((row) => `(${row.map((one) => (one === null ? 'NULL' : dialect.literal(one))).join(', ')})`);
  const aliases = names.map((_, at) => `c${at + 1}`).join(', ');
  // The first row is of no one: it has no first column, and each of the given has.
  const id = names.findIndex((_, at) => given.every((row) => row[at] !== null)) + 1;
  return `SELECT${columns === '' ? '' : ` ${columns}`}\nFROM (VALUES\n${[head, ...lines].join(',\n')}\n) v(${aliases})\nWHERE c${id} IS NOT NULL`;
}

const INPUTS = "SELECT practitioner AS who, 'input' AS what, COALESCE(input, '-') AS value FROM cme_jsonlogic_input";

/** In what order a text of JSON has its keys is free, so that it is compared outside. */
function gotQuery(dialect: Dialect, years: readonly number[]): string {
  const got = years.map((year) => `SELECT who, value FROM cme_got_${year}`).join(' UNION ALL ');
  return [
    `WITH got AS (\n${got}\n)`,
    `SELECT '${MARK} got' || ${TAB(dialect)} || who || ${TAB(dialect)} || value AS line FROM got`,
    `UNION ALL SELECT '${MARK} compared ' || CAST(count(*) AS ${dialect.text}) AS line FROM got`,
  ].join('\n');
}

/** The result tables as lines: `linesOf` makes the same of the evaluator's result. */
function linesQuery(dialect: Dialect): string {
  const text = (what: string): string => `COALESCE(CAST(${what} AS ${dialect.text}), '-')`;
  const of = (what: string, table: string, values: readonly string[], where = ''): string =>
    `SELECT practitioner AS who, ${what} AS what, ${values.join(` || ' ' || `)} AS value FROM cme_${table}${where}`;
  return [
    ...['status', 'credits', 'required', 'shortfall'].map((one) => of(`'${one}'`, 'practitioners', [text(one)])),
    of(`'category ' || category`, 'categories', [text('raw'), text('credits')], ' WHERE raw > 0'),
    of(`'requirement ' || name`, 'requirements', [
      text('required'),
      text('earned'),
      `CASE WHEN met THEN 'met' ELSE 'unmet' END`,
    ]),
    of(`'record ' || ${text('id')}`, 'records', ['category', 'award', 'raw', 'credits', 'reason'].map(text)),
  ].join('\nUNION ALL ');
}

export interface SqlDifference {
  readonly vector: string;
  readonly of: string;
  readonly expected: string | null;
  readonly got: string | null;
}

const countIn = (output: readonly string[]): string | undefined =>
  output.map((line) => new RegExp(`^${MARK} compared ([0-9]+)$`).exec(line.trim())?.[1]).find(Boolean);

/** As `readAnswer`, of inputs: the first place in the JSON of a practitioner that is another. */
export function readInputs(vectors: readonly SqlVector[], output: readonly string[]): ReturnType<typeof readAnswer> {
  const count = countIn(output);
  if (count === undefined) return null;
  const got = new Map(
    output.flatMap((line): [string, string][] => {
      const [mark, who, ...value] = line.split('\t');
      return mark?.trim() === `${MARK} got` && who !== undefined ? [[who, value.join('\t').trimEnd()]] : [];
    }),
  );
  for (const { name, person, expect } of vectors) {
    const [expected, found] = [expect[0]?.[1], got.get(person.id ?? '')].map((text) =>
      text === undefined ? undefined : parsed(text),
    );
    const apart = firstApart(expected, found, 'input');
    if (apart !== null) return { compared: Number(count), first: { vector: name, ...apart } };
  }
  return { compared: Number(count), first: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function firstApart(a: unknown, b: unknown, of: string): Omit<SqlDifference, 'vector'> | null {
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return a === b ? null : { of, expected: shown(a), got: shown(b) };
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstApart((a as Inner)[key], (b as Inner)[key], `${of}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

type Inner = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value).slice(0, 200));

/** What the last query said; null where it did not come to an end. `compared`: lines of results. */
export function readAnswer(
  vectors: readonly SqlVector[],
  output: readonly string[],
): { readonly compared: number; readonly first: SqlDifference | null } | null {
  const count = countIn(output);
  if (count === undefined) return null;
  const found = output.flatMap((line) => {
    const [mark, who, what, side, ...value] = line.split('\t');
    return mark?.trim() === `${MARK} differs` ? [{ who, what, side, value: value.join('\t').trimEnd() }] : [];
  });
  for (const { name, person, expect } of vectors) {
    const own = found.filter(({ who }) => who === person.id);
    if (own.length === 0) continue;
    const order = (what: string | undefined): number => {
      const at = expect.findIndex(([one]: Line) => one === what);
      return at < 0 ? expect.length : at;
    };
    const [{ what: of = '' } = {}] = own.toSorted((a, b) => order(a.what) - order(b.what));
    const value = (side: string): string | null =>
      own.find((one) => one.what === of && one.side === side)?.value ?? null;
    return { compared: Number(count), first: { vector: name, of, expected: value('expected'), got: value('got') } };
  }
  if (found.length === 0) return { compared: Number(count), first: null };
  const [{ who = '', what = '', value = '' } = {}] = found;
  return { compared: Number(count), first: { vector: who, of: what, expected: null, got: value } };
}
