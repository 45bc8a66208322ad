/** The SQL back end: a plan as statements that make the results of every practitioner, exact. */
import type { Plan } from '../../model/plan.ts';
import { admit, openGates, pass, placedColumns, sayWhy, judge as whyNot } from './admit.ts';
import { joined } from './condition.ts';
import { contextOf, type Places, resultNames, usualPlaces } from './context.ts';
import { cut } from './cut.ts';
import { duesOf, joinDeems } from './deemed.ts';
import { judgeDeems } from './deems.ts';
import { comment, type DialectId, dialects } from './dialect.ts';
import { earn } from './earn.ts';
import { incremental, places } from './incremental.ts';
import { chooseEarly, chooseLines, chosenColumns, lineColumns } from './lines.ts';
import { place } from './place.ts';
import { growsOnly, measuredColumns, measurePools, pool } from './pools.ts';
import { Growth } from './rate.ts';
import { read } from './read.ts';
import { refusals } from './refuse.ts';
import { judge, partsIn } from './require.ts';
import { categoriesTable, practitionersTable, reckonedColumns, recordsTable, requirementsTable } from './results.ts';
import { also, Script } from './script.ts';
import { settle } from './settle.ts';
import { Earnings, timeGrowth } from './subject.ts';
import { addTotals, keepStays, lineSums } from './totals.ts';
import { yearView } from './year.ts';

export { type Certified, certificateOf, certified, readCertified, type SqlCertificate } from './certificate.ts';
export { type DialectId, dialectIds } from './dialect.ts';
export { refusals } from './refuse.ts';
export { type SqlVector, sqlVectors } from './vectors.ts';
export { fileOfScript, readAnswer, readInputs, type SqlDifference, verifyingScript } from './verifying.ts';
export { type Words, wordsOf } from './words.ts';

export interface SqlExport {
  /** One after the other; each ends without a semicolon. */
  readonly statements: readonly string[];
  /** As a file. */
  readonly text: string;
}

/** A practitioner whose numbers add up to less than this can be reckoned; a file that allows less is refused. */
const LEAST_BOUND = 10n ** 13n;

/** Why a plan is not exported; null: it is. */
export function refusedBy(plan: Plan, id: DialectId): readonly string[] {
  const refused = refusals(plan, dialects[id]);
  if (refused.length > 0) return refused;
  return made(plan, id).bound < LEAST_BOUND ? ['每单位的数过细，结果会超出六十四位整数'] : [];
}

/** The statements of a plan that is not refused; `year` is the one literal to change. `whose`: as `Places` has it. */
export const sqlOf = (
  plan: Plan,
  year: number,
  id: DialectId,
  whose: Pick<Places, 'neat' | 'reader'> = {},
): SqlExport => made(plan, id, year, { ...usualPlaces, ...whose }).sql;

/** The same for runs that follow one another: only who has changed is reckoned. `rules` tells rule sets and readings apart. */
export function incrementalSqlOf(plan: Plan, year: number, id: DialectId, rules: string): SqlExport {
  const { statements } = made(plan, id, year, places).sql;
  const all = incremental(contextOf(plan, dialects[id]), statements, rules);
  return { statements: all, text: fileOf(plan, id, all) };
}

/** What is read of the records that passed, once all is cut: the others stand beside them in `chosen`. */
const keptColumns = [
  ...['person', 'pos', 'raw_all', 'credits', 'reason_paid', 'has_time', 'meets_all'],
  ...['lacks', 'running_sum', 'running_days', 'running_months'],
];

