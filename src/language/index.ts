/** Every construct in its row: the compiler asks for the one that is missing. */
import type { LineKind, LineOf, SectionKind, SectionOf } from '../model/ast.ts';
import * as awards from './award.ts';
import { awardTable } from './awardTable.ts';
import * as broken from './broken.ts';
import { cap } from './cap.ts';
import * as citation from './citation.ts';
import * as classification from './classification.ts';
import type { LinePrinter, Printed, Printing, SectionPrinter } from './construct.ts';
import { deem } from './deem.ts';
import * as examples from './example.ts';
import { expectLine } from './expect.ts';
import * as fields from './field.ts';
import * as groups from './group.ts';
import * as header from './header.ts';
import * as layers from './layers.ts';
import { notice } from './notice.ts';
import * as population from './population.ts';
import * as readings from './reading.ts';
import * as years from './years.ts';

export const lines: { readonly [K in LineKind]: LinePrinter<K> } = {
  language: header.language,
  cite: citation.cite,
  title: header.title,
  number: header.number,
  effective: header.effective,
  until: header.until,
  under: header.under,
  repeals: header.repeals,
  clauses: citation.clauseRegister,
  cycle: header.cycle,
  remainder: awards.roundsBy,
  option: readings.option,
  question: readings.question,
  adopt: readings.adopt,
  except: population.except,
  for: classification.appliesTo,
  form: classification.form,
  approver: classification.approver,
  placed: classification.placed,
  members: groups.members,
  gate: classification.gate,
  award: awards.award,
  awardTable,
  falling: awards.falling,
  factor: awards.factor,
  best: awards.best,
  deem,
  cap,
  minimum: population.minimum,
  since: population.since,
  reduce: population.reduce,
  open: layers.open,
  accepted: layers.accepted,
  exampleYear: examples.exampleYear,
  exampleAdopt: examples.exampleAdopt,
  person: examples.person,
  record: examples.record,
  expect: expectLine,
  exampleTable: examples.exampleTable,
  broken: broken.broken,
};

export const sections: { readonly [K in SectionKind]: SectionPrinter<K> } = {
  rules: header.rules,
  personField: fields.personField,
  recordField: fields.recordField,
  convert: fields.convert,
  reading: readings.reading,
  scope: population.scope,
  require: population.require,
  category: classification.category,
  item: classification.item,
  group: groups.group,
  makeup: years.makeup,
  carry: years.carry,
  notice,
  uncomputed: citation.uncomputed,
  example: examples.example,
  examples: examples.examples,
  drop: layers.drop,
  brokenSection: broken.brokenSection,
};

/** A line in the words of its construct. */
export const printLine = <K extends LineKind>(line: LineOf<K>, p: Printing): Printed => lines[line.kind].print(line, p);

/** A section's head in the words of its construct. */
export const printHead = <K extends SectionKind>(section: SectionOf<K>, p: Printing): Printed =>
  sections[section.kind].print(section, p);
