/** 对象 and 要求: who is bound, and to how much. */
import type { RequiredAmount } from '../model/ast.ts';
import { each } from './award.ts';
import { bounded, condition, when } from './cond.ts';
import type { LinePrinter, Printing, SectionPrinter } from './construct.ts';
import { reference, references } from './group.ts';
import { amount, name, perSpan, ratio } from './value.ts';
import { FOLD_WHEN, type Part, said, words } from './words.ts';

export const scope: SectionPrinter<'scope'> = { print: (_, p) => said(p.spell('scope')) };

export const require: SectionPrinter<'require'> = {
  print: (section, p) =>
    said(p.spell('require'), section.label && name(section.label), section.code && name(section.code)),
};

export const except: LinePrinter<'except'> = {
  print: (line, p) => said(p.spell('except'), condition(line.when, p)),
};

export const minimum: LinePrinter<'minimum'> = {
  print: (line, p) =>
    said(
      perSpan('per', line.per, p),
      line.subject && reference(line.subject, p),
      bounded(line.bound, p),
      required(line.amount, p),
      line.fillable &&
        words(
          { text: p.spell('fillable'), fold: FOLD_WHEN },
          p.language === 'zh' ? undefined : p.spell('from'),
          references(line.fillable.from, p),
          p.language === 'zh' ? p.spell('fills') : undefined,
          line.fillable.limit && words(bounded('atMost', p), ratio(line.fillable.limit)),
        ),
      when(line.when, p),
    ),
};

export const since: LinePrinter<'since'> = {
  print: (line, p) =>
    said(
      p.spell('prorate'),
      p.spell('since'),
      name(line.field),
      line.step && words(p.spell('to'), amount(line.step, p)),
    ),
};

export const reduce: LinePrinter<'reduce'> = {
  print: (line, p) => {
    const { by } = line;
    const less =
      by.kind === 'amount'
        ? amount(by.amount, p)
        : by.kind === 'per'
          ? words(each(by, p), amount(by.credits, p))
          : by.kind === 'share'
            ? ratio(by.ratio)
            : p.spell('all');
    return said(p.spell('reduce'), line.subject && reference(line.subject, p), less, when(line.when, p));
  },
};

const required = (of: RequiredAmount, p: Printing): Part =>
  of.kind === 'amount'
    ? amount(of.amount, p)
    : words(p.spell(of.of === 'required' ? 'ofRequired' : 'ofEarned'), ratio(of.ratio));
