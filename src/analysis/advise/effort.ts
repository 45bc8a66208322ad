/**
 * Effort, as one number that adds up: time in millionths of a minute, and one more for each activity, so that of equal time
 * fewer activities are less. An activity that is not measured in time has no hours; it weighs more than all hours of a
 * year, so that the least effort has as few of these as may be, and is in hours alone wherever hours alone suffice.
 */
import type { UnitId } from '../../model/ast.ts';
import type { Fraction, Plan } from '../../model/plan.ts';

const MINUTES = 60;
const YEAR = 366 * 24 * MINUTES * 1_000_000;

/** Of one activity without hours. Credits that somebody certifies are no activity that one can plan: they come last. */
export const COUNTED = YEAR;
export const CERTIFIED = 40 * YEAR;

/** Effort of one millionth of the unit; null where it is no unit of time, or none that this plan converts. */
export const effortOf = (plan: Plan, unit: UnitId | null): Fraction | null => {
  if (unit === 'hours') return { n: MINUTES, d: 1 };
  if (unit === 'minutes') return { n: 1, d: 1 };
  return unit === 'classHours' ? classHour(plan) : null;
};

/** How long a class hour is, is said by the items whose hours make class hours. */
const classHour = (plan: Plan): Fraction | null => {
  for (const { time } of plan.items) {
    const unit = plan.recordFields.find(({ key }) => key === time?.key)?.unit;
    const [n, d] = [time?.perClassHour.n ?? 0, (time?.perClassHour.d ?? 1) * 1_000_000];
    if (unit === 'hours') return { n: n * MINUTES, d };
    if (unit === 'minutes') return { n, d };
  }
  return null;
};

/** Millionths of an hour. */
export const hoursOf = (quantity: number, effort: Fraction): number =>
  Math.round((quantity * effort.n) / effort.d / MINUTES);
