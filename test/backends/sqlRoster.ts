/** Rosters as the two inputs of the SQL back end, and its results beside the evaluator's. */
import { type DialectId, type SqlExport, sqlOf } from '../../src/backends/sql/index.ts';
import { evaluate, type PersonResult, type Plan } from '../../src/index.ts';
import type { Field } from '../../src/model/plan.ts';
import type { Practitioner } from '../support/roster.ts';

export type Row = Readonly<Record<string, unknown>>;

/** An engine that holds the tables of one export. */
export interface Engine {
  run(statement: string): Promise<void>;
  rows(query: string): Promise<readonly Row[]>;
}

type Texts = Readonly<Record<string, string>>;

export interface TextPerson {
  readonly facts: Texts;
  readonly records: readonly Texts[];
}

/** By the codes of the fields, as a flat file has them: what nobody declared has no column, and nothing is there twice. */
const textsOf = (fields: readonly Field[], facts: Readonly<Record<string, unknown>>): Texts => {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    const key = fields.find((field) => field.key === name)?.key ?? fields.find(({ label }) => label === name)?.key;
    if (key !== undefined) found[key] ??= String(value);
  }
  return found;
};

const compareTexts = (a: string | undefined, b: string | undefined): number => {
  if (!a || !b) return Number(!a) - Number(!b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
};

/** Ids of practitioners as nobody would choose them: each third has one of these behind it. */
const SIGNS = ["'", '"', '\\', "';--", '；', '$1', '$x', '😀', '\uffff', 'e\u0301', '学分', '%'];
const oddId = (at: number): string => `p${at + 1}${at % 3 === 2 ? SIGNS[((at - 2) / 3) % SIGNS.length] : ''}`;

/** Records in the order in which SQL tells those apart that have no id. */
export const textPeople = (
  plan: Plan,
  people: readonly Practitioner[],
  idOf = (at: number): string => `p${at + 1}`,
): readonly TextPerson[] => {
  const keys = [
    'id',
    ...plan.recordFields.map(({ key }) => key).filter((key) => !['id', 'practitioner'].includes(key)),
  ];
  return people.map(({ facts, records }, at) => ({
    facts: { ...textsOf(plan.personFields, facts), id: idOf(at) },
    records: records
      .map((record) => {
        const { practitioner: _, ...texts } = textsOf(plan.recordFields, record);
        return texts;
      })
      .sort(
        (a, b) => keys.map((key) => compareTexts(a[key]?.trim(), b[key]?.trim())).find((order) => order !== 0) ?? 0,
      ),
  }));
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string | undefined): string => (text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`);

/** Statements that make the inputs, for engines that quote as the standard says. */
export const inputs = (plan: Plan, people: readonly TextPerson[]): readonly string[] => {
  const table = (name: string, keys: readonly string[], rows: readonly Texts[]): string[] => [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} (${keys.map((key) => `${quoted(key)} VARCHAR`).join(', ')})`,
    ...(rows.length === 0
      ? []
      : [
          `INSERT INTO ${name} VALUES ${rows.map((row) => `(${keys.map((key) => literal(row[key])).join(', ')})`).join(',\n')}`,
        ]),
  ];
  const recordKeys = [
    'practitioner',
    ...plan.recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner'),
  ];
  return [
    ...table(
      'practitioners',
      plan.personFields.map(({ key }) => key),
      people.map(({ facts }) => facts),
    ),
    ...table(
      'records',
      recordKeys,
      people.flatMap(({ facts, records }) => records.map((record) => ({ ...record, practitioner: facts.id ?? '' }))),
    ),
  ];
};

const number = (value: unknown): number => Number(String(value));
const orNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** What is compared: a line for each practitioner, category, requirement and record. */
export function expected(plan: Plan, people: readonly TextPerson[], year: number): readonly string[] {
  const practitioners = people.map(({ facts, records }) => ({
    facts: new Map(Object.entries(facts)),
    records: records.map((record) => new Map(Object.entries(record))),
  }));
  return evaluate(plan, { year, practitioners }).evaluation.results.flatMap(linesOf);
}

const linesOf = (result: PersonResult): readonly string[] => {
  const who = result.practitioner;
  return [
    `${who} ${result.status} credits ${result.credits} required ${result.required} short ${result.shortfall}`,
    ...result.categories
      .filter(({ raw }) => raw > 0)
      .map(({ code, raw, credits }) => `${who} category ${code} ${raw} ${credits}`),
    ...result.requirements.map(
      ({ name, required, earned, met }) => `${who} requirement ${name} ${required} ${earned} ${met}`,
    ),
    ...result.records.map(
      ({ id, category, award, raw, credits, reason }) =>
        `${who} record ${id} ${category} ${award} ${raw} ${credits} ${reason}`,
    ),
  ].sort();
};

export async function actual(engine: Engine): Promise<readonly string[]> {
  const lines: { who: string; line: string }[] = [];
  const add = (row: Row, line: string): void => {
    lines.push({ who: String(row.practitioner), line: `${row.practitioner} ${line}` });
  };
  for (const row of await engine.rows('SELECT * FROM cme_practitioners'))
    add(
      row,
      `${row.status} credits ${number(row.credits)} required ${number(row.required)} short ${number(row.shortfall)}`,
    );
  for (const row of await engine.rows('SELECT * FROM cme_categories'))
    if (number(row.raw) > 0) add(row, `category ${row.category} ${number(row.raw)} ${number(row.credits)}`);
  for (const row of await engine.rows('SELECT * FROM cme_requirements'))
    add(row, `requirement ${row.name} ${number(row.required)} ${number(row.earned)} ${isTrue(row.met)}`);
  for (const row of await engine.rows('SELECT * FROM cme_records'))
    add(
      row,
      `record ${orNull(row.id)} ${orNull(row.category)} ${orNull(row.award)} ${number(row.raw)} ${number(row.credits)} ${orNull(row.reason)}`,
    );
  const place = (who: string): number => Number.parseInt(who.slice(1), 10);
  return lines
    .sort((a, b) => place(a.who) - place(b.who) || (a.line < b.line ? -1 : a.line > b.line ? 1 : 0))
    .map(({ line }) => line);
}

const isTrue = (value: unknown): boolean => value === true || value === 't' || value === 'true';

export interface Trial {
  readonly plan: Plan;
  readonly year: number;
  readonly people: readonly Practitioner[];
}

/** The lines on which the engine and the evaluator part. `spoil`: changes the export first, to see that it is found. */
export async function parted(
  engine: Engine,
  { plan, year, people }: Trial,
  id: DialectId,
  spoil: (sql: SqlExport) => SqlExport = (sql) => sql,
): Promise<readonly string[]> {
  const texts = textPeople(plan, people, oddId);
  for (const statement of inputs(plan, texts)) await engine.run(statement);
  for (const statement of spoil(sqlOf(plan, year, id)).statements) await engine.run(statement);
  const [wanted, got] = [expected(plan, texts, year), await actual(engine)];
  const [inWanted, inGot] = [new Set(wanted), new Set(got)];
  const apart = [
    ...wanted.filter((line) => !inGot.has(line)).map((line) => `evaluator: ${line}`),
    ...got.filter((line) => !inWanted.has(line)).map((line) => `${id}: ${line}`),
  ];
  return apart.length === 0 && wanted.length !== got.length
    ? [`${wanted.length} lines, ${got.length} by ${id}`]
    : apart;
}
