/** The preparing step of the JsonLogic export as SQL: a row for each practitioner, with the input that an engine takes. */
import type { FieldRef, Plan } from '../../model/plan.ts';
import { type JsonLogic, jsonLogic } from '../jsonlogic/make.ts';
import { refusalText } from '../jsonlogic/words.ts';
import { type Context, contextOf, either } from '../sql/context.ts';
import { comment, type DialectId, dialects } from '../sql/dialect.ts';
import { read } from '../sql/read.ts';
import { refusedNames } from '../sql/refuse.ts';
import { kept, Script } from '../sql/script.ts';
import { yearView } from '../sql/year.ts';
import { isCounted, readsOf } from './facts.ts';
import { type Json, jsonOf } from './json.ts';
import { numbered } from './numbered.ts';
import { personOf, placed } from './placed.ts';

export interface InputSql {
  /** One after the other; each ends without a semicolon. */
  readonly statements: readonly string[];
  /** As a file. */
  readonly text: string;
}

const RESULT = 'cme_jsonlogic_input';

/** Either the statements, or why there are none: what JsonLogic cannot say needs no input. */
export function inputSqlOf(
  plan: Plan,
  year: number,
  id: DialectId,
): { readonly sql: InputSql } | { readonly refused: readonly { readonly zh: string; readonly en: string }[] } {
  const made = jsonLogic(plan);
  if ('refused' in made)
    return { refused: made.refused.map((one) => ({ zh: refusalText(one, 'zh'), en: refusalText(one, 'en') })) };
  const names = refusedNames(plan, dialects[id]);
  if (names.length > 0) return { refused: names.map((zh) => ({ zh, en: zh })) };
  const statements = statementsOf(plan, year, id, made.logic);
  const head = [
    comment(`${plan.label} ${plan.version}，${plan.title ?? ''}`),
    comment(`dialect: ${id}. Inputs: practitioners, records. Result: ${RESULT} (practitioner, input, too_large).`),
    comment('The year stands once, in cme_year.'),
  ];
  return { sql: { statements, text: `${head.join('\n')}\n\n${statements.map((one) => `${one};\n`).join('\n')}` } };
}

function statementsOf(plan: Plan, year: number, id: DialectId, { facts, most }: JsonLogic): readonly string[] {
  const dialect = dialects[id];
  const context = contextOf(plan, dialect);
  const json = jsonOf(dialect);
  const refs = facts.map(({ ref }) => ref);
  const script = new Script(dialect);
  read(context, script);
  numbered(context, script);
  script.keep('records_known');
  placed(context, script, json, refs);
  script.keep('placed');
  const tooLarge = measure(context, script, refs, most);
  group(script, json);
  const input = json.object([
    ['year', json.plain('year')],
    ['person', personOf(context, json, refs)],
    ['records', "COALESCE(records, '[]')"],
    ['stays', "COALESCE(stays, '[]')"],
    ['projects', "COALESCE(projects, '[]')"],
    ['days', "COALESCE(days, '[]')"],
  ]);
  script.step(
    'inputs',
    'Each practitioner with that.',
    [
      `SELECT p.*, c.year, a.records, a.stays, b.projects, d.days, ${tooLarge} AS too_large`,
      `FROM ${kept('persons')} p CROSS JOIN cme_year c`,
      'LEFT JOIN wholes a ON a.person = p.person',
      'LEFT JOIN projects_listed b ON b.person = p.person',
      'LEFT JOIN days_listed d ON d.person = p.person',
      'LEFT JOIN sizes s ON s.person = p.person',
    ].join('\n'),
  );
  const result = script.query(
    `SELECT who AS practitioner,\n  CASE WHEN NOT too_large THEN ${input} END AS input,\n  too_large\nFROM inputs`,
  );
  return [
    ...[RESULT, ...script.tables].map((table) => `DROP TABLE IF EXISTS ${table}`),
    yearView(dialect, year),
    ...script.statements(),
    `${dialect.tableOf(RESULT)}\n${result}`,
    ...script.tables.map((table) => `DROP TABLE ${table}`),
  ];
}

/** The step `sizes`, and the condition under which numbers are too large to be reckoned with exactly. */
function measure(context: Context, script: Script, refs: readonly FieldRef[], most: number): string {
  const counted = (on: FieldRef['on']): readonly string[] =>
    readsOf(context, refs, on)
      .filter(isCounted)
      .map(({ column }) => column);
  const sums = counted('record').map((column) => `sum(CAST(${column} AS DECIMAL(38, 0))) > ${most}`);
  script.step(
    'sizes',
    'Whether the numbers of all valid records add up to more than can be reckoned with exactly.',
    `SELECT person, COALESCE(${either(sums)}, FALSE) AS too_large\nFROM ${kept('records_known')}\nWHERE NOT invalid AND NOT stray\nGROUP BY person`,
  );
  const own = counted('person').map((column) => `COALESCE(p.${column} > ${most}, FALSE)`);
  return either([...own, 'COALESCE(s.too_large, FALSE)']);
}

/** All records of a practitioner, those of each project, and those of each day: records and stays of each. */
function group(script: Script, json: Json): void {
  const records = json.list('record', 'pos');
  const stays = json.list('stay', 'stay_pos');
  const one = json.object([
    ['records', records],
    ['stays', stays],
  ]);
  script.step(
    'wholes',
    'All records of a practitioner in order, and their stays.',
    `SELECT person, ${records} AS records, ${stays} AS stays\nFROM ${kept('placed')}\nGROUP BY person`,
  );
  const by = (name: string, key: string, says: string): void => {
    script.step(
      name,
      says,
      `SELECT person, min(pos) AS pos, ${one} AS one\nFROM ${kept('placed')}\nGROUP BY person, ${key}`,
    );
    script.step(
      `${name}_listed`,
      'One group after the other, by the first record of each.',
      `SELECT person, ${json.list('one', 'pos')} AS ${name}\nFROM ${name}\nGROUP BY person`,
    );
  };
  by('projects', 'project', 'The same of each project.');
  by('days', 'day', 'The same of each day.');
}
