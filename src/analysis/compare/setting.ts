/**
 * Where a change around it carries through to the total: whether more for a record is never less for its practitioner.
 * Caps let through more where more comes or where they are higher; what can turn this round is looked for here, in both
 * plans: caps of a cycle (what one year counts another may not), 只计最高 (another record is kept), 视同完成 (it adds less,
 * and elsewhere), 累计 (hours stop counting), pools that reach over what a cap tells apart, and requirements that ask for
 * a share of what was earned or for credits of one kind, which credits of another can push out.
 */
import { liesWithin } from '../../model/basis.ts';
import type { AwardLine, Cap, Expr, Item, Minimum, Plan } from '../../model/plan.ts';
import { meaningOf } from './text.ts';
import { settled } from './truths.ts';

export const someAtom = (expr: Expr, test: (atom: Expr) => boolean): boolean => {
  if (expr.op === 'and' || expr.op === 'or') return expr.of.some((arm) => someAtom(arm, test));
  return expr.op === 'not' ? someAtom(expr.of, test) : test(expr);
};

const ofRecord = (expr: Expr): boolean =>
  someAtom(expr, (atom) => atom.op === 'total' || ('field' in atom && atom.field.on === 'record'));

export const hasTotals = (expr: Expr): boolean => someAtom(expr, ({ op }) => op === 'total');

/** The sums in it only ever make it true as they grow. */
const growsTrue = (expr: Expr, sense = true): boolean => {
  if (expr.op === 'and' || expr.op === 'or') return expr.of.every((arm) => growsTrue(arm, sense));
  if (expr.op === 'not') return growsTrue(expr.of, !sense);
  // Whole months of stays that are joined may be fewer.
  return expr.op !== 'total' || (sense && (expr.by === '>=' || expr.by === '>') && expr.measure.of !== 'months');
};

/** Over whole years of whole items, or of some practitioners. */
const isWhole = ({ per, when }: Cap): boolean => per === 'year' && (when === null || !ofRecord(when));

export const isPooled = ({ basis, rate }: AwardLine): boolean =>
  basis !== 'record' && (rate.kind === 'per' || rate.kind === 'steps');

/** Lines of requirements that may bind somebody. */
const liveLines = ({ requirements }: Plan): readonly Minimum[] => {
  const dead = (when: Expr | null): boolean => when !== null && settled(when) === 0;
  return requirements.flatMap(({ binds, lines }) => (dead(binds) ? [] : lines.filter((line) => !dead(line.when))));
};

export class Setting {
  readonly before: Plan;
  readonly after: Plan;
  readonly #plans: readonly Plan[];

  constructor(before: Plan, after: Plan) {
    this.before = before;
    this.after = after;
    this.#plans = [before, after];
  }

  items(key: string): readonly Item[] {
    return this.#plans.flatMap((plan) => plan.items.filter((item) => item.key === key));
  }

  capsOver(key: string): readonly Cap[] {
    return this.#plans.flatMap((plan) => plan.caps.filter(({ items }) => items.includes(key)));
  }

  /** More for a record of the item, and as much for all others, is never less for anybody. */
  amounts(key: string): boolean {
    const caps = this.capsOver(key);
    if (caps.some(({ per }) => per === 'cycle')) return false;
    return (
      this.verdicts([key]) &&
      this.items(key).every(({ best, deems, lines }) => {
        if (lines.some(({ basis }) => basis === 'cycle') || best.some(({ per }) => per === 'cycle')) return false;
        if (best.length > 1 || (best.length === 1 && !caps.every(isWhole))) return false;
        return (
          deems.length === 0 || caps.every((cap) => cap.crossing === null && (cap.stage === 'item' || isWhole(cap)))
        );
      })
    );
  }

  /** And what a record brings to a pool is never less for it: no cap or factor looks at a part of the pool. */
  pools(key: string): boolean {
    const caps = this.capsOver(key);
    return this.items(key).every((item) => {
      const apart = new Set(item.apart.map(meaningOf));
      return item.lines
        .filter(isPooled)
        .every(
          ({ basis, rate, falling }) =>
            falling === null &&
            item.factors.length === 0 &&
            item.best.length === 0 &&
            rate.kind === 'per' &&
            rate.measure.of !== 'months' &&
            caps.every(
              ({ per, when }) =>
                liesWithin(basis, per) && (when === null || !ofRecord(when) || apart.has(meaningOf(when))),
            ),
        );
    });
  }

  /** One record more or less of the lines of the item, all sums as they are. */
  lines(key: string): boolean {
    return this.amounts(key) && this.pools(key);
  }

  /** One record more or less of the item itself, so that sums grow as well. */
  records(key: string): boolean {
    return (
      this.lines(key) &&
      this.items(key).every(({ lines, deems }) => [...lines, ...deems].every(({ when }) => growsTrue(when)))
    );
  }

  /** Whether somebody may be asked for so much of it. */
  asks(unit: Minimum['unit'], bound?: Minimum['bound']): boolean {
    const asked = (line: Minimum): boolean => line.unit === unit && (bound === undefined || line.bound === bound);
    return this.#plans.some((plan) => liveLines(plan).some(asked));
  }

  /** More credits of these items, and less of none, never make a verdict worse. */
  verdicts(keys: readonly string[]): boolean {
    return this.#plans.every((plan) => liveLines(plan).every((line) => this.#grows(line, keys)));
  }

  #grows({ subject, unit, bound, amount, fillable }: Minimum, keys: readonly string[]): boolean {
    if (fillable !== null || (amount.kind === 'share' && amount.of === 'earned')) return false;
    if (subject === null) {
      if (bound !== 'least') return false;
      if (unit === 'credits') return true;
      const best = this.#plans.some(({ items }) => items.some((item) => item.best.length > 0));
      return unit === 'classHours' && !best;
    }
    if (subject.when !== null) return false;
    const held = new Set(subject.items);
    const straddled = this.#plans.some(({ caps }) =>
      caps.some(({ items }) => items.some((key) => held.has(key)) && !items.every((key) => held.has(key))),
    );
    if (straddled) return false;
    return !keys.some((key) => held.has(key)) || (bound === 'least' && unit === 'credits');
  }
}
