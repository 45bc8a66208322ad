/** What a requirement costs at least, line by line; and whether that may be trusted. */
import type { Expr, Measure } from '../../model/plan.ts';
import { atomsOf } from '../axes.ts';
import type { Case } from './case.ts';
import { isTrue } from './given.ts';
import type { Kind } from './kinds.ts';
import { missingOf, roomAtMost, unmetIn } from './missing.ts';
import type { Offer } from './options.ts';
import type { Asked, Standing } from './standing.ts';
import { leastOf } from './tree.ts';

const MICRO = 1_000_000;

/**
 * What a record of it brings does not grow with the records beside it, so that the tables do not say too much: none is put
 * in the place of another, no line and no deeming waits for a sum of what is measured here.
 */
const isSure = ({ item, deems }: Kind): boolean =>
  item.best.length === 0 &&
  item.lines.every(({ when }) => !waits(when)) &&
  (!deems || item.deems.length === 1) &&
  item.deems.every(({ when }) => atomsOf(when).every((atom) => atom.op !== 'total' || ofDays(atom.measure)));

/** Not of what each record adds to: hours, times. */
const ofDays = ({ of }: Measure): boolean => of === 'days' || of === 'months';

/** A sum that has grown makes it true. */
const waits = (expr: Expr, wanted = true): boolean => {
  if (expr.op === 'and' || expr.op === 'or') return expr.of.some((arm) => waits(arm, wanted));
  if (expr.op === 'not') return waits(expr.of, !wanted);
  if (expr.op !== 'total') return false;
  return expr.by === '=' || expr.by === '!=' || (expr.by === '>=' || expr.by === '>') === wanted;
};

/** The line's records. */
const counts = (at: Case, { line: { subject } }: Asked, { facts, item }: Kind): boolean =>
  subject === null ||
  (subject.items.includes(item.key) &&
    isTrue(
      subject.when,
      at.person,
      (key) => facts.get(key) ?? at.plan.recordFields.find((one) => one.key === key)?.default ?? undefined,
    ));

export const offersFor = (at: Case, asked: Asked, offers: readonly Offer[]): readonly Offer[] =>
  // What fills a line from elsewhere may be anything.
  asked.line.fillable === null ? offers.filter(({ kind }) => counts(at, asked, kind)) : offers;

const cheapest = (offers: readonly Offer[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...offers.flatMap(({ choices }) => choices.map(({ effort }) => effort)));

export interface Costs {
  /** What the lines that are not met cost one by one at least; by their keys. */
  readonly of: (standing: Standing) => ReadonlyMap<string, number>;
  /** They can be relied on. */
  readonly sure: boolean;
}

export const costsOf = (at: Case, offers: readonly Offer[]): Costs => {
  let sure = offers.every(({ kind }) => isSure(kind));
  const tables = new Map<string, (missing: number) => number>();
  for (const asked of unmetIn(at.base)) {
    const own = offersFor(at, asked, offers);
    const most = missingOf(asked);
    if (asked.line.bound === 'most' || most === 0) continue;
    if (asked.line.unit === 'credits') {
      const table = leastOf(own, (cap) => roomAtMost(at, at.base, cap), most);
      sure &&= table.exact;
      tables.set(asked.line.key, (missing) => table.effort(Math.min(missing, most)));
    } else if (asked.line.unit === 'times') {
      tables.set(asked.line.key, (missing) => Math.ceil(missing) * cheapest(own));
    } else {
      // The time of a record that gained nothing yet counts once its sum or its deeming gains.
      sure &&= at.base.records.every(({ here, raw }) => !here || raw > 0);
      const each = perClassHour(own);
      tables.set(asked.line.key, (missing) => Math.ceil(Math.min(missing, most) * each));
    }
  }
  const of: Costs['of'] = (standing) =>
    new Map(unmetIn(standing).map((asked) => [asked.line.key, tables.get(asked.line.key)?.(missingOf(asked)) ?? 0]));
  return { of, sure };
};

/** Effort of a millionth of a class hour, where it costs least. */
const perClassHour = (offers: readonly Offer[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...offers.map(({ kind }) => classHourOf(kind) ?? Number.POSITIVE_INFINITY));

export const classHourOf = (kind: Kind): number | null => {
  const { time } = kind.item;
  const { quantity } = kind;
  if (time === null || kind.hours(0) === null || quantity?.measure.of !== 'field' || quantity.measure.key !== time.key)
    return null;
  return (kind.effort(MICRO) - 1) * (time.perClassHour.n / time.perClassHour.d / MICRO / MICRO);
};
