/** Stays joined into spans: days that overlap or touch are one span, and each day is in it once. */
import type { Exact } from '../../model/credit.ts';
import { wholeMonths } from '../../model/date.ts';

/** Days from–to, both ends in; none where `to` is before `from`. */
export interface Stay {
  readonly from: number;
  readonly to: number;
}

export const daysOf = (stay: Stay): number => Math.max(0, stay.to - stay.from + 1);

const lengths = { days: daysOf, months: ({ from, to }: Stay): number => wholeMonths(from, to) };

export class Stays {
  // INVARIANT: in order, and at least one day lies free between any two. The window is of two years at most, so there are
  // never more than some hundreds.
  #spans: Stay[] = [];
  #sum = 0;
  readonly #lengthOf: (span: Stay) => number;

  /** Days, or whole calendar months, each span counted from its own first day. */
  constructor(unit: keyof typeof lengths) {
    this.#lengthOf = lengths[unit];
  }

  /** Of all spans. */
  get sum(): Exact {
    return this.#sum;
  }

  /** Takes in a stay and gives how many of its days were there already. */
  add(stay: Stay): number {
    const length = daysOf(stay);
    if (length === 0) return 0;
    const spans = this.#spans;
    let first = 0;
    while (first < spans.length && (spans[first] as Stay).to < stay.from - 1) first += 1;
    let [after, from, to, taken] = [first, stay.from, stay.to, 0];
    for (; after < spans.length && (spans[after] as Stay).from <= stay.to + 1; after += 1) {
      const span = spans[after] as Stay;
      from = Math.min(from, span.from);
      to = Math.max(to, span.to);
      taken += daysOf(span);
      this.#sum -= this.#lengthOf(span);
    }
    const joined = { from, to };
    spans.splice(first, after - first, joined);
    this.#sum += this.#lengthOf(joined);
    return length - (daysOf(joined) - taken);
  }
}
