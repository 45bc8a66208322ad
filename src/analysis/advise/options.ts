/** What one more activity of a kind can bring: read off the evaluator, quantity by quantity. */
import { part } from '../../model/credit.ts';
import type { Credit } from '../../model/plan.ts';
import { atomsOf } from '../axes.ts';
import type { Case } from './case.ts';
import { type Kind, lineOf } from './kinds.ts';
import { quantities } from './quantities.ts';
import { recordsOf } from './records.ts';
import type { Earning, Standing } from './standing.ts';

export interface Choice {
  readonly quantity: number | null;
  /** Before the caps that reach over several activities. */
  readonly credits: Credit;
  readonly effort: number;
}

export interface Offer {
  readonly kind: Kind;
  /** More of the quantity, more credits. */
  readonly choices: readonly Choice[];
  /** The amount is whatever is certified: any less than the most, too. */
  readonly any: boolean;
  /** The whole requirement of the year is met by it. */
  readonly completes: boolean;
}

/** So many quantities are put to the evaluator, of one kind. */
const MOST_TRIED = 1500;
/** So many in a row that bring nothing more end the search for more. */
const IDLE = 40;
const MOST_DAYS = 366;

/** So many kinds are looked at; in the order of the rules. */
export const MOST_KINDS = 400;

/** `want`: no more credits than these are of use. */
export const offersOf = (at: Case, kinds: readonly Kind[], want: Credit): readonly Offer[] =>
  kinds.flatMap((kind) => {
    const completes =
      kind.deems &&
      at.plan.items.some(({ deems }) => deems.some((deem) => deem.source === kind.source && deem.credits === null));
    const choices = kind.deems ? deemed(at, kind, completes) : earned(at, kind, want);
    return choices.length === 0 ? [] : [{ kind, choices, any: lineOf(kind)?.rate.kind === 'field', completes }];
  });

const earned = (at: Case, kind: Kind, want: Credit): readonly Choice[] => {
  const choices: Choice[] = [];
  const gain = kind.once ? pooled(at, kind) : alone(at, kind);
  let [best, idle, tried] = [0, 0, 0];
  for (const quantity of quantities(at, kind, want)) {
    tried += 1;
    const credits = gain(quantity);
    if (credits === null) break;
    if (credits <= best) {
      idle += 1;
      if (idle > IDLE || tried > MOST_TRIED) break;
      continue;
    }
    [best, idle] = [credits, 0];
    choices.push({ quantity, credits, effort: kind.effort(quantity) });
    if (credits >= want || tried > MOST_TRIED) break;
  }
  return choices;
};

const recordFor = (at: Case, kind: Kind, quantity: number | null) => recordsOf(at, [{ kind, quantity }]);

const isOf =
  ({ item, line }: Kind) =>
  (one: Earning): boolean =>
    one.item === item.key && one.line === line && one.here;

/** Of a record that shares its span with no other. Null where no day is left for it. */
const alone =
  (at: Case, kind: Kind) =>
  (quantity: number | null): Credit | null => {
    const records = recordFor(at, kind, quantity);
    if (records === null) return null;
    const found = at.judge(records, true)?.records.filter(isOf(kind)) ?? [];
    return found.reduce((sum, { credits }) => sum + credits, 0);
  };

const rawOf = (standing: Standing | null, { item }: Kind): Credit =>
  standing?.records.reduce((sum, one) => sum + (one.item === item.key ? one.raw : 0), 0) ?? 0;

/** Of a record that joins those already there in a sum of the year. */
const pooled = (at: Case, kind: Kind) => {
  const before = rawOf(at.base, kind);
  return (quantity: number | null): Credit | null => {
    const records = recordFor(at, kind, quantity);
    if (records === null) return null;
    return Math.max(0, rawOf(at.judge(records), kind) - before);
  };
};

/** The least that makes it stand, found by halving: more of it never undoes it. */
const deemed = (at: Case, kind: Kind, completes: boolean): readonly Choice[] => {
  const gain = pooled(at, kind);
  const stands = (quantity: number | null): boolean => {
    if (!completes) return (gain(quantity) ?? 0) > 0;
    const records = recordFor(at, kind, quantity);
    return records !== null && at.judge(records)?.met === true && !at.base.met;
  };
  const quantity = least(at, kind, stands);
  if (quantity === undefined) return [];
  return [{ quantity, credits: gain(quantity) ?? 0, effort: kind.effort(quantity) }];
};

const least = (at: Case, { item, line, quantity }: Kind, stands: (quantity: number | null) => boolean) => {
  if (quantity === null) return stands(null) ? null : undefined;
  const { grid, measure } = quantity;
  const marks = atomsOf(item.deems[-1 - line]?.when ?? { op: 'const', value: true }).flatMap((atom) =>
    atom.op === 'total' ? [Number(part(1, atom.to, 'ceil'))] : [],
  );
  const top =
    measure.of === 'days'
      ? Math.min(MOST_DAYS, at.to - at.from + 1)
      : measure.of === 'months'
        ? 12
        : Math.max(grid, ...marks) + grid;
  let [low, high] = [0, Math.ceil(top / grid)];
  const first = range(high, marks, grid).find((steps) => stands(steps * grid));
  if (first === undefined) return undefined;
  high = first;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (stands(middle * grid)) high = middle;
    else low = middle;
  }
  return high * grid;
};

/** What is tried first: the amount that the condition names, then as much as there can be. */
const range = (top: number, marks: readonly number[], grid: number): readonly number[] => [
  ...marks.map((mark) => Math.ceil(mark / grid)).filter((steps) => steps <= top),
  top,
];
