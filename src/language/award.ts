/** 授予, and the lines that change what was awarded: 递减 系数 只计最高 尾数. */
import type { Falling, Name, Num, Rate, Unit } from '../model/ast.ts';
import { bounded, when } from './cond.ts';
import type { LinePrinter, Printing } from './construct.ts';
import { amount, basis, name, ratio, remainder, remainderRule, unit } from './value.ts';
import { type Part, said, words } from './words.ts';

export const award: LinePrinter<'award'> = {
  print: (line, p) =>
    said(
      p.spell('award'),
      rated(line.rate, p),
      basis('by', line.by, p),
      remainder(line.remainder, p),
      falls(line.falling, p),
      when(line.when, p),
    ),
};

export const falling: LinePrinter<'falling'> = { print: (line, p) => said(falls(line.of, p)) };

export const factor: LinePrinter<'factor'> = {
  print: (line, p) =>
    said(
      p.spell('factor'),
      line.by.kind === 'ratio' ? ratio(line.by.ratio) : line.by.number.digits,
      when(line.when, p),
    ),
};

export const best: LinePrinter<'best'> = {
  print: (line, p) =>
    said(p.spell('best'), line.count.digits, p.spell('times'), basis('per', line.per, p), when(line.when, p)),
};

export const roundsBy: LinePrinter<'remainder'> = {
  print: (line, p) => said(p.spell('remainder'), remainderRule(line.of, p)),
};

/** `递减 20% 按 署名排名 不少于 1 学分` */
export const falls = (of: Falling | undefined, p: Printing): Part =>
  of &&
  words(
    p.spell('falling'),
    of.by.kind === 'share' ? ratio(of.by.ratio) : amount(of.by.amount, p),
    p.spell('by'),
    name(of.rank),
    of.least && words(bounded('atLeast', p), amount(of.least, p)),
  );

/** `每 3 小时 听课时长`: what is counted; no number is one, and is written. */
export const each = (
  of: { readonly every?: Num; readonly everyReading?: Name; readonly unit?: Unit; readonly field?: Name },
  p: Printing,
): Part =>
  words(
    p.spell('per'),
    of.every?.digits ?? (of.everyReading ? undefined : '1'),
    of.everyReading && name(of.everyReading),
    unit(of.unit, p),
    of.field && name(of.field),
  );

function rated(rate: Rate, p: Printing): Part {
  if (rate.kind === 'flat') return amount(rate.credits, p);
  return rate.kind === 'field' ? name(rate.field) : words(each(rate, p), amount(rate.credits, p));
}
