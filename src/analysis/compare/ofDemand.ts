/**
 * Which way a change of the requirements goes. They hang on facts of the practitioner alone, so that what each asks for is
 * worked out for every kind of practitioner that the conditions tell apart, and compared line by line.
 */
import type { Expr, Minimum, Plan, Reduction, Requirement } from '../../model/plan.ts';
import { order } from './rates.ts';
import { meaningOf, sameMeaning } from './text.ts';
import type { Truth, Truths } from './truths.ts';
import { all, both, turned, type Way, wayOf } from './way.ts';

/** What is asked of one kind of practitioner. */
interface Demand {
  readonly lines: ReadonlyMap<string, Minimum>;
  readonly reductions: readonly Reduction[];
  readonly since: string;
}

export const demands = (truths: Truths, before: Plan, after: Plan): Way => {
  const asked = [...new Map([before, after].flatMap(conditionsOf).map((expr) => [meaningOf(expr), expr])).entries()];
  const ways = new Map<string, Way>();
  let found: Way = 'neutral';
  const done = truths.each(
    [],
    asked.map(([, expr]) => expr),
    (vector) => {
      const known = ways.get(vector.join());
      if (known !== undefined) return false;
      const truth = new Map(asked.map(([sign], at) => [sign, vector[at] as Truth]));
      const holds = (when: Expr | null): boolean => when === null || truth.get(meaningOf(when)) === 2;
      const way = compared(demandOf(before, holds), demandOf(after, holds));
      ways.set(vector.join(), way);
      found = both(found, way);
      return found === null;
    },
  );
  if (!done) return null;
  return found === 'neutral' || plainSubjects(before, after) ? found : null;
};

const conditionsOf = ({ requirements }: Plan): readonly Expr[] =>
  requirements.flatMap(({ binds, lines, reductions }) =>
    [binds, ...lines.map(({ when }) => when), ...reductions.map(({ when }) => when)].filter((when) => when !== null),
  );

const demandOf = ({ requirements }: Plan, holds: (when: Expr | null) => boolean): Demand => {
  const binding = requirements.filter(({ binds }) => holds(binds));
  const plain = new Map<string, Minimum>();
  const own = new Map<string, Minimum>();
  for (const { binds, lines } of binding)
    for (const line of lines) if (holds(line.when)) (binds === null ? plain : own).set(line.key, line);
  return {
    lines: new Map([...plain, ...own]),
    reductions: binding.flatMap(({ reductions }) => reductions.filter(({ when }) => holds(when))),
    since: meaningOf(binding.flatMap(({ since }) => since ?? [])),
  };
};

const compared = (before: Demand, after: Demand): Way => {
  if (before.since !== after.since) return null;
  const keys = new Set([...before.lines.keys(), ...after.lines.keys()]);
  const [old, now] = [before, after].map(({ lines }) => [...lines.values()]);
  const ways = [...keys].map((key) => minimum(before.lines.get(key) ?? null, after.lines.get(key) ?? null));
  const found = all(ways);
  const every = [...(old ?? []), ...(now ?? [])];
  // A share is of what is required in all, and what fills one line fills no other: there one line speaks of another.
  const tangled =
    every.some(({ fillable }) => fillable !== null) &&
    old?.map(({ key }) => key).join() !== now?.map(({ key }) => key).join();
  const most = every.some(({ bound, amount }) => bound === 'most' && amount.kind === 'share');
  if (found !== 'neutral' && (tangled || most)) return null;
  const less = reductions(before.reductions, after.reductions);
  // Less asked for is less allowed where no more than so much may count.
  const lowered = every.some(({ bound }) => bound === 'most');
  return both(found, less === 'neutral' || !lowered ? less : null);
};

const minimum = (before: Minimum | null, after: Minimum | null): Way => {
  if (before === null || after === null) return before === null ? 'stricter' : 'looser';
  if (sameMeaning(before, after)) return 'neutral';
  const same = { amount: null, when: null, subject: null };
  if (meaningOf({ ...before, ...same }) !== meaningOf({ ...after, ...same })) return null;
  const sense = (way: Way): Way => (before.bound === 'least' ? way : turned(way));
  return both(sense(turned(amount(before, after))), sense(subject(before, after)));
};

/** Which asks for more: the way of the amount, not of the rule. */
const amount = ({ amount: before }: Minimum, { amount: after }: Minimum): Way => {
  if (before.kind === 'amount' && after.kind === 'amount') return wayOf(after.value - before.value);
  if (before.kind !== 'share' || after.kind !== 'share' || before.of !== after.of) return null;
  return wayOf(order(before.ratio, after.ratio));
};

const subject = ({ subject: before }: Minimum, { subject: after }: Minimum): Way => {
  if (sameMeaning(before, after)) return 'neutral';
  if (before === null || after === null || !sameMeaning(before.when, after.when)) return null;
  const covers = (a: readonly string[], b: readonly string[]): boolean => b.every((key) => a.includes(key));
  if (covers(after.items, before.items)) return 'looser';
  return covers(before.items, after.items) ? 'stricter' : null;
};

const reductions = (before: readonly Reduction[], after: readonly Reduction[]): Way => {
  const [old, now] = [before, after].map((list) => list.map((one) => meaningOf({ ...one, when: null })));
  if (old?.join() === now?.join()) return 'neutral';
  if (old && now && isPart(old, now)) return 'looser';
  if (old && now && isPart(now, old)) return 'stricter';
  if (before.length !== after.length) return null;
  return all(before.map((one, at) => reduction(one, after[at] as Reduction)));
};

/** All of the first stand in the second, in its order. */
const isPart = (few: readonly string[], many: readonly string[]): boolean => {
  let at = 0;
  for (const one of many) if (one === few[at]) at += 1;
  return at === few.length;
};

const reduction = (before: Reduction, after: Reduction): Way => {
  if (!sameMeaning(before.subject, after.subject)) return null;
  if (sameMeaning(before.by, after.by)) return 'neutral';
  const [old, now] = [before.by, after.by];
  if (old.kind === 'credits' && now.kind === 'credits') return wayOf(now.value - old.value);
  if (old.kind === 'share' && now.kind === 'share') return wayOf(order(old.ratio, now.ratio));
  if (old.kind === 'per' && now.kind === 'per' && old.field === now.field)
    return both(wayOf(order(old.credits, now.credits)), wayOf(-order(old.per, now.per)));
  return null;
};

/** No subject asks about records: one whose facts leave it unknown would earn nothing where the line binds. */
const plainSubjects = (before: Plan, after: Plan): boolean => {
  const asked = (one: Requirement): boolean =>
    one.lines.some(
      ({ subject: own, fillable }) =>
        (own !== null && own.when !== null) || (fillable?.from ?? []).some(({ when }) => when !== null),
    );
  return !before.requirements.some(asked) && !after.requirements.some(asked);
};

/** Practitioners of whom a condition is true are exempt. */
export const exceptions = (truths: Truths, before: Plan, after: Plan): Way => {
  let [more, less] = [false, false];
  const of = (plan: Plan): Expr => ({ op: 'or', of: plan.exceptions.map(({ when }) => when) });
  const done = truths.each([], [of(before), of(after)], ([old, now]) => {
    more ||= now === 2 && old !== 2;
    less ||= old === 2 && now !== 2;
    return more && less;
  });
  if (!done || (more && less)) return null;
  return more ? 'looser' : less ? 'stricter' : 'neutral';
};
