/**
 * The numbers that a regulation writes, with what they count: 每3小时, 3 个月, 三个月, 2000字, 0.2, 三分之二, 百分之二十, 每课时.
 * Words that only hold a numeral (统一, 一等奖) and clauses spoken of (第十三条) count nothing.
 */
import type { UnitId } from '../../model/ast.ts';
import { decimal, type Rational, rational, times } from '../../model/fraction.ts';
import { fromHan } from '../han.ts';
import { narrow } from './plain.ts';

/** Units of one measure are compared: 120 分钟 is 2 小时. Times, items, courses and the like all count alike. */
type Measure = 'credits' | 'minutes' | 'classHours' | 'periods' | 'days' | 'months' | 'words' | 'count' | 'other';

export interface Written {
  readonly value: Rational;
  /** Null where nothing is said: `一等奖 15，二等奖 10`. */
  readonly measure: Measure | null;
  /** A numeral in Han characters that counts nothing by itself: 排名第一, 前三. It stands for numbers without a unit only. */
  readonly ordinal: boolean;
}

const one = rational(1n);
const half = rational(1n, 2n);

const UNITS: Readonly<Record<string, readonly [Measure, Rational]>> = {
  学分: ['credits', one],
  分钟: ['minutes', one],
  小时: ['minutes', rational(60n)],
  学时: ['classHours', one],
  课时: ['periods', one],
  节: ['periods', one],
  天: ['days', one],
  日: ['days', one],
  月: ['months', one],
  年: ['months', rational(12n)],
  字: ['words', one],
  次: ['count', one],
  门: ['count', one],
  项: ['count', one],
  篇: ['count', one],
  分: ['credits', one],
};

export const measureOf: Readonly<Record<UnitId, readonly [Measure, Rational]>> = {
  credits: ['credits', one],
  minutes: ['minutes', one],
  hours: ['minutes', rational(60n)],
  classHours: ['classHours', one],
  periods: ['periods', one],
  days: ['days', one],
  months: ['months', one],
  years: ['months', rational(12n)],
  words: ['words', one],
  times: ['count', one],
  courses: ['count', one],
  items: ['count', one],
  pieces: ['count', one],
};

const HAN = '[零〇一二两三四五六七八九十百千万]{1,12}';
const FIGURE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,9})?|\\d{1,15}(?:\\.\\d{1,9})?';
// 十分 is a word; 分 before 之, 别, 类, 析, 为 is no point.
const UNIT =
  '(?<unit>学分|分钟|小时|学时|课时|[节天日月年字次门项篇]|分(?![之别类析为钟])|[周倍名位人元岁号级等期批档])';
const number = new RegExp(
  [
    `(?<parts>${HAN}|\\d{1,9})分之(?<of>${HAN}|\\d{1,9}(?:\\.\\d{1,9})?)`,
    '(?<top>\\d{1,9})/(?<bottom>\\d{1,9})',
    `(?<figure>${FIGURE})\\s{0,4}(?:(?<percent>%)|(?<scale>[百千万])?\\s{0,4}个?\\s{0,4}${UNIT.replace('<unit>', '<unitA>')}?)`,
    `(?<half>一半|半数|减半|折半)|半个?\\s?${UNIT.replace('<unit>', '<unitH>')}|(?<double>加倍|双倍|翻倍)`,
    `(?<han>${HAN}(?:点[零〇一二三四五六七八九]{1,9})?)\\s{0,4}个?\\s{0,4}${UNIT.replace('<unit>', '<unitB>')}?`,
    `[每按逐][个满]?${UNIT.replace('<unit>', '<unitC>')}`,
  ].join('|'),
  'g',
);

/** 第十三条（七）2, 〔2025〕18号: numbers that name. */
const NAMING =
  /第\s?(?:[零〇一二两三四五六七八九十百千]+|\d+)\s?[编章节条款项目](?:第?\s?\([零〇一二三四五六七八九十百\d]+\)(?:项|\d{1,3}(?![\d.]))?|第[零〇一二三四五六七八九十百]+[款项目])*|[〔[(]\d{4}[〕\])]\s?\d*号?/g;

const SCALES: Readonly<Record<string, bigint>> = { 百: 100n, 千: 1000n, 万: 10_000n };

