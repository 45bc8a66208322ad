/** What a record lacks to earn by its line, and its place in a pool. */
import type { AwardLine, Basis, Item, Measure, Plan } from '../../model/plan.ts';
import type { ByBasis } from '../backend.ts';
import { byLine } from './byLine.ts';
import { joined } from './condition.ts';
import { type Context, either } from './context.ts';
import { measured } from './measure.ts';
import { also, choice, kept, type Script } from './script.ts';

/** What a line measures; null: nothing, or the field that is the amount. */
export const measureOf = ({ rate }: AwardLine): Measure | null =>
  rate.kind === 'per' || rate.kind === 'steps' ? rate.measure : null;

const ofVisitors = (line: AwardLine): boolean => ['days', 'months'].includes(measureOf(line)?.of ?? '');

const isNull = (condition: string): string | null =>
  condition === 'TRUE' || condition === 'FALSE' ? null : `(${condition}) IS NULL`;

const present = (parts: readonly (string | null)[]): string[] => [...new Set(parts.filter((one) => one !== null))];

export function settle(context: Context, script: Script): void {
  const { plan, names, spell } = context;
  const quantity = (line: AwardLine): string | null => {
    if (line.rate.kind === 'field') return `${names.record(line.rate.key)} IS NULL`;
    const measure = measureOf(line);
    if (measure === null) return null;
    const { known } = measured(measure, names);
    return known === 'TRUE' ? null : `NOT (${known})`;
  };
  const bound = plan.requirements.flatMap(({ binds, lines }) =>
    lines.flatMap((line) => {
      const own = line.subject === null ? [] : [line.subject];
      const held = [binds, line.when].filter((when) => when !== null).map((when) => spell(when));
      return [...own, ...(line.fillable?.from ?? [])].map((subject) => ({ subject, held }));
    }),
  );
  const needs = (item: Item): readonly (string | null)[] => [
    ...[...item.factors, ...item.best, ...plan.caps.filter(({ items }) => items.includes(item.key))].map(({ when }) =>
      when === null ? null : isNull(spell(when)),
    ),
    ...bound
      .filter(({ subject }) => subject.items.includes(item.key))
      .map(({ subject: { when }, held }) => {
        const open = when === null ? null : isNull(spell(when));
        const both = open === null ? 'FALSE' : joined([...held, open], 'AND');
        return both === 'FALSE' ? null : both;
      }),
  ];
  const lacks = byLine(
    context,
    (line, item) => {
      const rank = line.falling === null ? null : `${names.record(line.falling.rank)} IS NULL`;
      const all = either(present([quantity(line), rank, ...needs(item)]));
      if (all === 'FALSE') return null;
      return ofVisitors(line) ? all : joined(['NOT visiting', all], 'AND');
    },
    'FALSE',
  );
  const earns = byLine(context, (line) => (ofVisitors(line) ? 'TRUE' : null), 'NOT visiting');
  script.step(
    'wanted',
    'Whether a record brings its quantity to this year, and lacks something to earn by its line.',
    also('deemed t', [
      ['lacks', lacks],
      ['earns', earns],
    ]),
  );
  script.step(
    'settled',
    'It earns by its line, or has the reason why not; what a deeming counts needs neither line nor quantity.',
    also('wanted t', [
      [
        'reason_settled',
        choice(
          [
            { when: 'disputed', gives: "'invalid'" },
            { when: 'is_deemed', gives: 'NULL' },
            { when: '(line IS NULL AND lines_open) OR (line IS NOT NULL AND lacks)', gives: "'incomplete'" },
            { when: 'line IS NULL', gives: "'no_award'" },
          ],
          null,
        ),
      ],
      ['pays', 'NOT disputed AND line IS NOT NULL AND NOT COALESCE(lacks, FALSE) AND earns'],
    ]),
  );
}

/** Whether the sums of all pools are worth more with each record, by the unit: what was before says what one gains. */
export const growsOnly = ({ items }: Plan): boolean =>
  items.every(({ lines }) =>
    lines.every((line) => {
      const of = measureOf(line)?.of;
      return of === undefined || (line.rate.kind === 'per' && of !== 'days' && of !== 'months');
    }),
  );

/** What records are measured together by: those that agree in all of these are. */
function keysOf(context: Context): readonly [name: string, expression: string][] {
  const { plan, names, spell, byItem, dialect } = context;
  const project = names.record('project');
  const alone: ByBasis<string | null> = {
    record: 'pos',
    project: `CASE WHEN ${project} IS NULL THEN pos END`,
    day: null,
    year: null,
    cycle: null,
  };
  const measured = plan.items.flatMap(({ lines }) => lines.filter((line) => measureOf(line) !== null));
  const on = (basis: Basis, column: string): string =>
    byLine(context, (line) => (line.basis === basis && measureOf(line) !== null ? column : null), 'NULL');
  const has = (basis: Basis): boolean => measured.some((line) => line.basis === basis);
  if (measured.every(({ basis }) => basis === 'record')) return [];
  const most = Math.max(0, ...plan.items.map(({ apart }) => apart.length));
  const apart = Array.from({ length: most }, (_, at): [string, string] => {
    const branches = byItem((item) => {
      const condition = item.apart[at];
      return condition === undefined ? null : spell(condition);
    });
    return [`apart_${at + 1}`, choice(branches, 'FALSE', 'item')];
  });
  const own = byLine(context, (line) => (measureOf(line) === null ? 'pos' : alone[line.basis]), 'NULL');
  return [
    ['pool_alone', `CAST(CASE WHEN pays THEN ${own} ELSE pos END AS BIGINT)`],
    ...(has('project')
      ? [['pool_project', `CAST(${on('project', project)} AS ${dialect.text})`] as [string, string]]
      : []),
    ...(has('day') ? [['pool_day', `CAST(${on('day', 'day')} AS DATE)`] as [string, string]] : []),
    ...apart,
  ];
}

/** What each record brings to its pool. */
export function measurePools(context: Context, script: Script): void {
  const { names } = context;
  const quantity = byLine(
    context,
    (line) => {
      const measure = measureOf(line);
      return measure === null ? null : measured(measure, names).each;
    },
    '0',
  );
  script.step(
    'measured',
    'What each record brings to its pool, and what tells pools apart: item, line, span, and conditions that later look at them.',
    also('settled t', [['quantity', `CAST(CASE WHEN pays THEN ${quantity} END AS BIGINT)`], ...keysOf(context)]),
  );
}

/** `deems`: how many there are. */
export const measuredColumns = (context: Context, deems: number): readonly string[] => [
  ...['is_deemed', 'lacks', 'reason_settled', 'pays', 'quantity', ...keysOf(context).map(([name]) => name)],
  ...Array.from({ length: deems }, (_, at) => `reaches_${at + 1}`),
];

/** The running sum of each pool. Records that do not pay are pools of their own, of nothing. */
export function pool(context: Context, script: Script): void {
  const { sum } = context;
  const keys = keysOf(context);
  const measured = kept('measured');
  if (keys.length === 0) {
    script.step(
      'running',
      'Each record is a pool of its own.',
      also(`${measured} t`, [
        ['running_sum', 'quantity'],
        ['pool', 'pos'],
      ]),
    );
    return;
  }
  const own = ['person', 'item', 'line', ...keys.map(([name]) => name)].join(', ');
  const soFar = `PARTITION BY ${own} ORDER BY pos ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
  script.step(
    'running',
    'The running sum of each pool; it is called by the place of its first record.',
    also(`${measured} t`, [
      ['running_sum', sum('quantity', soFar)],
      ['pool', `min(pos) OVER (${soFar})`],
    ]),
  );
}
