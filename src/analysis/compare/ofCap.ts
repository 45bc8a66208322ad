/** Which way a change of a cap goes: over which records, in which span, and how much it lets through. */
import { liesWithin } from '../../model/basis.ts';
import type { Cap, Expr } from '../../model/plan.ts';
import { earnsOf, reachOf } from './ofItem.ts';
import type { Setting } from './setting.ts';
import { pointwise } from './shift.ts';
import { sameMeaning } from './text.ts';
import { orAlways, type Truth, type Truths } from './truths.ts';
import { all, both, type Way, wayOf, where } from './way.ts';

/** What a record is let through: unknown, it counts nothing; under the cap; free of it. */
const freedom = (cap: Cap | null, truth: Truth | undefined): number =>
  cap === null || truth === 0 ? 2 : truth === 2 ? 1 : 0;

export class OfCap {
  readonly #setting: Setting;
  readonly #truths: Truths;

  constructor(setting: Setting, truths: Truths) {
    this.#setting = setting;
    this.#truths = truths;
  }

  way(before: Cap | null, after: Cap | null): Way {
    const { before: plan, after: next } = this.#setting;
    const touched = plan.items.filter(({ key }) => before?.items.includes(key) || after?.items.includes(key));
    const keys = touched.map(({ key }) => key);
    if (!keys.some((key) => this.#reaches(key, before) || this.#reaches(key, after))) return 'neutral';
    const one = (before ?? after) as Cap;
    const idle = before && after ? false : redundant(one, (after ? plan : next).caps);
    const safe = (): boolean => keys.every((key) => this.#setting.amounts(key));
    // Where the other cap is no wider than this, which record loses is not told apart either.
    if (idle && one.per !== 'cycle' && safe() && (one.when === null || this.#known(one.when, keys))) return 'neutral';
    const over = all(keys.map((key) => this.#over(key, before, after)));
    const rest =
      before && after
        ? both(both(wayOf(after.limit - before.limit), spans(before, after)), this.#stage(before, after, keys))
        : 'neutral';
    const moved = this.#unknowns(before, after) ? () => safe() && keys.every((key) => this.#setting.lines(key)) : safe;
    return where(moved, both(over, rest));
  }

  /** Whether some record of the item is under it, or cannot be told from one that is. */
  #reaches(key: string, cap: Cap | null): boolean {
    const item = this.#setting.before.items.find((one) => one.key === key);
    if (!item || !cap?.items.includes(key)) return false;
    let found = false;
    const done = this.#truths.each([...reachOf(item), earnsOf(item)], [orAlways(cap.when)], ([truth]) => {
      found ||= truth !== 0;
      return found;
    });
    return found || !done;
  }

  /** Of the records of one item: which are under it. */
  #over(key: string, before: Cap | null, after: Cap | null): Way {
    const item = this.#setting.before.items.find((one) => one.key === key);
    if (!item) return 'neutral';
    const of = (cap: Cap | null): Cap | null => (cap?.items.includes(key) ? cap : null);
    const [old, now] = [of(before), of(after)];
    return pointwise(
      this.#truths,
      [...reachOf(item), earnsOf(item)],
      [orAlways(old?.when ?? null), orAlways(now?.when ?? null)],
      ([was, is]) => freedom(now, is) - freedom(old, was),
    );
  }

  /** What a deeming adds stands between the caps of an item and those above. */
  #stage(before: Cap, after: Cap, keys: readonly string[]): Way {
    if (before.stage === after.stage) return 'neutral';
    return keys.some((key) => this.#setting.items(key).some(({ deems }) => deems.length > 0)) ? null : 'neutral';
  }

  #known(when: Expr, keys: readonly string[]): boolean {
    return keys.every((key) => {
      const item = this.#setting.before.items.find((one) => one.key === key);
      if (!item) return true;
      let known = true;
      const done = this.#truths.each([...reachOf(item), earnsOf(item)], [when], ([truth]) => {
        known &&= truth !== 1;
        return !known;
      });
      return done && known;
    });
  }

  #unknowns(before: Cap | null, after: Cap | null): boolean {
    return !sameMeaning(before?.when ?? null, after?.when ?? null);
  }
}

/** A cap over a year lets through no more than one of the same limit over each project in it. */
const spans = (before: Cap, after: Cap): Way => {
  if (before.per === after.per) return 'neutral';
  if (before.per === 'cycle' || after.per === 'cycle') return null;
  if (liesWithin(before.per, after.per)) return 'stricter';
  return liesWithin(after.per, before.per) ? 'looser' : null;
};

/** Without a condition, or with one that the reading adopted settles. */
const isAlways = (when: Expr | null): boolean => when === null || (when.op === 'const' && when.value);

/** Another is over all that this one is over, and lets through no more. */
const redundant = (cap: Cap, others: readonly Cap[]): boolean =>
  others.some(
    (other) =>
      other !== cap &&
      other.limit <= cap.limit &&
      (other.stage === 'section' || cap.stage === 'item') &&
      liesWithin(cap.per, other.per) &&
      other.per !== 'cycle' &&
      (isAlways(other.when) || sameMeaning(other.when, cap.when)) &&
      cap.items.every((key) => other.items.includes(key)),
  );
