/** Which way a change of an item goes: its records, gates, awards, and what is done with their amounts. */
import type { AwardLine, Best, Deem, Expr, Factor, Falling, Fraction, Item } from '../../model/plan.ts';
import type { Total } from '../axes.ts';
import type { Part } from './parts.ts';
import { order, rates } from './rates.ts';
import { hasTotals, isPooled, type Setting, someAtom } from './setting.ts';
import { and, or, passes, pointwise, possible, shift } from './shift.ts';
import { meaningOf, sameMeaning } from './text.ts';
import { orAlways, type Truth, type Truths } from './truths.ts';
import { both, turned, type Way, wayOf, where } from './way.ts';

type InItem = Extract<Part, { item: string }>;

export class OfItem {
  readonly #setting: Setting;
  readonly #truths: Truths;

  constructor(setting: Setting, truths: Truths) {
    this.#setting = setting;
    this.#truths = truths;
  }

  way(part: InItem): Way {
    const { item: key } = part;
    const [before, after] = this.#setting.items(key);
    if (!before || !after) return null;
    switch (part.of) {
      case 'match':
        return this.#records(before, after);
      case 'gates':
        return this.#records(before, after);
      case 'lines':
        return this.#line(before, part.before, part.after);
      case 'factors':
        return this.#factor(before, part.before, part.after);
      case 'best':
        return this.#best(before, part.before, part.after);
      case 'deems':
        return this.#deem(before, part.before, part.after);
      case 'apart':
        return this.#apart(before, after);
      case 'time':
        return this.#setting.asks('classHours')
          ? where(() => !this.#setting.asks('classHours', 'most'), timed(before, after))
          : 'neutral';
      case 'placed':
      case 'stays':
        return null;
    }
  }

  /** An item that is new; turned round, one that is gone. */
  whole(item: Item): Way {
    const earning = [...reachOf(item), earnsOf(item)];
    if (!possible(this.#truths, earning)) return 'neutral';
    return where(() => this.#setting.records(item.key), 'looser');
  }

  /** Which records earn at all. Where sums are asked for, all that pass count, whether they earn or not. */
  #records(before: Item, after: Item): Way {
    const { key } = before;
    const counted = (item: Item): Expr => and([...reachOf(item), ...(asksSums(item) ? [] : [earnsOf(item)])]);
    const way = shift(this.#truths, [], counted(before), counted(after));
    return where(() => this.#setting.records(key), way);
  }

  #line(item: Item, before: AwardLine | null, after: AwardLine | null): Way {
    const reach = reachOf(item);
    const one = before ?? after;
    if (!one) return 'neutral';
    if (!before || !after) {
      if (!possible(this.#truths, [...reach, one.when])) return 'neutral';
      const way: Way = after ? 'looser' : 'stricter';
      return where(() => this.#setting.lines(item.key), way);
    }
    if (!possible(this.#truths, [...reach, or([before.when, after.when])])) return 'neutral';
    const moved = where(() => this.#setting.lines(item.key), shift(this.#truths, reach, before.when, after.when));
    const paid = rates(before.rate, after.rate);
    const fell = fallings(before.falling, after.falling);
    const amounts = both(paid, fell);
    const pooled = isPooled(before) || isPooled(after);
    const safe = (): boolean => (pooled ? this.#setting.lines(item.key) : this.#setting.amounts(item.key));
    return both(both(moved, where(safe, amounts)), this.#basis(item, before, after));
  }

  /** Where pools are wider, whole units are reached sooner; a begun unit counts less often. */
  #basis(item: Item, before: AwardLine, after: AwardLine): Way {
    if (before.basis === after.basis) return 'neutral';
    if (!isPooled({ ...before, basis: 'year' }) && !isPooled({ ...after, basis: 'year' })) return 'neutral';
    if (!sameMeaning(before.rate, after.rate) || before.rate.kind !== 'per') return null;
    const { rounding, measure } = before.rate;
    // Stays of one pool are joined, so that days count once.
    if (rounding.to === 'nearest' || measure.of === 'days' || measure.of === 'months') return null;
    const rank = { record: 0, day: 1, project: 1, year: 2, cycle: 3 };
    const wider = rank[after.basis] - rank[before.basis];
    if (wider === 0) return null;
    const way = wayOf(rounding.to === 'floor' ? wider : -wider);
    return where(() => this.#setting.lines(item.key), way);
  }

  #factor(item: Item, before: Factor | null, after: Factor | null): Way {
    const share = (factor: Factor | null, truth: Truth | undefined): Fraction =>
      factor === null || truth === 0 ? { n: 1, d: 1 } : truth === 2 ? factor.by : { n: 0, d: 1 };
    const way = pointwise(
      this.#truths,
      [...reachOf(item), earnsOf(item)],
      [orAlways(before?.when ?? null), orAlways(after?.when ?? null)],
      ([old, now]) => order(share(before, old), share(after, now)),
    );
    return where(() => this.#setting.amounts(item.key) && item.lines.every((line) => !isPooled(line)), way);
  }

  #best(item: Item, before: Best | null, after: Best | null): Way {
    const safe = (): boolean => this.#setting.amounts(item.key) && item.lines.every((line) => !isPooled(line));
    const others = item.best.filter((one) => one !== before);
    if (others.length > 0) return null;
    if (!before || !after) return where(safe, after ? 'stricter' : 'looser');
    if (before.per !== after.per || !sameMeaning(orAlways(before.when), orAlways(after.when))) return null;
    return where(safe, wayOf(after.count - before.count));
  }

  #deem(item: Item, before: Deem | null, after: Deem | null): Way {
    const reach = reachOf(item);
    const safe = (): boolean => this.#setting.amounts(item.key);
    const one = before ?? after;
    if (!one) return 'neutral';
    const open = [before, after].flatMap((deem) => (deem ? [deem.when] : []));
    if (!possible(this.#truths, [...reach, or(open)])) return 'neutral';
    if (!before || !after) return where(safe, after ? 'looser' : 'stricter');
    if ((before.credits === null) !== (after.credits === null)) return null;
    const amount = wayOf((after.credits ?? 0) - (before.credits ?? 0));
    const moved = shift(this.#truths, reach, before.when, after.when);
    const kept = moved === 'stricter' || this.#summed(before.when, after.when);
    const given = moved === 'looser' || this.#summed(after.when, before.when);
    return kept && given ? where(safe, both(amount, moved)) : null;
  }

  /** Whatever record is in a sum of the first is in one of the second. */
  #summed(first: Expr, second: Expr): boolean {
    const [few, many] = [sumsOf(first), sumsOf(second)];
    if (few.length === 0 || many.length === 0) return few.length === many.length;
    return few.every((one) =>
      many.some(
        (other) =>
          sameMeaning(one.measure, other.measure) &&
          shift(this.#truths, [one.where], other.where, { op: 'const', value: true }) === 'neutral',
      ),
    );
  }

  /** Records told apart are not pooled: whole units are reached less often, and begun units counted more often. */
  #apart(before: Item, after: Item): Way {
    const reach = reachOf(before);
    const [old, now] = [before, after].map(({ apart }) => new Map(apart.map((expr) => [meaningOf(expr), expr])));
    const added = [...(now ?? [])].flatMap(([sign, expr]) => (old?.has(sign) ? [] : [expr]));
    const taken = [...(old ?? [])].flatMap(([sign, expr]) => (now?.has(sign) ? [] : [expr]));
    let found: Way = 'neutral';
    for (const line of before.lines.filter(isPooled)) {
      const parts = (expr: Expr): boolean => !this.#oneTruth([...reach, line.when], expr);
      const [finer, coarser] = [added.some(parts), taken.some(parts)];
      if (!finer && !coarser) continue;
      const { rate } = line;
      if ((finer && coarser) || rate.kind !== 'per' || rate.rounding.to === 'nearest') return null;
      if (rate.measure.of === 'days' || rate.measure.of === 'months') return null;
      const way = wayOf(rate.rounding.to === 'floor' ? -1 : 1);
      found = both(found, finer ? way : turned(way));
    }
    return where(() => this.#setting.lines(before.key), found);
  }

  #oneTruth(given: readonly Expr[], expr: Expr): boolean {
    const seen = new Set<Truth | undefined>();
    const done = this.#truths.each(given, [expr], ([truth]) => seen.add(truth).size > 1);
    return done && seen.size <= 1;
  }
}

/** The longer a class hour, the fewer there are in the same time. */
const timed = ({ time: before }: Item, { time: after }: Item): Way =>
  before && after && before.key === after.key ? wayOf(-order(before.perClassHour, after.perClassHour)) : null;

export const reachOf = ({ match, gates }: Item): readonly Expr[] => [match, ...gates.map(passes)];

/** Some line or deeming holds. */
export const earnsOf = ({ lines, deems }: Item): Expr => or([...lines, ...deems].map(({ when }) => when));

export const asksSums = ({ lines, deems }: Item): boolean => [...lines, ...deems].some(({ when }) => hasTotals(when));

/** The sums that a condition reads, whatever they are compared with. */
const sumsOf = (expr: Expr): readonly Total[] => {
  const found: Total[] = [];
  someAtom(expr, (atom) => {
    if (atom.op === 'total') found.push(atom);
    return false;
  });
  return found;
};

const fallings = (before: Falling | null, after: Falling | null): Way => {
  if (sameMeaning(before, after)) return 'neutral';
  if (!before || !after) return after ? 'stricter' : 'looser';
  if (before.rank !== after.rank || before.by.kind !== after.by.kind) return null;
  const amountOf = ({ by }: Falling): Fraction => (by.kind === 'share' ? by.ratio : by.credits);
  return both(wayOf(-order(amountOf(before), amountOf(after))), wayOf(order(before.least, after.least)));
};
