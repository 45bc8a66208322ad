/** 补学 and 结转: what passes from one year into another. */
import { bounded, when } from './cond.ts';
import type { SectionPrinter } from './construct.ts';
import { amount, name } from './value.ts';
import { said, words } from './words.ts';

export const makeup: SectionPrinter<'makeup'> = {
  print: (section, p) => said(p.spell('makeup'), p.spell('nextYear'), when(section.when, p)),
};

export const carry: SectionPrinter<'carry'> = {
  print: (section, p) =>
    said(p.spell('carry'), name(section.field), section.limit && words(bounded('atMost', p), amount(section.limit, p))),
};
