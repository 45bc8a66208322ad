/** 依据 条款 不计算: where the regulation says it. */
import type { LinePrinter, SectionPrinter } from './construct.ts';
import { clauses, text } from './value.ts';
import { said } from './words.ts';

export const cite: LinePrinter<'cite'> = {
  print: (line, p) => said(p.spell('cite'), clauses(line.clauses), line.quote && text(line.quote)),
};

export const clauseRegister: LinePrinter<'clauses'> = {
  print: (line, p) => said(p.spell('clauses'), clauses(line.clauses)),
};

export const uncomputed: SectionPrinter<'uncomputed'> = {
  print: (section, p) => said(p.spell('uncomputed'), clauses(section.clauses), section.reason && text(section.reason)),
};
