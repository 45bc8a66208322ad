/** Steps 2 and 4: each record to its item, and into its year. */
import type { Item, Plan } from '../../model/plan.ts';
import { joined } from './condition.ts';
import { type Context, either, surely } from './context.ts';
import { also, choice, kept, type Script, told } from './script.ts';

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
const waysOf = (plan: Plan): readonly (string | null)[] => [
  ...new Set<string | null>([null, ...plan.items.map(({ placed }) => placed)]),
];

const wayIn = (plan: Plan): ((item: Item) => number) => {
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

/** Step 5: the gates of the item. */
export function openGates({ plan, spell, byItem }: Context, script: Script): void {
  const gate = byItem((item) =>
    item.gates.length === 0
      ? null
      : joined(
          item.gates.map(({ when, that }) =>
            when === null ? spell(that) : joined([spell({ op: 'not', of: when }), spell(that)], 'OR'),
          ),
          'AND',
        ),
  );
  script.step(
    'gated',
    [
      'The gates of its item: true, false, or null where that cannot be told.',
      ...plan.items.flatMap(({ gates }) => gates.map(({ source }) => told(source))),
    ],
    also('placed t', [['gates', gate.length === 0 ? 'TRUE' : choice(gate, 'TRUE', 'item')]]),
  );
}

/** Steps 2, 4 and 5: why a record cannot earn, its validity apart. */
export function judge(context: Context, script: Script): void {
  const { plan, names } = context;
  const wayOf = wayIn(plan);
  const elsewhere = (item: Item): string => {
    const own = `own_${wayOf(item)}`;
    return item.stays ? surely(`${own} <> year AND NOT (${visits(own)})`) : surely(`${own} <> year`);
  };
  const allElsewhere = plan.items.map((item, at) => `(is_${at + 1} IS NOT NULL OR ${elsewhere(item)})`);
  const review = `${names.record('review')} <> 'approved'`;
  const mayBe = 'item IS NULL AND items_open > 0';
  const open = [
    { when: `${mayBe} AND ${joined(allElsewhere, 'AND')}`, gives: "'out_of_period'" },
    { when: `${mayBe} AND ${review}`, gives: "'review'" },
    { when: mayBe, gives: "'incomplete'" },
  ];
  script.step(
    'judged',
    'Why a record cannot earn: item and year, then review, then gates; one whose date is missing is in no year.',
    also('gated t', [
      [
        'reason_judged',
        choice(
          [
            { when: 'item IS NOT NULL AND own <> year AND NOT visiting', gives: "'out_of_period'" },
            ...(plan.items.length === 0 ? [] : open),
            { when: 'item IS NULL AND own_0 <> year', gives: "'out_of_period'" },
            { when: 'item IS NULL', gives: "'no_award'" },
            { when: review, gives: "'review'" },
            { when: 'NOT gates', gives: "'gate'" },
            { when: 'gates IS NULL OR own IS NULL', gives: "'incomplete'" },
          ],
          null,
        ),
      ],
      ['category_open', categoryOfOpen(plan)],
    ]),
  );
}

/** The number of the category of a record that may be of several items, where these are of one. */
function categoryOfOpen({ items, categories }: Plan): string {
  if (items.length === 0) return '0';
  const numbers = items.map(({ category }, at) => {
    const number = categories.findIndex(({ key }) => key === category) + 1;
    return `CASE WHEN is_${at + 1} IS NULL THEN ${number} END`;
  });
  const list = [...numbers, 'NULL'].join(', ');
  return `CASE WHEN item IS NULL AND items_open > 0 AND LEAST(${list}) = GREATEST(${list}) THEN LEAST(${list}) ELSE 0 END`;
}

/** Keeps every record with what is known of it alone, `more` of it too, and what is wrong with those that are not alone. */
export function admit(context: Context, script: Script, from: string, more: readonly string[]): void {
  const { names, places } = context;
  const id = names.record('id');
  script.step(
    'admitted',
    'What is wrong with a record itself.',
    also(`${from} t`, [['invalid', 'faulty OR stray OR items_held > 1']]),
  );
  const admitted = script.keep('admitted', [...admittedColumns(context), ...more]);
  script.step(
    'oversized',
    'Practitioners whose numbers add up to more than 64 bits are sure to hold at every step.',
    `SELECT person\nFROM ${admitted}\nGROUP BY person\nHAVING sum(CAST(size AS DECIMAL(38, 0))) > @bound`,
  );
  script.keep('oversized');
  if (places.neat) return;
  script.step(
    'namesakes',
    'Ids that several records of one practitioner have.',
    `SELECT person, ${id}\nFROM ${admitted}\nWHERE ${id} IS NOT NULL\nGROUP BY person, ${id}\nHAVING count(*) > 1`,
  );
  script.keep('namesakes');
}

/** Says the step `said`: every record with the reason why it cannot earn, where there is one. */
export function sayWhy({ names, places }: Context, script: Script): string {
  const id = names.record('id');
  const twice = places.neat ? [] : [`LEFT JOIN ${kept('namesakes')} n ON n.person = t.person AND n.${id} = t.${id}`];
  const reason = choice(
    [
      { when: 'o.person IS NOT NULL', gives: "'too_large'" },
      { when: either(['t.invalid', ...(places.neat ? [] : ['n.person IS NOT NULL'])]), gives: "'invalid'" },
    ],
    't.reason_judged',
  );
  return script.step(
    'said',
    'Why a record cannot earn; where it is invalid nothing else is said.',
    also([`${kept('admitted')} t`, `LEFT JOIN ${kept('oversized')} o ON o.person = t.person`, ...twice].join('\n'), [
      ['reason_admitted', reason],
    ]),
  );
}

/** The columns of `admitted`. */
const admittedColumns = (context: Context): readonly string[] => [
  ...['person', 'rest', 'size', 'invalid', 'reason_judged', 'category_open', 'items_open', 'own'],
  ...waysOf(context.plan).map((_, way) => `own_${way}`),
  ...placedColumns(context),
];

/** What is known of a record before others are looked at, and later steps go by. */
export const placedColumns = (context: Context): readonly string[] => [
  ...['person', 'item', 'day', 'here', 'visiting', 'stay_from', 'stay_to'],
  ...factColumns(context),
];

/** What conditions read. */
const factColumns = ({ plan, names }: Context): readonly string[] => [
  ...plan.recordFields.filter(({ key }) => key !== 'practitioner').map(({ key }) => names.record(key)),
  ...plan.personFields.map(({ key }) => names.person(key)),
];

/** Who passed. */
export function pass({ names, dialect, places }: Context, script: Script): void {
  const order = [names.record('id'), ...(places.neat ? [] : ['rest'])].map(
    (column) => `${dialect.byCodePoint(column)} NULLS LAST`,
  );
  script.step(
    'passed',
    'Who passed, in order: by date, else end, then id by code point; without an id by all the rest.',
    also('said t\nWHERE reason_admitted IS NULL', [
      ['pos', `row_number() OVER (PARTITION BY person ORDER BY day, ${order.join(', ')})`],
    ]),
  );
}
