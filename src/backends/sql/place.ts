/** Steps 2 and 4: each record to its item, and into its year. */
import type { Item, Plan } from '../../model/plan.ts';
import { joined } from './condition.ts';
import { type Context, surely } from './context.ts';
import { also, choice, type Script, told } from './script.ts';

const yearOf = (date: string): string => `CAST(EXTRACT(YEAR FROM ${date}) AS INTEGER)`;

/** What orders records, where they have it. */
export const orderingOf = ({ names }: Context): string => `COALESCE(${names.record('date')}, ${names.record('end')})`;

/** The date that places a record: the one named, else the end of its stay, else its date. */
export const placingOf = ({ names }: Context, key: string | null): string =>
  key === null ? `COALESCE(${names.record('end')}, ${names.record('date')})` : names.record(key);

/** Whether a record is made up for the year before. */
export function madeUp(context: Context): string {
  const rule = context.plan.makeUp;
  const held = rule === null ? 'FALSE' : rule.when === null ? 'TRUE' : context.spell(rule.when);
  const next = `${yearOf(orderingOf(context))} = ${context.names.record('makeup_year')} + 1`;
  return surely(joined([next, held], 'AND'));
}

/** The year that a record belongs to by this date; null where it has none. */
export const ownYear = ({ names }: Context, placing: string): string =>
  `CASE WHEN made_up THEN ${names.record('makeup_year')} ELSE ${yearOf(placing)} END`;

/** The days of a stay that lie in the year, as two columns; `own` is the year that the record belongs to. */
export function clipped({ names }: Context, own: string): readonly string[] {
  const [start, end] = [names.record('start'), names.record('end')];
  const both = `${start} IS NOT NULL AND ${end} IS NOT NULL`;
  const last = `CASE WHEN made_up AND ${own} = c.year THEN c.last_of_next ELSE c.last_day END`;
  return [
    `CASE WHEN ${both} THEN GREATEST(${start}, c.first_day) END AS stay_from`,
    `CASE WHEN ${both} THEN LEAST(${end}, ${last}) END AS stay_to`,
    `COALESCE(${start} <= c.last_day AND ${end} >= c.first_day, FALSE) AS has_days`,
  ];
}

/** A stay counts its days in every year that it has days in; what is made up has given them already. */
export const visits = (own: string): string => `has_days AND ${own} <> year AND NOT (made_up AND ${own} = year - 1)`;

/** The ways in which items place their records; the first is that of a record without an item. */
export const waysOf = (plan: Plan): readonly (string | null)[] => [
  ...new Set<string | null>([null, ...plan.items.map(({ placed }) => placed)]),
];

export const wayIn = (plan: Plan): ((item: Item) => number) => {
  const ways = waysOf(plan);
  return ({ placed }) => ways.indexOf(placed);
};

export function place(context: Context, script: Script): void {
  const { plan, spell, byItem } = context;

  script.step(
    'matched',
    'Which items a record may be of: by form and by what the item is for; null where that cannot be told.',
    also(
      'records_beside t',
      plan.items.map((item, at): [string, string] => [`is_${at + 1}`, spell(item.match)]),
    ),
  );
  const all = plan.items.map((_, at) => at + 1);
  const count = (what: (at: number) => string): string =>
    all.length === 0 ? '0' : all.map((at) => `CASE WHEN ${what(at)} THEN 1 ELSE 0 END`).join(' + ');

  const [ways, wayOf] = [waysOf(plan), wayIn(plan)];
  const placing = (way: number): string => placingOf(context, ways[way] ?? null);
  const rule = plan.makeUp;
  script.step(
    'classified',
    [
      'Its item, where just one holds; and whether it is made up for the year before.',
      ...(rule === null ? [] : [told(rule.source)]),
    ],
    also('matched t', [
      ['items_held', count((at) => `is_${at}`)],
      ['items_open', count((at) => `is_${at} IS NULL`)],
      [
        'item',
        all.length === 0
          ? 'CAST(NULL AS INTEGER)'
          : choice(
              byItem((_, at) => String(at + 1)).map((one) => ({ ...one, when: `is_${one.when}` })),
              null,
            ),
      ],
      ['made_up', madeUp(context)],
    ]),
  );
  script.step(
    'timed',
    'The year of a record: of the date that places it, else of the end of its stay, else of its date.',
    also(
      'classified t',
      ways.map((_, way): [string, string] => [`own_${way}`, ownYear(context, placing(way))]),
    ),
  );
  const byWay = (of: (way: number) => string, first: string): string => {
    const others = byItem((item) => (wayOf(item) === 0 ? null : of(wayOf(item))));
    return others.length === 0 ? first : choice(others, first, 'item');
  };
  script.step(
    'owned',
    'What orders records, and the year that each belongs to.',
    also('timed t', [
      ['own', byWay((way) => `own_${way}`, 'own_0')],
      ['placed_on', byWay(placing, placing(0))],
    ]),
  );
  script.step(
    'clipped',
    'The days of a stay that lie in the year; what is made up for it has those of the next as well.',
    `SELECT\n${[
      '  t.*',
      '  c.year',
      `  COALESCE(${orderingOf(context)}, placed_on, c.first_day) AS day`,
      '  COALESCE(own = c.year, FALSE) AS here',
      ...clipped(context, 'own').map((column) => `  ${column}`),
    ].join(',\n')}\nFROM owned t CROSS JOIN cme_year c`,
  );
  const staying = plan.items.flatMap(({ stays }, at) => (stays ? [at + 1] : []));
  script.step(
    'placed',
    'A stay counts its days in every year that it has days in, whatever year it belongs to.',
    also('clipped t', [
      [
        'visiting',
        staying.length === 0 ? 'FALSE' : `COALESCE(item IN (${staying.join(', ')}) AND ${visits('own')}, FALSE)`,
      ],
    ]),
  );
}
