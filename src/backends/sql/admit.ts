/** Step 5 and what goes before it: who passes, and why the others do not. */
import type { Item, Plan } from '../../model/plan.ts';
import { joined } from './condition.ts';
import { type Context, either, surely } from './context.ts';
import { visits, wayIn, waysOf } from './place.ts';
import { also, choice, kept, type Script, told } from './script.ts';

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
    `SELECT person\nFROM ${admitted}\nWHERE size > 0\nGROUP BY person\nHAVING sum(CAST(size AS DECIMAL(38, 0))) > @bound`,
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
  ...['person', 'stray_of', 'rest', 'size', 'invalid', 'reason_judged', 'category_open', 'items_open', 'own'],
  ...waysOf(context.plan).map((_, way) => `own_${way}`),
  ...placedColumns(context),
];

/** What is known of a record before others are looked at, and later steps go by. */
export const placedColumns = (context: Context): readonly string[] => [
  ...['person', context.names.record('id'), 'item', 'day', 'here', 'visiting', 'stay_from', 'stay_to'],
  ...ruleColumns(context),
];

/** What conditions read. */
export const ruleColumns = ({ plan, names }: Context): readonly string[] => [
  ...plan.recordFields.filter(({ key }) => key !== 'practitioner' && key !== 'id').map(({ key }) => names.record(key)),
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
      ['pos', `CAST(row_number() OVER (PARTITION BY person ORDER BY day, ${order.join(', ')}) AS INTEGER)`],
    ]),
  );
}
