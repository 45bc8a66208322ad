/** 人员字段 活动字段 换算: the vocabulary of what is recorded. */
import type { SectionKind, SectionOf } from '../model/ast.ts';
import type { Printed, Printing, SectionPrinter } from './construct.ts';
import { amount, name, operand, unit } from './value.ts';
import { said, words } from './words.ts';

type FieldKind = Extract<SectionKind, 'personField' | 'recordField'>;

const printField = (section: SectionOf<FieldKind>, p: Printing): Printed =>
  said(
    p.spell(section.kind),
    name(section.label),
    section.code && name(section.code),
    section.type && p.spell(section.type.id),
    unit(section.unit, p),
    section.default && words(p.spell('default'), operand(section.default, p)),
  );

export const personField: SectionPrinter<'personField'> = { print: printField };

export const recordField: SectionPrinter<'recordField'> = { print: printField };

export const convert: SectionPrinter<'convert'> = {
  print: (section, p) => said(p.spell('convert'), amount(section.left, p), '=', amount(section.right, p)),
};
