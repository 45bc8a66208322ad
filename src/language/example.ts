/** 用例 and 用例表: a person, what they did, and what must come of it. */
import type { Fact } from '../model/ast.ts';
import type { LinePrinter, Printing, SectionPrinter } from './construct.ts';
import { withTable } from './table.ts';
import { name, operand, text } from './value.ts';
import { enumerated, type Part, pairs, said, words } from './words.ts';

export const example: SectionPrinter<'example'> = {
  print: (section, p) => said(p.spell('example'), text(section.title)),
};

export const examples: SectionPrinter<'examples'> = {
  print: (section, p) => said(p.spell('examples'), text(section.title)),
};

export const exampleYear: LinePrinter<'exampleYear'> = {
  print: (line, p) => said(p.spell('exampleYear'), line.year.digits),
};

export const exampleAdopt: LinePrinter<'exampleAdopt'> = {
  print: (line, p) => said(p.spell('adopt'), name(line.reading), name(line.option)),
};

export const person: LinePrinter<'person'> = {
  print: (line, p) => said(p.spell('person'), pairs(line.facts.map((each) => fact(each, p)))),
};

export const record: LinePrinter<'record'> = {
  print: (line, p) => said(p.spell('record'), pairs(line.facts.map((each) => fact(each, p)))),
};

/** Its table opens no word of its own: the first row says what it is. */
export const exampleTable: LinePrinter<'exampleTable'> = { print: (line, p) => withTable([], line.table, p) };

const fact = (of: Fact, p: Printing): Part =>
  words(of.field && name(of.field), enumerated(of.values.map((each) => operand(each, p))));
