/** How what hangs on conditions moves, pointwise over all that facts can be. */
import type { Expr } from '../../model/plan.ts';
import { passes } from '../reach.ts';
import type { Truth, Truths } from './truths.ts';
import type { Way } from './way.ts';

/** What is gained by the change where the conditions turn out so: more, less or as much. */
export const pointwise = (
  truths: Truths,
  given: readonly Expr[],
  asked: readonly Expr[],
  gain: (truths: readonly Truth[]) => number,
): Way => {
  let [more, less] = [false, false];
  const done = truths.each(given, asked, (found) => {
    const sign = gain(found);
    more ||= sign > 0;
    less ||= sign < 0;
    return more && less;
  });
  if (!done || (more && less)) return null;
  return more ? 'looser' : less ? 'stricter' : 'neutral';
};

const isTrue = (truth: Truth | undefined): number => Number(truth === 2);

/** A condition that lets something be earned where it is true. */
export const shift = (truths: Truths, given: readonly Expr[], before: Expr, after: Expr): Way =>
  pointwise(truths, given, [before, after], ([old, now]) => isTrue(now) - isTrue(old));

/** Whether all of these can be true of one record; true where that is not known. */
export const possible = (truths: Truths, given: readonly Expr[]): boolean => {
  let found = false;
  const done = truths.each(given, [], () => {
    found = true;
    return true;
  });
  return found || !done;
};

export const and = (of: readonly Expr[]): Expr => ({ op: 'and', of });
export const or = (of: readonly Expr[]): Expr => ({ op: 'or', of });
export { passes };
