/** The steps of a 授予表 with a measured column: what each wants of the measure, and what lies between them. */
import type { Expr, Item, Plan, Rate } from '../model/plan.ts';
import { clauseWords, type Finding, line } from './finding.ts';
import { reach } from './reach.ts';
import { fails, holds, type Regions, type Wish } from './regions.ts';
import { shownBy, witnessOf, wordsOf } from './witness.ts';

export type Steps = Extract<Rate, { kind: 'steps' }>;
type Step = Steps['rows'][number];

/** What a pool's measure must be for a step: as of a pool of one record. */
export const within = ({ measure }: Steps, { bounds }: Step): Expr => ({
  op: 'and',
  of:
    measure.of === 'field'
      ? bounds.map(({ by, to }): Expr => ({ op: 'compare', field: { on: 'record', key: measure.key }, by, to }))
      : [],
});

const size = ({ n, d }: { readonly n: number; readonly d: number }): number => n / d;

/** From where a step begins; none: from nothing. */
const startOf = ({ bounds }: Step) => bounds.find(({ by }) => by === '>=' || by === '>' || by === '=')?.to ?? null;

/** A table begins somewhere, and less than that is nothing; from there on each quantity has its row. */
export const stepGaps = (regions: Regions, plan: Plan): readonly Finding[] =>
  plan.items.flatMap((item) => item.lines.flatMap(({ when, rate }) => gapIn(regions, item, when, rate)));

const gapIn = (regions: Regions, item: Item, when: Expr, rate: Rate): readonly Finding[] => {
  if (rate.kind !== 'steps' || rate.measure.of !== 'field') return [];
  const { key } = rate.measure;
  const starts = rate.rows.map((row) => ({ row, from: startOf(row) }));
  const ordered = starts.toSorted((a, b) => (a.from ? size(a.from) : -1) - (b.from ? size(b.from) : -1));
  const [first] = ordered;
  if (!first) return [];
  const above: readonly Wish[] = first.from
    ? [holds({ op: 'compare', field: { on: 'record', key }, by: '>=', to: first.from })]
    : [];
  const found = regions.find([
    ...reach(item),
    holds(when),
    ...above,
    ...rate.rows.map((row) => fails(within(rate, row))),
  ]);
  const shown = found.kind === 'point' ? shownBy(regions, found.point, item) : null;
  const value = shown?.records[0]?.get(key);
  if (!shown || typeof value !== 'number') return [];
  const { source } = (ordered.findLast(({ from }) => from !== null && size(from) <= value) ?? first).row;
  const args = {
    name: item.label,
    clause: clauseWords(source.clause),
    words: source.words,
    witness: wordsOf(regions.plan, shown),
  };
  return [{ code: 'CME734', at: line(source), args, witness: witnessOf(regions.plan, shown, item) }];
};