function made(plan: Plan, id: DialectId, year = 2000, at?: Places): { sql: SqlExport; bound: bigint } {
  const dialect = dialects[id];
  const context = contextOf(plan, dialect, at);
  const growth = new Growth();
  growth.by(timeGrowth(plan));
  const earnings = new Earnings(context);
  const parts = partsIn(context);

  // What practitioners are asked for is spelt first: it says what their records have to be added up for.
  const judging = new Script(dialect);
  judging.step('earnings', 'What the records of a practitioner add up to.', '@earnings');
  judging.step(
    'people',
    'Each practitioner with that.',
    'SELECT p.*, c.year,\n  @people\nFROM cme_step_persons p CROSS JOIN cme_year c LEFT JOIN earnings e ON e.person = p.person',
  );
  const standing = judge(context, judging, parts, earnings);

  const reckoning = new Script(dialect);
  read(context, reckoning);
  place(context, reckoning);
  openGates(context, reckoning);
  whyNot(context, reckoning);
  admit(context, reckoning, chooseEarly(context, reckoning, 'judged'), lineColumns);
  const sums = lineSums(context);
  keepStays(context, reckoning, sums);
  sayWhy(context, reckoning);
  pass(context, reckoning);
  chooseLines(context, reckoning, addTotals(context, reckoning, sums), sums);
  reckoning.keep('chosen', [...placedColumns(context), ...chosenColumns]);
  const deems = judgeDeems(context, reckoning);
  joinDeems(reckoning, deems);
  settle(context, reckoning);
  const due = duesOf(deems);
  measurePools(context, reckoning, due);
  reckoning.keep('measured', measuredColumns(context, deems.length, due));
  const timed = earnings.all.some(({ each }) => /\bhas_time\b/.test(each));
  pool(context, reckoning, timed || !growsOnly(plan));
  earn(context, reckoning, growth, timed);
  const whole = deems.flatMap(({ deem }, at) => (deem.credits === null ? [`reaches_${at + 1}`] : []));
  reckoning.step(
    'paid',
    'Why a record earns nothing by its line, and whether its time counts.',
    also('summed t', [
      ['reason_paid', "CASE WHEN reason_settled IS NOT NULL THEN reason_settled WHEN rowless THEN 'no_award' END"],
      ['has_time', '(NOT visiting AND (is_deemed OR pool_raw > 0))'],
      ['meets_all', joined(whole, 'OR')],
    ]),
  );
  cut(context, reckoning, due);
  reckoning.keep('kept', [...keptColumns, ...deems.map((_, at) => `reaches_${at + 1}`)]);
  const said = sayWhy(context, reckoning);
  const reckoned = reckoning.query(reckonedColumns(context, said, earnings));

  const all = earnings.all.map(({ name }) => name);
  const carry = plan.carry;
  const stated =
    carry === null ? '0' : dialect.quotient(`COALESCE(p.${context.names.person(carry.field)}, 0)`, '10000');
  const carried = carry === null || carry.limit === null ? stated : `LEAST(${stated}, ${carry.limit})`;
  const judged = judging
    .query(`SELECT * FROM ${standing}`)
    .replace('@earnings', () =>
      [
        `SELECT person, ${context.sum('credits')} AS record_credits,`,
        ...all.map((name) => `      ${context.sum(name)} AS ${name},`),
        '      max(CASE WHEN meets_all THEN 1 ELSE 0 END) AS meets_all,',
        "      max(CASE WHEN reason = 'too_large' THEN 1 ELSE 0 END) AS too_large",
        '    FROM cme_reckoned GROUP BY person',
      ].join('\n'),
    )
    .replace('@people', () =>
      [
        ...all.map((name) => `COALESCE(e.${name}, 0) AS ${name},`),
        `COALESCE(e.record_credits, 0) + ${carried} AS total,`,
        'COALESCE(e.meets_all, 0) = 1 AS deemed_whole,',
        'COALESCE(e.too_large, 0) = 1 AS too_large',
      ].join('\n      '),
    );
  const { result, reader = '' } = context.places;
  const tables = [recordsTable(context), categoriesTable(context)];
  const steps = reckoning
    .statements([reckoned, reader].join('\n'), { persons: [judged, practitionersTable(), ...tables].join('\n') })
    .map((one) => one.replace('@bound', () => String(growth.bound)));
  const working = [...reckoning.tables, 'cme_reckoned', 'cme_judged'];
  const statements = [
    ...[...resultNames.map(result), ...working].map((table) => `DROP TABLE IF EXISTS ${table}`),
    yearView(dialect, year),
    ...steps,
    `${dialect.tableOf('cme_reckoned')}\n${reckoned}`,
    `${dialect.tableOf('cme_judged')}\n${judged}`,
    `${dialect.tableOf(result('records'))}\n${recordsTable(context)}`,
    `${dialect.tableOf(result('categories'))}\n${categoriesTable(context)}`,
    `${dialect.tableOf(result('practitioners'))}\n${practitionersTable()}`,
    `${dialect.tableOf(result('requirements'))}\n${requirementsTable(context, parts)}`,
    ...working.map((table) => `DROP TABLE ${table}`),
  ];
  return { sql: { statements, text: fileOf(plan, id, statements) }, bound: growth.bound };
}

function fileOf(plan: Plan, id: DialectId, statements: readonly string[]): string {
  const readings = plan.readings
    .filter(({ options }) => options.length > 1)
    .map(({ label, options, adopted }) => {
      const option = options.find(({ code }) => code === adopted);
      return comment(`  ${label}：${option?.label ?? adopted}`);
    });
  const head = [
    comment(`${plan.label} ${plan.version}，${plan.title ?? ''}`),
    comment(
      `dialect: ${id}. Inputs: practitioners, records. Results: cme_practitioners, cme_categories, cme_records, cme_requirements.`,
    ),
    comment('The year stands once, in cme_year. Readings:'),
    ...readings,
  ];
  return `${head.join('\n')}\n\n${statements.map((one) => `${one};\n`).join('\n')}`;
}