const hanValue = (text: string): Rational | null => {
  const [whole = '', part] = text.split('点');
  const value = fromHan(whole);
  if (Number.isNaN(value)) return null;
  if (part === undefined) return rational(BigInt(value));
  return decimal(
    `${value}.${[...part].map((char) => '零一二三四五六七八九'.indexOf(char === '〇' ? '零' : char)).join('')}`,
  );
};

const simple = (text: string): Rational | null =>
  /^\d/.test(text) ? decimal(text.replaceAll(',', '')) : hanValue(text);

const measured = (value: Rational, unit: string | undefined): Written => {
  if (unit === undefined) return { value, measure: null, ordinal: false };
  const [measure, factor] = UNITS[unit] ?? ['other', one];
  return { value: times(value, factor), measure, ordinal: false };
};

const quotient = (over: Rational | null, under: Rational | null): Written | null =>
  over === null || under === null || under.n === 0n
    ? null
    : { value: rational(over.n * under.d, over.d * under.n), measure: null, ordinal: false };

type Groups = Readonly<Record<string, string | undefined>>;

const read = (groups: Groups, image: string): Written | null => {
  if (groups.parts !== undefined) {
    const parts = groups.parts === '百' ? rational(100n) : simple(groups.parts);
    return quotient(simple(groups.of ?? ''), parts);
  }
  if (groups.top !== undefined) return quotient(simple(groups.top), simple(groups.bottom ?? ''));
  if (groups.figure !== undefined) {
    const value = simple(groups.figure);
    if (value === null) return null;
    if (groups.percent !== undefined) return quotient(value, rational(100n));
    return measured(times(value, rational(SCALES[groups.scale ?? ''] ?? 1n)), groups.unitA);
  }
  if (groups.half !== undefined) return { value: half, measure: null, ordinal: false };
  if (groups.unitH !== undefined) return measured(half, groups.unitH);
  if (groups.double !== undefined) return { value: rational(2n), measure: null, ordinal: false };
  if (groups.unitC !== undefined) return measured(one, groups.unitC);
  if (image.startsWith('十分') || image === '一分') return null;
  const value = hanValue(groups.han ?? '');
  if (value === null) return null;
  return groups.unitB === undefined ? { value, measure: null, ordinal: true } : measured(value, groups.unitB);
};

const SIDE_BY_SIDE = /^\s*[-~—–至到、或和/]\s*$/;

/** In the order of the text. */
export const numbersIn = (written: string): readonly Written[] => {
  const text = narrow(written).replace(NAMING, (name) => ' '.repeat(name.length));
  const found: Written[] = [];
  // What waits for its unit: from which, and where the last of them ends.
  let open = { at: -1, end: -1 };
  for (const match of text.matchAll(number)) {
    const [image] = match;
    const { groups = {} } = match;
    const value = read(groups, image);
    if (value === null) continue;
    // 1-3年, 10、5、2学分: what stands before shares the unit.
    if (open.at >= 0 && !SIDE_BY_SIDE.test(text.slice(open.end, match.index))) open = { at: -1, end: -1 };
    found.push(value);
    const unit = groups.unitA ?? groups.unitB;
    const pending = (groups.figure !== undefined || groups.han !== undefined) && unit === undefined && !groups.percent;
    if (pending) open = { at: open.at < 0 ? found.length - 1 : open.at, end: match.index + image.trimEnd().length };
    else if (open.at >= 0) {
      if (unit !== undefined) {
        for (let at = open.at; at < found.length - 1; at++) found[at] = measured((found[at] as Written).value, unit);
      }
      open = { at: -1, end: -1 };
    }
  }
  return found;
};

export interface Wanted {
  readonly value: Rational;
  readonly unit: UnitId | null;
}

const same = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;

/** Whether a number of the rules is among those written. */
export const stands = ({ value, unit }: Wanted, written: readonly Written[]): boolean => {
  if (unit === null) return written.some((one) => same(one.value, value) || isIn(one, value));
  const [measure, factor] = measureOf[unit];
  const scaled = times(value, factor);
  return written.some((one) =>
    one.measure === null ? !one.ordinal && same(one.value, value) : one.measure === measure && same(one.value, scaled),
  );
};

/** A number without a unit in the rules may have had one in the text, which is kept in its smallest: 2 小时 as 120. */
const isIn = (one: Written, value: Rational): boolean =>
  (one.measure === 'minutes' && same(one.value, times(value, rational(60n)))) ||
  (one.measure === 'months' && same(one.value, times(value, rational(12n))));
