/** Numbers written in Han characters, as regulations write them: 三, 十五, 二十, 一百零三, 两千, 两万五千. */

const DIGITS = '零一二三四五六七八九';
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

export const hanDigits = '零〇一二两三四五六七八九十百千万';

/** The value below 一亿; NaN for what is no number. */
export const fromHan = (text: string): number => {
  if (text === '' || text.length > 12) return Number.NaN;
  const [high = '', ...low] = text.split('万');
  if (low.length > 1) return Number.NaN;
  if (low.length === 0) return below10000(high);
  const [thousands, rest] = [below10000(high), low[0] === '' ? 0 : below10000(low[0] ?? '')];
  return thousands * 10_000 + rest;
};

const below10000 = (text: string): number => {
  let [sum, digit, step] = [0, -1, 10_000];
  for (const char of text) {
    const plain = char === '〇' ? '零' : char === '两' ? '二' : char;
    const unit = STEPS[plain];
    if (unit === undefined) {
      const value = DIGITS.indexOf(plain);
      if (value < 0 || digit > 0) return Number.NaN;
      digit = value;
    } else {
      // 十五 is 一十五; a step may not stand before a greater one, nor behind 零.
      if (unit >= step || (digit < 0 && (unit !== 10 || sum > 0)) || digit === 0) return Number.NaN;
      sum += Math.max(1, digit) * unit;
      [digit, step] = [-1, unit];
    }
  }
  if (digit < 0) return sum > 0 ? sum : Number.NaN;
  return sum + digit;
};

/** 一 … 九千九百九十九, as clauses are numbered. */
export const toHan = (value: number): string => {
  if (value <= 0 || value > 9999) return String(value);
  let text = '';
  let gap = false;
  for (const [name, step] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / step) % 10;
    if (digit === 0) gap = text !== '';
    else {
      const bare = name === '十' && digit === 1 && text === '';
      text += `${gap ? '零' : ''}${bare ? '' : DIGITS[digit]}${name}`;
      gap = false;
    }
  }
  return text;
};
