/** Stays joined into spans: days that overlap or touch are one span, and each day is in it once. */
import type { Exact } from '../../model/credit.ts';
import { wholeMonths } from '../../model/date.ts';

/** Days from–to, both ends in; none where `to` is before `from`. */
export interface Stay {
  readonly from: number;
  readonly to: number;
}

export const daysOf = (stay: Stay): number => Math.max(0, stay.to - stay.from + 1);

export class Stays {
  // INVARIANT: in order, and at least one day lies free between any two. The window is of two years at most, so there are
  // never more than some hundreds.
  #spans: Stay[] = [];
  #days = 0;
  #months = 0;

  /** Days in all spans. */
  get days(): Exact {
    return this.#days;
  }

  /** Whole calendar months, each span counted from its own first day. */
  get months(): Exact {
    return this.#months;
  }

  /** Takes in a stay and gives how many of its days were there already. */
  add(stay: Stay): number {
    const length = daysOf(stay);
    if (length === 0) return 0;
    const spans = this.#spans;
    let first = 0;
    while (first < spans.length && (spans[first] as Stay).to < stay.from - 1) first += 1;
    let [after, from, to, taken, months] = [first, stay.from, stay.to, 0, 0];
    for (; after < spans.length && (spans[after] as Stay).from <= stay.to + 1; after += 1) {
      const span = spans[after] as Stay;
      from = Math.min(from, span.from);
      to = Math.max(to, span.to);
      taken += daysOf(span);
      months += wholeMonths(span.from, span.to);
    }
    spans.splice(first, after - first, { from, to });
    const gained = to - from + 1 - taken;
    this.#days += gained;
    this.#months += wholeMonths(from, to) - months;
    return length - gained;
  }
}
