/** The result tables, from whole hundredths to decimals. */
import type { Context } from './context.ts';
import { half } from './rate.ts';
import type { Part } from './require.ts';
import { choice, indented } from './script.ts';
import { type Earnings, partsOf } from './subject.ts';

/** Hundredths as a decimal of two places: a product of decimals, which every engine keeps exact. */
const decimal = (hundredths: string): string => `CAST(CAST(${hundredths} AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2))`;

/** Every record with what the later tables need of it. */
export function reckonedColumns(context: Context, kept: string, earnings: Earnings): string {
  const { plan, dialect, byItem, names } = context;
  const known = "t.reason_placed IS NOT NULL AND t.reason_placed IN ('invalid', 'too_large')";
  const of = (value: (place: number) => string): string =>
    byItem((_, at) => value(at)).length === 0
      ? `CAST(NULL AS ${dialect.text})`
      : choice(
          byItem((_, at) => value(at)),
          null,
          't.item',
        );
  const literal = (text: string | null | undefined): string =>
    text === null || text === undefined ? 'NULL' : dialect.literal(text);
  const open = categoryOfOpen(context);
  const columns: [string, string][] = [
    ['person', 't.person'],
    ['id', `t.${names.record('id')}`],
    ['place', 't.place'],
    [
      'category',
      `CASE WHEN ${known} THEN NULL WHEN t.item IS NULL THEN ${open} ELSE ${of((at) => literal(plan.items[at]?.category))} END`,
    ],
    ['award', `CASE WHEN ${known} THEN NULL ELSE ${of((at) => literal(plan.items[at]?.label))} END`],
    ['here', '(t.here OR t.visiting)'],
    ['raw', 'COALESCE(k.raw_all, 0)'],
    ['credits', 'COALESCE(k.credits, 0)'],
    ['reason', 'CASE WHEN t.reason_admitted IS NOT NULL THEN t.reason_admitted ELSE k.reason_paid END'],
    ['meets_all', 'COALESCE(k.meets_all, FALSE)'],
    ['too_large', 'COALESCE(t.too_large, FALSE)'],
    ...earnings.all.map(({ name }): [string, string] => [name, `COALESCE(k.${name}, 0)`]),
  ];
  const inner = earnings.all.map(({ name, each }) => `,\n${indented(each, 4)} AS ${name}`).join('');
  return [
    'SELECT',
    columns.map(([name, expression]) => `${indented(expression, 2)} AS ${name}`).join(',\n'),
    'FROM admitted t',
    `LEFT JOIN (\n  SELECT ${kept}.*${inner}\n  FROM ${kept}\n) k ON k.person = t.person AND k.place = t.place`,
  ].join('\n');
}

/** The category of a record that may be of several items, where these are of one. */
function categoryOfOpen({ plan, dialect }: Context): string {
  const numbers = plan.items.map(({ category }, at) => {
    const number = plan.categories.findIndex(({ key }) => key === category) + 1;
    return `CASE WHEN t.is_${at + 1} IS NULL THEN ${number} END`;
  });
  if (numbers.length === 0) return 'NULL';
  const list = [...numbers, 'NULL'].join(', ');
  const branches = plan.categories.map(({ key }, at) => ({ when: String(at + 1), gives: dialect.literal(key) }));
  return `CASE WHEN LEAST(${list}) = GREATEST(${list}) THEN ${choice(branches, null, `LEAST(${list})`)} END`;
}

export const recordsTable = (): string =>
  [
    'SELECT person AS practitioner, id, category, award,',
    `  ${decimal('raw')} AS raw,`,
    `  ${decimal('credits')} AS credits,`,
    '  reason',
    'FROM cme_reckoned',
  ].join('\n');

export const categoriesTable = (_: Context): string =>
  [
    'SELECT person AS practitioner, category,',
    `  ${decimal('sum(raw)')} AS raw,`,
    `  ${decimal('sum(credits)')} AS credits`,
    'FROM cme_reckoned',
    'WHERE here AND category IS NOT NULL',
    'GROUP BY person, category',
  ].join('\n');

export const practitionersTable = (): string =>
  [
    'SELECT person AS practitioner,',
    "  CASE WHEN too_large THEN 'too_large' WHEN exempt THEN 'exempt' WHEN all_met THEN 'met' ELSE 'unmet' END AS status,",
    `  CASE WHEN too_large THEN NULL ELSE ${decimal('total')} END AS credits,`,
    `  ${decimal('required')} AS required,`,
    `  CASE WHEN too_large THEN NULL ELSE ${decimal('CASE WHEN exempt THEN 0 ELSE short END')} END AS shortfall`,
    'FROM cme_judged',
  ].join('\n');

/** A row for each line that binds a practitioner. */
export function requirementsTable(context: Context, parts: readonly Part[]): string {
  const { dialect, plan } = context;
  const shown = (part: Part, column: 'need' | 'got'): string => {
    const name = `${column}_${part.number}`;
    if (part.first.unit === 'credits') return name;
    if (part.first.unit === 'times') return `${name} * 100`;
    return half(context, name, { n: 1, d: 10_000n * (column === 'got' ? partsOf(plan) : 1n) });
  };
  const rows = parts.map((part) => {
    const named = part.alternatives.map(({ line }, at) => ({
      when: String(at + 1),
      gives: dialect.literal(line.name),
    }));
    return [
      'SELECT person AS practitioner,',
      `  ${part.number} AS part,`,
      `  ${choice(named, null, `part_${part.number}`)} AS name,`,
      `  '${part.first.unit}' AS unit,`,
      `  ${decimal(shown(part, 'need'))} AS required,`,
      `  ${decimal(shown(part, 'got'))} AS earned,`,
      `  met_${part.number} AS met`,
      'FROM cme_judged',
      `WHERE NOT too_large AND part_${part.number} IS NOT NULL`,
    ].join('\n');
  });
  const none = `SELECT person AS practitioner, 0 AS part, person AS name, person AS unit, ${decimal('0')} AS required, ${decimal('0')} AS earned, FALSE AS met FROM cme_judged WHERE FALSE`;
  return rows.length === 0 ? none : rows.join('\nUNION ALL\n');
}
