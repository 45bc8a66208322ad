/** 开放 不沿用 已知: what one file lets another change, and what it is told and keeps. */
import type { LinePrinter, SectionPrinter } from './construct.ts';
import { references } from './group.ts';
import { name, text } from './value.ts';
import { said } from './words.ts';

export const open: LinePrinter<'open'> = { print: (line, p) => said(p.spell('open'), p.spell(line.mode)) };

export const accepted: LinePrinter<'accepted'> = {
  print: (line, p) => said(p.spell('accepted'), name(line.code), text(line.reason)),
};

export const drop: SectionPrinter<'drop'> = {
  print: (section, p) => said(p.spell('drop'), references(section.of, p)),
};
