/** The result tables, from whole hundredths to decimals. */
import type { Context } from './context.ts';
import type { Dialect } from './dialect.ts';
import { half } from './rate.ts';
import type { Part } from './require.ts';
import { choice, indented, kept } from './script.ts';
import { type Earnings, partsOf } from './subject.ts';

/** Hundredths as a decimal of two places: a product of decimals, which every engine keeps exact. */
const decimal = (hundredths: string): string => `CAST(CAST(${hundredths} AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2))`;

/** The key of a category by its number, which `column` has. */
export const categoryBy = ({ plan, dialect }: Context, column: string): string =>
  textBy(
    dialect,
    plan.categories.map(({ key }) => key),
    column,
  );

/** The label of an item by its number. */
export const awardBy = ({ plan, dialect }: Context, column: string): string =>
  textBy(
    dialect,
    plan.items.map(({ label }) => label),
    column,
  );

const textBy = (dialect: Dialect, texts: readonly string[], column: string): string =>
  texts.length === 0
    ? `CAST(NULL AS ${dialect.text})`
    : choice(
        texts.map((text, at) => ({ when: String(at + 1), gives: dialect.literal(text) })),
        null,
        column,
      );

/** Every record with what the later tables need of it: those that passed, and those of `said` that did not. */
export function reckonedColumns(context: Context, said: string, earnings: Earnings): string {
  const { plan, byItem, names } = context;
  const numbers = byItem(({ category }) => String(plan.categories.findIndex(({ key }) => key === category) + 1));
  const own = numbers.length === 0 ? '0' : choice(numbers, '0', 'item');
  const known = "reason_admitted NOT IN ('invalid', 'too_large')";
  const columns = (list: readonly (readonly [string, string])[]): string =>
    list.map(([name, expression]) => `${indented(expression, 2)} AS ${name}`).join(',\n');
  const timed = earnings.all.some(({ each }) => /\bhas_time\b/.test(each));
  const counting = ['raw_all', 'credits', 'reason_paid', 'meets_all', ...(timed ? ['has_time'] : [])];
  const both = [
    ['person', 'person'],
    ['id', names.record('id')],
    ['here', '(here OR visiting)'],
  ] as const;
  return [
    '-- Those that passed.',
    'SELECT',
    columns([
      ...both,
      ['stray_of', `CAST(NULL AS ${context.dialect.text})`],
      ['item', 'item'],
      ['category_number', own],
      ['raw', 'raw_all'],
      ['credits', 'credits'],
      ['reason', 'reason_paid'],
      ['meets_all', 'COALESCE(meets_all, FALSE)'],
      ...earnings.all.map(({ name, each }) => [name, `COALESCE(${each}, 0)`] as const),
    ]),
    'FROM (',
    `  SELECT ${['t.*', ...counting.map((name) => `k.${name}`)].join(', ')}`,
    `  FROM ${kept('chosen')} t JOIN ${kept('kept')} k ON k.person = t.person AND k.pos = t.pos`,
    ') r',
    'UNION ALL',
    '-- The others, each with its reason.',
    'SELECT',
    columns([
      ...both,
      ['stray_of', 'stray_of'],
      ['item', `CASE WHEN ${known} THEN item END`],
      [
        'category_number',
        `CASE WHEN ${known} THEN CASE WHEN item IS NULL THEN category_open ELSE ${own} END ELSE 0 END`,
      ],
      ['raw', '0'],
      ['credits', '0'],
      ['reason', 'reason_admitted'],
      ['meets_all', 'FALSE'],
      ...earnings.all.map(({ name }) => [name, '0'] as const),
    ]),
    `FROM ${said}`,
    'WHERE reason_admitted IS NOT NULL',
  ].join('\n');
}

export const recordsTable = (context: Context): string =>
  [
    'SELECT COALESCE(p.who, r.stray_of) AS practitioner, id,',
    `${indented(categoryBy(context, 'category_number'), 2)} AS category,`,
    `${indented(awardBy(context, 'item'), 2)} AS award,`,
    `  ${decimal('raw')} AS raw,`,
    `  ${decimal('credits')} AS credits,`,
    '  reason',
    `FROM cme_reckoned r LEFT JOIN ${kept('persons')} p ON p.person = r.person`,
  ].join('\n');

export const categoriesTable = (context: Context): string =>
  [
    'SELECT p.who AS practitioner,',
    `${indented(categoryBy(context, 'category_number'), 2)} AS category,`,
    `  ${decimal('sum(raw)')} AS raw,`,
    `  ${decimal('sum(credits)')} AS credits`,
    `FROM cme_reckoned r JOIN ${kept('persons')} p ON p.person = r.person`,
    'WHERE here AND category_number > 0',
    'GROUP BY p.who, category_number',
  ].join('\n');

export const practitionersTable = (): string =>
  [
    'SELECT who AS practitioner,',
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
      'SELECT who AS practitioner,',
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
  const none = `SELECT who AS practitioner, 0 AS part, who AS name, who AS unit, ${decimal('0')} AS required, ${decimal('0')} AS earned, FALSE AS met FROM cme_judged WHERE FALSE`;
  return rows.length === 0 ? none : rows.join('\nUNION ALL\n');
}
