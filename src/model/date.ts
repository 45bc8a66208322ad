/** Days as numbers: 0 is 1970-01-01 of the Gregorian calendar. No clock and no time zone comes near them. */

export interface Civil {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; `month` from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

// Years are counted from March here, so that the leap day is the last of its year; an era is 400 years, 146,097 days.
const ERA = 146_097;
const FROM_MARCH_OF_0 = 719_468;

/** The day number of a date that exists. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const inEra = y - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * ERA + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - FROM_MARCH_OF_0;
}

/** The date of a day number. */
export function civilOf(number: number): Civil {
  const days = number + FROM_MARCH_OF_0;
  const era = Math.floor(days / ERA);
  const inEra = days - era * ERA;
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const march = Math.floor((5 * inYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return {
    year: years + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * march + 2) / 5) + 1,
  };
}

export const yearOf = (number: number): number => civilOf(number).year;

/** `YYYY-MM-DD`. */
export function dateText(number: number): string {
  const { year, month, day } = civilOf(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day number of a `YYYY-MM-DD` that exists; `form` where the text is not of that form, `day` where no such day is. */
export function parseDate(text: string): number | 'form' | 'day' {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return 'form';
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : 'day';
}

/** The last day of `count` whole months that begin at `from`: the day before the same day number, or the month's last. */
export function lastOfMonths(from: number, count: number): number {
  const start = civilOf(from);
  const months = start.year * 12 + start.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const length = daysInMonth(year, month);
  return start.day <= length ? dayOf(year, month, start.day) - 1 : dayOf(year, month, length);
}

/** How many whole calendar months lie in `from`–`to`, both ends in; 0 where `to` is before `from`. */
export function wholeMonths(from: number, to: number): number {
  const [start, end] = [civilOf(from), civilOf(to)];
  let count = Math.max(0, (end.year - start.year) * 12 + end.month - start.month + 1);
  while (count > 0 && lastOfMonths(from, count) > to) count -= 1;
  return count;
}
