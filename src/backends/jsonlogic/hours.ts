/** 学时: the measured time of the records that earned, and of those in the sum of a deeming that held, before caps. */
import type { Expr, Item, Minimum } from '../../model/plan.ts';
import type { Amounts } from './amounts.ts';
import type { Build } from './build.ts';
import { type Class, covers } from './classes.ts';
import { simple, textOf, totalsOf } from './expr.ts';
import { leavesOf, type Node } from './forest.ts';
import { and, fold, type Logic, not, SO_FAR, sum, times, variable, when } from './logic.ts';
import { hasMeasure, lowest, measureOf } from './rates.ts';
import type { Settled } from './truth.ts';

const MICRO = 1_000_000;

export interface Hours {
  readonly earned: Logic;
  /** `earned` is this many times the class hours' own scale. */
  readonly scale: number;
}

export function hoursOf(build: Build, amounts: Amounts, roots: readonly Node[], line: Minimum): Hours {
  const items = build.plan.items.filter(
    (item) => item.time !== null && (line.subject?.items.includes(item.key) ?? true),
  );
  for (const item of items) checkDeems(build, item);
  const rates = items.map(({ time }) => lowest((time?.perClassHour.d ?? 0) * MICRO, time?.perClassHour.n ?? 1));
  const scale = rates.reduce((all, { d }) => common(all, d), 1);
  const classes = roots.flatMap(leavesOf).filter((leaf) => leaf.kind === 'class');
  const parts = items.map((item, place) => {
    const own = classes.filter(
      (leaf) => leaf.item === item && (line.subject === null || covers(line.subject, leaf) === true),
    );
    const { n, d } = rates[place] ?? { n: 0, d: 1 };
    build.multiplies((n * scale) / d, line.source);
    return times(timeOfItem(build, amounts, item, own, line.subject?.when ?? null), (n * scale) / d);
  });
  return { earned: sum(parts), scale };
}

const common = (a: number, b: number): number => a * lowest(a, b).d;

/** The record that reaches a deeming has its time counted too: it must be one for which the condition holds in the end. */
function checkDeems(build: Build, { deems }: Item): void {
  for (const { when: held, source } of deems) {
    const asked = simple(held);
    const parts = asked.op === 'and' ? asked.of : [asked];
    const rest = parts.filter(({ op }) => op !== 'total');
    const own =
      rest.length === 0
        ? { op: 'const' as const, value: true }
        : rest.length === 1
          ? rest[0]
          : { op: 'and' as const, of: rest };
    const totals = totalsOf(asked);
    const plain = parts.filter(({ op }) => op === 'total').length === totals.length;
    const grows = totals.every(({ by, where }) => (by === '>=' || by === '>') && textOf(where) === textOf(own as Expr));
    if (totals.length > 0 && !(plain && grows)) build.refuse(source, 'hoursOfDeem');
  }
}

function timeOfItem(
  build: Build,
  amounts: Amounts,
  item: Item,
  classes: readonly Class[],
  subject: Expr | null,
): Logic {
  const { records } = amounts;
  const measure = { of: 'field', key: item.time?.key ?? '' } as const;
  const has = and(records.here(item, false), hasMeasure(build, measure));
  const added = (held: Logic): Logic => when(held, sum([SO_FAR, measureOf(build, measure)]), SO_FAR);
  const exprs = [...new Set([...classes.map(({ line }) => line.when), ...item.deems.map((deem) => deem.when)])];
  const totals = records.totalsOf(item, exprs);
  if (totals.length > 4) {
    build.refuse(item.lines[0]?.source ?? null, 'tooMany');
    return 0;
  }
  const earned = (one: Class, settled: Settled): Logic => {
    const held = and(records.of(one, settled), has, not(records.deemedAny(item, settled)));
    if (one.per === 'record')
      return fold(variable('records'), added(and(held, { '>': [amounts.pool(one, 'record', settled), 0] })), 0);
    const over = (list: string): Logic => fold(variable(list), added(held), 0);
    if (one.per === 'year') return when({ '>': [amounts.pool(one, 'year', settled), 0] }, over('records'), 0);
    const span = one.per === 'project' ? 'project' : 'day';
    const inSpan = when({ '>': [amounts.pool(one, span, settled), 0] }, over('current.records'), 0);
    return fold(variable(`${span}s`), sum([SO_FAR, inSpan]), 0);
  };
  return records.settling(totals, (settled) => {
    const deemed = and(records.deemedAny(item, settled), has, records.is(subject));
    const ofDeemed = deemed === false ? 0 : fold(variable('records'), added(deemed), 0);
    return sum([...classes.map((one) => earned(one, settled)), ofDeemed]);
  });
}
