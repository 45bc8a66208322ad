/** Days by the calendar that JavaScript has (in UTC), counted from 1970-01-01. Slow loops on purpose. */

const DAY = 86_400_000;

export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

const parts = (day: number): { year: number; month: number; day: number } => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

export const yearOf = (day: number): number => parts(day).year;
export const firstOf = (year: number): number => dayNumber(year, 1, 1);
export const lastOf = (year: number): number => dayNumber(year, 12, 31);

/** Null where the text is no date, or there is no such day. */
export const dayNamed = (text: string): number | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1) return null;
  const number = dayNumber(year, month, day);
  const back = parts(number);
  return back.year === year && back.month === month && back.day === day ? number : null;
};

/** A stay, both ends in. */
export interface Stay {
  readonly from: number;
  readonly to: number;
}

/** The last day of so many whole months from a day: the day before the same day number, or the month's last day. */
const endOfMonths = (from: number, months: number): number => {
  const start = parts(from);
  const month = start.month - 1 + months;
  const year = start.year + Math.floor(month / 12);
  const inYear = (month % 12) + 1;
  const length =
    dayNumber(inYear === 12 ? year + 1 : year, inYear === 12 ? 1 : inYear + 1, 1) - dayNumber(year, inYear, 1);
  return start.day > length ? dayNumber(year, inYear, length) : dayNumber(year, inYear, start.day) - 1;
};

export const wholeMonths = ({ from, to }: Stay): number => {
  let months = 0;
  while (endOfMonths(from, months + 1) <= to) months += 1;
  return months;
};

/** Stays that overlap or touch become one. */
export const joined = (stays: readonly Stay[]): readonly Stay[] => {
  const days = new Set<number>();
  for (const { from, to } of stays) for (let day = from; day <= to; day += 1) days.add(day);
  const found: Stay[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const before = found.at(-1);
    if (before && before.to === day - 1) found[found.length - 1] = { from: before.from, to: day };
    else found.push({ from: day, to: day });
  }
  return found;
};

export const daysOf = (stays: readonly Stay[]): number =>
  joined(stays).reduce((n, { from, to }) => n + to - from + 1, 0);
export const monthsOf = (stays: readonly Stay[]): number => joined(stays).reduce((n, stay) => n + wholeMonths(stay), 0);

/** Months from a day to the end of a year, a begun month counting. */
export const monthsTo = (day: number, year: number): number => {
  const start = parts(day);
  return Math.max(0, (year - start.year) * 12 + 13 - start.month);
};
