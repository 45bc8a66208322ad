/** 分组 and its 成员, and how a section is named from elsewhere. */
import type { SectionRef } from '../model/ast.ts';
import type { LinePrinter, Printing, SectionPrinter } from './construct.ts';
import { name } from './value.ts';
import { enumeratedSections, type Part, said, words } from './words.ts';

export const group: SectionPrinter<'group'> = {
  print: (section, p) => said(p.spell('group'), name(section.label), section.code && name(section.code)),
};

export const members: LinePrinter<'members'> = {
  print: (line, p) => said(p.spell('members'), references(line.of, p)),
};

/** `类别 课题、自学` */
export const references = (of: readonly SectionRef[], p: Printing): Part =>
  enumeratedSections(of.map((each) => reference(each, p)));

/** `类别 课题`, or a name alone. */
export const reference = (of: SectionRef, p: Printing): Part => words(of.section && p.spell(of.section), name(of.name));
