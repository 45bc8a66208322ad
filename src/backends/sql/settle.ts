/** What a record lacks to earn by its line. */
import type { AwardLine, Item, Measure } from '../../model/plan.ts';
import { byLine } from './byLine.ts';
import { joined } from './condition.ts';
import { type Context, either } from './context.ts';
import { measured } from './measure.ts';
import { also, choice, type Script } from './script.ts';

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
