/** Which records are in a class, a total, or the sum of a deeming: conditions on the current record of a `reduce`. */
import type { Expr, Item, Measure } from '../../model/plan.ts';
import type { Build } from './build.ts';
import type { Class } from './classes.ts';
import { simple, type Total, textOf, totalsOf } from './expr.ts';
import {
  and,
  fold,
  kept,
  type Logic,
  last,
  list,
  minus,
  most,
  not,
  or,
  SO_FAR,
  start,
  sum,
  variable,
  when,
} from './logic.ts';
import { bringsMeasure, byStay, hasMeasure, measureIn, measureOf, ofVisitors } from './rates.ts';
import { AT_RECORD, distinctTotals, nothingSettled, type Settled, within } from './truth.ts';

export class Records {
  readonly #build: Build;

  constructor(build: Build) {
    this.#build = build;
  }

  is(expr: Expr | null, settled?: Settled): Logic {
    return this.#build.truths.isTrue(simple(expr), AT_RECORD, settled);
  }

  /** Of the item, approved, through all gates. */
  passed(item: Item): Logic {
    const gates = item.gates.map(({ when: held, that }) =>
      this.is(held === null ? that : { op: 'or', of: [{ op: 'not', of: held }, that] }),
    );
    return and(this.is(item.match), { '===': [variable('current.facts.review', 'approved'), 'approved'] }, ...gates);
  }

  /** It belongs to the year; or, where its days count, has days in it. */
  here({ placed, stays }: Item, visitors: boolean): Logic {
    const key = placed === null ? 'here' : `here_by.${this.#build.names.of({ on: 'record', key: placed })}`;
    const own: Logic = { '===': [variable(`current.${key}`), true] };
    if (!visitors || !stays) return own;
    const by = placed === null ? 'visiting' : `visiting_by.${this.#build.names.of({ on: 'record', key: placed })}`;
    return or(own, { '===': [variable(`current.${by}`), true] });
  }

  /** It earns by the class's line, and gives the answers of the class. */
  of(one: Class, settled: Settled): Logic {
    const { item, line, answers } = one;
    const measure = measureIn(line.rate);
    const told = answers.map(([condition, answer]) => {
      const { truths } = this.#build;
      if (answer === 2) return truths.isTrue(condition, AT_RECORD);
      return answer === 0 ? truths.isFalse(condition, AT_RECORD) : this.#open(one, condition);
    });
    return and(
      this.here(item, ofVisitors(measure)),
      this.passed(item),
      this.is(line.when, settled),
      hasMeasure(this.#build, measure),
      line.falling === null ? true : hasMeasure(this.#build, { of: 'field', key: line.falling.rank }),
      ...told,
    );
  }

  /** Unknown, and no subject of a line that binds: that would leave the record incomplete. */
  #open({ item }: Class, condition: Expr): Logic {
    const { plan, truths } = this.#build;
    const binding = plan.requirements.flatMap(({ binds, lines }) =>
      lines
        .filter(
          ({ subject }) => subject?.items.includes(item.key) && textOf(simple(subject.when)) === textOf(condition),
        )
        .map((line) => and(this.is(binds), this.is(line.when))),
    );
    return and(truths.isUnknown(condition, AT_RECORD), not(or(...binding)));
  }

  #inTotal(item: Item, measure: Measure, where: Expr): Logic {
    return and(this.here(item, ofVisitors(measure)), bringsMeasure(this.#build, measure), this.is(where));
  }

  /** In the sum of a deeming, and its condition is true. */
  deemed(item: Item, when: Expr, settled: Settled): Logic {
    const totals = totalsOf(simple(when));
    const has = totals.length === 0 ? true : or(...totals.map((one) => this.#inTotal(item, one.measure, one.where)));
    return and(this.here(item, true), this.passed(item), this.is(when, settled), has);
  }

  /** In the sum of any deeming of the item. */
  deemedAny = (item: Item, settled: Settled): Logic =>
    or(...item.deems.map((one) => this.deemed(item, one.when, settled)));

  /** Whether a total of the item's records meets its bound. */
  total(item: Item, { measure, where, by, to }: Total): Logic {
    const held = and(this.passed(item), this.#inTotal(item, measure, where));
    return within(this.measured(measure, held, { records: 'records', stays: 'stays' }), by, to);
  }

  /** The sum of a measure over the records for which `held` is true; days that stays share count once. */
  measured(measure: Measure, held: Logic, lists: Lists): Logic {
    if (!byStay(measure))
      return fold(variable(lists.records), when(held, sum([SO_FAR, measureOf(this.#build, measure)]), SO_FAR), 0);
    const of = measure.of === 'days' ? joinedDays(held) : joinedMonths(held);
    return last(fold(variable(lists.stays), of.step, of.initial));
  }

  /** `body` with every comparison of these totals settled, each way where it is so. */
  settling(
    totals: readonly (readonly [Item, Total])[],
    body: (settled: Settled) => Logic,
    known: Settled = nothingSettled,
  ): Logic {
    const [first, ...rest] = totals;
    if (first === undefined) return body(known);
    const [item, total] = first;
    const branch = (answer: boolean): Logic => this.settling(rest, body, new Map([...known, [textOf(total), answer]]));
    const [yes, no] = [branch(true), branch(false)];
    if (JSON.stringify(yes) === JSON.stringify(no)) return yes;
    return when(this.total(item, total), yes, no);
  }

  totalsOf(item: Item, exprs: readonly Expr[]): readonly (readonly [Item, Total])[] {
    return distinctTotals(exprs.flatMap((expr) => totalsOf(simple(expr)))).map((total) => [item, total] as const);
  }
}

export interface Lists {
  readonly records: string;
  readonly stays: string;
}

const stay = (key: string): Logic => variable(`current.stay.${key}`);
const was = (place: number): Logic => variable(`accumulator.${place}`);

/** In order of the first day: `[last day so far, days]`. */
function joinedDays(held: Logic): { step: Logic; initial: Logic } {
  const from: Logic = { max: [stay('from'), sum([was(0), 1])] };
  const gained: Logic = { max: [0, sum([minus(stay('to'), from), 1])] };
  return { step: when(held, list(most(was(0), stay('to')), sum([was(1), gained])), SO_FAR), initial: start(NEVER, 0) };
}

const NEVER = -1_000_000;

/**
 * In order of the first day: `[last day so far, month and day of the month that the span begins with, months of the span,
 * months]`. Months end the day before the same day number, or with the month.
 */
function joinedMonths(held: Logic): { step: Logic; initial: Logic } {
  const whole = (month: Logic, day: Logic): Logic =>
    kept(minus(minus(stay('after_month'), month), { if: [{ '<': [stay('after_day'), day] }, 1, 0] }));
  const fresh = stay('months');
  const grown = whole(was(1), was(2));
  const begins = list(stay('to'), stay('from_month'), stay('from_day'), fresh, sum([was(4), fresh]));
  const grows = list(stay('to'), was(1), was(2), grown, sum([minus(was(4), was(3)), grown]));
  const apart: Logic = { '>': [stay('from'), sum([was(0), 1])] };
  const longer: Logic = { '>': [stay('to'), was(0)] };
  const some: Logic = { '>': [stay('days'), 0] };
  return {
    step: { if: [and(some, held, or(apart, longer)), { if: [apart, begins, grows] }, SO_FAR] },
    initial: start(NEVER, 0, 0, 0, 0),
  };
}
