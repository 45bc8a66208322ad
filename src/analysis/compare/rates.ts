/** Which of two rates gives more, whatever is measured. */
import { compareRatios, part, ratio } from '../../model/credit.ts';
import type { Fraction, Rate } from '../../model/plan.ts';
import { meaningOf } from './text.ts';
import { all, type Way, wayOf } from './way.ts';

type Per = Extract<Rate, { kind: 'per' }>;
type Steps = Extract<Rate, { kind: 'steps' }>;

export const order = (before: Fraction, after: Fraction): number => Math.sign(compareRatios(after, before));

export const rates = (before: Rate, after: Rate): Way => {
  if (meaningOf(before) === meaningOf(after)) return 'neutral';
  if (before.kind === 'flat' && after.kind === 'flat') return wayOf(order(before.credits, after.credits));
  if (before.kind === 'per' && after.kind === 'per') return perUnits(before, after);
  if (before.kind === 'steps' && after.kind === 'steps') return steps(before, after);
  return null;
};

const perUnits = (before: Per, after: Per): Way => {
  if (meaningOf(before.measure) !== meaningOf(after.measure)) return null;
  const [old, now] = [before.rounding, after.rounding];
  const [shorter, richer] = [-order(before.per, after.per), order(before.credits, after.credits)];
  if (meaningOf(old) === meaningOf(now)) {
    if (old.to === 'nearest') {
      // In proportion: how much for one of the measure is all that counts.
      const worth = ({ per, credits }: Per) =>
        ratio(BigInt(credits.n) * BigInt(per.d), BigInt(credits.d) * BigInt(per.n));
      return wayOf(Math.sign(compareRatios(worth(after), worth(before))));
    }
    const plain = all([wayOf(shorter), wayOf(richer)]);
    return plain ?? multiple(before, after, old.to);
  }
  if (shorter !== 0 || richer !== 0) return null;
  const rank = { floor: 0, nearest: 1, ceil: 2 };
  const step = old.to === 'nearest' ? old.step : now.to === 'nearest' ? now.step : 1;
  // Whole units stay what they are where a unit's credits are whole steps; then the rest alone moves.
  const fits = old.to !== now.to && before.credits.d === 1 && before.credits.n % step === 0;
  return fits ? wayOf(rank[now.to] - rank[old.to]) : null;
};

/** 每 6 小时 2 学分 gives what 每 3 小时 1 学分 gives, or less: whole units are waited for longer. */
const multiple = (before: Per, after: Per, to: 'floor' | 'ceil'): Way => {
  const times = (a: Fraction, b: Fraction) => ratio(BigInt(a.n) * BigInt(b.d), BigInt(a.d) * BigInt(b.n));
  const grown = [times(after.per, before.per), times(after.credits, before.credits)] as const;
  const shrunk = [times(before.per, after.per), times(before.credits, after.credits)] as const;
  if (compareRatios(...grown) !== 0) return null;
  if (grown[0].d === 1) return to === 'floor' ? 'stricter' : 'looser';
  return shrunk[0].d === 1 ? (to === 'floor' ? 'looser' : 'stricter') : null;
};

/** At every bound of either, beside it, and between: within a row nothing changes. */
const steps = (before: Steps, after: Steps): Way => {
  if (meaningOf(before.measure) !== meaningOf(after.measure)) return null;
  const marks = [...before.rows, ...after.rows].flatMap(({ bounds }) =>
    bounds.map(({ to }) => Math.floor(to.n / to.d)),
  );
  const points = [...new Set(marks.flatMap((mark) => [mark - 1, mark, mark + 1, mark + 2]))].filter(
    (point) => point >= 0,
  );
  const worth = ({ rows }: Steps, sum: number): number => {
    const row = rows.find(({ bounds }) => bounds.every(({ by, to }) => holds(sum, by, to)));
    return row === undefined ? 0 : Number(part(1, row.credits, 'half'));
  };
  return all([0, ...points].map((point) => wayOf(worth(after, point) - worth(before, point))));
};

const holds = (sum: number, by: Steps['rows'][number]['bounds'][number]['by'], to: Fraction): boolean => {
  const sign = compareRatios({ n: sum, d: 1 }, to);
  const answers = { '>=': sign >= 0, '>': sign > 0, '<=': sign <= 0, '<': sign < 0, '=': sign === 0, '!=': sign !== 0 };
  return answers[by];
};
