/** The rules of an export: categories, total, requirement and status. */
import type { Minimum } from '../../model/plan.ts';
import { isTotal } from '../evaluator/bind.ts';
import { Amounts } from './amounts.ts';
import { type Asked, Asking } from './asked.ts';
import type { Build } from './build.ts';
import { covers } from './classes.ts';
import { forestOf, leavesOf, type Node } from './forest.ts';
import { hoursOf } from './hours.ts';
import { and, fold, type Logic, minus, not, or, SO_FAR, sum, times, variable, when } from './logic.ts';

export interface Rules {
  /** Hundredths of a credit, by the category's code. */
  readonly categories: Readonly<Record<string, Logic>>;
  readonly total: Logic;
  readonly required: Logic;
  /** `met`, `unmet` or `exempt`. */
  readonly status: Logic;
}

export function rulesOf(build: Build): Rules {
  const { plan } = build;
  const [amounts, asking] = [new Amounts(build), new Asking(build)];
  const forests = plan.categories.map((category) => ({ category, roots: forestOf(build, category) }));
  const roots = forests.flatMap((forest) => forest.roots);
  const categories = forests.map(({ category, roots: own }) => [category.key, amounts.inYear(own)] as const);
  const total = sum([...categories.map(([, credits]) => credits), asking.carried()]);
  const asked = asking.all(total);
  const whole = asked.find(({ line }) => isTotal(line) && line.period === 'year');
  const deemed = wholeDeemed(build, amounts);
  const met = asked.map((one) => metBy(build, amounts, roots, one, total));
  return {
    categories: Object.fromEntries(categories),
    total,
    required: whole === undefined ? 0 : when(whole.binds, whole.required, 0),
    status: when(asking.exempt(), 'exempt', when(or(deemed, and(...met)), 'met', 'unmet')),
  };
}

/** A deeming without an amount held: the requirement of the year is met. */
function wholeDeemed(build: Build, { records }: Amounts): Logic {
  return or(
    ...build.plan.items.flatMap((item) =>
      item.deems
        .filter(({ credits }) => credits === null)
        .map((deem) => {
          const totals = records.totalsOf(item, [deem.when]);
          const some = records.settling(totals, (settled) =>
            fold(variable('records'), when(records.deemed(item, deem.when, settled), 1, SO_FAR), 0),
          );
          return { '>': [some, 0] };
        }),
    ),
  );
}

function metBy(
  build: Build,
  amounts: Amounts,
  roots: readonly Node[],
  { line, binds, required }: Asked,
  total: Logic,
): Logic {
  const { earned, scale } = earnedOf(build, amounts, roots, line, total);
  // Against a number alone: of two that are worked out, one engine's compiler loses the first.
  const compared: Logic = { [line.bound === 'least' ? '>=' : '<=']: [minus(earned, times(required, scale)), 0] };
  return or(not(binds), compared);
}

function earnedOf(build: Build, amounts: Amounts, roots: readonly Node[], line: Minimum, total: Logic) {
  if (line.unit === 'classHours') return hoursOf(build, amounts, roots, line);
  const { subject } = line;
  if (subject === null) return { earned: total, scale: 1 };
  const held = roots.filter((root) => {
    const covered = leavesOf(root).map((leaf) => covers(subject, leaf));
    const all = covered.every((one) => one === true);
    if (covered.includes(null) || (!all && covered.includes(true))) build.refuse(line.source, 'capSubject');
    return all && covered.length > 0;
  });
  return { earned: amounts.inYear(held), scale: 1 };
}
