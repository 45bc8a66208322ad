/** Each record placed in time, and as JSON: nothing is classified, judged or credited. */
import type { FieldRef, Plan } from '../../model/plan.ts';
import { namesOf } from '../jsonlogic/names.ts';
import type { Context } from '../sql/context.ts';
import { surely } from '../sql/context.ts';
import { clipped, madeUp, orderingOf, ownYear, placingOf, visits } from '../sql/place.ts';
import { also, kept, type Script, told } from '../sql/script.ts';
import { months } from '../sql/stays.ts';
import { dayNumber, factsOf, monthsLeft, readsOf } from './facts.ts';
import type { Json, Member } from './json.ts';

interface Way {
  /** The field whose date places; null: the usual. */
  readonly key: string | null;
  /** Stays of an item that is placed so count. */
  readonly stays: boolean;
}

/** The usual way first, then each date that places records otherwise. */
function waysOf({ items }: Plan): readonly Way[] {
  const keys = new Set<string | null>([null, ...items.map(({ placed }) => placed)]);
  return [...keys].map((key) => ({ key, stays: items.some(({ placed, stays }) => placed === key && stays) }));
}

export const personOf = (context: Context, json: Json, refs: readonly FieldRef[]): string =>
  json.object([...factsOf(context, json, readsOf(context, refs, 'person')), ...monthsLeft(context, json)]);

/** Makes the step `placed`: `person`, `pos`, `day`, `project`, `stay_pos`, and the record as `record` and as `stay`. */
export function placed(context: Context, script: Script, json: Json, refs: readonly FieldRef[]): string {
  const { plan, names } = context;
  const ways = waysOf(plan);
  script.step(
    'valid',
    'Valid records of those who have an id of their own.',
    `SELECT * FROM ${kept('records_known')} WHERE NOT invalid AND NOT stray`,
  );
  script.step(
    'made_up',
    ['Whether it is made up for the year before.', ...(plan.makeUp === null ? [] : [told(plan.makeUp.source)])],
    also('valid t', [['made_up', madeUp(context)]]),
  );
  script.step(
    'owned',
    'The year that it belongs to, by each date that may place it.',
    also(
      'made_up t',
      ways.map(({ key }, way): [string, string] => [`own_${way}`, ownYear(context, placingOf(context, key))]),
    ),
  );
  const columns = [
    't.*',
    'c.year',
    `COALESCE(${orderingOf(context)}, c.first_day) AS day`,
    ...clipped(context, 'own_0'),
  ];
  script.step(
    'clipped',
    'What orders records; and the days of a stay that lie in the year: what is made up for it has those of the next as well.',
    `SELECT\n${columns.map((column) => `  ${column}`).join(',\n')}\nFROM owned t CROSS JOIN cme_year c`,
  );
  script.step(
    'flagged',
    'Whether it belongs to the year, or has days in it all the same.',
    also(
      'clipped t',
      ways.flatMap(({ stays }, way): [string, string][] => [
        [`here_${way}`, surely(`own_${way} = year`)],
        [`visiting_${way}`, stays ? surely(visits(`own_${way}`)) : 'FALSE'],
      ]),
    ),
  );
  script.step(
    'ordered',
    'Those that do, by date, else end, then id by code point; each with what the rules read of it.',
    `${also('flagged t', [
      ['pos', 'row_number() OVER (PARTITION BY person ORDER BY day, place)'],
      ['record', recordOf(context, json, refs, ways)],
    ])}\nWHERE ${ways.flatMap((_, way) => [`here_${way}`, `visiting_${way}`]).join(' OR ')}`,
  );
  return script.step(
    'placed',
    'Stays by their first day; a record without a project number is a project of its own.',
    [
      'SELECT person, pos, day, record,',
      `  COALESCE('=' || ${names.record('project')}, '#' || ${json.plain('place')}) AS project,`,
      '  row_number() OVER (PARTITION BY person ORDER BY stay_from, pos) AS stay_pos,',
      '  CASE WHEN stay_from IS NOT NULL THEN record END AS stay',
      'FROM ordered',
    ].join('\n'),
  );
}

function recordOf(context: Context, json: Json, refs: readonly FieldRef[], ways: readonly Way[]): string {
  const given = namesOf(context.plan);
  const flags = (flag: 'here' | 'visiting'): readonly Member[] =>
    ways.flatMap(({ key }, way): Member[] =>
      key === null ? [] : [[given.of({ on: 'record', key }), json.plain(`${flag}_${way}`)]],
    );
  const by: readonly Member[] =
    ways.length === 1
      ? []
      : [
          ['here_by', json.object(flags('here'))],
          ['visiting_by', json.object(flags('visiting'))],
        ];
  return json.object([
    ['here', json.plain('here_0')],
    ['visiting', json.plain('visiting_0')],
    ...by,
    ['stay', `CASE WHEN stay_from IS NOT NULL THEN ${stayOf(context, json)} END`],
    ['facts', json.object(factsOf(context, json, readsOf(context, refs, 'record')))],
    ['person', personOf(context, json, refs)],
  ]);
}

function stayOf(context: Context, json: Json): string {
  const { dialect } = context;
  const after = dialect.plusDays('stay_to', 1);
  const month = (date: string): string =>
    json.plain(`CAST(EXTRACT(YEAR FROM ${date}) AS INTEGER) * 12 + CAST(EXTRACT(MONTH FROM ${date}) AS INTEGER)`);
  const day = (date: string): string => json.plain(`CAST(EXTRACT(DAY FROM ${date}) AS INTEGER)`);
  return json.object([
    ['from', json.plain(dayNumber(context, 'stay_from'))],
    ['to', json.plain(dayNumber(context, 'stay_to'))],
    ['days', json.plain(`GREATEST(0, ${dialect.daysBetween('stay_from', 'stay_to')} + 1)`)],
    ['months', json.plain(months(context, 'stay_from', 'stay_to'))],
    ['from_month', month('stay_from')],
    ['from_day', day('stay_from')],
    ['after_month', month(after)],
    ['after_day', day(after)],
  ]);
}
