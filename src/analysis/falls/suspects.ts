/**
 * Where a total could fall at all. Every other part of a plan is monotone: amounts grow with what is measured, pools with
 * their records, and what caps allow together with what comes under them. So an item without a suspect never lowers a
 * total when a record is added; a suspect may still be innocent.
 */
import { liesWithin } from '../../model/basis.ts';
import { part } from '../../model/credit.ts';
import type { AwardLine, Best, Cap, Deem, Factor, Fraction, Item, Plan, Rate, Source } from '../../model/plan.ts';
import { holdsAt } from '../axes.ts';
import { isOver, reach } from '../reach.ts';
import { fails, holds, type Regions } from '../regions.ts';
import { mayStop, ofRecords, sameExpr, unstopped } from './spans.ts';

export interface Suspect {
  readonly item: Item;
  /** The line whose doing it would be. */
  readonly source: Source;
  /** `sums`: it stops holding as a sum grows; `rows`: a later row grants less; `parts`: who gains or is kept hangs on others. */
  readonly why: 'sums' | 'rows' | 'parts';
}

export const suspectsIn = (regions: Regions, plan: Plan): readonly Suspect[] =>
  plan.items.flatMap((item) => {
    const caps = plan.caps.filter((cap) => isOver(cap, item));
    const found: Suspect[] = [];
    for (const line of item.lines) {
      if (mayStop(line.when) && !deemedAbove(regions, item, line, caps))
        found.push({ item, source: line.source, why: 'sums' });
      if (line.rate.kind === 'steps' && line.basis !== 'record') {
        const lower = lowerRow(line.rate);
        if (lower) found.push({ item, source: lower, why: 'rows' });
      }
      if (parts(item, line, caps)) found.push({ item, source: line.source, why: 'parts' });
    }
    for (const deem of item.deems) if (deemParts(deem, caps)) found.push({ item, source: deem.source, why: 'parts' });
    const best = item.best.find((one, place) => bestParts(one, item.best.slice(0, place), caps));
    if (best) found.push({ item, source: best.source, why: 'parts' });
    return found;
  });

/**
 * Where the line stops, a deeming holds that gives no less than the item could have had before: a yearly cap without a
 * condition says how much that is.
 */
const deemedAbove = (regions: Regions, item: Item, line: AwardLine, caps: readonly Cap[]): boolean => {
  const most = Math.min(
    ...caps
      .filter(
        ({ stage, per, when, crossing }) => stage === 'item' && per === 'year' && when === null && crossing === null,
      )
      .map(({ limit }) => limit),
  );
  return item.deems.some(
    ({ when, credits }) =>
      credits !== null &&
      credits >= most &&
      !mayStop(when) &&
      regions.find([...reach(item), holds(unstopped(line.when)), fails(line.when), fails(when)]).kind === 'none',
  );
};

type Steps = Extract<Rate, { kind: 'steps' }>;

const edge = (to: Fraction): readonly number[] => {
  const [low, high] = [Number(part(1, to, 'floor')), Number(part(1, to, 'ceil'))];
  return [low - 1, low, high, high + 1];
};

/** Sums at which a row may begin or end. */
export const edgesOf = ({ rows }: Steps): readonly number[] =>
  [...new Set(rows.flatMap(({ bounds }) => bounds.flatMap(({ to }) => edge(to))))]
    .filter((sum) => sum >= 0)
    .sort((a, b) => a - b);

const rowAt = ({ rows }: Steps, sum: number) =>
  rows.find(({ bounds }) =>
    bounds.every(({ by, to }) => holdsAt({ op: 'compare', field: { on: 'record', key: '' }, by, to })(sum)),
  );

/** The row that grants less than one before it, or the one behind which nothing is granted. */
const lowerRow = (steps: Steps): Source | null => {
  let before: { readonly credits: Fraction; readonly source: Source } | null = null;
  for (const sum of edgesOf(steps)) {
    const row = rowAt(steps, sum);
    if (before && (!row || row.credits.n * before.credits.d < before.credits.n * row.credits.d))
      return row?.source ?? before.source;
    before = row ?? null;
  }
  return null;
};

/** Records are measured together and paid apart: whose doing a unit is hangs on the records before. */
const parts = (item: Item, { basis, rate, falling }: AwardLine, caps: readonly Cap[]): boolean => {
  if (basis === 'record' || (rate.kind !== 'per' && rate.kind !== 'steps')) return false;
  if (falling !== null || item.best.length > 0) return true;
  if (item.factors.some(({ when }) => ofRecords(when))) return true;
  return roundsApart(rate, item.factors) || caps.some(({ per }) => !liesWithin(basis, per));
};

/** What the sum gains by one record, times the factors, may leave a part of a hundredth: it is rounded for each. */
const roundsApart = (rate: Rate, factors: readonly Factor[]): boolean => {
  const grains: readonly Fraction[] =
    rate.kind === 'per'
      ? [rate.rounding.to === 'nearest' ? { n: rate.rounding.step, d: 1 } : whole(rate.credits)]
      : rate.kind === 'steps'
        ? rate.rows.map(({ credits }) => whole(credits))
        : [];
  // Each factor may hold or not, with the person; so each must leave whole hundredths whatever the others do.
  const { n, d } = factors.reduce((all, { by }) => ({ n: all.n * by.n, d: all.d * by.d }), { n: 1, d: 1 });
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return true;
  return factors.length > 0 && grains.some((grain) => grain.n % d !== 0);
};

/** As a rate by whole units pays it. */
const whole = (credits: Fraction): Fraction => ({ n: Number(part(1, credits, 'half')), d: 1 });

/** What is added stands at one record; a cap on some of the records, or on a part of the year, takes more of it or less. */
const deemParts = ({ when, credits }: Deem, caps: readonly Cap[]): boolean =>
  credits !== 0 &&
  (mayStop(when) ||
    (credits !== null &&
      caps.some((cap) => cap.stage === 'section' && (ofRecords(cap.when) || !liesWithin('year', cap.per)))));

/** The best before caps may be worse behind them; and those kept by one rule may push out what another would keep. */
const bestParts = ({ per, when }: Best, before: readonly Best[], caps: readonly Cap[]): boolean =>
  before.some((one) => !sameExpr(one.when, when) || !liesWithin(one.per, per)) ||
  caps.some((cap) =>
    ofRecords(cap.when) ? !sameExpr(cap.when, when) : cap.per !== 'record' && !liesWithin(per, cap.per),
  );
