/** 类别 and 条目, and the lines that say which records are theirs. */
import { condition, when } from './cond.ts';
import type { LinePrinter, SectionPrinter } from './construct.ts';
import { freeText, name } from './value.ts';
import { enumerated, said } from './words.ts';

export const category: SectionPrinter<'category'> = {
  print: (section, p) => said(p.spell('category'), name(section.label), section.code && name(section.code)),
};

export const item: SectionPrinter<'item'> = {
  print: (section, p) => said(p.spell('item'), name(section.label), section.code && name(section.code)),
};

export const form: LinePrinter<'form'> = {
  print: (line, p) => said(p.spell('form'), enumerated(line.values.map(name))),
};

export const appliesTo: LinePrinter<'for'> = { print: (line, p) => said(p.spell('for'), condition(line.when, p)) };

export const gate: LinePrinter<'gate'> = {
  print: (line, p) => said(p.spell('gate'), condition(line.that, p), when(line.when, p)),
};

export const approver: LinePrinter<'approver'> = {
  print: (line, p) => said(p.spell('approver'), freeText(line.who)),
};

export const placed: LinePrinter<'placed'> = { print: (line, p) => said(p.spell('placed'), name(line.field)) };
