/** Records that are measured together, and the running sum of each pool of them. */
import type { Basis, Plan } from '../../model/plan.ts';
import type { ByBasis } from '../backend.ts';
import { ruleColumns } from './admit.ts';
import { byLine } from './byLine.ts';
import type { Context } from './context.ts';
import type { Due } from './deemed.ts';
import { measured } from './measure.ts';
import { also, choice, kept, type Script } from './script.ts';
import { measureOf } from './settle.ts';

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

/** What each record brings to its pool, and what is due to the record that reaches a deeming. */
export function measurePools(context: Context, script: Script, due: readonly Due[]): void {
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
    also('settled t', [
      ['quantity', `CAST(CASE WHEN pays THEN ${quantity} END AS BIGINT)`],
      ...keysOf(context),
      ...due.map(({ name, credits }): [string, string] => [name, credits]),
    ]),
  );
}

/** `deems`: how many there are. */
export const measuredColumns = (context: Context, deems: number, due: readonly Due[]): readonly string[] => [
  ...due.map(({ name }) => name),
  ...['person', 'pos', 'item', 'line', 'visiting', 'day', 'stay_from', 'stay_to', ...ruleColumns(context)],
  ...['is_deemed', 'lacks', 'reason_settled', 'pays', 'quantity', ...keysOf(context).map(([name]) => name)],
  ...Array.from({ length: deems }, (_, at) => `reaches_${at + 1}`),
];

/** The running sum of each pool. Records that do not pay are pools of their own, of nothing. `named`: later steps go by it. */
export function pool(context: Context, script: Script, named: boolean): void {
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
    `The running sum of each pool${named ? '; it is called by the place of its first record' : ''}.`,
    also(`${measured} t`, [
      ['running_sum', sum('quantity', soFar)],
      ...(named ? [['pool', `min(pos) OVER (${soFar})`] as const] : []),
    ]),
  );
}
