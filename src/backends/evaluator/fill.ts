/** 可由 … 抵充: what one subject lacks, filled from what another has above its own minimum. */
import { compareRatios, type Exact, minus, part, plus, type Ratio } from '../../model/credit.ts';
import type { Minimum, Subject } from '../../model/plan.ts';
import { keyOf, sameSubject } from './subject.ts';

/** A line with what it asks for and what was earned towards it. */
export interface Standing {
  readonly line: Minimum;
  readonly required: Ratio;
  readonly earned: Ratio;
}

/** Credits are whole hundredths, so that an amount of them is a whole number. */
const whole = ({ n }: Ratio): Exact => n;
const lessOf = (a: Exact, b: Exact): Exact => (a < b ? a : b);

/** Credits of a subject in a period. */
export type EarnedOf = (period: Minimum['period'], subject: Subject) => Ratio;

/** In the order of the lines; what fills one is no longer there for the next. */
export function fill(lines: readonly Standing[], earnedOf: EarnedOf): readonly Standing[] {
  const spare = new Map<string, Exact>();
  const spareOf = (period: Minimum['period'], subject: Subject): { key: string; left: Exact } => {
    const key = `${period} ${keyOf(subject)}`;
    const known = spare.get(key);
    if (known !== undefined) return { key, left: known };
    const own = lines.find(
      ({ line }) =>
        line.unit === 'credits' &&
        line.bound === 'least' &&
        line.period === period &&
        sameSubject(line.subject, subject),
    );
    const earned = whole(earnedOf(period, subject));
    const minimum = own === undefined ? 0 : whole(own.required);
    return { key, left: earned > minimum ? minus(earned, minimum) : 0 };
  };
  return lines.map((standing) => {
    const { line, required, earned } = standing;
    if (line.fillable === null || line.unit !== 'credits' || compareRatios(earned, required) >= 0) return standing;
    const { limit, from } = line.fillable;
    let open = minus(whole(required), whole(earned));
    if (limit !== null) open = lessOf(open, part(whole(required), limit, 'half'));
    let filled: Exact = 0;
    for (const subject of from) {
      const { key, left } = spareOf(line.period, subject);
      const taken = lessOf(left, minus(open, filled));
      spare.set(key, minus(left, taken));
      filled = plus(filled, taken);
    }
    return { ...standing, earned: { n: plus(whole(earned), filled), d: 1 } };
  });
}
