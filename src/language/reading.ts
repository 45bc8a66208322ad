/** 口径 and its lines; 选项 are a field's too. */
import type { OptionDecl, OptionValue } from '../model/ast.ts';
import type { LinePrinter, Printing, SectionPrinter } from './construct.ts';
import { counted, name, range, ratio, remainderRule, span, text } from './value.ts';
import { enumerated, type Part, said, words } from './words.ts';

export const reading: SectionPrinter<'reading'> = {
  print: (section, p) => said(p.spell('reading'), name(section.label), section.code && name(section.code)),
};

export const option: LinePrinter<'option'> = {
  print: (line, p) => said(p.spell('option'), enumerated(line.options.map((each) => declared(each, p)))),
};

export const question: LinePrinter<'question'> = { print: (line, p) => said(p.spell('question'), text(line.text)) };

export const adopt: LinePrinter<'adopt'> = { print: (line, p) => said(p.spell('adopt'), name(line.option)) };

const declared = (of: OptionDecl, p: Printing): Part =>
  words(
    name(of.label),
    of.code && name(of.code),
    of.value && words('=', standsFor(of.value, p)),
    of.text && text(of.text),
  );

function standsFor(value: OptionValue, p: Printing): Part {
  switch (value.kind) {
    case 'amount':
      return counted(value, p);
    case 'range':
      return range(value, p);
    case 'basis':
      return span(value.id, p);
    case 'remainder':
      return remainderRule(value.of, p);
    case 'ratio':
      return ratio(value.ratio);
  }
}
